"""Are floods and loops of messages seen when they cross the line, and codes, chats and updates not?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

PERSON, OWN = 12125550142, 14155550100
NOON = SINCE_MS + 12 * HOUR


def some_messages(count: int, *, every_ms: int, made: Field | None = None, accounts: tuple[int, ...] = (1,)) -> Field:
    made = made or Field()
    for place in range(count):
        made.add("messages", account=accounts[place % len(accounts)], recipient=PERSON, at_ms=NOON + place * every_ms)
    return made


def a_chat(turns: int, *, every_ms: int, account: int = 1) -> Field:
    made = Field()
    for place in range(turns):
        ends = (OWN, PERSON) if place % 2 == 0 else (PERSON, OWN)
        made.add(
            "messages", account=account, direction=2 - place % 2, sender=ends[0], recipient=ends[1], at_ms=NOON + place * every_ms
        )
    return made


@settings(max_examples=6)
@given(line=st.integers(5, 9), count=st.integers(4, 12))
def test_a_bomb_is_seen_exactly_when_it_reaches_the_line(line: int, count: int) -> None:
    found = keeps_its_word(some_messages(count, every_ms=20 * SECOND), "message-bomb", messages=line)
    assert [one.row.strength for one in found] == ([count] if count >= line else [])


def test_a_bomb_is_known_at_the_message_that_crosses_and_is_the_masters() -> None:
    (found,) = keeps_its_word(some_messages(20, every_ms=20 * SECOND, accounts=(2, 3)), "message-bomb", messages=12)
    assert found.row.until_ms == NOON + 11 * 20 * SECOND + 1
    assert (found.account, found.master, found.subject) == ("AC1", "AC1", f"+{PERSON}")


def test_a_bomb_spread_over_hours_is_not_one() -> None:
    assert keeps_its_word(some_messages(12, every_ms=2 * MINUTE), "message-bomb") == []


def test_a_code_sent_again_a_few_times_is_no_bomb() -> None:
    assert keeps_its_word(some_messages(6, every_ms=30 * SECOND), "message-bomb") == []


def test_a_lively_chat_is_no_bomb() -> None:
    assert keeps_its_word(a_chat(60, every_ms=15 * SECOND), "message-bomb") == []


def test_a_day_of_messages_without_an_answer_is_known_at_the_one_that_crosses() -> None:
    (found,) = keeps_its_word(some_messages(41, every_ms=10 * MINUTE), "unanswered-messages")
    assert (found.row.strength, found.row.until_ms) == (41, NOON + 390 * MINUTE + 1)
    assert keeps_its_word(some_messages(39, every_ms=10 * MINUTE), "unanswered-messages") == []


def test_an_answer_in_between_makes_it_a_conversation() -> None:
    made = some_messages(45, every_ms=10 * MINUTE)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON + 3 * HOUR)
    assert keeps_its_word(made, "unanswered-messages") == []


@pytest.mark.parametrize(("name", "count", "every_ms"), [("message-bomb", 15, SECOND), ("unanswered-messages", 45, 5 * MINUTE)])
@pytest.mark.parametrize(("days", "times", "seen"), [(2, 1, 1), (3, 1, 0), (3, 5, 1)])
def test_somebody_on_call_may_be_sent_a_storm(name: str, count: int, every_ms: int, days: int, times: int, seen: int) -> None:
    made = some_messages(count * times, every_ms=every_ms // times)
    for day in range(days):
        made.add("messages", recipient=PERSON, at_ms=NOON - (day + 1) * 24 * HOUR)
    assert len(keeps_its_word(made, name)) == seen


@settings(max_examples=6)
@given(turns=st.integers(10, 20))
def test_a_loop_is_seen_exactly_when_it_turns_fast_enough(turns: int) -> None:
    found = keeps_its_word(a_chat(turns + 1, every_ms=SECOND), "message-loop", turns=15)
    assert [one.row.strength for one in found] == ([turns] if turns >= 15 else [])


def test_a_loop_through_two_own_numbers_is_seen_from_both_ends() -> None:
    made = a_chat(40, every_ms=SECOND, account=2)
    for place, row in enumerate(list(made.rows["messages"])):
        made.add(
            "messages", **{**row, "account": 3, "direction": 3 - row["direction"], "at_ms": row["at_ms"] + 5, "id": f"b{place}"}
        )
    assert {one.subject for one in keeps_its_word(made, "message-loop")} == {f"+{OWN}", f"+{PERSON}"}


def test_a_loop_between_own_numbers_is_seen_where_both_legs_go_out_though_it_turns_slowly() -> None:
    made = Field()
    for place in range(18):
        sender, recipient = (OWN, OWN + 1) if place % 2 else (OWN + 1, OWN)
        made.add("messages", sender=sender, recipient=recipient, at_ms=NOON + place * 7 * SECOND)
    assert keeps_its_word(made, "message-loop", own_within_s=97) == []
    found = keeps_its_word(made, "message-loop")
    assert {(one.subject, one.row.strength, one.row.records) for one in found} == {(f"+{OWN}", 17, 9), (f"+{OWN + 1}", 17, 9)}


def test_own_numbers_that_write_one_way_or_to_many_are_no_loop() -> None:
    made = Field()
    for place in range(40):
        made.add("messages", sender=OWN, recipient=OWN + 1, at_ms=NOON + place * SECOND)
        made.add("messages", sender=OWN + 1, recipient=OWN + 2 + place % 5, at_ms=NOON + place * SECOND + 500)
    assert keeps_its_word(made, "message-loop") == []


def test_a_bot_that_answers_at_once_is_no_loop() -> None:
    made = Field()
    for place in range(30):
        at_ms = NOON + place * 12 * SECOND
        made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=at_ms)
        made.add("messages", recipient=PERSON, at_ms=at_ms + SECOND)
    assert keeps_its_word(made, "message-loop") == []
