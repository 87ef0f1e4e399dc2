"""What does a delivery status, a provider's webhook or the customer's own word make of a notice?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.case import Case, Moved
from goodstanding.cases.ports import CaseStore
from goodstanding.errors import NotAllowed
from goodstanding.flows.moving import move


class Became(StrEnum):
    """What became of a letter."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    DELAYED = "delayed"


@dataclass(frozen=True, slots=True)
class Status:
    """One word on one letter. `proof` is "dsn" or "webhook"; `reason` the mail system's code, without personal data."""

    message_id: str
    became: Became
    proof: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the statuses: cases whose clock started, cases whose notice came back, and words on unknown letters."""

    started: tuple[str, ...]
    bounced: tuple[str, ...]
    unknown: int


def take_proofs(store: CaseStore, statuses: Iterable[Status], *, at_ms: int) -> Taken:
    """Take statuses in; each starts a clock or reopens a notice at most once, however often it comes."""
    by_letter = {notice.message_id: case.id for case in store.cases() for notice in case.notices}
    started: list[str] = []
    bounced: list[str] = []
    unknown = 0
    for status in statuses:
        case_id = by_letter.get(status.message_id)
        if case_id is None:
            unknown += 1
            continue
        before = store.case(case_id).sequence
        after = move(store, case_id, lambda case, one=status: _told(case, one, at_ms), at_ms=at_ms)  # type: ignore[misc]
        if after.sequence > before:
            (started if status.became is Became.DELIVERED else bounced).append(case_id)
    return Taken(tuple(started), tuple(bounced), unknown)


def _told(case: Case, status: Status, at_ms: int) -> Moved:
    if status.became is Became.DELIVERED:
        return case.notice_delivered(status.message_id, status.proof, by=SYSTEM, at_ms=at_ms)
    if status.became is Became.BOUNCED:
        return case.notice_bounced(status.message_id, status.reason, at_ms=at_ms)
    return case, ()


def acknowledge(store: CaseStore, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Take the customer's own word that the notice has come; it proves delivery as a delivery status does."""

    def step(case: Case) -> Moved:
        if case.notice is None:
            message = f"case {case.id} has no notice to acknowledge; goodstanding case notice {case.id} writes one"
            raise NotAllowed(message)
        return case.notice_delivered(case.notice.message_id, "portal", by=by, at_ms=at_ms)

    return move(store, case_id, step, at_ms=at_ms)
