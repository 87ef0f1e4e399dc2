"""How does a person decide: determine, order an action, take and hear an appeal? Each is one transaction with what it sets off."""

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.case import Case
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import ActionKind, Outcome, State
from goodstanding.cases.ports import CaseChange, Errand, Errands
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.flows.give_notice import post_letter


def determine(desk: CaseDesk, case_id: str, outcome: Outcome, reasons: str, *, by: Actor, at_ms: int) -> Case:
    """Determine a case; the customer is told the outcome once it stands."""
    with desk.store.change() as change:
        case = move(change, case_id, lambda one: one.determine(outcome, reasons, by=by, at_ms=at_ms))
        return _told(desk, change, case, at_ms)


def second(desk: CaseDesk, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Confirm a proposed determination as somebody else."""
    with desk.store.change() as change:
        case = move(change, case_id, lambda one: one.second(by=by, at_ms=at_ms))
        return _told(desk, change, case, at_ms)


def _told(desk: CaseDesk, change: CaseChange, case: Case, at_ms: int) -> Case:
    if case.state is State.DETERMINED and case.notices:
        post_letter(desk, change, case, Letter.OUTCOME, name=f"outcome-{len(case.determinations)}", at_ms=at_ms)
    return case


def order(desk: CaseDesk, case_id: str, kind: ActionKind, *, by: Actor, at_ms: int, subject: str = "") -> Case:
    """Order an action, and tell the customer; a sweep carries it out."""
    with desk.store.change() as change:
        case = move(change, case_id, lambda one: one.order(kind, by=by, at_ms=at_ms, subject=subject))
        action = case.actions[-1]
        change.put_errand(Errands(action.id, case.id, Errand.ACT, "", action.id, due_ms=at_ms))
        post_letter(desk, change, case, Letter.OUTCOME, name=f"action-{len(case.actions)}", at_ms=at_ms)
        return case


def appeal(desk: CaseDesk, case_id: str, text: str, *, by: str, at_ms: int) -> Case:
    """Take a customer's appeal and keep its text."""
    with desk.store.change() as change:
        sha256 = change.put_document(text.encode(), "text/plain")
        return move(change, case_id, lambda one: one.appeal(sha256, by=Actor(ActorKind.CUSTOMER, by), at_ms=at_ms))


def hear(desk: CaseDesk, case_id: str, *, is_upheld: bool, reasons: str, by: Actor, at_ms: int) -> Case:
    """Hear an appeal; after a reversal a sweep undoes what was done."""
    with desk.store.change() as change:
        case = move(change, case_id, lambda one: one.hear(is_upheld=is_upheld, reasons=reasons, by=by, at_ms=at_ms))
        post_letter(desk, change, case, Letter.HEARD, name=f"heard-{len(case.appeals)}", at_ms=at_ms)
        for action in case.undoable:
            change.put_errand(Errands(f"{action.id}-undo", case.id, Errand.UNDO, "", action.id, due_ms=at_ms))
        return case
