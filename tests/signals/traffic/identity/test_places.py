"""Is it seen where no program should send anything, and do honest calls there go unseen?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

START = SINCE_MS + 10 * HOUR
IRAN = 98_1111_555_000
PROTECTED = 12125557000
DEAR = 17125550000


def calls(made: Field, count: int, callee: int, *, step: int = 0, at_ms: int = START, **said: object) -> None:
    for place in range(count):
        made.add("calls", callee=callee + place * step, started_ms=at_ms + place * 20 * SECOND, **said)


@settings(max_examples=5, deadline=None)
@given(count=st.integers(1, 9), callee=st.sampled_from([911, 112, 999]))
def test_emergency_calls_of_a_program_are_seen(count: int, callee: int) -> None:
    made = Field()
    calls(made, count, callee)
    assert [one.row.strength for one in keeps_its_word(made, "emergency-calls", calls=5)] == ([count] if count >= 5 else [])


def test_an_office_with_many_people_may_call_for_help_more_than_once() -> None:
    for others, seen in ((54, 1), (55, 0)):
        made = Field()
        calls(made, 6, 911)
        calls(made, others, 12125554000, step=1, at_ms=SINCE_MS)
        assert len(keeps_its_word(made, "emergency-calls", per_thousand=100)) == seen


def test_listed_emergency_numbers_count() -> None:
    made = Field()
    made.add("listed", list="emergency", low=12125550911, high=12125550911)
    calls(made, 6, 12125550911)
    assert [one.row.records for one in keeps_its_word(made, "emergency-calls")] == [6]


def test_blocks_of_emergency_numbers_count() -> None:
    made = Field()
    made.add("number_lists", list="emergency", number=12125559917)
    calls(made, 6, 12125559917)
    assert [one.row.records for one in keeps_its_word(made, "emergency-calls")] == [6]


@settings(max_examples=5, deadline=None)
@given(count=st.integers(1, 5))
def test_emergency_messages_are_seen_at_the_one_that_crosses_the_line(count: int) -> None:
    made = Field()
    for place in range(count):
        made.add("messages", account=2 + place % 2, recipient=911, at_ms=START + place * MINUTE)
    found = keeps_its_word(made, "emergency-messages", messages=3)
    assert [(one.subject, one.account, one.row.until_ms) for one in found] == (
        [("+911", "AC1", START + 2 * MINUTE + 1)] if count >= 3 else []
    )


def run_past_protected_lines(lines: int, others: int = 120) -> Field:
    made = Field()
    for place in range(lines):
        made.add("listed", list="protected", low=PROTECTED + place, high=PROTECTED + place)
    calls(made, lines, PROTECTED, step=1)
    calls(made, others, 13125554000, step=1, at_ms=SINCE_MS)
    return made


def test_a_run_that_takes_in_protected_lines_is_seen() -> None:
    assert [one.row.strength for one in keeps_its_word(run_past_protected_lines(5), "protected-lines")] == [5]
    assert keeps_its_word(run_past_protected_lines(4), "protected-lines") == []


def test_calls_to_a_ward_without_a_run_are_no_run() -> None:
    assert keeps_its_word(run_past_protected_lines(8, others=0), "protected-lines") == []


def test_who_is_called_by_protected_lines_is_known_there() -> None:
    made = run_past_protected_lines(8)
    made.add("calls", direction=1, caller=PROTECTED, callee=14155550100, started_ms=START + HOUR)
    assert keeps_its_word(made, "protected-lines") == []


@settings(max_examples=5, deadline=None)
@given(count=st.integers(1, 8))
def test_sanctioned_calls_are_seen_at_the_one_that_crosses_the_line(count: int) -> None:
    made = Field()
    made.add("listed", list="sanctioned", low=98_0000_000_000, high=98_9999_999_999)
    made.add("prefix_lists", prefix=9811115, list="sanctioned")
    calls(made, count, IRAN, step=1)
    calls(made, 20, 4930555000, step=1)
    found = keeps_its_word(made, "sanctioned-calls", calls=5)
    assert [(one.row.strength, one.row.until_ms) for one in found] == ([(count, START + 80 * SECOND + 1)] if count >= 5 else [])


def test_sanctioned_messages_are_seen_too() -> None:
    made = Field()
    made.add("listed", list="sanctioned", low=98_0000_000_000, high=98_9999_999_999)
    made.add("prefix_lists", prefix=9811115, list="sanctioned")
    for place in range(6):
        made.add("messages", recipient=IRAN + place, at_ms=START + place * DAY // 6)
    assert [one.row.strength for one in keeps_its_word(made, "sanctioned-messages", messages=3)] == [6]


def test_a_few_a_week_to_sanctioned_places_are_seen_and_fewer_are_not() -> None:
    made = Field()
    made.add("listed", list="sanctioned", low=98_0000_000_000, high=98_9999_999_999)
    made.add("prefix_lists", prefix=9811115, list="sanctioned")
    for day in (1, 7, 8, 9, 20, 21):
        made.add("calls", callee=IRAN, started_ms=SINCE_MS + day * DAY)
    assert [one.row.strength for one in keeps_its_word(made, "sanctioned-calls")] == [3]


def steered(made: Field, dear: int, others: int) -> None:
    made.add("listed", list="high-cost", low=DEAR, high=DEAR + 9999)
    made.add("prefix_lists", prefix=DEAR // 10_000, list="high-cost")
    calls(made, dear, DEAR, step=1)
    calls(made, others, 13125554000, step=1, at_ms=SINCE_MS)


@pytest.mark.parametrize(("dear", "others", "seen"), [(25, 100, 1), (24, 97, 0), (19, 0, 0)])
def test_traffic_steered_to_dear_ranges_is_seen_as_a_share(dear: int, others: int, seen: int) -> None:
    made = Field()
    steered(made, dear, others)
    found = keeps_its_word(made, "stimulated-ranges", calls=20)
    assert [(one.row.strength, one.row.whole) for one in found] == [(dear, dear + others)] * seen


def test_blocks_and_single_numbers_on_the_list_count() -> None:
    made = Field()
    made.add("listed", list="high-cost", low=DEAR, high=DEAR)
    made.add("number_lists", list="high-cost", number=DEAR + 1)
    calls(made, 10, DEAR)
    calls(made, 10, DEAR + 1, at_ms=SINCE_MS)
    assert [one.row.records for one in keeps_its_word(made, "stimulated-ranges", calls=20)] == [20]


def test_a_business_in_a_dear_range_may_call_its_neighbours() -> None:
    made = Field()
    made.add("held", number=DEAR + 100)
    steered(made, 60, 20)
    assert keeps_its_word(made, "stimulated-ranges", calls=20) == []
