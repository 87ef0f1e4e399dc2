"""Is local time right in every zone, and may a text ask for all zones at once?"""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers.tzdata import TIMEZONE_DATA

from goodstanding.records.local_time import offsets, zones_of_postal, zones_of_prefix

HOUR = 3_600_000
FEBRUARY, MARCH, APRIL = 1_454_284_800_000, 1_456_790_400_000, 1_459_468_800_000
SETS = sorted({zones for digits in TIMEZONE_DATA if digits != "1" and (zones := zones_of_prefix(int(digits.ljust(7, "0")[:7])))})


def local_minute(zone: str, at_ms: int) -> int:
    there = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(ZoneInfo(zone))
    return there.hour * 60 + there.minute


@pytest.mark.parametrize(
    ("prefix", "zones"),
    [
        (1415555, ("America/Los_Angeles",)),
        (1212555, ("America/New_York",)),
        (1208221, ("America/Denver",)),
        (1208555, ("America/Boise", "America/Los_Angeles")),
        (1800555, ()),
        (9779812, ("Asia/Katmandu",)),
        (911, ()),
    ],
)
def test_a_prefix_has_its_zones(prefix: int, zones: tuple[str, ...]) -> None:
    assert zones_of_prefix(prefix) == zones


@pytest.mark.parametrize(
    ("code", "zones"),
    [
        ("10001", ("America/New_York",)),
        ("94105-1234", ("America/Los_Angeles",)),
        ("37402", ("America/New_York",)),
        ("37201", ("America/Chicago",)),
        ("79901", ("America/Denver",)),
        ("32401", ("America/Chicago", "America/New_York")),
        ("k1a 0b1", ("America/Toronto",)),
        ("P5E1A1", ("America/Toronto", "America/Winnipeg")),
        ("09012", ()),
        ("2139", ()),
        ("EC1A 1BB", ()),
        ("", ()),
    ],
)
def test_a_postal_code_has_its_zones(code: str, zones: tuple[str, ...]) -> None:
    assert zones_of_postal(code) == zones


@settings(max_examples=200)
@given(zones=st.sampled_from(SETS), hour=st.integers(0, 59 * 24), minute=st.integers(0, 59))
def test_all_zones_can_be_asked_at_once(zones: tuple[str, ...], hour: int, minute: int) -> None:
    at_ms = FEBRUARY + hour * HOUR + minute * 60_000
    (span,) = [one for one in offsets(zones, FEBRUARY, APRIL) if one.since_ms <= at_ms < one.until_ms]
    earliest = (at_ms // 60_000 + span.low) % 1440
    latest = earliest + span.high - span.low
    assert (earliest >= 480 and latest < 1260) == all(480 <= local_minute(zone, at_ms) < 1260 for zone in zones)


def test_no_zones_lie_so_far_apart_that_a_day_fits_between() -> None:
    for zones in SETS:
        for moment in (FEBRUARY, APRIL + 90 * 24 * HOUR):
            there = sorted(offsets((zone,), moment, moment + HOUR)[0].low for zone in zones)
            assert all(later - earlier <= 660 for earlier, later in pairwise(there))


def test_clocks_that_change_begin_a_new_span() -> None:
    spans = offsets(("America/New_York",), MARCH, APRIL)
    assert [(one.low, one.high) for one in spans] == [(-300, -300), (-240, -240)]
    assert spans[0].until_ms == spans[1].since_ms == 1_457_852_400_000  # 2016-03-13 07:00 UTC
