"""Are cases, links and notices added up, each at its line, and never taken for more than derived?"""

import pytest

from goodstanding.signals.traffic.catalogue import DETECTORS
from signals.traffic.field import DAY, HOUR, SINCE_MS, Field, keeps_its_word

NOON = SINCE_MS + 10 * DAY + 12 * HOUR


def decided(*days: int, account: int = 2) -> Field:
    made = Field()
    for day in days:
        made.add("confirmed_cases", account=account, decided_ms=NOON + day * DAY)
    return made


@pytest.mark.parametrize(("days", "seen"), [((0, 1), 0), ((0, 1, 2), 1), ((-80, 0, 9), 1), ((-82, 0, 8), 0), ((-9, -5, -1), 1)])
def test_three_cases_of_sub_accounts_within_ninety_days_are_the_masters(days: tuple[int, ...], seen: int) -> None:
    assert len(keeps_its_word(decided(*days), "repeated-cases")) == seen


def test_cases_of_the_master_itself_are_not_its_sub_accounts() -> None:
    assert keeps_its_word(decided(0, 1, 2, account=1), "repeated-cases") == []


@pytest.mark.parametrize(("strength", "seen"), [(1, []), (2, [("AC1", "AC4")])])
def test_a_strong_link_to_a_closed_account_is_seen(strength: int, seen: list[tuple[str, str]]) -> None:
    made = Field()
    made.add("links", strength=strength, at_ms=NOON)
    assert [(one.master, one.subject) for one in keeps_its_word(made, "returned-user")] == seen


def test_a_notice_that_ran_out_is_seen_when_it_did() -> None:
    made = Field()
    made.add("expired_notices", account=2, expired_ms=NOON)
    (found,) = keeps_its_word(made, "unanswered-notices")
    assert (found.account, found.row.until_ms) == ("AC2", NOON + 1)
    assert keeps_its_word(made, "unanswered-notices", notices=2) == []


def test_every_line_under_clause_14_is_derived_and_no_other() -> None:
    assert {one.name for one in DETECTORS if one.is_derived} == {one.name for one in DETECTORS if one.signal.startswith("P14.")}
