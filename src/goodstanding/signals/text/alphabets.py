"""Which words are written in letters of two alphabets, or of one that only looks Latin, and how do they read?

A text written in Russian or Greek stays what it is: only words that mix alphabets are read as Latin ones, and, in a text that is
otherwise Latin, words made wholly of letters that no eye can tell from Latin ones.
Blind to: Latin letters put into Cyrillic words are shown as a disguise, but not read back.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from goodstanding.signals.text.letters import ALPHABETS, EXACT, LOOKS_LIKE

_WORD = re.compile(r"\w+")
_OTHER = re.compile(f"[{ALPHABETS}]")
_LATIN = re.compile("[a-z]")
_RUNS = re.compile(f"[a-z]+|[{ALPHABETS}]+")
_ASCII = frozenset(map(chr, range(128)))
_READABLE = LOOKS_LIKE.keys()
_READ = {ord(one): plain for one, plain in LOOKS_LIKE.items()}
_SCIENCE = re.compile("\\d*[ΓΔΘΛΞΠΣΦΨΩα-μξ-ω][a-z0-9]*|[a-z0-9]+[α-μξ-ω]")  # 5 μg, ΔT, TNFα
_MANY = 2  # words that mix alphabets make a text that is disguised throughout


class _Word(NamedTuple):
    """A word with letters of another alphabet; `strangers` are those letters."""

    start: int
    text: str
    strangers: frozenset[str]
    is_mixed: bool


def read_mixed(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return the text with disguised words read as Latin ones, everything in lower case, and the spans of those words.

    Takes  a text whose Latin letters are plain already (see letters); lengths are kept, so spans are of both
    """
    others = frozenset(_OTHER.findall(text))
    if not others or not _LATIN.search(text):
        return _lower(text), ()
    words = _words(text, others)
    is_native = _is_native(text, words)
    read, spans = [], []
    for word in words:
        is_read, is_shown = _judge(word, is_native=is_native)
        if is_read:
            read.append(word)
        if is_shown:
            spans.append((word.start, word.start + len(word.text)))
    if len(spans) >= _MANY and not is_native:
        read = [word for word in words if word.strangers <= _READABLE]
    if len(read) == len(words):
        return _lower(text.translate(_READ)), spans
    return _lower(_rewritten(text, read)), spans


def _words(text: str, others: frozenset[str]) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii():
            strangers = frozenset(word) - _ASCII
            if not strangers.isdisjoint(others):
                found.append(_Word(match.start(), word, strangers, _LATIN.search(word) is not None))
    return found


def _is_native(text: str, words: Sequence[_Word]) -> bool:
    """Say whether the text has words of its own in another alphabet: a letter nothing Latin looks like, or most of the words."""
    whole = [word for word in words if not word.is_mixed and not word.strangers <= EXACT]
    if not whole or any(not word.strangers <= _READABLE for word in whole):
        return bool(whole)
    latin = sum(1 for match in _WORD.finditer(text) if match[0].isascii() and _LATIN.search(match[0]))
    return len(whole) >= latin + sum(1 for word in words if word.is_mixed and _judge(word, is_native=True)[0])


def _judge(word: _Word, *, is_native: bool) -> tuple[bool, bool]:
    """Return whether a word is to be read as a Latin one, and whether it is to be shown as a disguise."""
    if not word.is_mixed:
        is_read = not is_native and word.strangers <= EXACT
        return is_read, is_read and len(word.text) > 1
    if not word.strangers <= _READABLE:
        return False, _is_interleaved(word.text)
    if _SCIENCE.fullmatch(word.text):
        return True, False
    if not is_native or _is_interleaved(word.text):
        return True, True
    strange = sum(1 for one in word.text if one not in _ASCII)
    is_read = word.strangers <= EXACT and strange < len(word.text) - strange
    return is_read, is_read and word.text[0] not in _ASCII


def _is_interleaved(word: str) -> bool:
    """Say whether a word goes from one alphabet to another and back, as no ending of an inflected name does."""
    return len(_RUNS.findall(word)) > _MANY


def _rewritten(text: str, read: Sequence[_Word]) -> str:
    pieces, done = [], 0
    for word in read:
        pieces += (text[done : word.start], word.text.translate(_READ))
        done = word.start + len(word.text)
    return "".join((*pieces, text[done:]))


def _lower(text: str) -> str:
    """Fold case without changing the length: a letter whose folded form is longer takes its small form."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(_lower_letter(one) for one in text)


def _lower_letter(one: str) -> str:
    for form in (one.casefold(), one.lower()):
        if len(form) == 1:
            return form
    return one
