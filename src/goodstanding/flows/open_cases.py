"""Which cases does a closed month open?"""

from dataclasses import dataclass

from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.ports import CaseChange, CaseStore, Remeasuring
from goodstanding.errors import LogBroken
from goodstanding.findings.apply import findings_of
from goodstanding.findings.by_hand import evidence_sha256
from goodstanding.findings.finding import Finding
from goodstanding.measures.standing import MonthStanding
from goodstanding.policy.clause import Requirement, Use
from goodstanding.policy.edition import Edition

EVIDENCE_TYPE = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a month's findings came to.

    opened    new cases, small samples among them
    known     findings that had a case already
    restated  cases of the same account, clause and period to which other counts were added
    """

    opened: tuple[Case, ...]
    known: int
    restated: tuple[str, ...]


def open_cases(store: CaseStore, remeasuring: Remeasuring, month: MonthStanding, edition: Edition, *, at_ms: int) -> Opened:
    """Open a case for each violated requirement of a closed month; the same finding opens nothing twice.

    The record ids behind each finding are kept as a document; LogBroken when they no longer have the hash they had.
    A case of a small sample is opened too, but no notice of it is written unless a person does so.
    """
    opened: list[Case] = []
    restated: list[str] = []
    known = 0
    for finding in findings_of(month, edition):
        if store.case_of_finding(finding.id) is not None:
            known += 1
            continue
        evidence = remeasuring.evidence_of(finding)
        with store.change() as change:
            earlier = _same_matter(change, finding)
            if earlier is not None:
                restated += _restated(change, earlier, finding, evidence, at_ms)
            else:
                opened.append(_opened(change, finding, evidence, edition, at_ms))
    return Opened(tuple(opened), known, tuple(restated))


def _same_matter(change: CaseChange, finding: Finding) -> Case | None:
    matter = (finding.clause, finding.period)
    for case in change.cases(account=finding.account):
        if (case.finding.clause, case.finding.period) == matter and case.finding.measured is not None:
            return case
    return None


def _restated(change: CaseChange, case: Case, finding: Finding, evidence: bytes, at_ms: int) -> list[str]:
    moved, events = case.restate(finding, at_ms=at_ms)
    if events:
        _put_evidence(change, finding, evidence)
        change.save(moved, events)
    return [case.id] if events else []


def _opened(change: CaseChange, finding: Finding, evidence: bytes, edition: Edition, at_ms: int) -> Case:
    _put_evidence(change, finding, evidence)
    reviewers, days = asked_for(edition, finding.clause)
    case, events = open_case(finding, by=SYSTEM, at_ms=at_ms, reviewers_needed=reviewers, cure_days=days)
    change.save(case, events)
    return case


def _put_evidence(change: CaseChange, finding: Finding, evidence: bytes) -> None:
    found = evidence_sha256(tuple(evidence.decode().splitlines()))
    if found != finding.evidence.sha256:
        message = (
            f"the records behind {finding.id} ({finding.clause}, {finding.period.label}) are not those the month was closed with; "
            f"close {finding.period.label} again"
        )
        raise LogBroken(message)
    change.put_document(evidence, EVIDENCE_TYPE)


def asked_for(edition: Edition, clause: str) -> tuple[int, int]:
    """Return how many reviewers and how many days to cure a clause asks for; "other" asks for one, and promises none."""
    for one in edition.clauses:
        if one.id == clause:
            return (one.reviewers if isinstance(one, Use) else 1), _days(one)
    return 1, 0


def _days(clause: Use | Requirement) -> int:
    return clause.cure_days
