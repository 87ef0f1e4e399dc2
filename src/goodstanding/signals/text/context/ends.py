"""Is this end of a message one of those on a list, however the number was written?"""

import re
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache

_NO_DIGIT = re.compile(r"[^0-9]+")
_NUMBER = re.compile(r"\+?\(?[0-9][0-9 ().\-]*")
_MARKS = re.compile(r"[ ().\-]+")
_NANP_DIGITS = 10


class End(StrEnum):
    """What kind of end an address names."""

    NUMBER = "number"
    ALPHANUMERIC = "alphanumeric"
    MAIL = "mail"


@lru_cache(maxsize=4096)
def kind_of(end: str) -> End:
    """Return the kind of an end: a number or short code, an e-mail address, or else an alphanumeric sender."""
    if end.removeprefix("+").isdecimal() or _NUMBER.fullmatch(end):
        return End.NUMBER
    return End.MAIL if "@" in end else End.ALPHANUMERIC


def canonical(end: str) -> str:
    """Return an end as lists keep it: numbers without marks, e-mail addresses in lower case, other senders as written."""
    match kind_of(end.strip()):
        case End.NUMBER:
            return _MARKS.sub("", end)
        case End.MAIL:
            return end.strip().lower()
        case End.ALPHANUMERIC:
            return end.strip()


def is_among(end: str, known: Collection[str]) -> bool:
    """Say whether an end is on a list of E.164 numbers, short codes, senders or addresses.

    Takes one look-up for what is written as E.164, a few for other spellings of the same number: with or without the
    plus sign, an international prefix of 00 or 011, ten North American digits without the 1.
    Blind to national spellings of other countries, which are taken for strangers.
    """
    return end in known or any(spelling in known for spelling in _spellings(end))


def _spellings(end: str) -> set[str]:
    if kind_of(end) is not End.NUMBER:
        return {end.lower(), end.upper()}
    digits = _NO_DIGIT.sub("", end)
    for prefix in ("011", "00"):
        if digits.startswith(prefix) and len(digits) > _NANP_DIGITS + 1:
            digits = digits.removeprefix(prefix)
            break
    same = {digits}
    if len(digits) == _NANP_DIGITS and not end.startswith("+"):
        same.add(f"1{digits}")
    if len(digits) == _NANP_DIGITS + 1 and digits.startswith("1"):
        same.add(digits[1:])
    return same | {f"+{one}" for one in same}
