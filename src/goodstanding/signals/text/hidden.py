"""Which words hide something: characters that cannot be seen, letters in fancy dress, marks piled on a letter?

Not words of scripts that need joiners, emoji sequences, soft hyphens between syllables, ordinary accents, ligatures, superscript
endings (1st, Mme), or full-width letters in a text with Chinese, Japanese or Korean in it.
"""

import re
import unicodedata
from collections.abc import Iterator

from goodstanding.signals.text.letters import FULLWIDTH, GENERAL_MARKS, INVISIBLE, OVERLAYS, RAISED, STYLED

_SUSPECT = re.compile(f"[{INVISIBLE}{STYLED}{FULLWIDTH}{RAISED}{GENERAL_MARKS}]")
_WORD = re.compile("[^\\s!-/:-@\\[-`{-~\u00a0-\u00ac\u00ae-\u00bf\u2000-\u200a\u2010-\u2029\u202f-\u205f\u3000-\u303f]+")
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
_UNSEEN_INSIDE = re.compile(f"[{_LETTER}][{INVISIBLE}]+[{_LETTER}]")
_SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})\u00ad(?=[^\W\d_]{2})")

_BREAKERS = "\u00ad\u200b-\u200d\u2060\ufeff"  # writing direction is honestly marked beside punctuation, these are not
_UNSEEN_IN_LINK = re.compile(f"[{_LETTER}][{_BREAKERS}]+[./@:-][{_LETTER}]|[{_LETTER}][./@:-]{{1,3}}[{_BREAKERS}]+[a-z0-9]")
_BREAKS_LINK = re.compile(f"[{_BREAKERS}](?:[./@:-]|(?<=[./@:-].))")
_LINK = re.compile(f"[\\w./:@%?=&#~+\\-{_BREAKERS}]+")

_A_STYLED = re.compile(f"[{STYLED}]")
_A_WIDE = re.compile(f"[{FULLWIDTH}]")
_A_RAISED = re.compile(f"[{RAISED}]")
_AN_UNSEEN = re.compile(f"[{INVISIBLE}]")
_A_MARK = re.compile(f"[{GENERAL_MARKS}]")
_DRESSED = re.compile(f"[{STYLED}{FULLWIDTH}{RAISED}]")
_A_PLAIN = re.compile("[A-Za-z]")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]")
_PILED = re.compile(f"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][{GENERAL_MARKS}]{{2}}")
_STRUCK = re.compile(f"[A-Za-z][{OVERLAYS}]")
_A_PILE = re.compile(f"([{GENERAL_MARKS}]{{8}})[{GENERAL_MARKS}]+")
_FEWEST_RAISED = 3


def hidden_words(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words and links that hide something, words first, each in the order of the text."""
    is_east_asian = _EAST_ASIAN.search(raw) is not None
    for match in _WORD.finditer(raw):
        word = match[0]
        if not word.isascii() and _SUSPECT.search(word) and _hides(word, is_east_asian=is_east_asian):
            yield match.span()
    if _BREAKS_LINK.search(raw) and _UNSEEN_IN_LINK.search(raw):
        for match in _LINK.finditer(raw):
            if _UNSEEN_IN_LINK.search(match[0]):
                yield match.span()


def may_hide(strange: str) -> bool:
    """Say whether any of these characters can hide something at all; a quick look before a long one."""
    return _SUSPECT.search(strange) is not None


def has_unseen(text: str) -> bool:
    """Say whether a stretch of raw text holds unseen characters where a reader sees one word or link."""
    seen = _SOFT_HYPHEN.sub("", text)
    return _UNSEEN_INSIDE.search(seen) is not None or _UNSEEN_IN_LINK.search(seen) is not None


def is_styled(word: str) -> bool:
    """Say whether a word is in fancy dress: styled, full-width, raised or struck-out letters."""
    return _is_piled(word) or _DRESSED.search(word) is not None


def _hides(word: str, *, is_east_asian: bool) -> bool:
    if _AN_UNSEEN.search(word) and _UNSEEN_INSIDE.search(_SOFT_HYPHEN.sub("", word)):
        return True
    if _DRESSED.search(word):
        styled = len(_A_STYLED.findall(word)) + (0 if is_east_asian else len(_A_WIDE.findall(word)))
        if styled > 1 or (styled and _A_PLAIN.search(word)) or len(_A_RAISED.findall(word)) >= _FEWEST_RAISED:
            return True
    return _A_MARK.search(word) is not None and _is_piled(word)


def _is_piled(word: str) -> bool:
    composed = unicodedata.normalize("NFC", _A_PILE.sub(r"\1", word))
    return _PILED.search(composed) is not None or _STRUCK.search(composed) is not None
