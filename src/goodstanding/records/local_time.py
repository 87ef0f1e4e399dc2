"""Which local times may a number have, by its first digits or by a stored postal code?

A prefix that lies in several zones has all of them. One of which only "North America" is known (toll-free numbers, area codes newer
than the number plan at hand) has none: nothing is known, so nothing is said.
Source: the time zones of Google's libphonenumber, as carried by the `phonenumbers` package; listed/postal_zones.toml.
"""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from phonenumbers.tzdata import TIMEZONE_DATA

from goodstanding.periods import zone_named

HOUR_MS: Final = 3_600_000
DAY_MINUTES: Final = 1440
POSTAL: Final = Path(__file__).parent / "listed" / "postal_zones.toml"
_DIGITS: Final = 7

Zones = tuple[str, ...]


class Offsets(NamedTuple):
    """How far local time is from UTC, in minutes, at the westernmost and the easternmost zone, in [since_ms, until_ms)."""

    since_ms: int
    until_ms: int
    low: int
    high: int


@cache
def zones_of_prefix(prefix: int) -> Zones:
    """Return every zone that a number with these first seven digits may be in; none where nothing is known."""
    digits = str(prefix)
    if len(digits) < _DIGITS:
        return ()
    known = next((TIMEZONE_DATA[digits[:length]] for length in range(_DIGITS, 0, -1) if digits[:length] in TIMEZONE_DATA), ())
    if digits[0] == "1" and known == TIMEZONE_DATA["1"]:
        known = ()
    return tuple(sorted({*known, *_finer().get(digits, ())}))


@cache
def zones_of_postal(code: str) -> Zones:
    """Return every zone a postal code of the United States (5 digits, or 5 and 4) or Canada may be in; none for any other code."""
    plain = code.strip().upper().replace(" ", "")
    if _is_zip(plain):
        return _postal()[0].get(int(plain[:3]), ())
    if len(plain) == 6 and plain[::2].isalpha() and plain[1::2].isdigit():
        return _postal()[1].get(plain[0], ())
    return ()


def offsets(zones: Zones, since_ms: int, until_ms: int) -> Sequence[Offsets]:
    """Return the spans of whole UTC hours that cover [since_ms, until_ms), in which the offsets of these zones do not change."""
    spans: list[Offsets] = []
    first = since_ms - since_ms % HOUR_MS
    changes = sorted({first, *(at for zone in zones for at in _changes(zone, first, until_ms))})
    for at, end in zip(changes, [*changes[1:], until_ms], strict=True):
        there = [_minutes(zone, at) for zone in zones]
        spans.append(Offsets(at, end, min(there), max(there)))
    return spans


@cache
def _changes(zone: str, first_ms: int, until_ms: int) -> tuple[int, ...]:
    return tuple(_within(zone, first_ms, until_ms))


def _within(zone: str, first_ms: int, until_ms: int) -> Iterator[int]:
    for day in range(first_ms, until_ms, 24 * HOUR_MS):
        if _minutes(zone, day) != _minutes(zone, day + 24 * HOUR_MS):
            hours = range(day + HOUR_MS, min(day + 25 * HOUR_MS, until_ms), HOUR_MS)
            yield from (at for at in hours if _minutes(zone, at) != _minutes(zone, at - HOUR_MS))


def _minutes(zone: str, at_ms: int) -> int:
    offset = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(zone_named(zone)).utcoffset()
    return 0 if offset is None else offset.days * DAY_MINUTES + offset.seconds // 60


@cache
def _finer() -> dict[str, set[str]]:
    """Return what the plan says of more than seven digits, by the first seven."""
    finer: dict[str, set[str]] = {}
    for digits, zones in TIMEZONE_DATA.items():
        if len(digits) > _DIGITS:
            finer.setdefault(digits[:_DIGITS], set()).update(zones)
    return finer


@cache
def _postal() -> tuple[dict[int, Zones], dict[str, Zones]]:
    table = tomllib.loads(POSTAL.read_text(encoding="utf-8"))
    american = {at: tuple(one["zones"]) for one in table["us"] for low, high in one["from"] for at in range(low, high + 1)}
    return american, {letter: tuple(one["zones"]) for one in table["ca"] for letter in one["letters"]}


def _is_zip(plain: str) -> bool:
    digits = plain.replace("-", "", 1) if plain[5:6] == "-" else plain
    return digits.isascii() and digits.isdigit() and len(digits) in {5, 9}
