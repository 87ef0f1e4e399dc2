"""Months begin and end where their zone says, and clocks that jump are read by rule."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import WrongUsage
from goodstanding.periods import Month, epoch_ms, moment_of, month_of, offset_spans, zone_named


def test_a_month_is_half_open_in_its_zone() -> None:
    since_ms, until_ms = Month.parse("2016-03").bounds_ms("Europe/Berlin")
    assert moment_of(since_ms).isoformat() == "2016-02-29T23:00:00+00:00"
    assert moment_of(until_ms).isoformat() == "2016-03-31T22:00:00+00:00"
    assert str(month_of(until_ms - 1, "Europe/Berlin")) == "2016-03"
    assert str(month_of(until_ms, "Europe/Berlin")) == "2016-04"


@pytest.mark.parametrize("text", ["2016", "2016-13", "16-02", "2016-2", "2016-02-01", "", "abcd-ef"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="write it as 2016-02"):
        Month.parse(text)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(WrongUsage, match="IANA"):
        zone_named("Middle/Earth")


@given(st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]), st.data())
def test_wall_clock_readings_are_read_as_pep_495_says(zone: str, data: st.DataObject) -> None:
    naive = data.draw(st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1))).replace(microsecond=0)  # noqa: DTZ001
    reading = epoch_ms(naive.replace(tzinfo=UTC))
    span = next(one for one in offset_spans(zone) if one.from_ms <= reading < one.until_ms)
    assert reading - span.offset_ms == epoch_ms(naive.replace(tzinfo=zone_named(zone), fold=0))


def test_an_hour_that_comes_twice_and_one_that_never_comes_are_named() -> None:
    spans = offset_spans("Europe/Berlin")
    for text, kind in (("2016-10-30T02:30:00", "fold"), ("2016-03-27T02:30:00", "gap"), ("2016-07-01T02:30:00", "plain")):
        reading = epoch_ms(datetime.fromisoformat(text).replace(tzinfo=UTC))
        assert next(one.kind for one in spans if one.from_ms <= reading < one.until_ms) == kind
