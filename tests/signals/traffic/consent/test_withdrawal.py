"""Is contact after a wish to end it seen, and a confirmation, an answer or a return not?"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SINCE_MS, Field, keeps_its_word

PERSON, OWN = 12125550142, 14155550100
NOON = SINCE_MS + 12 * HOUR


def written_to(*days: int, **said: Any) -> Field:
    made = Field()
    for day in days:
        made.add("messages", recipient=PERSON, at_ms=NOON + day * DAY + HOUR, **said)
    return made


@pytest.mark.parametrize(("days", "seen"), [((1, 13, 14, 20), 1), ((1, 2, 13, 20), 0)])
def test_a_person_written_to_more_than_ten_working_days_later_is_seen(days: tuple[int, ...], seen: int) -> None:
    made = written_to(*days)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON, says=3)
    assert len(keeps_its_word(made, "revoked-contact")) == seen


def test_a_later_opt_in_on_the_ledger_ends_it() -> None:
    made = written_to(15, 16, 17)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON, says=3)
    made.add("consents", recipient=PERSON, at_ms=NOON + DAY)
    assert keeps_its_word(made, "revoked-contact") == []


def called_after_a_wish(calls: int, *, how: str = "do-not-call", at_ms: int = NOON + 2 * DAY) -> Field:
    made = Field()
    made.add("consents", recipient=PERSON, is_opt_in=0, how=how, at_ms=NOON)
    for place in range(calls):
        made.add("calls", callee=PERSON, started_ms=at_ms + place * MINUTE)
    return made


@settings(max_examples=5)
@given(calls=st.integers(3, 7))
def test_calls_after_a_wish_not_to_be_called_are_seen_from_the_line_on(calls: int) -> None:
    found = keeps_its_word(called_after_a_wish(calls), "own-do-not-call")
    assert [one.row.until_ms for one in found] == ([NOON + 2 * DAY + 4 * MINUTE + 1] if calls >= 5 else [])


def test_a_stop_to_texts_does_not_forbid_calls() -> None:
    assert keeps_its_word(called_after_a_wish(5, how="keyword"), "own-do-not-call") == []


def test_somebody_who_calls_again_may_be_called_back() -> None:
    made = called_after_a_wish(5)
    made.add("calls", direction=1, caller=PERSON, callee=OWN, started_ms=NOON + DAY)
    assert keeps_its_word(made, "own-do-not-call") == []


def refused_by(people: int, messages: int, *, by_block: bool = False, still: bool = True) -> Field:
    """People complain or block the number at noon, and from the second day on are written to once a day."""
    made, ending = Field(), {"status": "undelivered", "error": 30004}
    for place in range(people):
        if by_block:
            made.add("messages", recipient=PERSON + place, at_ms=NOON, **ending)
        else:
            made.add("complaints", about=OWN, complainant=PERSON + place, at_ms=NOON)
        for day in range(2, 2 + messages):
            made.add("messages", recipient=PERSON + place, at_ms=NOON + day * DAY, **(ending if by_block and still else {}))
    return made


@pytest.mark.parametrize(("people", "messages", "seen"), [(2, 2, 0), (2, 3, 2), (1, 9, 0), (3, 3, 3)])
def test_people_written_to_after_they_complained_are_seen_from_the_lines_on(people: int, messages: int, seen: int) -> None:
    assert len(keeps_its_word(refused_by(people, messages), "after-complaint")) == seen


def test_each_is_known_when_there_are_several() -> None:
    made = refused_by(2, 3)
    made.rows["messages"][-1]["at_ms"] += DAY
    assert [one.row.until_ms for one in keeps_its_word(made, "after-complaint")] == [NOON + 5 * DAY + 1] * 2


def test_a_block_is_a_complaint_as_long_as_it_stands() -> None:
    assert len(keeps_its_word(refused_by(2, 3, by_block=True), "after-complaint")) == 2
    assert keeps_its_word(refused_by(2, 3, by_block=True, still=False), "after-complaint") == []


def test_a_word_from_the_person_ends_it() -> None:
    made = refused_by(2, 4)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON + DAY, says=0)
    assert keeps_its_word(made, "after-complaint") == []


def complained_of(complaints: int, *, messages: int = 100, kind: int = 2) -> Field:
    made = written_to()
    for place in range(messages):
        made.add("messages", recipient=12125550000 + place, at_ms=NOON + place)
    for place in range(complaints):
        made.add("complaints", about=OWN, complainant=12125550000 + place, kind=kind, at_ms=NOON + (1 + place % 2) * DAY)
    return made


@settings(max_examples=5)
@given(complaints=st.integers(3, 8))
def test_complaints_are_counted_from_day_to_day(complaints: int) -> None:
    found = keeps_its_word(complained_of(complaints), "complaint-rate")
    assert [(one.row.strength, one.row.whole) for one in found] == ([(complaints, 100)] if complaints >= 5 else [])[:1]


def test_few_complaints_for_much_that_was_delivered_pass() -> None:
    assert keeps_its_word(complained_of(5), "complaint-rate", line=501) == []
    assert keeps_its_word(complained_of(5), "complaint-rate", line=500) == []
    assert len(keeps_its_word(complained_of(5), "complaint-rate", line=499)) == 1


def test_what_a_rights_holder_or_carrier_says_is_another_matter() -> None:
    assert keeps_its_word(complained_of(8, kind=4), "complaint-rate") == []
