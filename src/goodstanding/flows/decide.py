"""How does a person review, determine and close a case?"""

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import Outcome
from goodstanding.cases.ports import CaseChange, CaseStore, Errand
from goodstanding.flows.moving import keep, move
from goodstanding.flows.office import Office, tell


def assign(store: CaseStore, case_id: str, reviewer: str, *, by: Actor, at_ms: int) -> Case:
    """Give a case to a reviewer."""
    return move(store, case_id, lambda case: case.assign(reviewer, by=by, at_ms=at_ms), at_ms=at_ms)


def determine(office: Office, case_id: str, outcome: Outcome, reasons: str, *, by: Actor, at_ms: int) -> Case:
    """Determine a case, or propose it where two reviewers are needed; the customer is told what was determined."""
    with office.store.change() as change:
        moved = change.case(case_id).determine(outcome, reasons, by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
        _tell(office, change, moved[0], at_ms)
    return moved[0]


def second(office: Office, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Confirm a proposed determination, as somebody else."""
    with office.store.change() as change:
        moved = change.case(case_id).second(by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
        _tell(office, change, moved[0], at_ms)
    return moved[0]


def close(store: CaseStore, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Close a case with nothing left to do."""
    return move(store, case_id, lambda case: case.close(by=by, at_ms=at_ms), at_ms=at_ms)


def _tell(office: Office, change: CaseChange, case: Case, at_ms: int) -> None:
    """Write the customer what was determined, if anything stands and a notice was ever written."""
    if case.determination is None or not case.notices:
        return
    number = case.determination.number
    tell(office, change, case, (Letter.OUTCOME, Errand.OUTCOME, f"{case.id}-D{number}", f"d{number}"), at_ms=at_ms)
