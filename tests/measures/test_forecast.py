"""An open month is projected in integers, from its last seven whole days."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.measures.forecast import pace_of
from goodstanding.measures.standing import Pace, Verdict
from goodstanding.periods import Month
from goodstanding.policy.clause import Limit

FEBRUARY, TEN_PERCENT = Month(2016, 2), Limit(1, 10)
Daily = Mapping[int, tuple[int, int]]


def projected(daily: Daily, days_counted: int) -> Pace | None:
    recent = range(max(days_counted - 7, 0), days_counted)
    return pace_of(
        summed(daily, range(days_counted)), summed(daily, recent), days_counted=days_counted, month=FEBRUARY, limit=TEN_PERCENT
    )


def summed(daily: Daily, days: range) -> tuple[int, int]:
    found = [daily.get(day, (0, 0)) for day in days]
    return sum(part for part, _ in found), sum(whole for _, whole in found)


def test_an_even_month_ends_as_it_goes() -> None:
    pace = projected(dict.fromkeys(range(10), (1, 20)), 10)
    assert pace
    assert (pace.part, pace.whole, pace.verdict, pace.crosses_on) == (29, 580, Verdict.COMPLIES, None)


def test_a_worse_week_tells_the_day_of_crossing() -> None:
    daily = {day: (0, 100) if day < 7 else (20, 100) for day in range(14)}
    pace = projected(daily, 14)
    assert pace
    # after 14 days 140 of 1,400 is exactly the limit, so the next day at 20 in 100 crosses it
    assert pace.crosses_on == date(2016, 2, 15)
    assert pace.verdict is Verdict.VIOLATED


def test_nothing_is_said_in_the_first_three_days_nor_at_the_end() -> None:
    daily = dict.fromkeys(range(29), (1, 20))
    assert projected(daily, 2) is None
    assert projected(daily, 29) is None


days = st.dictionaries(
    st.integers(0, 27), st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
)


@given(days, st.integers(3, 28))
def test_the_day_of_crossing_is_the_first_one_over(daily: dict[int, tuple[int, int]], counted: int) -> None:
    pace = projected(daily, counted)
    if pace is None or pace.crosses_on is None:
        return
    window = range(max(counted - 7, 0), counted)
    recent, base = summed(daily, window), summed(daily, range(counted))
    ahead = (pace.crosses_on - FEBRUARY.first_day).days + 1 - counted

    def over(after: int) -> bool:
        part, whole = (base[at] * len(window) + recent[at] * after for at in (0, 1))
        return part * 10 > whole

    assert over(ahead)
    assert not over(ahead - 1)
