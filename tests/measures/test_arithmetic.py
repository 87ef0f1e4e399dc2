"""Verdicts, room and cures are decided by integers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.measures.arithmetic import is_near, room_of, to_cure_of, verdict_of, wilson
from goodstanding.measures.standing import Verdict
from goodstanding.policy.clause import Limit

TEN_PERCENT = Limit(1, 10)
limits = st.integers(1, 20).flatmap(lambda part: st.integers(part + 1, 200).map(lambda whole: Limit(part, whole)))
counts = st.integers(0, 10**9).flatmap(lambda whole: st.integers(0, whole).map(lambda part: (part, whole)))


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        (10, 100, Verdict.COMPLIES),
        (11, 100, Verdict.VIOLATED),
        (0, 0, Verdict.NOT_ASSESSABLE),
        (1, 10, Verdict.COMPLIES),
        (2, 11, Verdict.VIOLATED),
    ],
)
def test_exactly_the_limit_complies_and_one_more_violates(part: int, whole: int, verdict: Verdict) -> None:
    assert verdict_of(part, whole, TEN_PERCENT) is verdict


@given(counts, limits)
def test_the_verdict_is_that_of_exact_fractions(count: tuple[int, int], limit: Limit) -> None:
    part, whole = count
    violated = bool(whole) and Fraction(part, whole) > Fraction(limit.part, limit.whole)
    assert (verdict_of(part, whole, limit) is Verdict.VIOLATED) == violated


@given(counts, limits)
def test_room_is_the_most_that_fits(count: tuple[int, int], limit: Limit) -> None:
    part, whole = count
    room = room_of(part, whole, limit)
    assert room >= 0
    if not limit.is_exceeded_by(part, whole):
        assert not limit.is_exceeded_by(part + room, whole + room)
        assert limit.is_exceeded_by(part + room + 1, whole + room + 1)


@given(counts, limits)
def test_to_cure_is_the_least_that_brings_it_back(count: tuple[int, int], limit: Limit) -> None:
    part, whole = count
    needed = to_cure_of(part, whole, limit)
    assert needed is not None
    assert not limit.is_exceeded_by(part, whole + needed)
    assert needed == 0 or limit.is_exceeded_by(part, whole + needed - 1)


def test_nothing_cures_a_limit_of_nothing() -> None:
    assert to_cure_of(1, 5, Limit(0, 1)) is None


@given(counts)
def test_the_interval_holds_the_share(count: tuple[int, int]) -> None:
    part, whole = count
    low, high = wilson(part, whole)
    assert 0 <= low <= high <= 1
    if whole:
        assert low - 1e-6 <= part / whole <= high + 1e-6


def test_the_interval_is_wilsons() -> None:
    # eight of ten, the textbook case: 0.4902 to 0.9433
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_near_is_four_fifths_of_the_limit() -> None:
    near = Limit(4, 5)
    assert is_near(8, 100, limit=TEN_PERCENT, near=near)
    assert not is_near(7, 100, limit=TEN_PERCENT, near=near)
    assert not is_near(0, 0, limit=TEN_PERCENT, near=near)
