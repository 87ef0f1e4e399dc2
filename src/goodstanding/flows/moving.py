"""How is a case moved by one step, in one transaction with everything the step asks for outside?"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from goodstanding.cases.case import Case, Moved
from goodstanding.cases.file import Events
from goodstanding.cases.papers import ActionKind
from goodstanding.cases.ports import CaseChange, CaseStore, Errand, Errands

Step = Callable[[Case], tuple[Case, Events]]


def move(store: CaseStore, case_id: str, step: Step, *, at_ms: int) -> Case:
    """Move a case by one step and return it; case, events, audit entries and errands commit together."""
    with store.change() as change:
        return move_within(change, change.case(case_id), step, at_ms=at_ms)


def move_within(change: CaseChange, case: Case, step: Step, *, at_ms: int) -> Case:
    """Move a case inside a transaction that is under way."""
    moved, events = step(case)
    keep(change, (moved, events), at_ms=at_ms)
    return moved


def keep(change: CaseChange, moved: Moved, *, at_ms: int) -> None:
    """Keep a moved case, and put the errands that its new state calls for; no events, nothing to keep."""
    case, events = moved
    if not events:
        return
    change.save(case, events)
    known = {one.id for one in change.errands(case=case.id)}
    for errand in called_for(case, at_ms):
        if errand.id not in known:
            change.put_errand(errand)


def called_for(case: Case, at_ms: int) -> Iterator[Errands]:
    """List the errands a case calls for: its actions, what is to be undone, its emergency stop."""
    for action in case.to_do:
        yield Errands(act_id(action.id), case.id, Errand.ACT, "", action.id, at_ms)
    for action in case.undoable:
        yield Errands(undo_id(action.id), case.id, Errand.UNDO, "", action.id, at_ms)
    if case.stop is not None:
        yield Errands(act_id(case.stop.id), case.id, Errand.ACT, "", case.stop.id, at_ms)
        if not case.is_stopped:
            yield Errands(undo_id(case.stop.id), case.id, Errand.UNDO, "", case.stop.id, at_ms)


def act_id(action_id: str) -> str:
    """Return the errand, and idempotency key, that carries an action or stop out."""
    return f"{action_id}-act"


def undo_id(action_id: str) -> str:
    """Return the errand, and idempotency key, that undoes an action or stop."""
    return f"{action_id}-undo"


def what_to_do(case: Case, action_id: str) -> tuple[ActionKind, str]:
    """Return the kind and subject of an action; an emergency stop suspends."""
    for action in case.actions:
        if action.id == action_id:
            return action.kind, action.subject
    return ActionKind.SUSPEND, ""


def armed_again(errand: Errands, at_ms: int) -> Errands:
    """Return an errand that was given up, to be tried from the start."""
    return replace(errand, tries=0, given_up_ms=None, leased_ms=None, due_ms=at_ms)
