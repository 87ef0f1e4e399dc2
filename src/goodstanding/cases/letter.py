"""What must a letter about a case say? The facts, in words that every template uses under the same names."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import CureMeasurement
from goodstanding.cases.redact import redacted
from goodstanding.findings.finding import OTHER
from goodstanding.measures.readings import reading_text
from goodstanding.measures.standing import RequirementStanding
from goodstanding.measures.words import limit_text, share_text
from goodstanding.periods import DAY_MS, text_of_instant
from goodstanding.policy.clause import Limit, Requirement
from goodstanding.policy.edition import Edition


class Letter(StrEnum):
    """Which letter it is."""

    NOTICE = "notice"
    REMINDER = "reminder"
    OUTCOME = "outcome"
    HEARD = "heard"


# what a template of each kind must show; the loader refuses one that leaves a part out
ALWAYS: Final = frozenset({"reference", "account", "provider", "ask", "title", "clause", "edition", "period"})
COUNTED: Final = frozenset({"part", "whole", "limit", "reading", "records", "evidence_sha256", "recompute"})
REQUIRED: Final = {
    Letter.NOTICE: ALWAYS | COUNTED | {"duty", "basis", "readings", "cure", "window_days", "earliest", "earliest_utc"},
    Letter.REMINDER: ALWAYS | {"deadline", "deadline_utc", "cure", "progress"},
    Letter.OUTCOME: ALWAYS | {"outcome", "reasons", "decided_by", "actions", "progress"},
    Letter.HEARD: ALWAYS | {"is_upheld", "reasons", "decided_by", "actions"},
}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, and whom the customer asks."""

    provider: str
    ask: str


@dataclass(frozen=True, slots=True)
class Counts:
    """One count in a letter: under which reading, how many of how many, the share, and the verdict."""

    reading: str
    part: str
    whole: str
    share: str
    verdict: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All that a template may show; numbers are redacted, times are written out.

    basis         what a person wrote down; "" when it was counted, and then part to readings are set
    numbers       req-1: the numbers under the minimum, by their last four digits
    earliest      when the window would end were delivery proved as the letter is written, in the customer's zone
    deadline      the end of the window in the customer's zone; "" while delivery is not proved
    progress      measurements so far, the newest last
    """

    reference: str
    account: str
    account_name: str
    provider: str
    ask: str
    clause: str
    title: str
    duty: str
    edition: str
    period: str
    basis: str
    part: str
    whole: str
    share: str
    limit: str
    reading: str
    readings: tuple[Counts, ...]
    numbers: tuple[str, ...]
    records: str
    evidence_sha256: str
    recompute: str
    cure: str
    window_days: int
    earliest: str
    earliest_utc: str
    deadline: str
    deadline_utc: str
    progress: tuple[Counts, ...]
    outcome: str
    reasons: str
    decided_by: str
    is_upheld: bool
    actions: tuple[str, ...]


def facts_of(case: Case, edition: Edition, contact: Contact, sender: Sender, *, at_ms: int) -> LetterFacts:
    """Return what letters about a case say at that moment."""
    finding, one, decided = case.finding, case.finding.measured, case.determination
    clause = None if finding.clause == OTHER else edition.clause(finding.clause)
    heard = next((one for one in case.appeals[-1:] if one.upheld is not None), None)
    return LetterFacts(
        reference=case.id,
        account=finding.account,
        account_name=finding.account_name,
        provider=sender.provider,
        ask=sender.ask,
        clause=finding.clause,
        title=clause.title if clause else "Other",
        duty=" ".join(clause.duty.split()) if clause else "",
        edition=edition.id,
        period=f"{finding.period.label} ({edition.zone})",
        basis=finding.basis,
        part=f"{one.part:,}" if one else "",
        whole=f"{one.whole:,}" if one else "",
        share=share_text(one.part, one.whole, one.limit) if one else "",
        limit=limit_text(one.limit) if one else "",
        reading=reading_text(one.clause, one.reading) if one else "",
        readings=_readings(one),
        numbers=tuple(redacted(held.number) for held in (one.numbers or ())) if one else (),
        records=f"{finding.evidence.records:,}",
        evidence_sha256=finding.evidence.sha256,
        recompute=f"goodstanding check --edition {edition.id} --month {finding.period.label} --take SOURCE=FILE ..." if one else "",
        cure=finding.clause,
        window_days=case.cure_days,
        earliest=text_of_instant(at_ms + case.cure_days * DAY_MS, contact.zone),
        earliest_utc=text_of_instant(at_ms + case.cure_days * DAY_MS),
        deadline=_at(case.deadline_ms, contact.zone),
        deadline_utc=_at(case.deadline_ms),
        progress=_progress(case, clause.limit) if isinstance(clause, Requirement) else (),
        outcome=str(decided.outcome) if decided else "",
        reasons=heard.reasons if heard else decided.reasons if decided else "",
        decided_by=heard.heard_by if heard else decided.by if decided else "",
        is_upheld=bool(heard and heard.upheld),
        actions=tuple(str(action.kind) for action in case.actions),
    )


def _at(ms: int | None, zone: str = "UTC") -> str:
    return "" if ms is None else text_of_instant(ms, zone)


def _readings(one: RequirementStanding | None) -> tuple[Counts, ...]:
    if one is None:
        return ()
    return tuple(
        Counts(
            reading_text(one.clause, other.reading),
            f"{other.part:,}",
            f"{other.whole:,}",
            share_text(other.part, other.whole, one.limit),
            str(other.verdict),
        )
        for other in one.readings
    )


def _progress(case: Case, limit: Limit) -> tuple[Counts, ...]:
    return tuple(_measured(one, limit) for one in case.measurements)


def _measured(one: CureMeasurement, limit: Limit) -> Counts:
    days = f"{text_of_instant(one.since_ms)[:10]} – {text_of_instant(one.until_ms - 1)[:10]}"
    return Counts(days, f"{one.part:,}", f"{one.whole:,}", share_text(one.part, one.whole, limit), one.verdict)
