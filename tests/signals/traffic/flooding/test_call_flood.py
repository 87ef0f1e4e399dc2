"""Is a flood of calls to one number seen when it crosses the line, and an ordinary day not?"""

from hypothesis import given
from hypothesis import strategies as st

from signals.traffic.field import HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

VICTIM = 12125550142


def a_flood(calls: int, *, every_ms: int = SECOND, accounts: tuple[int, ...] = (1,), at_ms: int = SINCE_MS + 10 * HOUR) -> Field:
    made = Field()
    for place in range(calls):
        made.add("calls", account=accounts[place % len(accounts)], callee=VICTIM, started_ms=at_ms + place * every_ms)
    return made


@given(line=st.integers(3, 12), calls=st.integers(1, 20))
def test_a_flood_is_seen_exactly_when_it_reaches_the_line(line: int, calls: int) -> None:
    found = keeps_its_word(a_flood(calls), "call-flood", attempts=line)
    assert [one.row.strength for one in found] == ([calls] if calls >= line else [])


def test_it_is_known_at_the_call_that_crosses_the_line() -> None:
    (found,) = keeps_its_word(a_flood(50), "call-flood", attempts=20)
    assert found.row.until_ms == SINCE_MS + 10 * HOUR + 19 * SECOND + 1
    assert found.row.records == 50


def test_calls_a_minute_apart_are_no_flood() -> None:
    assert keeps_its_word(a_flood(60, every_ms=MINUTE), "call-flood") == []


def test_a_flood_split_over_sub_accounts_is_the_masters() -> None:
    (found,) = keeps_its_word(a_flood(30, accounts=(2, 3)), "call-flood")
    assert (found.account, found.master, found.subject) == ("AC1", "AC1", f"+{VICTIM}")


def test_a_flood_by_one_sub_account_names_it() -> None:
    (found,) = keeps_its_word(a_flood(30, accounts=(2,)), "call-flood")
    assert (found.account, found.master) == ("AC2", "AC1")
