"""Is it told from honest diallers how an account's calls end as a whole?"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import CANCELLED, MORNING, SILENCE, TALK, UNANSWERED, dial, strangers
from signals.traffic.field import HOUR, SINCE_MS, Field, keeps_its_word, seen

NOON = SINCE_MS + 24 * HOUR


def a_day(*parts: tuple[int, dict[str, Any]]) -> Field:
    made = Field()
    for place, (many, said) in enumerate(parts):
        dial(made, strangers(many, first=12125550000 + place * 1_000_000), at_ms=MORNING + place, **said)
    return made


@settings(max_examples=4)
@given(answered=st.sampled_from([25, 26]))
def test_poor_dialling_is_seen_exactly_when_too_few_answer(answered: int) -> None:
    made = a_day((answered, {**SILENCE}), (100 - answered, {**UNANSWERED}))
    found = keeps_its_word(made, "failed-dialling", attempts=100, at_least=20, answered=250)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(100 - answered, 100)] if answered <= 25 else [])
    assert [one.row.until_ms for one in found] == [NOON for _ in found]


@pytest.mark.parametrize(
    ("who", "answered", "said"),
    [
        ("a survey", 30, {"outcome": 1, "talk_ms": 45_000}),
        ("codes by voice", 80, {"outcome": 1, "talk_ms": 9_000}),
        ("a contact centre", 25, {"outcome": 1, "talk_ms": 180_000}),
        ("a reminder few pick up", 20, {"outcome": 1, "talk_ms": 11_000}),
    ],
)
def test_honest_diallers_are_not_seen(who: str, answered: int, said: dict[str, Any]) -> None:
    made = a_day((answered, said), (100 - answered, {**UNANSWERED}))
    assert seen(made, "failed-dialling", attempts=100, at_least=10) == [], who


@settings(max_examples=4)
@given(cut=st.sampled_from([40, 41]))
def test_short_ringing_is_seen_exactly_when_most_of_a_large_sample_was_cut(cut: int) -> None:
    made = a_day((30, {**CANCELLED, "ring_ms": 11_999}), (cut - 30, {**CANCELLED, "ring_ms": 14_999}), (10, {**TALK}))
    dial(made, strangers(50 - cut, first=15125550000), **UNANSWERED, ring_ms=15_000)
    found = keeps_its_word(made, "short-ring", unanswered=50, attempts=60, share=800)
    assert [(one.row.strength, one.row.whole, one.row.records) for one in found] == ([(cut, 50, 50)] if cut > 40 else [])


def test_telephones_that_ring_out_just_under_the_line_are_no_hurry() -> None:
    made = a_day((120, {**UNANSWERED, "ring_ms": 14_000}), (80, {**CANCELLED, "ring_ms": 6_000}), (20, {**TALK}))
    assert [seen(made, name) for name in ("short-ring", "hurried-soliciting")] == [[], []]


def test_ringing_that_nobody_timed_is_no_point_against_anybody() -> None:
    made = a_day((100, {**CANCELLED}))
    assert seen(made, "short-ring", unanswered=10, attempts=10) == []
    assert seen(made, "hurried-soliciting", unanswered=10, attempts=10) == []


def test_people_who_dial_by_hand_and_give_up_early_are_no_hurried_dialler() -> None:
    made = a_day((85, {**CANCELLED, "ring_ms": 9_000}), (15, {**UNANSWERED, "ring_ms": 30_000}))
    assert len(keeps_its_word(made, "short-ring", unanswered=100, attempts=100)) == 1
    assert seen(made, "hurried-soliciting", unanswered=100, attempts=100, share=900) == []


@settings(max_examples=4)
@given(dropped=st.sampled_from([6, 7]))
def test_abandoning_is_seen_exactly_when_too_many_live_answers_were_dropped(dropped: int) -> None:
    person = {**TALK, "answered_by": 1}
    made = a_day((dropped, {**SILENCE, "answered_by": 1}), (100 - dropped, person), (50, {**SILENCE, "answered_by": 2}))
    found = keeps_its_word(made, "abandoned-calls", live=100, share=60)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(dropped, 100)] if dropped > 6 else [])


def test_one_bad_day_after_many_good_ones_is_not_abandoning() -> None:
    made = a_day((300, {**TALK, "answered_by": 1}))
    dial(made, strangers(10, first=13125550000), at_ms=NOON + 15 * HOUR, **SILENCE, answered_by=1)
    dial(made, strangers(50, first=14145550000), at_ms=NOON + 15 * HOUR, **TALK, answered_by=1)
    assert seen(made, "abandoned-calls") == []


@settings(max_examples=4)
@given(unrung=st.sampled_from([70, 71]))
def test_voicemail_without_a_ring_is_seen_exactly_when_most_answers_were_so(unrung: int) -> None:
    machine = {**TALK, "answered_by": 2}
    made = a_day((unrung, {**machine, "ring_ms": 300}), (100 - unrung, {**machine, "ring_ms": 18_000}))
    found = keeps_its_word(made, "ringless-voicemail")
    assert [one.row.strength for one in found] == ([unrung] if unrung > 70 else [])


def test_handsets_that_are_switched_off_are_no_voicemail_drops() -> None:
    machine, person = {**TALK, "answered_by": 2}, {**TALK, "answered_by": 1}
    made = a_day((40, {**machine, "ring_ms": 300}), (80, {**person, "ring_ms": 12_000}))
    assert seen(made, "ringless-voicemail") == []
