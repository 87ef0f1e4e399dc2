"""Are bad lists and ignored wishes seen, and are launches, appointments and conversations left alone?"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

PERSON, OWN, OTHER = 12125550142, 14155550100, 14155550101
NOON = SINCE_MS + 12 * HOUR
STOP, START = 3, 4


def a_campaign(people: int, *, stops: int = 0, replies: int = 0, failed: int = 0, error: int | None = None, **said: Any) -> Field:
    made = Field()
    for place in range(people):
        ending = {"status": "undelivered", "error": error} if place < failed else {}
        made.add("messages", recipient=12125550000 + place, at_ms=NOON + place * SECOND, **{**said, **ending})
    for place in range(stops + replies):
        says = STOP if place < stops else 0
        made.add("messages", direction=1, sender=12125550000 + place, recipient=OWN, at_ms=NOON + HOUR + place, says=says)
    return made


def after_a_stop(*later_ms: int, own: int = OWN, says: int = 0, **stopped: Any) -> Field:
    made = Field()
    made.add("messages", **{"direction": 1, "sender": PERSON, "recipient": OWN, "at_ms": NOON, "says": STOP, **stopped})
    for at_ms in later_ms:
        made.add("messages", sender=own, recipient=PERSON, at_ms=NOON + at_ms, says=says)
    return made


HOURLY = tuple(place * HOUR for place in (1, 2, 3, 4))


@settings(max_examples=4)
@given(line=st.integers(1, 5), count=st.integers(1, 6))
def test_messages_after_a_stop_are_seen_exactly_from_the_line_on(line: int, count: int) -> None:
    found = keeps_its_word(after_a_stop(*(place * HOUR for place in range(1, count + 1))), "opt-out-ignored", messages=line)
    assert [(one.row.strength, one.row.until_ms) for one in found] == ([(count, NOON + line * HOUR + 1)] if count >= line else [])


@pytest.mark.parametrize(("seconds", "seen"), [(300, 0), (301, 1)])
def test_a_confirmation_may_come_within_its_time(seconds: int, seen: int) -> None:
    assert len(keeps_its_word(after_a_stop(seconds * SECOND), "opt-out-ignored", messages=1)) == seen


@pytest.mark.parametrize(("stops", "ignored", "seen"), [(20, 1, 0), (19, 1, 1), (140, 5, 0), (140, 6, 1)])
def test_somebody_who_stands_on_a_long_list_twice_is_a_slip(stops: int, ignored: int, seen: int) -> None:
    made = a_campaign(0, stops=stops)
    for place in range(4 * ignored):
        made.add("messages", recipient=12125550000 + place // 4, at_ms=NOON + 3 * HOUR + place % 4 * MINUTE)
    assert len(keeps_its_word(made, "opt-out-ignored")) == seen


def test_a_start_takes_the_stop_back() -> None:
    made = after_a_stop(*HOURLY)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON + MINUTE, says=START)
    assert keeps_its_word(made, "opt-out-ignored") == []


def test_an_answer_to_what_the_person_wrote_later_is_fine() -> None:
    made = after_a_stop(*HOURLY)
    made.add("messages", direction=1, sender=PERSON, recipient=OWN, at_ms=NOON + MINUTE, says=0)
    assert keeps_its_word(made, "opt-out-ignored") == []


def test_another_number_of_the_account_may_inform_and_not_offer() -> None:
    assert keeps_its_word(after_a_stop(*HOURLY, own=OTHER), "opt-out-ignored") == []
    assert len(keeps_its_word(after_a_stop(*HOURLY, own=OTHER, says=2), "opt-out-ignored")) == 1


def test_a_code_is_asked_for_and_no_breach() -> None:
    assert keeps_its_word(after_a_stop(*HOURLY, says=1), "opt-out-ignored") == []


def test_the_shop_next_door_on_the_same_platform_is_not_bound() -> None:
    made = after_a_stop(account=2)
    for at_ms in HOURLY:
        made.add("messages", account=3, sender=OTHER, recipient=PERSON, at_ms=NOON + at_ms, says=2)
    assert keeps_its_word(made, "opt-out-ignored") == []


def test_an_opt_out_in_the_ledger_binds_every_number() -> None:
    made = Field()
    made.add("consents", recipient=PERSON, is_opt_in=0, at_ms=SINCE_MS - DAY)
    for at_ms in HOURLY:
        made.add("messages", sender=OTHER, recipient=PERSON, at_ms=NOON + at_ms)
    assert len(keeps_its_word(made, "opt-out-ignored")) == 1


def test_what_the_provider_held_back_reached_nobody() -> None:
    made = after_a_stop()
    for at_ms in HOURLY:
        made.add("messages", recipient=PERSON, at_ms=NOON + at_ms, status="failed", error=21610, transmitted=0)
    assert keeps_its_word(made, "opt-out-ignored") == []


def test_one_person_is_worn_down_over_days() -> None:
    (found,) = keeps_its_word(after_a_stop(DAY, 3 * DAY, 9 * DAY), "opt-out-worn-down")
    assert (found.subject, found.row.strength, found.row.until_ms) == (f"+{PERSON}", 3, NOON + 9 * DAY + 1)


def test_two_slips_wear_nobody_down() -> None:
    assert keeps_its_word(after_a_stop(DAY, 3 * DAY), "opt-out-worn-down") == []


@settings(max_examples=4)
@given(stops=st.integers(3, 12))
def test_a_day_of_many_stops_is_seen_exactly_above_its_share(stops: int) -> None:
    found = keeps_its_word(a_campaign(100, stops=stops), "opt-out-rate", least=100, stops=3, line=60)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(stops, 100)] if stops > 6 else [])


def test_a_launch_that_one_of_a_hundred_leaves_is_ordinary() -> None:
    assert keeps_its_word(a_campaign(300, stops=3), "opt-out-rate") == []


def test_a_campaign_that_people_talk_back_to_is_judged_by_the_outright_line() -> None:
    assert keeps_its_word(a_campaign(150, stops=12, replies=30), "opt-out-rate") == []
    assert len(keeps_its_word(a_campaign(150, stops=16, replies=30), "opt-out-rate")) == 1


def test_who_says_stop_twice_counts_once() -> None:
    made = a_campaign(150, stops=9)
    made.add("messages", direction=1, sender=12125550000, recipient=OWN, at_ms=NOON + 2 * HOUR, says=STOP)
    assert keeps_its_word(made, "opt-out-rate") == []


@settings(max_examples=4)
@given(failed=st.integers(10, 20))
def test_errors_are_seen_exactly_above_their_share(failed: int) -> None:
    found = keeps_its_word(a_campaign(100, failed=failed, error=30003), "error-rate", least=100, line=150)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(failed, 100)] if failed > 15 else [])


def test_a_sloppy_list_with_five_errors_in_a_hundred_passes() -> None:
    assert keeps_its_word(a_campaign(200, failed=10, error=30005), "error-rate") == []


def test_messages_under_way_are_neither_good_nor_bad() -> None:
    assert keeps_its_word(a_campaign(250, failed=40, error=30005, status="queued"), "error-rate") == []


@settings(max_examples=4)
@given(refused=st.integers(12, 18))
def test_refusals_for_a_missing_registration_are_seen_from_the_line_on(refused: int) -> None:
    found = keeps_its_word(a_campaign(20, failed=refused, error=30034), "unregistered")
    assert [one.row.until_ms for one in found] == ([NOON + 14 * SECOND + 1] if refused >= 15 else [])


def test_other_errors_are_no_missing_registration() -> None:
    assert keeps_its_word(a_campaign(20, failed=20, error=30003), "unregistered") == []


@pytest.mark.parametrize(
    ("registered", "use_case", "seen"), [(0, None, 1), (1, None, 0), (None, None, 0), (None, "person-to-person", 1)]
)
def test_a_persons_number_that_sends_as_a_machine_is_seen(registered: int | None, use_case: str | None, seen: int) -> None:
    made = a_campaign(60)
    made.add("profiles", is_registered=registered, use_case=use_case)
    assert len(keeps_its_word(made, "not-a-person", line=50)) == seen


def test_a_persons_number_that_is_answered_is_a_persons() -> None:
    made = a_campaign(60, replies=30)
    made.add("profiles", is_registered=0)
    assert keeps_its_word(made, "not-a-person", line=50) == []


@settings(max_examples=4)
@given(missed=st.integers(45, 55))
def test_probing_a_channel_is_seen_exactly_from_the_line_on(missed: int) -> None:
    assert len(keeps_its_word(a_campaign(100, failed=missed, error=63003), "off-channel")) == (missed >= 50)


def test_a_customer_list_with_some_who_left_the_channel_passes() -> None:
    assert keeps_its_word(a_campaign(250, failed=60, error=63003), "off-channel") == []
