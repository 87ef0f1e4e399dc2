"""Is a pumped day told from a busy one on a toll-free number?"""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.signals.traffic.sighting import Pointing
from signals.traffic.calling import MORNING, strangers, take_in
from signals.traffic.field import DAY, HOUR, SECOND, Field, keeps_its_word, seen

TOLL_FREE: Mapping[str, Any] = {"callee": 18005550100, "toll_free": 1, "outcome": 1}
EVENING = MORNING - 14 * HOUR


def a_line(*, days: int = 4) -> Field:
    made = Field()
    for day in range(days):
        for place, caller in enumerate(strangers(10, apart=10_000)):
            take_in(made, [caller], at_ms=MORNING + day * DAY + place * SECOND, talk_ms=40_000 + place * 13_000, **TOLL_FREE)
    return made


@settings(max_examples=5)
@given(same=st.sampled_from([82, 83]))
def test_it_is_seen_exactly_when_enough_calls_last_equally_long(same: int) -> None:
    made = a_line()
    take_in(made, range(12125550000, 12125550000 + same), at_ms=EVENING + 4 * DAY, talk_ms=61_200, **TOLL_FREE)
    for place in range(150 - same):
        take_in(made, [12125551000 + place], at_ms=EVENING + 4 * DAY + HOUR + place, talk_ms=70_000 + place * 1_000, **TOLL_FREE)
    found = keeps_its_word(made, "toll-free-pumping")
    assert [(one.row.strength, one.row.whole, one.pointing) for one in found] == (
        [(same, 150, Pointing.VICTIM)] if same >= 83 else []
    )


def test_a_launch_day_whose_calls_vary_in_length_is_not_seen() -> None:
    made = a_line()
    for place in range(200):
        take_in(made, [12125550000 + place], at_ms=EVENING + 4 * DAY + place, talk_ms=20_000 + place * 1_000, **TOLL_FREE)
    assert seen(made, "toll-free-pumping") == []


def test_short_calls_from_everywhere_at_noon_as_on_any_day_are_not_seen() -> None:
    made = Field()
    for day in range(4):
        take_in(made, strangers(160, apart=10_000), at_ms=MORNING + day * DAY, talk_ms=8_000, **TOLL_FREE)
    assert seen(made, "toll-free-pumping") == []


def held_calls(made: Field, many: int, *, blocks: int = 3, at_ms: int = EVENING + 4 * DAY, apart_ms: int = 1_000) -> None:
    """Take in calls from some blocks in turn, each held in silence for 20 to 70 s."""
    for place in range(many):
        caller = 12125550000 + place % blocks * 1_000 + place * 7 % 1_000
        said = {**TOLL_FREE, "talk_ms": 20_000 + place * 13_000 % 50_000}
        take_in(made, [caller], at_ms=at_ms + place * apart_ms, **said)


@settings(max_examples=4)
@given(many=st.sampled_from([24, 25, 40]))
def test_silence_held_by_a_few_blocks_in_the_evening_is_seen_at_the_call_that_crosses_the_line(many: int) -> None:
    made = a_line()
    held_calls(made, many)
    found = keeps_its_word(made, "toll-free-surge")
    assert [(one.row.strength, one.row.until_ms, one.pointing) for one in found] == (
        [(many, EVENING + 4 * DAY + 24 * SECOND + 1, Pointing.VICTIM)] if many >= 25 else []
    )


def test_a_trickle_is_seen_over_the_day() -> None:
    made = a_line()
    held_calls(made, 66, apart_ms=600_000)
    assert seen(made, "toll-free-surge") == []
    (found,) = keeps_its_word(made, "toll-free-trickle")
    assert found.row.records == found.row.strength == 66


def test_a_number_that_nobody_called_before_may_be_pumped_from_its_first_evening() -> None:
    made = Field()
    held_calls(made, 40)
    assert len(keeps_its_word(made, "toll-free-surge")) == 1


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("the same calls by day", {"at_ms": MORNING + 4 * DAY}),
        ("an evening's calls from a whole area", {"blocks": 10}),
    ],
)
def test_honest_lines_are_not_seen(who: str, said: dict[str, int]) -> None:
    made = a_line()
    held_calls(made, 70, **said)
    assert [seen(made, name) for name in ("toll-free-surge", "toll-free-trickle")] == [[], []], who


def test_a_line_that_is_called_so_every_evening_is_not_seen() -> None:
    made = Field()
    for day in range(4, 8):
        held_calls(made, 24, at_ms=EVENING + day * DAY)
    held_calls(made, 30, at_ms=EVENING + 8 * DAY)
    assert seen(made, "toll-free-surge") == []


def test_a_conference_that_the_same_people_join_at_night_is_not_seen() -> None:
    made = a_line()
    for place in range(80):
        said = {**TOLL_FREE, "talk_ms": 60_000 + place % 20 * 170_000}
        take_in(made, [12125550000 + place % 40], at_ms=EVENING + 4 * DAY + place, **said)
    assert seen(made, "toll-free-surge") == []


def test_ten_callers_from_everywhere_are_seen_by_calling_again_and_again() -> None:
    made = a_line()
    for place in range(40):
        take_in(made, [12125550000 + place % 10 * 10_000], at_ms=EVENING + 4 * DAY + place, talk_ms=30_000, **TOLL_FREE)
    (found,) = keeps_its_word(made, "toll-free-surge")
    assert found.row.strength == 40
