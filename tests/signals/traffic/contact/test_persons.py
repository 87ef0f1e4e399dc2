"""Is somebody who is called too often, in silence, by night or from ever other numbers told from a customer?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import MORNING, SILENCE, TALK, UNANSWERED, dial, strangers, take_in
from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word, seen

PERSON = 12125550142


def alarms(made: Field, keyholder: int, *, at_ms: int) -> None:
    dial(made, [keyholder] * 6, at_ms=at_ms, every_ms=5 * MINUTE, **UNANSWERED)


def days_of_calls(made: Field, number: int, a_day: int, days: int, *, at_ms: int = MORNING) -> None:
    for day in range(days):
        dial(made, [number] * a_day, at_ms=at_ms + day * DAY, every_ms=HOUR, **UNANSWERED)


@settings(max_examples=4)
@given(more=st.sampled_from([1, 2]))
def test_a_person_called_for_days_is_seen_exactly_at_the_line(more: int) -> None:
    made = Field()
    days_of_calls(made, PERSON, 3, 4)
    dial(made, [PERSON] * more, at_ms=MORNING + 4 * DAY, every_ms=HOUR, **UNANSWERED)
    found = keeps_its_word(made, "repeated-calls", attempts=14)
    assert [(one.subject, one.row.strength) for one in found] == ([(f"+{PERSON}", 14)] if more >= 2 else [])
    assert [one.row.until_ms for one in found] == [MORNING + 4 * DAY + HOUR + 1 for _ in found]


def test_a_collector_who_calls_seven_times_in_seven_days_is_not_seen() -> None:
    made = Field()
    for debtor in strangers(20):
        days_of_calls(made, debtor, 1, 7)
    assert seen(made, "too-many-attempts") == []


def test_a_collector_beyond_that_is_seen_from_the_fifteenth_person_on() -> None:
    made = Field()
    for place, debtor in enumerate(strangers(16)):
        days_of_calls(made, debtor, 3, 3, at_ms=MORNING + place * SECOND)
    found = keeps_its_word(made, "too-many-attempts")
    assert [one.row.strength for one in found] == [8, 8]


def test_somebody_who_calls_back_or_talks_is_a_customer() -> None:
    made = Field()
    days_of_calls(made, PERSON, 3, 6)
    take_in(made, [PERSON], at_ms=MORNING + 2 * DAY)
    other = PERSON + 1
    days_of_calls(made, other, 3, 6)
    dial(made, [other], at_ms=MORNING + 30 * MINUTE, **TALK)
    assert seen(made, "repeated-calls") == []


PERSON = 12125550147


def both_ways(made: Field, contacts: int, *, apart_ms: int = 5 * HOUR, word_ms: int | None = MORNING - MINUTE) -> None:
    """Call and write by turns to a person, who wrote once."""
    if word_ms is not None:
        made.add("messages", direction=1, sender=PERSON, recipient=14155550100, at_ms=word_ms)
    for place in range(contacts):
        at_ms = MORNING + place * apart_ms
        if place % 2:
            made.add("messages", recipient=PERSON, at_ms=at_ms)
        else:
            made.add("calls", callee=PERSON, started_ms=at_ms, **UNANSWERED)


@settings(max_examples=3)
@given(contacts=st.sampled_from([14, 15, 20]))
def test_a_person_called_and_written_to_is_seen_exactly_at_the_line(contacts: int) -> None:
    made = Field()
    both_ways(made, contacts)
    found = keeps_its_word(made, "calls-and-messages")
    assert [(one.subject, one.row.strength, one.row.records) for one in found] == (
        [(f"+{PERSON}", 15, 8)] if contacts >= 15 else []
    )


def test_what_went_before_a_persons_last_word_does_not_count_nor_what_came_without_any() -> None:
    for word_ms, many in ((MORNING + MINUTE, 1), (MORNING + 30 * HOUR + MINUTE, 0), (None, 0)):
        made = Field()
        both_ways(made, 20, word_ms=word_ms)
        assert len(keeps_its_word(made, "calls-and-messages")) == many


def test_a_person_who_talks_or_calls_or_is_sent_codes_alone_is_not_pursued() -> None:
    for said in ({"talk_ms": 60_000}, {"direction": 1, "caller": PERSON, "callee": 14155550100}):
        made = Field()
        both_ways(made, 20)
        made.add("calls", **{"callee": PERSON, "started_ms": MORNING + 30 * HOUR, **said})
        assert seen(made, "calls-and-messages") == []
    made = Field()
    both_ways(made, 20)
    for row in made.rows["messages"][1:]:
        row["says"] = 1
    assert seen(made, "calls-and-messages") == []


def test_an_alarm_that_calls_and_writes_within_minutes_is_no_pursuit() -> None:
    made = Field()
    made.add("messages", direction=1, sender=PERSON, recipient=14155550100, at_ms=MORNING - MINUTE)
    for day in range(4):
        for place in range(6):
            at_ms = MORNING + day * DAY + place * MINUTE
            made.add("calls", callee=PERSON, started_ms=at_ms, **UNANSWERED)
            made.add("messages", recipient=PERSON, at_ms=at_ms)
    assert seen(made, "calls-and-messages") == []


def test_a_daily_reminder_that_is_listened_to_is_no_harassment() -> None:
    made = Field()
    for day in range(5):
        dial(made, [PERSON] * 5, at_ms=MORNING + day * DAY, every_ms=HOUR, outcome=1, talk_ms=25_000)
    for name in ("repeated-calls", "silent-calls"):
        assert seen(made, name) == []


def test_a_customer_from_before_the_span_is_still_one() -> None:
    made = Field()
    dial(made, [PERSON], at_ms=SINCE_MS - DAY, **TALK)
    days_of_calls(made, PERSON, 3, 6)
    assert seen(made, "repeated-calls") == []


@settings(max_examples=4)
@given(calls=st.sampled_from([5, 6, 8]))
def test_silence_is_seen_exactly_at_the_line(calls: int) -> None:
    made = Field()
    dial(made, [PERSON] * calls, every_ms=HOUR, **SILENCE)
    found = keeps_its_word(made, "silent-calls")
    assert [one.row.strength for one in found] == ([calls] if calls >= 6 else [])


def test_a_call_that_drops_and_is_dialled_again_until_it_holds_is_no_silence() -> None:
    made = Field()
    dial(made, [PERSON], **TALK)
    dial(made, [PERSON] * 7, at_ms=MORNING + HOUR, every_ms=MINUTE, **SILENCE)
    assert seen(made, "silent-calls") == []


def test_persons_called_hour_after_hour_are_seen_from_the_eighth_on() -> None:
    made = Field()
    for place, person in enumerate(strangers(9)):
        dial(made, [person] * 5, at_ms=MORNING + place * SECOND, every_ms=HOUR, **UNANSWERED)
    found = keeps_its_word(made, "often-a-day")
    assert [(one.row.strength, one.row.until_ms) for one in found] == [
        (5, MORNING + 4 * HOUR + 7 * SECOND + 1),
        (5, MORNING + 4 * HOUR + 8 * SECOND + 1),
    ]


def offers(made: Field, persons: int, a_day: int, *, apart_ms: int = HOUR) -> None:
    for person in strangers(persons):
        for place in range(a_day):
            made.add("messages", recipient=person, at_ms=MORNING + place * apart_ms + person % 60 * SECOND, says=2)


@settings(max_examples=4)
@given(persons=st.sampled_from([4, 5]), a_day=st.sampled_from([4, 5]))
def test_offers_hour_after_hour_are_seen_from_the_fifth_person_on(persons: int, a_day: int) -> None:
    made = Field()
    offers(made, persons, a_day)
    found = keeps_its_word(made, "offers-a-day")
    assert [(one.row.strength, one.row.records) for one in found] == ([(5, 5)] if persons == a_day == 5 else [])


def test_an_offer_sent_again_and_again_by_a_fault_is_no_contact_too_often() -> None:
    made = Field()
    offers(made, 8, 9, apart_ms=MINUTE)
    assert seen(made, "offers-a-day") == []


def test_offers_to_persons_who_write_themselves_are_a_conversation() -> None:
    made = Field()
    offers(made, 8, 7)
    for person in strangers(8):
        made.add("messages", direction=1, sender=person, recipient=14155550100, at_ms=MORNING + HOUR)
    assert seen(made, "offers-a-day") == []


def test_alarms_that_ring_keyholders_until_one_answers_are_not_seen() -> None:
    made = Field()
    made.add("local_offsets", prefix=1212555, low=-300, high=-300)
    for keyholder in strangers(16):
        for day in range(3):
            alarms(made, keyholder, at_ms=SINCE_MS + day * DAY + 6 * HOUR)
    for name in ("often-a-day", "too-many-attempts", "repeated-calls", "night-calls"):
        assert seen(made, name) == []


def test_one_person_called_by_six_numbers_is_seen_alone() -> None:
    made = Field()
    for turn in range(6):
        made.add("calls", callee=PERSON, caller=14155550100 + turn, started_ms=MORNING + turn * MINUTE, **UNANSWERED)
    (found,) = keeps_its_word(made, "rotating-callers")
    assert (found.subject, found.row.until_ms) == (f"+{PERSON}", MORNING + 5 * MINUTE + 1)


def called_from_many(made: Field, persons: int, *, outcome: int = 2) -> None:
    for place, person in enumerate(strangers(persons)):
        for turn in range(4):
            at_ms = MORNING + turn * HOUR + place * SECOND
            made.add("calls", callee=person, caller=14155550100 + turn, started_ms=at_ms, outcome=outcome, talk_ms=30_000)


@settings(max_examples=3)
@given(persons=st.sampled_from([5, 6, 7]))
def test_rotation_is_seen_from_the_line_of_persons_on(persons: int) -> None:
    made = Field()
    called_from_many(made, persons)
    found = keeps_its_word(made, "rotating-callers", recipients=6)
    assert [one.row.strength for one in found] == [4] * max(0, persons - 5)


def test_a_marketplace_whose_calls_are_answered_does_not_rotate() -> None:
    made = Field()
    called_from_many(made, 8, outcome=1)
    assert seen(made, "rotating-callers", recipients=6) == []


def test_calls_in_three_nights_are_seen_and_the_same_by_day_not() -> None:
    for at_ms, many in ((SINCE_MS + 6 * HOUR, 1), (MORNING, 0)):
        made = Field()
        made.add("local_offsets", prefix=1212555, low=-300, high=-300)
        days_of_calls(made, PERSON, 4, 3, at_ms=at_ms)
        found = keeps_its_word(made, "night-calls")
        assert [one.row.strength for one in found] == [10] * many


def test_somebody_on_call_who_answers_at_night_is_not_woken_against_their_will() -> None:
    for answered, many in ((3, 1), (4, 0)):
        made = Field()
        made.add("local_offsets", prefix=1212555, low=-300, high=-300)
        for night in range(4):
            for place in range(3):
                said = {"talk_ms": 20_000} if night * 3 + place < answered else UNANSWERED
                at_ms = SINCE_MS + night * DAY + (4 + place) * HOUR
                made.add("calls", callee=PERSON, started_ms=at_ms, **said)
        assert len(seen(made, "night-calls")) == many


def test_it_must_be_night_in_every_zone_a_number_may_lie_in() -> None:
    made = Field()
    made.add("local_offsets", prefix=1212555, low=-600, high=-300)
    days_of_calls(made, PERSON, 4, 3, at_ms=SINCE_MS + 4 * HOUR)
    assert seen(made, "night-calls") == []
    made.add("recipient_offsets", recipient=PERSON, low=-300, high=-300)
    assert len(seen(made, "night-calls")) == 1


def test_nobody_knows_the_hour_of_a_number_without_a_zone() -> None:
    made = Field()
    days_of_calls(made, PERSON, 4, 3, at_ms=SINCE_MS + 6 * HOUR)
    assert seen(made, "night-calls") == []
