"""How does a text read when signs and digits in words stand for letters, and letters set apart are joined?

A second view, beside the folded one and never in its place: numbers, codes, amounts, dates, links and addresses are left alone, and
so are the digits of texting (gr8, 2nite, b4, l8r). Initialisms (U.S.A., a.m.) stay as they are.
Blind to: what a 1 stands for (i or l) is guessed from its neighbours; letters of two words set apart alike become one word.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from goodstanding.signals.text.fold import Folded
from goodstanding.signals.verdict import View

_SIGNS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l", "€": "e"}
_READ = str.maketrans({**_SIGNS, "2": "z", "6": "g", "8": "b", "9": "g"})  # the last only beside another sign: gr8 is texting
_AN_L = re.compile(  # a 1 that is rather an l than an i
    "11|1$|1(?=[iy!])|(?<=[aeo@034])1(?=[aeoul034@])|(?<=i)1|^1(?=[aeo034@])|(?<=^[bcfgps])1(?=[aeiou034@])"
)
_MAYBE_SIGNED = re.compile(r"[013457@$!|€](?:[a-z]|(?<=[a-z][013457$€]))")
_MAYBE_APART = re.compile(r"[ .*_~\-][a-z][ .*_~\-]{1,3}[a-z](?![a-z0-9])")

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/\\#=&%]|[a-z0-9][.@:][a-z0-9-]+[.:]|\.[a-z0-9]|\d-|-\d|www|\+\d")
_CORE = re.compile(r"[a-z0-9@$!|€]+")
_FIRST_SIGN = re.compile(r"[013457@$!|€]")
_SHOUT = re.compile(r"[a-z]*[aeiou][a-z]*!(?=[a-z]*[aeiou])[a-z]{3,}")  # hello!how: two words and no space
_SIGN = re.compile(r"[0-9@$!|€]")
_CODE = re.compile(r"\d{3}|^[$€]\d|\d[$€]$|\d[2689]|[2689]\d")
_AMOUNT = re.compile(r"\d{4}|^[$€]\d|\d[$€]$|^[a-z]{1,2}\$\d*$")
_TWO_DIGITS = re.compile(r"(\d)(?!\1)\d")
_UNITS = re.compile(
    r"\d+(?:st|[nr]d|th|[ap]m|h|hr|hrs|hours?|mins?|minutes?|s|secs?|seconds?|days?|weeks?|w?ks?|months?|mth|mths|years?|yrs?|yo|[km]"
    r"|[ckmgtb]+[mgblw]?|[mkg]bps|[mgk]?hz|kwh?|ft|inch|px|ppm|pounds?|quid|euros?|dollars?|bucks|usd|eur|gbp|p|x|d|v|stars?|times"
    r"|people|pcs|miles|pack|for|off|ish|few|the|my|me|you|u)"
)
_TEXTING = re.compile(
    r"(?:any|some|sum|no|ev(?:e)?ry)1|(?:be)?4(?:n|u|me|ever|eva|get|got|give|ward|wrd|the|my|you|now)?|b4n?|[a-z]{1,2}4(?:u|me|it)"
    r"|\w*(?:gr8|l8|m8|w8|h8|d8)\w*|[2a-z]*(?:nite|day|moro|morrow)|\w*(?:2|4)|[a-z]{1,2}1"
)
_LABEL = re.compile(  # also number plates and currencies
    r"\d[a-z]{1,2}|[a-z]{1,2}\$\d*|[a-z]{1,3}(?:(\d)(?!\1)\d)[a-z]{1,3}|(?:[a-z]{1,2}|covid|iphone|mp|web|utf|win|windows|route|unit|room|gate|flat|line|level|zone|day|week|part)\d+"
)
_POSTCODE = re.compile(r" \d[a-z](?:[a-z]|\d)(?![a-z0-9])")
_DOUBLED = re.compile(r"[a-z]{2,}(?:33|00)")  # fr33, w00

_APART = re.compile(  # blanks, or one other separator all along
    r"(?<![\w.'@/&*_~-])[a-z]"
    r"(?:(?: {1,3}[a-z](?![a-z0-9]|[.*_~-][a-z]))+|( ?[.*_~-]{1,2} ?)[a-z](?:\1[a-z](?![a-z0-9]))+)(?![\w'@&/])"
)
_FEWEST = 4
_LONGEST = 64  # no word is longer; this also bounds the time that one word takes
_MANY = 3  # words with signs for letters make a text that is disguised throughout
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_TEXTED = frozenset("iuracnbykm")  # single letters that texting uses as words
_KISSES = re.compile(r"(.)\1\1")
_A_VOWEL = re.compile("[aeiou]")


class _Reading(NamedTuple):
    """A stretch of the folded text, how it reads, and where each letter of the reading stands in the folded text."""

    start: int
    end: int
    text: str
    places: tuple[int, ...]


def views_of(folded: Folded, second: Folded | None) -> dict[View, Folded]:
    """Return a text's views by name: the folded one, and the spaced one where it reads differently."""
    return {View.FOLDED: folded} if second is None else {View.FOLDED: folded, View.SPACED: second}


def spaced(folded: Folded) -> Folded | None:
    """Return the second view of a text, or None when it reads no differently.

    Takes   the folded view
    Yields  a view whose offsets are into the raw text, and whose `disguised` are the words that read differently
    Cost    a look for signs beside letters and for letters set apart; most texts have neither, and stop there
    """
    text = folded.text
    readings = [*_signed(text)] if _MAYBE_SIGNED.search(text) else []
    if _MAYBE_APART.search(text):
        readings += _joined(text)
    if not readings:
        return None
    readings.sort()
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for reading in readings:
        pieces += (text[done : reading.start], reading.text)
        places += (*range(done, reading.start), *reading.places)
        done = reading.end
    pieces.append(text[done:])
    places.extend(range(done, len(text) + 1))
    spans = tuple(folded.raw_span(reading.start, reading.end) for reading in readings)
    return Folded("".join(pieces), _raw(folded, places), spans)


def _raw(folded: Folded, places: list[int]) -> tuple[int, ...] | None:
    if folded.offsets is not None:
        return tuple(folded.offsets[place] for place in places)
    return None if len(places) == len(folded.text) + 1 else tuple(places)


def _signed(text: str) -> Iterator[_Reading]:
    """Read words with signs in them, letter for letter; where many words have them, short and half-signed ones are read too."""
    words = [*_cores(text)]
    sure = [(start, word) for start, word in words if _is_signed(word)]
    if len(sure) >= _MANY:
        sure = [(start, word) for start, word in words if _is_signed(word) or _is_likely(word)]
    for start, word in sure:
        end = start + len(word)
        yield _Reading(start, end, read_signs(word), tuple(range(start, end)))


def _cores(text: str) -> Iterator[tuple[int, str]]:
    for token in _TOKEN.finditer(text):
        if not _SIGN.search(token[0]) or _ADDRESS.search(token[0].rstrip(".,;:!?")):
            continue
        for core in _CORE.finditer(token[0]):
            word = core[0].rstrip("!|")
            start = token.start() + core.start()
            if len(word) <= _LONGEST and not _POSTCODE.match(text, start + len(word)):
                yield start, word


def _is_likely(word: str) -> bool:
    """Say whether a word may be read beside others that have signs for letters: any but a number, a quantity or an amount."""
    letters = sum(1 for one in word if one.isalpha())
    if letters in {0, len(word)} or len(word) < _FEWEST - 1 or len(word) > letters * 3 or not _FIRST_SIGN.search(word):
        return False
    return not (_AMOUNT.search(word) or _UNITS.fullmatch(word) or _TEXTING.fullmatch(word))


def _is_signed(word: str) -> bool:
    """Say whether signs stand for letters here: not in a code, a quantity, a label or a word of texting."""
    letters = sum(1 for one in word if one.isalpha())
    digits = sum(1 for one in word if one.isdigit())
    if letters in {0, 1, len(word)} or letters * 2 < len(word) or not _FIRST_SIGN.search(word):
        return False
    if _DOUBLED.fullmatch(word):
        return True
    if digits > letters or (digits == letters < _FEWEST) or (word[0] == "@" and not _SIGN.search(word[1:])):
        return False  # a short code; a name on some network, or "at"
    if _CODE.search(word) or (letters < _FEWEST and _TWO_DIGITS.search(word)):
        return False
    return not (_UNITS.fullmatch(word) or _TEXTING.fullmatch(word) or _LABEL.fullmatch(word) or _SHOUT.fullmatch(word))


def read_signs(word: str) -> str:
    """Return a word with its signs read as letters; the length stays."""
    return _AN_L.sub(lambda match: "l" * len(match[0]), word).translate(_READ)


def _joined(text: str) -> Iterator[_Reading]:
    """Join letters set apart; a gap wider than the others is a space between two words."""
    for match in _APART.finditer(text):
        letters = [place for place in range(match.start(), match.end()) if text[place].isalpha()]
        if not _is_set_apart(text, letters):
            continue
        gaps = [after - before for before, after in pairwise(letters)]
        least, places = min(gaps), [letters[0]]
        for gap, place in zip(gaps, letters[1:], strict=True):
            places += (place - gap + 1, place) if gap > least else (place,)
        word = "".join(text[place] if text[place].isalpha() else " " for place in places)
        yield _Reading(match.start(), match.end(), word, tuple(places))


def _is_set_apart(text: str, letters: list[int]) -> bool:
    word = "".join(text[place] for place in letters)
    between = text[letters[0] + 1 : letters[1]].strip() or " "
    if word in _ALPHABET or _KISSES.search(word):
        return False
    is_texting = between == " " and _TEXTED.issuperset(word)
    if len(word) < _FEWEST:
        return between in {"-", "*", "_", "~"} or (between == " " and not is_texting and _A_VOWEL.search(word) is not None)
    if is_texting and len(word) == _FEWEST:
        return False
    is_initialism = between == "." and text[letters[-1] + 1 : letters[-1] + 2] == "." and not _A_VOWEL.search(word)
    return not is_initialism
