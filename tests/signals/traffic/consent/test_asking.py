"""Is contact nobody asked for seen against the ledger, the lists and the hours, and contact with consent not?"""

import pytest

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

FIRST, OWN = 12125550000, 14155550100
NOON = SINCE_MS + 12 * HOUR


def a_list(people: int, agreed: int, *, says: int = 2, written: int | None = 1, at_ms: int = SINCE_MS - DAY) -> Field:
    """Write to so many people, of whom so many stand in the ledger; twenty others stand there too."""
    made = Field()
    for place in range(people):
        made.add("messages", recipient=FIRST + place, at_ms=NOON + place * SECOND, says=says)
    for place in (*range(agreed), *range(900, 920)):
        made.add("consents", recipient=FIRST + place, is_written=written, at_ms=at_ms)
    return made


@pytest.mark.parametrize(("agreed", "seen"), [(0, 1), (30, 1), (31, 0)])
def test_offers_to_people_not_in_the_ledger_are_seen_from_the_line_on(agreed: int, seen: int) -> None:
    assert len(keeps_its_word(a_list(50, agreed), "offers-without-consent")) == seen


def test_a_consent_that_is_not_written_or_came_later_does_not_carry_an_offer() -> None:
    assert len(keeps_its_word(a_list(30, 30, written=0), "offers-without-consent")) == 1
    assert len(keeps_its_word(a_list(30, 30, at_ms=NOON + HOUR), "offers-without-consent")) == 1
    assert keeps_its_word(a_list(30, 30, written=None), "offers-without-consent") == []


def test_people_who_wrote_first_may_be_answered() -> None:
    made = a_list(30, 0)
    for place in range(30):
        made.add("messages", direction=1, sender=FIRST + place, recipient=OWN, at_ms=NOON - HOUR)
    assert keeps_its_word(made, "offers-without-consent") == []


def test_an_account_without_a_ledger_is_not_judged_by_another_ones() -> None:
    made = a_list(0, 30)
    for place in range(60):
        made.add("messages", account=4, recipient=FIRST + place, at_ms=NOON + place * SECOND, says=2)
    assert keeps_its_word(made, "offers-without-consent") == []


@pytest.mark.parametrize(("agreed", "seen"), [(100, 1), (101, 0), (74, 0)])
def test_messages_outside_a_ledger_that_knows_most_are_seen(agreed: int, seen: int) -> None:
    made = a_list(150, agreed, says=0)
    assert len(keeps_its_word(made, "messages-without-consent")) == seen


def notified(people: int, agreed: int, *, use_case: str = "notifications") -> Field:
    made = a_list(0, agreed)
    made.add("profiles", use_case=use_case)
    for place in range(people):
        made.add("calls", callee=FIRST + place, started_ms=NOON + place * SECOND)
    return made


@pytest.mark.parametrize(("agreed", "seen"), [(2, 0), (3, 1), (20, 1), (21, 0)])
def test_calls_outside_a_ledger_that_knows_others_are_seen(agreed: int, seen: int) -> None:
    assert len(keeps_its_word(notified(60, agreed), "calls-without-consent")) == seen


def test_an_account_that_says_another_use_may_call_whom_it_likes() -> None:
    assert keeps_its_word(notified(60, 10, use_case="customer-care"), "calls-without-consent") == []


def test_somebody_who_called_may_be_called_back() -> None:
    made = notified(60, 10)
    for place in range(10, 40):
        made.add("calls", direction=1, caller=FIRST + place, callee=OWN, started_ms=NOON - HOUR)
    assert keeps_its_word(made, "calls-without-consent") == []


def solicited(count: int, relation: str, *, at_ms: int = NOON, use_case: str = "telemarketing") -> Field:
    made = Field()
    made.add("profiles", use_case=use_case)
    made.add("consents", recipient=FIRST + 999)
    for place in range(count):
        if relation == "calls":
            made.add("calls", callee=FIRST + place, started_ms=at_ms + place * SECOND)
        else:
            made.add("messages", recipient=FIRST + place, at_ms=at_ms + place * SECOND, says=2)
    return made


def barred(made: Field, count: int) -> Field:
    for place in range(count):
        made.add("listed", list="do-not-call", low=FIRST + place, high=FIRST + place)
    return made


@pytest.mark.parametrize(("relation", "name"), [("messages", "do-not-call-offers"), ("calls", "do-not-call-calls")])
@pytest.mark.parametrize(("listed", "seen"), [(9, 0), (10, 1)])
def test_the_do_not_call_list_is_held_against_a_solicitor(relation: str, name: str, listed: int, seen: int) -> None:
    assert len(keeps_its_word(barred(solicited(15, relation), listed), name)) == seen


@pytest.mark.parametrize(("relation", "name"), [("messages", "do-not-call-offers"), ("calls", "do-not-call-calls")])
def test_somebody_who_agreed_may_be_called_though_listed(relation: str, name: str) -> None:
    made = barred(solicited(12, relation), 12)
    for place in range(12):
        made.add("consents", recipient=FIRST + place)
    assert keeps_its_word(made, name) == []


def test_a_hospital_may_call_whom_the_list_names() -> None:
    assert keeps_its_word(barred(solicited(15, "calls", use_case="reminders"), 15), "do-not-call-calls") == []


def with_hours(made: Field, *, low: int, high: int) -> Field:
    made.add("local_offsets", prefix=1212555, low=low, high=high)
    return made


def hour_of(local: int) -> int:
    return SINCE_MS + local * MINUTE


@pytest.mark.parametrize(("relation", "name"), [("messages", "quiet-hours-offers"), ("calls", "quiet-hours-calls")])
@pytest.mark.parametrize(("minute", "seen"), [(479, 1), (480, 0), (1259, 0), (1260, 1)])
def test_eight_to_nine_is_allowed_and_not_a_minute_more(relation: str, name: str, minute: int, seen: int) -> None:
    made = with_hours(solicited(12, relation, at_ms=hour_of(minute)), low=0, high=0)
    assert len(keeps_its_word(made, name)) == seen


@pytest.mark.parametrize(("minute", "seen"), [(500, 0), (1199, 0), (1200, 1), (470, 1)])
def test_a_prefix_in_two_zones_must_be_awake_in_both(minute: int, seen: int) -> None:
    made = with_hours(solicited(12, "messages", at_ms=hour_of(minute)), low=0, high=60)
    assert len(keeps_its_word(made, "quiet-hours-offers")) == seen


def test_a_postal_code_in_the_ledger_goes_before_the_number() -> None:
    made = with_hours(solicited(12, "messages", at_ms=hour_of(1280)), low=0, high=0)
    for place in range(3):
        made.add("recipient_offsets", recipient=FIRST + place, low=-60, high=-60)
    assert keeps_its_word(made, "quiet-hours-offers", line=10) == []
    assert [one.row.strength for one in keeps_its_word(made, "quiet-hours-offers", line=9)] == [9]


def test_local_time_may_lie_on_another_day() -> None:
    made = with_hours(solicited(12, "messages", at_ms=hour_of(120)), low=-300, high=-300)
    assert len(keeps_its_word(made, "quiet-hours-offers")) == 1
    made = with_hours(solicited(12, "messages", at_ms=hour_of(60)), low=-300, high=-300)
    assert keeps_its_word(made, "quiet-hours-offers") == []


def test_an_offer_in_a_conversation_may_come_at_night() -> None:
    made = with_hours(solicited(20, "messages", at_ms=hour_of(1300)), low=0, high=0)
    for place in range(20):
        made.add("messages", direction=1, sender=FIRST + place, recipient=OWN, at_ms=NOON)
    assert keeps_its_word(made, "quiet-hours-offers") == []


def test_a_number_whose_place_nobody_knows_is_let_be() -> None:
    assert keeps_its_word(solicited(20, "messages", at_ms=SINCE_MS + HOUR), "quiet-hours-offers") == []


def handed_on(people: int, changed: int, *, passed_on_day: int = -10, agreed_day: int = -20) -> Field:
    """Write to people who agreed; as many of their numbers have changed hands, and come up a few a day."""
    made = Field()
    for place in range(people):
        at_ms = NOON + (place % 3 * DAY if place < changed else 0) + place * SECOND
        made.add("messages", recipient=FIRST + place, at_ms=at_ms, says=2)
        made.add("consents", recipient=FIRST + place, at_ms=SINCE_MS + agreed_day * DAY)
        if place < changed:
            made.add("listed", list="reassigned", low=FIRST + place, high=FIRST + place, as_of_day=SINCE_MS // DAY + passed_on_day)
    return made


@pytest.mark.parametrize(("passed_on_day", "agreed_day", "seen"), [(-10, -20, 2), (-10, -5, 0), (2, -20, 0)])
def test_numbers_that_changed_hands_since_the_consent_are_seen(passed_on_day: int, agreed_day: int, seen: int) -> None:
    made = handed_on(12, 12, passed_on_day=passed_on_day, agreed_day=agreed_day)
    assert len(keeps_its_word(made, "reassigned-numbers")) == seen


@pytest.mark.parametrize(("people", "changed", "seen"), [(200, 7, 0), (200, 8, 1), (267, 8, 0), (266, 8, 1)])
def test_a_list_that_is_looked_after_may_age(people: int, changed: int, seen: int) -> None:
    found = keeps_its_word(handed_on(people, changed), "reassigned-numbers")
    assert [(one.row.strength, one.row.whole) for one in found] == [(changed, people)] * seen


@pytest.mark.parametrize(("rows", "seen"), [(100, 0), (101, 1)])
def test_a_list_that_came_at_one_instant_is_seen_above_the_line(rows: int, seen: int) -> None:
    made = Field()
    for place in range(rows):
        made.add("consents", recipient=FIRST + place, at_ms=NOON)
    assert len(keeps_its_word(made, "bought-list", line=100)) == seen


def test_people_who_sign_up_one_by_one_are_no_bought_list() -> None:
    made = Field()
    for place in range(120):
        made.add("consents", recipient=FIRST + place, at_ms=NOON + place)
    assert keeps_its_word(made, "bought-list", line=100) == []
