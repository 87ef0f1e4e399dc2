"""How is delivery of a notice proved: by a delivery status, a provider's webhook, or the customer's own acknowledgement?"""

from goodstanding.audit.entry import SYSTEM, Actor, ActorKind
from goodstanding.cases.case import Case
from goodstanding.cases.ports import DeliveryStatus
from goodstanding.errors import NotAllowed
from goodstanding.flows.case_desk import CaseDesk, move


def take_status(desk: CaseDesk, status: DeliveryStatus, *, proof: str, at_ms: int) -> Case | None:
    """Take what a mail system says of a letter; None when it is about no notice of ours, or says nothing final."""
    case_id = status.message_id.strip("<>").rsplit("@", 1)[0].rsplit(".", 1)[0]
    with desk.store.change() as change:
        if not any(one.id == case_id for one in change.cases()):
            return None
        if status.message_id not in {one.message_id for one in change.case(case_id).notices}:
            return None
        if status.is_delivered:
            return move(change, case_id, lambda one: one.notice_delivered(status.message_id, proof, by=SYSTEM, at_ms=at_ms))
        if status.action == "failed":
            return move(change, case_id, lambda one: one.notice_bounced(status.message_id, status.answer, at_ms=at_ms))
    return None


def acknowledge(desk: CaseDesk, case_id: str, *, by: str, at_ms: int) -> Case:
    """Take the customer's own word that the notice arrived, from the portal."""
    with desk.store.change() as change:
        notice = change.case(case_id).notice
        if notice is None:
            message = f"case {case_id} has no notice to acknowledge"
            raise NotAllowed(message)
        actor = Actor(ActorKind.CUSTOMER, by)
        return move(change, case_id, lambda one: one.notice_delivered(notice.message_id, "portal", by=actor, at_ms=at_ms))
