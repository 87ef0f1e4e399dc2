"""Which telephone numbers does a text hold, and do any of them cost more than a call?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from goodstanding.signals.text.facts import Identifier, Kind, Span

_NORTH_AMERICAN = re.compile(r"(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}")
_A_DATE = re.compile(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\d)")
_HOURS = re.compile(r"(?<!\d)[0-2]?\d[.:][0-5]\d\s?-\s?[0-2]?\d[.:][0-5]\d(?!\d)")
_MONEY_AFTER = re.compile(r"\s?(?:บาท|baht|thb|usd|eur|gbp|inr|dollars?|pounds|euros?|[฿$€£₹])")
_BARE = re.compile(r"\d+")
_COSTLY = ("PREMIUM_RATE", "SHARED_COST", "TOLL_FREE")
_NO_NUMBER_BEFORE = re.compile(
    r"(?:[$€£¥₹฿#]|\b(?:rs|usd|eur|order|ref|reference|tracking|awb|invoice|ticket|case|txn|id|no\. of)"
    r"\W{0,3}(?:no|number|#)?\W{0,3})\s?$"
)
_LONGEST = 60
_NORTH_AMERICA, _FEWEST = frozenset({"US", "CA"}), 7
_NORTH_AMERICAN_LENGTH = len("+12125550134")


def numbers_in(text: str, run: Span, region: str | None) -> Iterator[Identifier]:
    """Yield the telephone numbers in one run of digits and their separators; spans as in the text that was given.

    region is the country (ISO 3166, two letters) whose national numbers are meant; without one only numbers with a country
    code, and those written in the North American way, are known. Values are E.164.
    Blind to numbers in letters, short codes, and national numbers of other countries.
    """
    start, end = run
    written = text[start : min(end, start + _LONGEST)]
    if region in _NORTH_AMERICA and _is_too_short(written):
        return
    if _is_a_date(written) or _MONEY_AFTER.match(text, end, end + 10) or _NO_NUMBER_BEFORE.search(text[max(0, start - 24) : start]):
        return
    if region is None and not written.startswith(("+", "00")):
        for match in _NORTH_AMERICAN.finditer(written):
            yield from _one(match[0], start + match.start(), "US")
        return
    whole = tuple(_one(written, start, region))
    if whole or _BARE.fullmatch(written):
        yield from whole
        return
    for at, found in _within(written, region):
        yield from _one(found, start + at, region)


def _is_too_short(written: str) -> bool:
    """Say whether a run has too few digits for a number of North America, and is none of another country either."""
    digits = re.sub(r"\D", "", written)
    return len(digits) < _FEWEST and "+" not in written and "011" not in digits


@lru_cache(maxsize=4096)
def _within(written: str, region: str | None) -> tuple[tuple[int, str], ...]:
    """Return the numbers inside a run that is none as a whole: dear, a few milliseconds."""
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 - slow to import, and only texts with numbers need it

    return tuple((found.start, found.raw_string) for found in PhoneNumberMatcher(written, region))


def _is_a_date(written: str) -> bool:
    """Say whether the run holds a date, alone or behind a time; a telephone number's groups of three and four are none."""
    if _HOURS.search(written):
        return True
    found = _A_DATE.search(written)
    return found is not None and ("/" in found[0] or found.start() == 0) and len(re.sub(r"\D", "", found[0])) < 9


def region_of(number: str) -> str | None:
    """Return the country of a number in E.164, or None when it has none of its own."""
    is_north_american = len(number) == _NORTH_AMERICAN_LENGTH and number.startswith("+1") and number[1:].isdecimal()
    return _region(number[:-4] + "0000" if is_north_american else number)


@lru_cache(maxsize=4096)
def _region(number: str) -> str | None:
    """Look a number's country up; North American countries are told apart by blocks of ten thousand numbers."""
    import phonenumbers  # noqa: PLC0415 - as above

    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return None


def _one(written: str, start: int, region: str | None) -> Iterator[Identifier]:
    value = _read(written, region)
    if value is not None:
        yield Identifier((start, start + len(written)), Kind.PHONE, value[0], value[1])


@lru_cache(maxsize=4096)
def _read(written: str, region: str | None) -> tuple[str, str] | None:
    """Return the number as E.164 and what it costs, or None when no such number can exist."""
    import phonenumbers  # noqa: PLC0415 - as above

    if len(written) > 24:
        return None
    try:
        number = phonenumbers.parse("+" + written[2:] if written.startswith("00") and region is None else written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    kind = phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), kind.lower().replace(
        "_", "-"
    ) if kind in _COSTLY else ""
