"""Is a burst to risky destinations held against what the account called before?"""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.signals.traffic.sighting import Pointing
from signals.traffic.calling import MORNING, TALK, UNANSWERED, dial
from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, Field, keeps_its_word, seen

RISKY = 99955500000
NIGHT = MORNING - 10 * HOUR


def a_customer(*, risky_a_day: int = 0) -> Field:
    made = Field()
    made.add("destinations", prefix=RISKY // 10_000, country="001", calling_code=999, risk=4)
    made.add("destinations", prefix=1212555)
    for day in range(4):
        dial(made, [12125550100] * 3, at_ms=MORNING + day * DAY, every_ms=MINUTE, **TALK)
        dial(made, range(RISKY, RISKY + risky_a_day), at_ms=MORNING + day * DAY, every_ms=MINUTE, **TALK)
    return made


@settings(max_examples=5)
@given(calls=st.sampled_from([11, 12, 13]))
def test_a_burst_by_night_is_seen_exactly_when_it_reaches_the_line(calls: int) -> None:
    made = a_customer()
    dial(made, range(RISKY, RISKY + calls), at_ms=NIGHT + 4 * DAY, every_ms=30 * SECOND, **TALK)
    found = keeps_its_word(made, "revenue-share")
    assert [(one.row.strength, one.pointing) for one in found] == ([(calls, Pointing.EITHER)] if calls >= 12 else [])
    assert [one.row.until_ms for one in found] == [NIGHT + 4 * DAY + 11 * 30 * SECOND + 1 for _ in found]


def test_what_an_account_always_called_is_no_burst() -> None:
    made = a_customer(risky_a_day=5)
    dial(made, range(RISKY, RISKY + 40), at_ms=NIGHT + 4 * DAY, every_ms=30 * SECOND, **TALK)
    assert seen(made, "revenue-share") == []


def test_a_new_market_called_by_day_with_many_unanswered_is_no_burst() -> None:
    made = a_customer()
    for place in range(40):
        made.add("destinations", prefix=RISKY // 10_000 + 1 + place, country="001", calling_code=999, risk=4)
        number = RISKY + (place + 1) * 10_000
        dial(made, [number], at_ms=MORNING + 4 * DAY + place * MINUTE, **(TALK if place % 2 else UNANSWERED))
    assert seen(made, "revenue-share") == []


def test_an_account_nobody_knows_yet_needs_more_calls_and_more_signs() -> None:
    made = Field()
    made.add("destinations", prefix=RISKY // 10_000, country="001", calling_code=999, risk=3)
    dial(made, range(RISKY, RISKY + 39), at_ms=NIGHT, every_ms=30 * SECOND, **TALK)
    assert seen(made, "revenue-share") == []
    dial(made, [RISKY + 77], at_ms=NIGHT + 40 * 30 * SECOND, **TALK)
    assert len(keeps_its_word(made, "revenue-share")) == 1


ORDINARY = 99800000000


def a_stranger_to(made: Field, *, before: int = 0) -> None:
    """Know an ordinary country that the account called so often the days before."""
    made.add("destinations", prefix=ORDINARY // 10_000, country="ZZ", calling_code=998)
    dial(made, range(ORDINARY, ORDINARY + before), at_ms=MORNING + DAY, every_ms=MINUTE, **TALK)


@settings(max_examples=3)
@given(numbers=st.sampled_from([29, 30, 35]))
def test_a_night_of_answered_calls_to_a_new_country_is_seen_exactly_at_the_line(numbers: int) -> None:
    made = a_customer()
    a_stranger_to(made, before=2)
    dial(made, range(ORDINARY + 10, ORDINARY + 10 + numbers), at_ms=NIGHT + 4 * DAY, every_ms=30 * SECOND, **TALK)
    found = keeps_its_word(made, "new-country")
    assert [(one.subject, one.row.strength, one.row.until_ms) for one in found] == (
        [("ZZ", numbers, NIGHT + 4 * DAY + 29 * 30 * SECOND + 1)] if numbers >= 30 else []
    )


@pytest.mark.parametrize(
    ("who", "before", "at_ms", "said"),
    [
        ("an exporter", 3, NIGHT + 4 * DAY, TALK),
        ("a campaign by day", 0, MORNING + 4 * DAY, TALK),
        ("codes by voice", 0, NIGHT + 4 * DAY, {**TALK, "talk_ms": 15_000}),
        ("a list nobody answers", 0, NIGHT + 4 * DAY, UNANSWERED),
        ("an account of two days", 0, NIGHT + 2 * DAY, TALK),
    ],
)
def test_honest_calls_to_a_country_are_no_burst(who: str, before: int, at_ms: int, said: Mapping[str, Any]) -> None:
    made = a_customer()
    a_stranger_to(made, before=before)
    dial(made, range(ORDINARY + 10, ORDINARY + 70), at_ms=at_ms, every_ms=30 * SECOND, **said)
    assert seen(made, "new-country") == [], who
