"""Is a flood of calls that are over at once seen on toll-free numbers, and spoken of as done to the account?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.signals.traffic.sighting import Pointing
from signals.traffic.calling import MORNING, SILENCE, strangers, take_in
from signals.traffic.field import SECOND, Field, keeps_its_word, seen

TOLL_FREE = {"callee": 18005550100, "toll_free": 1}


@settings(max_examples=8)
@given(short=st.sampled_from([29, 30, 32]))
def test_it_is_seen_exactly_when_one_block_reaches_the_line_within_the_hour(short: int) -> None:
    made = Field()
    take_in(made, range(12125550000, 12125550000 + short), **SILENCE, **TOLL_FREE)
    found = keeps_its_word(made, "toll-free-flood")
    assert [(one.row.strength, one.pointing) for one in found] == ([(short, Pointing.VICTIM)] if short >= 30 else [])
    assert [one.row.until_ms for one in found] == [MORNING + 29 * SECOND + 1 for _ in found]


def varied(made: Field, *, of_ms: int, apart_ms: int) -> None:
    for place in range(50):
        take_in(made, [12125550000 + place], at_ms=MORNING + place, outcome=1, talk_ms=of_ms + place % 7 * apart_ms, **TOLL_FREE)


def test_a_launch_whose_callers_talk_is_no_flood() -> None:
    made = Field()
    varied(made, of_ms=20_000, apart_ms=30_000)
    assert seen(made, "toll-free-flood") == []


def test_silence_that_a_menu_ends_after_as_long_each_time_is_a_flood() -> None:
    made = Field()
    varied(made, of_ms=58_000, apart_ms=1_000)
    (found,) = keeps_its_word(made, "toll-free-flood")
    assert (found.subject, found.row.records, found.row.until_ms) == ("1212555****", 50, MORNING + 29 + 1)


def test_wrong_numbers_from_everywhere_are_no_flood() -> None:
    made = Field()
    take_in(made, strangers(150, apart=10_000), **SILENCE, **TOLL_FREE)
    assert seen(made, "toll-free-flood") == []


def test_short_calls_on_another_number_are_not_looked_at() -> None:
    made = Field()
    take_in(made, range(12125550000, 12125550100), **SILENCE, callee=12125550199)
    assert seen(made, "toll-free-flood") == []
