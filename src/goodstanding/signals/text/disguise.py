"""Was a text disguised so that filters read other words than people do?

Clause use-03, signal P3.2. What is shown is how a word was written, not what it says; points grow with how much of the text is
disguised. Ordinary accents, whole texts in another alphabet, emoji, the joiners of Arabic and Indic words, codes and the digits of
texting (gr8, 2nite) are no disguise.
Blind to: words drawn as pictures; other spellings ("fr ee"); a single foreign name made only of look-alike letters is shown, with
few points.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.hidden import has_unseen, is_styled
from goodstanding.signals.text.letters import FULLWIDTH, GENERAL_MARKS, INVISIBLE
from goodstanding.signals.verdict import Hit, View

CLAUSE, SIGNAL = "use-03", "P3.2"
Span = tuple[int, int]

_CLEAR = 100
_A_SHARE = 10  # one letter in so many, in words that mix alphabets, is a clear case
_SLIGHT_MIXED, _WHOLE_WORD, _STYLED, _SOFT_HYPHENS = 60, 30, 50, 60
_APART_POINTS = {3: 20, 4: 40}
_APART_WORD, _SIGNED_WORDS = 60, (0, 40, 70, _CLEAR)
_TAIL_POINTS = 20
_TAIL = 40  # how far from its end a text is looked at for letters that mean nothing

_LATIN = re.compile("[A-Za-z]")
_WIDE = re.compile(f"[{FULLWIDTH}]")
_MARK = re.compile(f"[{GENERAL_MARKS}]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_INSIDE_SIGN = re.compile(r"[A-Za-z][0-9@$|€]+[A-Za-z]|[$€]{2}$|^\$[A-Za-z]{3}|[A-Za-z]{2}(?:33|00)$")
_TWO_WORDS = re.compile(r"[A-Za-z]{4,}\d[A-Za-z]{4,}|[A-Za-z]{6,}@[A-Za-z]+|!?[A-Za-z]+2[A-Za-z]{2,}|[a-z]+4[a-z]+2[a-z]+")
_SHOUTED, _FEW = re.compile(r"\b[A-Z]{3,}\b"), 3  # more capitals than codes and names have
_CODE = re.compile(r"[A-Z\d]*\d[A-Z\d]*|\w*[a-z\d][A-Z]\w*")  # capitals with digits, or a random mix of cases
_CONSONANTS = re.compile("[bcdfghjklmnpqrstvwxz]{6}")
_MEANINGLESS = re.compile(r"(?<=[.!?\s])\s*(?<![:#]\s)(?<![:#/@.=-])((?!\w*(\w)\2\2)[a-z]*[bcdfghjklmnpqrstvwxz]{6}[a-z]*)\s*$")


def disguises(raw: str, folded: Folded, second: Folded | None) -> tuple[Hit, ...]:
    """Return what shows that a text was disguised, at most one hit for each way of doing so.

    Takes  the raw text, its folded view, and its second view (spaced) where it has one
    Yields hits whose span is the first word disguised that way
    """
    since = max(0, len(folded.text) - _TAIL)
    tail = _MEANINGLESS.search(folded.text, since) if _CONSONANTS.search(folded.text, since) else None
    if not folded.disguised and second is None and tail is None:
        return ()
    found = [*_hidden(raw, folded.disguised)]
    if second is not None:
        found += _respelt(raw, second.disguised)
    if tail is not None and raw[slice(*folded.raw_span(*tail.span(1)))].islower():
        why = "The text ends in letters that mean nothing, as is done to make each copy differ."
        found.append(_hit("meaningless-ending", folded.raw_span(*tail.span(1)), _TAIL_POINTS, why))
    return tuple(found)


def _hit(rule: str, span: Span, points: int, why: str, view: View = View.FOLDED) -> Hit:
    return Hit(CLAUSE, SIGNAL, f"evasion/{rule}", span, view, points, why)


def _hidden(raw: str, spans: Sequence[Span]) -> Iterator[Hit]:
    """Sort disguised words by how they are disguised: unseen characters, fancy letters, other alphabets."""
    unseen, styled, others = list[Span](), list[Span](), list[Span]()
    for span in spans:
        word = raw[slice(*span)]
        (unseen if has_unseen(word) else styled if is_styled(word) else others).append(span)
    if unseen:
        points = _SOFT_HYPHENS if {*chain.from_iterable(_UNSEEN.findall(raw, *span) for span in unseen)} == {"\u00ad"} else _CLEAR
        yield _hit("unseen-characters", unseen[0], points, "Characters that cannot be seen stand inside a word or a link.")
    if styled:
        half = [span for span in styled if _is_half_styled(raw[slice(*span)])]
        wide = [span for span in styled if _WIDE.search(raw, *span)]
        points = _mixed_points(raw, half) if half else _CLEAR if len(wide) > 1 else _STYLED
        yield _hit(
            "styled-letters", styled[0], points, "Words are written in fancy or struck-out letters that filters do not read."
        )
    if others:
        points = _mixed_points(raw, others)
        yield _hit("look-alike-letters", others[0], points, "Letters of another alphabet stand in for Latin ones that look alike.")


def _is_half_styled(word: str) -> bool:
    """Say whether plain and fancy letters take turns in a word; a word that begins with one fancy letter is only decorated."""
    return _LATIN.search(word) is not None and is_styled(word[1:]) and not _MARK.search(word)


def _mixed_points(raw: str, spans: Sequence[Span]) -> int:
    """Say how clear words of look-alike letters are: a name wholly in another alphabet is not, a tenth of the text is."""
    mixed = [span for span in spans if _LATIN.search(raw, *span)]
    if not mixed:
        return min(_CLEAR, _WHOLE_WORD * len(spans))
    letters = sum(map(str.isalpha, raw))
    disguised = sum(sum(map(str.isalpha, raw[start:end])) for start, end in spans)
    return _CLEAR if disguised * _A_SHARE >= letters else _SLIGHT_MIXED


def _respelt(raw: str, spans: Sequence[Span]) -> Iterator[Hit]:
    """Sort words of the second view: letters set apart, signs for letters."""
    words = [(span, raw[slice(*span)]) for span in spans]
    apart = [span for span, word in words if _is_apart(word)]
    if apart:
        points = _APART_WORD if len(apart) == 1 else _CLEAR
        if len(apart) == 1:
            points = _APART_POINTS.get(sum(map(str.isalpha, raw[slice(*apart[0])])), _APART_WORD)
        yield _hit("letters-apart", apart[0], points, "The letters of a word are set apart from each other.", View.SPACED)
    is_shouted = raw.isupper() and len(_SHOUTED.findall(raw)) > _FEW
    signed = [span for span, word in words if not _is_apart(word) and _is_signed(word, is_shouted=is_shouted)]
    if signed:
        points = _SIGNED_WORDS[min(len(signed), len(_SIGNED_WORDS) - 1)]
        yield _hit("signs-for-letters", signed[0], points, "Digits or signs stand in for letters inside words.", View.SPACED)


def _is_signed(word: str, *, is_shouted: bool) -> bool:
    """Say whether signs in a word can only be a disguise: no code, no words run together, no digit before or after a word."""
    is_code = _CODE.fullmatch(word) is not None and not is_shouted
    return not is_code and _INSIDE_SIGN.search(word) is not None and _TWO_WORDS.fullmatch(word) is None


def _is_apart(word: str) -> bool:
    return re.match(r"\w\W+\w\W", word) is not None
