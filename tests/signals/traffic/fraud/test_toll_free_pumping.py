"""Is a pumped day told from a busy one on a toll-free number?"""

from collections.abc import Mapping
from typing import Any

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
