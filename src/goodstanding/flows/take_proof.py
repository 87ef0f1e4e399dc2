"""What does a delivery status, a provider's webhook or the customer's own word make of a notice?"""

from typing import Final

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.case import Case, Moved
from goodstanding.cases.ports import CaseStore, DeliveryStatus
from goodstanding.errors import NotAllowed
from goodstanding.flows.moving import move
from goodstanding.flows.run_errands import Ran

FAILED: Final = "failed"


def take_status(store: CaseStore, status: DeliveryStatus, *, proof: str, at_ms: int) -> Ran | None:
    """Take in what a mail system says of a letter, and say what it came to; None for letters that are no notices of ours.

    The same status again changes nothing: a clock starts, and a notice comes back, at most once.

    proof  "dsn" or "webhook"
    """
    case = case_of_letter(store, status.message_id)
    if case is None:
        return None

    def step(one: Case) -> Moved:
        if status.is_delivered:
            return one.notice_delivered(status.message_id, proof, by=SYSTEM, at_ms=at_ms)
        if status.action == FAILED:
            return one.notice_bounced(status.message_id, status.answer, at_ms=at_ms)
        return one, ()

    after = move(store, case.id, step, at_ms=at_ms)
    if after.sequence == case.sequence:
        return Ran(case.id, "nothing new", status.action)
    return Ran(case.id, "delivery proved" if status.is_delivered else "notice came back", status.answer)


def case_of_letter(store: CaseStore, message_id: str) -> Case | None:
    """Return the case that a notice of this Message-ID belongs to."""
    for case in store.cases():
        if message_id in {one.message_id for one in case.notices}:
            return case
    return None


def acknowledge(store: CaseStore, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Take the customer's own word that the notice has come; it proves delivery as a delivery status does."""

    def step(case: Case) -> Moved:
        if case.notice is None:
            message = f"case {case.id} has no notice to acknowledge; goodstanding case notice {case.id} writes one"
            raise NotAllowed(message)
        return case.notice_delivered(case.notice.message_id, "portal", by=by, at_ms=at_ms)

    return move(store, case_id, step, at_ms=at_ms)
