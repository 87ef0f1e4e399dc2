"""Instants are written as the sources write them: cut, never rounded, and the same in every locale."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.periods import epoch_ms
from goodstanding.simulation.times import iso, iso_seconds, local_stamp, rfc2822, stamp

INSTANTS = st.integers(0, 4_000_000_000_000)


@given(INSTANTS)
def test_iso_keeps_every_millisecond(ms: int) -> None:
    assert epoch_ms(datetime.fromisoformat(iso(ms))) == ms


@given(INSTANTS)
def test_the_others_cut_to_the_second(ms: int) -> None:
    whole = ms - ms % 1000
    assert epoch_ms(datetime.fromisoformat(iso_seconds(ms))) == whole
    assert epoch_ms(datetime.fromisoformat(stamp(ms)).replace(tzinfo=UTC)) == whole
    assert epoch_ms(parsedate_to_datetime(rfc2822(ms))) == whole


def test_the_wall_clock_is_the_zones() -> None:
    noon = epoch_ms(datetime(2016, 2, 1, 12, tzinfo=UTC))
    assert local_stamp(noon, "America/New_York") == "2016-02-01 07:00:00"
    assert local_stamp(noon, "Asia/Kolkata") == "2016-02-01 17:30:00"


def test_rfc2822_names_the_day() -> None:
    assert rfc2822(epoch_ms(datetime(2016, 2, 29, 23, 59, 59, 999_000, tzinfo=UTC))) == "Mon, 29 Feb 2016 23:59:59 +0000"
