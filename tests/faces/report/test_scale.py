"""Does a bar say the same as the verdict beside it?"""

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.faces.report.scale import Scale
from goodstanding.policy.clause import Limit

limits = st.integers(1, 1000).flatmap(lambda whole: st.builds(Limit, st.integers(0, whole), st.just(whole)))
counts = st.integers(1, 10**7).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@given(limits, counts, st.integers(8, 300))
def test_a_bar_passes_its_limit_exactly_when_the_share_does(limit: Limit, counted: tuple[int, int], cells: int) -> None:
    scale = Scale(limit, cells)
    filled = scale.filled(*counted)
    assert 0 <= filled <= cells
    assert (filled > scale.line) == limit.is_exceeded_by(*counted)


def test_the_limit_stands_in_the_middle() -> None:
    assert Scale(Limit(1, 10), 20).line == 10


def test_a_limit_of_nothing_stands_at_the_start_and_the_bar_ends_at_everything() -> None:
    scale = Scale(Limit(0, 1), 20)
    assert (scale.line, scale.filled(1, 2), scale.end) == (0, 10, Limit(1, 1))


def test_a_limit_over_one_half_ends_at_everything() -> None:
    assert Scale(Limit(3, 4), 20).line == 15


def test_an_interval_stays_on_the_bar() -> None:
    assert [Scale(Limit(1, 10), 200).place(share) for share in (0.0, 0.1, 0.9)] == [0.0, 100.0, 200.0]


def test_a_share_beyond_the_bar_is_known() -> None:
    scale = Scale(Limit(1, 10), 20)
    assert [scale.is_beyond(part, 100) for part in (20, 21)] == [False, True]
