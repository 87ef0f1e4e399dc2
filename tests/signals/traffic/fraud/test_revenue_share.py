"""Is a burst to risky destinations held against what the account called before?"""

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
