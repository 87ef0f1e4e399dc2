"""Is a prefix covered exactly when a list holds every number of it?"""

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.records.list_cover import covered, parts


def test_ranges_that_touch_cover_together_and_a_gap_covers_nothing() -> None:
    whole = [(14155550000, 14155554999), (14155555000, 14155559999)]
    assert covered(whole, [1415555, 1415556]) == {1415555}
    assert covered([(14155550000, 14155554998), (14155555000, 14155559999)], [1415555]) == set()


def test_a_short_number_is_never_covered() -> None:
    assert covered([(900, 999), (9000000, 9999999)], [911, 9110000]) == {9110000}


@given(
    ranges=st.lists(st.tuples(st.integers(100_000_000, 100_003_000), st.integers(0, 900)), max_size=8),
    prefix=st.integers(1_000_000, 1_000_030),
)
def test_coverage_is_what_counting_says(ranges: list[tuple[int, int]], prefix: int) -> None:
    spans = [(low, low + more) for low, more in ranges]
    held = {number for low, high in spans for number in range(low, high + 1)}
    expected = all(number in held for number in range(prefix * 100, prefix * 100 + 100))
    assert (covered(spans, [prefix]) == {prefix}) == expected


@given(low=st.integers(100_000_000, 100_000_500), more=st.integers(0, 400))
def test_parts_and_whole_prefixes_together_are_the_range(low: int, more: int) -> None:
    high = low + more
    whole = covered([(low, high)], range(1_000_000, 1_000_012))
    found = [number for _, first, last in parts([(low, high)]) for number in range(first, last + 1)]
    found += [number for prefix in whole for number in range(prefix * 100, prefix * 100 + 100)]
    assert sorted(found) == list(range(low, high + 1))
    assert all(first // 100 == last // 100 == prefix for prefix, first, last in parts([(low, high)]))
