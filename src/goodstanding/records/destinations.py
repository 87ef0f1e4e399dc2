"""What does the number plan say of the first seven digits of a number: which country, and at what cost or risk?

Of North American numbers seven digits are country code, area code and exchange; elsewhere they are the country code and the first
digits after it. Where the completions of a prefix differ in kind, the prefix counts as ordinary.
Source: Google's libphonenumber, as carried by the `phonenumbers` package; ITU-T E.164 for what is not assigned.
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, PhoneNumber, PhoneNumberType
from phonenumbers.phonemetadata import PhoneNumberDesc

DIGITS: Final = 7
NANP: Final = 1
NOWHERE: Final = "001"
SATELLITE_OR_SERVICE: Final = frozenset({870, 881, 882, 883, 888, 979})
_FILLS: Final = (
    *("0123456789", "1234567890", "2345678901", "3334567890", "4567890123"),
    *("5550142555", "6789012345", "7890123456", "8901234567", "9876543210"),
)


class Risk(IntEnum):
    """What a call or message to a prefix may cost, or what speaks against it."""

    ORDINARY = 0
    TOLL_FREE = 1
    SHARED_COST = 2
    PREMIUM = 3
    HIGH_RISK = 4
    HIGH_COST = 5
    IMPOSSIBLE = 6


_RISKS: Final = {
    PhoneNumberType.TOLL_FREE: Risk.TOLL_FREE,
    PhoneNumberType.SHARED_COST: Risk.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE: Risk.PREMIUM,
}


class Destination(NamedTuple):
    """What is known of a prefix.

    country       ISO 3166 letters, "001" where the code belongs to no country; None for a short number or an unassigned code
    calling_code  None where there is none
    """

    country: str | None
    calling_code: int | None
    risk: Risk


@cache
def destination_of(prefix: int) -> Destination:
    """Say what the number plan knows of a number's first seven digits (of all digits of a shorter one)."""
    digits = str(prefix)
    if len(digits) < DIGITS:
        return Destination(None, None, Risk.ORDINARY)
    code = calling_code(digits)
    if code is None:
        return Destination(None, None, Risk.IMPOSSIBLE)
    if code == NANP:
        return _north_american(digits)
    national = digits[len(str(code)) :]
    if code in SATELLITE_OR_SERVICE:
        return Destination(NOWHERE, code, Risk.HIGH_RISK)
    return Destination(_country(code, national), code, _risk(code, national))


def calling_code(digits: str) -> int | None:
    """Return the country code that digits begin with; None where it is not assigned."""
    codes = (int(digits[:length]) for length in (1, 2, 3))
    return next((code for code in codes if code in COUNTRY_CODE_TO_REGION_CODE), None)


def _north_american(digits: str) -> Destination:
    area, exchange = digits[1:4], digits[4:7]
    country, risk = _area(area)
    if area[0] in "01" or exchange[0] in "01" or area[1:] == "11" or (exchange[1:] == "11" and risk is Risk.ORDINARY):
        risk = Risk.IMPOSSIBLE
    return Destination(country, NANP, risk)


@cache
def _area(area: str) -> tuple[str, Risk]:
    number = PhoneNumber(country_code=NANP, national_number=int(f"{area}2345678"[:10]))
    region = phonenumbers.region_code_for_number(number)
    kind = phonenumbers.number_type(number)
    return region or "US", _RISKS.get(kind, Risk.ORDINARY)


def _country(code: int, national: str) -> str:
    main, *others = COUNTRY_CODE_TO_REGION_CODE[code]
    for region in others:
        plan = PhoneMetadata.metadata_for_region(region)
        if plan is None or plan.general_desc is None or not _may_be(_lines(region), national):
            continue
        for whole in _completions(plan.general_desc, national):
            if found := phonenumbers.region_code_for_number(_number(code, whole)):
                return str(found)
    return str(main)


def _risk(code: int, national: str) -> Risk:
    plan = _plan(code)
    if plan is None or plan.general_desc is None or not (pattern := _special(code)) or not _may_be(pattern, national):
        return Risk.ORDINARY
    kinds = {phonenumbers.number_type(_number(code, one)) for one in _completions(plan.general_desc, national)}
    kinds.discard(PhoneNumberType.UNKNOWN)
    return _RISKS.get(kinds.pop(), Risk.ORDINARY) if len(kinds) == 1 else Risk.ORDINARY


def _number(code: int, national: str) -> PhoneNumber:
    zeros = len(national) - len(national.lstrip("0"))
    return PhoneNumber(
        country_code=code,
        national_number=int(national),
        italian_leading_zero=zeros > 0,
        number_of_leading_zeros=zeros or None,
    )


def _may_be(pattern: str, national: str) -> bool:
    """Say whether any of ten fills begins with a number of a kind; cheap, and true of more than those numbers."""
    compiled = _compiled(pattern)
    return any(compiled.match(national + fill) for fill in _FILLS)


def _completions(kind: PhoneNumberDesc, national: str) -> Iterator[str]:
    """Fill a prefix up to each length that the plan allows, in ten ways."""
    for length in kind.possible_length:
        missing = length - len(national)
        if missing >= 0:
            yield from {national + fill[:missing] for fill in _FILLS}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _special(code: int) -> str:
    """Return one pattern for every kind of number of a code that is not ordinary; "" where there is none."""
    plan = _plan(code)
    return _joined((plan.toll_free, plan.premium_rate, plan.shared_cost) if plan else ())


@cache
def _lines(region: str) -> str:
    """Return one pattern for the lines and mobiles of a country."""
    plan = PhoneMetadata.metadata_for_region(region)
    return _joined((plan.fixed_line, plan.mobile) if plan else ())


def _joined(kinds: Iterable[PhoneNumberDesc | None]) -> str:
    return "|".join(kind.national_number_pattern for kind in kinds if kind is not None and kind.national_number_pattern)


@cache
def _plan(code: int) -> PhoneMetadata | None:
    region = COUNTRY_CODE_TO_REGION_CODE[code][0]
    if region == NOWHERE:
        return PhoneMetadata.metadata_for_nongeo_region(code)
    return PhoneMetadata.metadata_for_region(region)
