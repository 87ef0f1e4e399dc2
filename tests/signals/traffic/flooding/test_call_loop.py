"""Are two machines that call each other seen, and two people who miss each other not?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import MORNING
from signals.traffic.field import SECOND, Field, keeps_its_word, seen

OURS, THEIRS = 14155550100, 12125550142


def taking_turns(calls: int, *, every_ms: int = 10 * SECOND, talk_ms: int = 4_000) -> Field:
    made = Field()
    for place in range(calls):
        there, back = {"direction": 2, "caller": OURS, "callee": THEIRS}, {"direction": 1, "caller": THEIRS, "callee": OURS}
        made.add("calls", started_ms=MORNING + place * every_ms, talk_ms=talk_ms, **(there if place % 2 == 0 else back))
    return made


@settings(max_examples=8)
@given(calls=st.sampled_from([15, 16, 19]))
def test_a_loop_is_seen_exactly_when_it_has_turned_often_enough(calls: int) -> None:
    found = keeps_its_word(taking_turns(calls), "call-loop")
    assert [(one.subject, one.row.strength) for one in found] == ([(f"+{THEIRS}", calls - 1)] if calls >= 16 else [])


def test_people_who_call_each_other_back_all_day_are_no_loop() -> None:
    assert seen(taking_turns(30, every_ms=400 * SECOND, talk_ms=60_000), "call-loop") == []


def test_many_calls_one_way_are_no_loop() -> None:
    made = Field()
    for place in range(40):
        made.add("calls", started_ms=MORNING + place * SECOND, callee=THEIRS, talk_ms=4_000)
    assert seen(made, "call-loop") == []


def test_two_numbers_of_one_account_can_loop_too() -> None:
    made = Field()
    for place in range(30):
        caller, callee = (OURS, THEIRS) if place % 2 else (THEIRS, OURS)
        made.add("calls", direction=3, caller=caller, callee=callee, started_ms=MORNING + place * 5 * SECOND)
    (found,) = keeps_its_word(made, "call-loop")
    assert (found.subject, found.row.records) == (f"+{OURS}", 30)
