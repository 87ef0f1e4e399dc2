"""How does a finding become a case: once, with its evidence kept?"""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.papers import State
from goodstanding.cases.ports import CaseChange
from goodstanding.errors import LogBroken
from goodstanding.findings.finding import OTHER, Finding
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.policy.clause import Use


class Seen(NamedTuple):
    """What a detector saw, as a finding, and the sorted ids of the records behind it, each followed by a line feed."""

    finding: Finding
    evidence: bytes


class Fate(Enum):
    """What becomes of a finding: it opens a case, joins one that goes on, or is in one already."""

    OPENS = auto()
    JOINS = auto()
    KNOWN = auto()


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


def open_seen(desk: CaseDesk, seen: Iterable[Seen], *, at_ms: int) -> list[Case]:
    """Open a case for each thing a detector saw that has none, and return those.

    While a case of the same clause, account and detector is not closed, what is seen later joins it.
    """
    opened = []
    for finding, evidence in seen:
        with desk.store.change() as change:
            there = change.cases(account=finding.account)
            if any(_knows(case, finding) for case in there):
                continue
            going_on = next((case for case in there if _goes_on(case, finding)), None)
            if going_on is not None:
                _restated(change, going_on, finding, evidence, at_ms)
            else:
                opened.append(_opened(desk, change, finding, evidence, SYSTEM, at_ms))
    return opened


def fate_of(finding: Finding, there: Iterable[Case]) -> Fate:
    """Say what `open_seen` would make of a finding, beside the cases of its account that are there."""
    there = tuple(there)
    if any(_knows(case, finding) for case in there):
        return Fate.KNOWN
    return Fate.JOINS if any(_goes_on(case, finding) for case in there) else Fate.OPENS


def _knows(case: Case, finding: Finding) -> bool:
    return finding.id in {case.finding.id, *(one.id for one in case.restatements)}


def _goes_on(case: Case, finding: Finding) -> bool:
    same = (case.finding.clause, case.finding.seen_by) == (finding.clause, finding.seen_by)
    return same and case.state is not State.CLOSED


def open_by_hand(desk: CaseDesk, finding: Finding, *, evidence: bytes, by: Actor, at_ms: int) -> Case:
    """Open a case for what a person found; the same finding again is the same case."""
    with desk.store.change() as change:
        known = change.case_of_finding(finding.id)
        return known or _opened(desk, change, finding, evidence, by, at_ms)


def _joined_or_opened(desk: CaseDesk, change: CaseChange, finding: Finding, evidence: bytes, at_ms: int) -> Case | None:
    if change.case_of_finding(finding.id) is not None:
        return None
    for case in change.cases(account=finding.account):
        if not case.finding.seen_by and (case.finding.clause, case.finding.period) == (finding.clause, finding.period):
            _restated(change, case, finding, evidence, at_ms)
            return None
    return _opened(desk, change, finding, evidence, SYSTEM, at_ms)


def _restated(change: CaseChange, case: Case, finding: Finding, evidence: bytes, at_ms: int) -> None:
    _keep(change, finding, evidence)
    moved, events = case.restate(finding, at_ms=at_ms)
    if events:
        change.save(moved, events)


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
