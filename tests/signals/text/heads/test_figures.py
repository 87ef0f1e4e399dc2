import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.heads.figures import Figure, f1, recall_at


def test_the_interval_is_wilsons() -> None:
    low, high = Figure("x", 8, 10).interval()
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)  # a worked example of the formula
    assert Figure("x", 0, 0).interval() == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share(hits: int, of: int) -> None:
    figure = Figure("x", min(hits, of), of)
    low, high = figure.interval()
    assert 0.0 <= low <= figure.share() + 1e-12
    assert figure.share() - 1e-12 <= high <= 1.0


@pytest.mark.parametrize(
    ("points", "bad", "caught"),
    [([3, 2, 1], [True, True, False], 2), ([3, 2, 1], [False, True, True], 0), ([2, 2, 1], [True, False, True], 0), ([], [], 0)],
)
def test_recall_is_that_of_the_best_line_and_equal_points_fall_together(points: list[int], bad: list[bool], caught: int) -> None:
    assert recall_at(points, bad).hits == caught


def test_f1_of_nothing_is_nothing() -> None:
    assert f1(0, 0, 0) == 0.0
    assert f1(1, 1, 1) == 1.0
