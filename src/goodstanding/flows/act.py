"""How is an action ordered, and active harm stopped for now?"""

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.papers import ActionKind
from goodstanding.cases.ports import CaseStore
from goodstanding.flows.moving import act_id, armed_again, keep, move


def act(store: CaseStore, case_id: str, kind: ActionKind, *, by: Actor, at_ms: int, subject: str = "") -> Case:
    """Order an action under a determination of a violation; the sweep carries it out.

    An action of that kind that was given up is tried again, rather than ordered twice.
    """
    with store.change() as change:
        case = change.case(case_id)
        errands = {one.id: one for one in change.errands(case=case_id)}
        for action in case.to_do:
            waiting = errands.get(act_id(action.id))
            if (action.kind, action.subject) == (kind, subject) and waiting and waiting.given_up_ms is not None:
                change.put_errand(armed_again(waiting, at_ms))
                return case
        moved = case.order(kind, by=by, at_ms=at_ms, subject=subject)
        keep(change, moved, at_ms=at_ms)
    return moved[0]


def stop(store: CaseStore, case_id: str, reason: str, *, by: Actor, at_ms: int, hours: int = 24) -> Case:
    """Stop active harm for now; the stop runs out by itself unless a person confirms it."""
    return move(store, case_id, lambda case: case.place_stop(reason, by=by, at_ms=at_ms, hours=hours), at_ms=at_ms)


def confirm_stop(store: CaseStore, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Let a stop stand until somebody lifts it."""
    return move(store, case_id, lambda case: case.confirm_stop(by=by, at_ms=at_ms), at_ms=at_ms)


def lift_stop(store: CaseStore, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Lift a stop."""
    return move(store, case_id, lambda case: case.lift_stop(by=by, at_ms=at_ms), at_ms=at_ms)
