"""Do the detectors hear what cases ended as, which notices ran out, and who came back, and nothing where there is no case?"""

from dataclasses import replace
from pathlib import Path

import pytest

from cases.commands import finding, notice
from engines.beside import NOW_MS, into_workspace
from goodstanding.app import case_desk, remembering_traffic, workspace
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.papers import Action, ActionKind, CureMeasurement, Determination, Exemption, Outcome
from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.flows.remember_cases import Remembering, confirmed, expired
from goodstanding.flows.scan_records import EvidentGround
from goodstanding.flows.scan_traffic import sightings
from goodstanding.periods import DAY_MS
from goodstanding.settings import Settings
from goodstanding.signals.traffic.catalogue import DETECTORS
from signals.traffic.field import HOUR, SINCE_MS, UNTIL_MS, Field, parameters

NOON = SINCE_MS + DAY_MS // 2
WRITTEN_MS = SINCE_MS - 40 * DAY_MS
DEADLINE_MS = WRITTEN_MS + 30 * DAY_MS
RELATIONS = ("confirmed_cases", "expired_notices", "links")


def opened(number: int = 0, *, account: str = "AC1", days: int = 30) -> Case:
    """Open a case whose notice was delivered as soon as it was written."""
    made = replace(finding(number=number), account=account)
    case, _ = open_case(made, by=SYSTEM, at_ms=WRITTEN_MS, reviewers_needed=1, cure_days=days)
    return replace(case, notices=(replace(notice(number, WRITTEN_MS), delivered_ms=WRITTEN_MS),))


def decided(outcome: Outcome = Outcome.VIOLATION, *, reversed_by: str = "", number: int = 0, account: str = "AC1") -> Case:
    made = Determination(1, "reviewer-1", NOON, outcome, "reasons", reversed_by=reversed_by)
    return replace(opened(number, account=account), determinations=(made,))


def measured(verdict: str, window: str = "month") -> Case:
    return replace(opened(), measurements=(CureMeasurement(window, WRITTEN_MS, DEADLINE_MS, 1, 2, verdict, "e" * 64),))


def closed(account: str, done_ms: int = WRITTEN_MS, *, undone_ms: int | None = None) -> Case:
    case = decided(account=account)
    done = Action("A1", ActionKind.CLOSE_ACCOUNT, case.determinations[0], "reviewer-1", WRITTEN_MS, "", done_ms, "", undone_ms)
    return replace(case, actions=(done,))


class Standing:
    """Traffic that a test made."""

    def __init__(self, made: Field) -> None:
        self.made = made

    def span_ms(self) -> tuple[int, int]:
        return SINCE_MS, UNTIL_MS - 1

    def ground(self, *bounds_ms: int, days_before: int) -> tuple[DuckdbGround, dict[str, int]]:
        assert (bounds_ms, days_before) == ((SINCE_MS, UNTIL_MS), 28)
        return self.made.ground(), {}


def remembered(*cases: Case, made: Field | None = None) -> EvidentGround:
    return Remembering(Standing(made or Field()), cases, NOW_MS).ground(SINCE_MS, UNTIL_MS, days_before=28)[0]


def seen(ground: EvidentGround, name: str) -> list[tuple[str, str | None]]:
    detector = next(one for one in DETECTORS if one.name == name)
    found = sightings(ground, detector, parameters(name), since_ms=SINCE_MS, until_ms=UNTIL_MS)
    return [(one.account, one.subject) for one in found]


def test_only_violations_that_stand_are_confirmed() -> None:
    assert confirmed([decided(), decided(Outcome.VICTIM), decided(reversed_by="reviewer-2"), opened()]) == [
        ("AC1", "req-2", NOON, "C-0000000000000000")
    ]


@pytest.mark.parametrize(
    ("case", "is_expired"),
    [
        (measured("violated"), True),
        (measured("complies"), False),
        (measured("violated", "week"), False),
        (decided(), True),
        (decided(Outcome.CURED), False),
        (decided(reversed_by="reviewer-2"), False),
        (opened(), False),
        (replace(measured("violated"), cure_days=0), False),
        (replace(measured("violated"), notices=()), False),
        (replace(measured("violated"), exemptions=(Exemption("a" * 64, "failover", "b" * 64, "customer", NOON),)), False),
    ],
)
def test_a_notice_ran_out_when_its_time_is_over_and_nothing_was_cured_or_shown(case: Case, is_expired: bool) -> None:
    assert expired([case], DEADLINE_MS) == ([("AC1", DEADLINE_MS, case.id)] if is_expired else [])
    assert expired([case], DEADLINE_MS - 1) == []


def test_three_violations_of_sub_accounts_are_put_before_their_detector() -> None:
    cases = [decided(number=place, account="AC2") for place in range(3)]
    assert seen(remembered(*cases), "repeated-cases") == [("AC1", None)]
    assert seen(remembered(*cases[:2], decided(number=3, account="gone")), "repeated-cases") == []


def test_a_notice_that_ran_out_within_the_span_is_put_before_its_detector() -> None:
    late = replace(measured("violated"), cure_days=45)
    late = replace(late, measurements=(replace(late.measurements[0], until_ms=SINCE_MS + 6 * DAY_MS),))
    assert seen(remembered(late), "unanswered-notices") == [("AC1", None)]


def paying(*accounts: int, status: str | None = None) -> Field:
    made = Field()
    for account in accounts:
        made.add("profiles", account=account, payment="card", status=status if account == 1 else None)
        made.add("calls", account=account, started_ms=SINCE_MS + account * HOUR)
    return made


def test_whoever_shares_means_with_a_closed_account_came_back() -> None:
    made = paying(1, 4)
    assert seen(remembered(closed("AC1"), made=made), "returned-user") == [("AC4", "AC1")]
    assert seen(remembered(closed("AC1", undone_ms=NOON), made=made), "returned-user") == []
    assert seen(remembered(closed("AC1"), closed("AC4"), made=made), "returned-user") == []
    assert seen(remembered(closed("AC1", UNTIL_MS), made=made), "returned-user") == []
    assert seen(remembered(closed("AC1"), made=paying(4)), "returned-user") == []


def test_an_account_that_its_profile_calls_closed_is_closed_as_well() -> None:
    assert seen(remembered(opened(), made=paying(1, 4, status="closed")), "returned-user") == [("AC4", "AC1")]


def test_without_a_case_none_of_it_is_held() -> None:
    assert [one for one in RELATIONS if remembered().holds(one)] == []
    assert [one for one in RELATIONS if remembered(opened()).holds(one)] == list(RELATIONS)


def test_a_workspace_tells_what_its_cases_say(tmp_path: Path) -> None:
    calls = tmp_path / "calls.csv"
    calls.write_text(
        "id,account,direction,outcome,caller,callee,started_at,talk_ms\n"
        "c1,AC1,outbound,answered,+14155550100,+12125550199,2016-02-10T12:00:00Z,1000\n",
        encoding="utf-8",
    )
    folder, settings = tmp_path / "work", Settings(now_ms=NOW_MS)
    into_workspace(folder, [f"calls={calls}"])
    held_before, made_before = told(folder, settings), (folder / "cases.db").exists()
    case, events = open_case(finding(), by=SYSTEM, at_ms=WRITTEN_MS, reviewers_needed=1, cure_days=30)
    with workspace(folder, settings) as held, case_desk(held, settings) as desk, desk.store.change() as change:
        change.save(case, events)
    assert (held_before, made_before, told(folder, settings)) == ([], False, list(RELATIONS))


def told(folder: Path, settings: Settings) -> list[str]:
    with workspace(folder, settings) as held, remembering_traffic(held, settings) as traffic:
        ground, _ = traffic.ground(SINCE_MS, UNTIL_MS, days_before=0)
        return [one for one in RELATIONS if ground.holds(one)]
