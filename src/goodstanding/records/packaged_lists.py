"""Which lists of destinations come with the program, for an operator who has none of his own?"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path(__file__).parent / "listed"
FILES: Final = ("high_risk_destinations.toml", "sanctioned_destinations.toml")
LENGTHS: Final = range(7, 16)
_EPOCH: Final = date(1970, 1, 1)


class Range(NamedTuple):
    """Numbers from low to high, both included."""

    low: int
    high: int


class PackagedList(NamedTuple):
    """A list, the day (since 1970) its copy is of, and the numbers on it: a range for each length that a number may have."""

    name: str
    as_of_day: int
    ranges: tuple[Range, ...]


@cache
def packaged_lists() -> tuple[PackagedList, ...]:
    """Return every list that comes with the program."""
    return tuple(_read(FOLDER / name) for name in FILES)


def _read(path: Path) -> PackagedList:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    ranges = tuple(range_of(prefix, length) for prefix in table["prefixes"] for length in LENGTHS)
    return PackagedList(str(table["list"]), (table["as_of"] - _EPOCH).days, ranges)


def range_of(prefix: str, length: int) -> Range:
    """Return the numbers of that many digits that begin with a prefix."""
    missing = length - len(prefix)
    return Range(int(prefix) * 10**missing, (int(prefix) + 1) * 10**missing - 1)
