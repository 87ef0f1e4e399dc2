"""Are calls that ring once told from surveys, school alerts and lists nobody picks up?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.calling import CANCELLED, MORNING, SILENCE, TALK, UNANSWERED, dial, strangers
from signals.traffic.field import HOUR, SECOND, Field, keeps_its_word, seen

FOREIGN = 37255501000


@settings(max_examples=6)
@given(numbers=st.sampled_from([59, 60, 62]))
def test_it_is_seen_exactly_when_enough_numbers_were_rung_once_within_the_hour(numbers: int) -> None:
    made = Field()
    dial(made, strangers(numbers), **CANCELLED, ring_ms=3_000)
    found = keeps_its_word(made, "wangiri")
    assert [one.row.strength for one in found] == ([numbers] if numbers >= 60 else [])
    assert [one.row.until_ms for one in found] == [MORNING + 59 * SECOND + 1 for _ in found]


def test_a_foreign_caller_needs_half_as_many() -> None:
    made = Field()
    made.add("destinations", prefix=3725550, country="EE", calling_code=372)
    made.add("destinations", prefix=1212555)
    dial(made, strangers(40, apart=1), caller=FOREIGN, **CANCELLED)
    assert len(keeps_its_word(made, "wangiri")) == 1
    made = Field()
    made.add("destinations", prefix=1415555)
    made.add("destinations", prefix=1212555)
    dial(made, strangers(40, apart=1), **CANCELLED)
    assert seen(made, "wangiri") == []


def test_a_survey_that_lets_it_ring_and_talks_is_not_seen() -> None:
    made = Field()
    for place, number in enumerate(strangers(300)):
        ends = TALK if place % 3 == 0 else CANCELLED if place % 3 == 1 else UNANSWERED
        dial(made, [number], at_ms=MORNING + place * SECOND, **ends, ring_ms=22_000)
    for name in ("wangiri", "ping-calls", "unanswered-run"):
        assert seen(made, name) == []


def test_a_school_alert_at_which_many_do_not_pick_up_is_not_seen() -> None:
    made = Field()
    dial(made, strangers(150), **TALK)
    dial(made, strangers(150), at_ms=MORNING + 500, **UNANSWERED)
    for name in ("wangiri", "ping-calls", "unanswered-run"):
        assert seen(made, name) == []


def test_one_busy_person_called_again_and_again_is_another_matter() -> None:
    made = Field()
    dial(made, strangers(15) * 8, **CANCELLED)
    assert seen(made, "wangiri") == []


def test_a_days_pings_are_seen_at_the_number_that_crosses_the_line() -> None:
    made = Field()
    dial(made, strangers(230), every_ms=100 * SECOND, at_ms=MORNING - 10 * HOUR, **SILENCE)
    (found,) = keeps_its_word(made, "ping-calls")
    assert (found.row.until_ms, found.row.records) == (MORNING - 10 * HOUR + 149 * 100 * SECOND + 1, 230)


def test_a_sales_team_whose_people_hang_up_at_times_is_not_seen() -> None:
    made = Field()
    dial(made, strangers(220), every_ms=60 * SECOND, at_ms=MORNING - 10 * HOUR, **CANCELLED)
    dial(made, strangers(120, first=13125550000), every_ms=100 * SECOND, at_ms=MORNING - 10 * HOUR - 1, **TALK)
    assert seen(made, "ping-calls") == []


@settings(max_examples=4)
@given(answered=st.sampled_from([3, 4, 5]))
def test_an_hour_that_hardly_anybody_could_answer_is_known_when_it_is_over(answered: int) -> None:
    made = Field()
    dial(made, strangers(160 - answered), **UNANSWERED)
    dial(made, strangers(answered, first=13125550000), **TALK)
    found = keeps_its_word(made, "unanswered-run")
    assert [(one.row.strength, one.row.whole) for one in found] == ([(160 - answered, 160)] if answered <= 4 else [])
    assert [one.row.until_ms for one in found] == [MORNING + HOUR for _ in found]


def test_one_number_called_all_the_hour_is_another_matter() -> None:
    made = Field()
    dial(made, strangers(40) * 4, **UNANSWERED)
    assert seen(made, "unanswered-run") == []


def test_a_list_of_bad_numbers_fails_and_is_not_seen() -> None:
    made = Field()
    dial(made, strangers(200), outcome=5, talk_ms=0)
    for name in ("wangiri", "ping-calls", "unanswered-run"):
        assert seen(made, name) == []
