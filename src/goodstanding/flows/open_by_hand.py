"""How does a person open a case, under any clause or as "other", with a written basis?"""

from dataclasses import dataclass

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.ports import CaseStore
from goodstanding.errors import NotAllowed
from goodstanding.findings.by_hand import by_hand
from goodstanding.findings.finding import Span
from goodstanding.flows.open_cases import EVIDENCE_TYPE, asked_for
from goodstanding.policy.edition import Edition


@dataclass(frozen=True, slots=True)
class Report:
    """What a person found: under which clause, of whom, when, on what basis, in which records."""

    clause: str
    account: str
    name: str
    period: Span
    basis: str
    record_ids: tuple[str, ...] = ()


def open_by_hand(store: CaseStore, report: Report, edition: Edition, *, by: Actor, at_ms: int) -> Case:
    """Open a case, or return the one the same report has opened before; the basis and the record ids are kept as documents."""
    if by.kind is not ActorKind.PERSON or not by.name.strip():
        message = "only a named person may open a case by hand; say who you are with --by"
        raise NotAllowed(message)
    finding = by_hand(
        report.clause,
        account=report.account,
        name=report.name or report.account,
        period=report.period,
        basis=report.basis,
        record_ids=report.record_ids,
        edition=edition,
    )
    reviewers, days = asked_for(edition, finding.clause)
    with store.change() as change:
        known = change.case_of_finding(finding.id)
        if known is not None:
            return known
        change.put_document("".join(f"{one}\n" for one in sorted(set(report.record_ids))).encode(), EVIDENCE_TYPE)
        case, events = open_case(finding, by=by, at_ms=at_ms, reviewers_needed=reviewers, cure_days=days)
        change.save(case, events)
    return case
