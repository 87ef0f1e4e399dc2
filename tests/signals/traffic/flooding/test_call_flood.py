"""Is a flood of calls to one number seen when it crosses the line, and an ordinary day not?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import TALK, UNANSWERED, dial, take_in
from signals.traffic.field import HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word, seen

VICTIM = 12125550142


def a_flood(calls: int, *, every_ms: int = SECOND, accounts: tuple[int, ...] = (1,), at_ms: int = SINCE_MS + 10 * HOUR) -> Field:
    made = Field()
    for place in range(calls):
        made.add("calls", account=accounts[place % len(accounts)], callee=VICTIM, started_ms=at_ms + place * every_ms)
    return made


@settings(max_examples=6)
@given(line=st.sampled_from([20, 23]), calls=st.sampled_from([19, 20, 22, 23, 26]))
def test_a_flood_is_seen_exactly_when_it_reaches_the_line(line: int, calls: int) -> None:
    found = keeps_its_word(a_flood(calls), "call-flood", attempts=line)
    assert [one.row.strength for one in found] == ([calls] if calls >= line else [])


def test_it_is_known_at_the_call_that_crosses_the_line() -> None:
    (found,) = keeps_its_word(a_flood(50), "call-flood", attempts=20)
    assert found.row.until_ms == SINCE_MS + 10 * HOUR + 19 * SECOND + 1
    assert found.row.records == 50


def test_calls_a_minute_apart_are_no_flood() -> None:
    assert seen(a_flood(60, every_ms=MINUTE), "call-flood") == []


def test_a_flood_split_over_sub_accounts_is_the_masters() -> None:
    (found,) = keeps_its_word(a_flood(30, accounts=(2, 3)), "call-flood")
    assert (found.account, found.master, found.subject) == ("AC1", "AC1", f"+{VICTIM}")


def test_a_flood_by_one_sub_account_names_it() -> None:
    (found,) = keeps_its_word(a_flood(30, accounts=(2,)), "call-flood")
    assert (found.account, found.master) == ("AC2", "AC1")


def test_a_company_that_joins_a_conference_talks() -> None:
    made = Field()
    dial(made, [VICTIM] * 40, **{**TALK, "talk_ms": 1_800_000})
    assert seen(made, "call-flood") == []


def test_three_times_as_many_are_a_flood_though_they_hold_the_line() -> None:
    made = Field()
    dial(made, [VICTIM] * 60, every_ms=SECOND // 2, **{**TALK, "talk_ms": 1_800_000})
    assert len(keeps_its_word(made, "call-flood")) == 1


def test_calls_passed_on_to_one_line_after_a_launch_are_no_flood() -> None:
    made = Field()
    take_in(made, range(14155550000, 14155550100))
    dial(made, [VICTIM] * 100, **UNANSWERED)
    assert seen(made, "call-flood") == []


def test_an_alarm_centre_that_calls_a_keyholder_five_times_is_no_flood() -> None:
    made = Field()
    dial(made, [VICTIM] * 5, every_ms=20 * SECOND, **UNANSWERED)
    assert seen(made, "call-flood") == []


def test_an_hour_of_unanswered_calls_is_a_siege_known_at_its_last_needed_call() -> None:
    made = Field()
    dial(made, [VICTIM] * 150, every_ms=20 * SECOND, **UNANSWERED)
    (found,) = keeps_its_word(made, "call-siege")
    assert found.row.until_ms == found.row.since_ms + 119 * 20 * SECOND + 1
    assert seen(made, "call-flood") == []


def test_a_partners_line_that_is_called_all_day_and_talks_is_not_besieged() -> None:
    made = Field()
    dial(made, [VICTIM] * 75, every_ms=40 * SECOND, **UNANSWERED)
    dial(made, [VICTIM] * 75, every_ms=40 * SECOND, **TALK)
    assert seen(made, "call-siege") == []


def test_four_calls_a_minute_for_ten_minutes_are_a_surge_and_half_as_many_are_none() -> None:
    for apart_s, surges in ((14, 1), (30, 0)):
        made = Field()
        dial(made, [VICTIM] * 60, every_ms=apart_s * SECOND, **UNANSWERED)
        found = keeps_its_word(made, "call-surge")
        assert [one.row.until_ms - one.row.since_ms for one in found] == [39 * apart_s * SECOND + 1] * surges


def test_a_line_that_talks_for_half_a_minute_is_not_surged_upon() -> None:
    made = Field()
    dial(made, [VICTIM] * 60, every_ms=10 * SECOND, **TALK)
    assert seen(made, "call-surge") == []
