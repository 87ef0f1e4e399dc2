"""How does a finding become a case: once, with its evidence kept?"""

from collections.abc import Iterable

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.ports import CaseChange
from goodstanding.errors import LogBroken
from goodstanding.findings.finding import OTHER, Finding
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.policy.clause import Use


def open_cases(desk: CaseDesk, findings: Iterable[Finding], *, at_ms: int) -> list[Case]:
    """Open a case for each finding that has none, and return those; a restated finding joins the case it belongs to."""
    opened = []
    for finding in findings:
        if desk.store.case_of_finding(finding.id) is None:
            evidence = desk.remeasuring.evidence_of(finding)
            with desk.store.change() as change:
                case = _joined_or_opened(desk, change, finding, evidence, at_ms)
            opened += [case] if case else []
    return opened


def open_by_hand(desk: CaseDesk, finding: Finding, *, evidence: bytes, by: Actor, at_ms: int) -> Case:
    """Open a case for what a person found; the same finding again is the same case."""
    with desk.store.change() as change:
        known = change.case_of_finding(finding.id)
        return known or _opened(desk, change, finding, evidence, by, at_ms)


def _joined_or_opened(desk: CaseDesk, change: CaseChange, finding: Finding, evidence: bytes, at_ms: int) -> Case | None:
    if change.case_of_finding(finding.id) is not None:
        return None
    for case in change.cases(account=finding.account):
        if (case.finding.clause, case.finding.period) == (finding.clause, finding.period):
            _keep(change, finding, evidence)
            moved, events = case.restate(finding, at_ms=at_ms)
            if events:
                change.save(moved, events)
            return None
    return _opened(desk, change, finding, evidence, SYSTEM, at_ms)


def _opened(desk: CaseDesk, change: CaseChange, finding: Finding, evidence: bytes, by: Actor, at_ms: int) -> Case:
    _keep(change, finding, evidence)
    clause = None if finding.clause == OTHER else desk.editions.named(finding.edition).clause(finding.clause)
    reviewers = clause.reviewers if isinstance(clause, Use) else 1
    days = clause.cure_days if clause else 0
    case, events = open_case(finding, by=by, at_ms=at_ms, reviewers_needed=reviewers, cure_days=days)
    change.save(case, events)
    return case


def _keep(change: CaseChange, finding: Finding, evidence: bytes) -> None:
    if change.put_document(evidence, "text/plain") != finding.evidence.sha256:
        message = f"the records behind finding {finding.id} are no longer those it was counted from; close the month again"
        raise LogBroken(message)
