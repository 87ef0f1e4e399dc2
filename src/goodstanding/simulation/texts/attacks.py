"""How would someone write a text so that filters read other words than people do?

Five ways, each a function of the text, a seeded source of randomness, and the share of letters (for `spaced`: of words) to change;
the same seed gives the same text. They are what screening is trained and tested under, so that recall under attack is a figure.
"""

import re
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

Attack = Callable[[str, Random, float], str]

_HOMOGLYPHS = {  # Cyrillic and Greek letters that look like Latin ones, by code so that a reader can tell them apart
    "a": "\u0430\u03b1",
    "b": "\u0432",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435",
    "h": "\u04bb",
    "i": "\u0456\u03b9",
    "j": "\u0458",
    "k": "\u043a\u03ba",
    "l": "\u04cf",
    "m": "\u043c",
    "n": "\u043f\u03b7",
    "o": "\u043e\u03bf",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "s": "\u0455",
    "t": "\u0442\u03c4",
    "u": "\u03c5",
    "v": "\u0475\u03bd",
    "w": "\u051d",
    "x": "\u0445\u03c7",
    "y": "\u0443",
    "A": "\u0410\u0391",
    "B": "\u0412\u0392",
    "C": "\u0421",
    "E": "\u0415\u0395",
    "H": "\u041d\u0397",
    "I": "\u0406\u0399",
    "J": "\u0408",
    "K": "\u041a\u039a",
    "M": "\u041c\u039c",
    "N": "\u039d",
    "O": "\u041e\u039f",
    "P": "\u0420\u03a1",
    "S": "\u0405",
    "T": "\u0422\u03a4",
    "X": "\u0425\u03a7",
    "Y": "\u03a5",
    "Z": "\u0396",
}
_LEET = {"a": "4@", "e": "3", "i": "1!", "l": "1", "o": "0", "s": "5$", "t": "7"}
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_FULLWIDTH_SHIFT = 0xFEE0
_WORD = re.compile(r"(?<![\w.@/:-])[A-Za-z]{3,}(?![\w@/:-]|\.\w)")


def homoglyphs(text: str, rng: Random, share: float) -> str:
    """Put letters of other alphabets that look alike in the place of a share of the letters."""
    return "".join(rng.choice(_HOMOGLYPHS[one]) if one in _HOMOGLYPHS and rng.random() < share else one for one in text)


def zero_width(text: str, rng: Random, share: float) -> str:
    """Put characters that cannot be seen after a share of the letters."""
    return "".join(one + rng.choice(_ZERO_WIDTH) if _is_letter(one) and rng.random() < share else one for one in text)


def leet(text: str, rng: Random, share: float) -> str:
    """Put digits and signs in the place of a share of the letters that have such a twin."""
    return "".join(rng.choice(_LEET[one.lower()]) if one.lower() in _LEET and rng.random() < share else one for one in text)


def spaced(text: str, rng: Random, share: float) -> str:
    """Set the letters of a share of the words apart, with blanks, dots or hyphens; links and addresses stay."""
    return _WORD.sub(lambda word: rng.choice(" .-").join(word[0]) if rng.random() < share else word[0], text)


def fullwidth(text: str, rng: Random, share: float) -> str:
    """Put full-width letters in the place of a share of the letters."""
    return "".join(chr(ord(one) + _FULLWIDTH_SHIFT) if _is_letter(one) and rng.random() < share else one for one in text)


def _is_letter(one: str) -> bool:
    return one.isascii() and one.isalpha()


ATTACKS: Mapping[str, Attack] = MappingProxyType(
    {"homoglyphs": homoglyphs, "zero-width": zero_width, "leet": leet, "spaced": spaced, "fullwidth": fullwidth}
)
