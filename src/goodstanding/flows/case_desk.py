"""What does work on cases need around it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from goodstanding.cases.case import Case, Moved
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import LetterFacts, Sender, facts_of
from goodstanding.cases.ports import AccountControl, CaseChange, CaseStore, Errand, Errands, Letters, Post, Remeasuring
from goodstanding.errors import NotAllowed
from goodstanding.findings.finding import Finding
from goodstanding.policy.edition import Editions


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """The store of cases, and everything outside that a case reaches.

    zone    the zone in which months are counted
    domain  what Message-IDs end with
    """

    store: CaseStore
    editions: Editions
    letters: Letters
    post: Post
    control: AccountControl
    remeasuring: Remeasuring
    sender: Sender
    zone: str
    domain: str

    def facts(self, case: Case, contact: Contact, *, at_ms: int) -> LetterFacts:
        """Return what letters about a case say at that moment."""
        return facts_of(case, self.editions.named(case.finding.edition), contact, self.sender, at_ms=at_ms)

    def contact_of(self, finding: Finding) -> Contact:
        """Return where an account's letters go; NotAllowed while nobody has said."""
        contact = self.store.contact(finding.account)
        if contact is None:
            message = (
                f"nobody has said where notices to {finding.account} go; say it with: goodstanding contact set {finding.account}"
            )
            raise NotAllowed(message)
        return contact


class Step(Protocol):
    """One transition, applied to the case as it stands in the store."""

    def __call__(self, case: Case, /) -> Moved:
        """Return the next case and its events."""


def move(change: CaseChange, case_id: str, step: Step) -> Case:
    """Apply one transition to a case and save it, within a transaction; nothing is saved when nothing happened.

    What the case's new state asks for outside is put into the outbox in the same transaction.
    """
    case, events = step(change.case(case_id))
    if events:
        change.save(case, events)
        known = {one.id for one in change.errands(case=case.id)}
        for errand in called_for(case):
            if errand.id not in known:
                change.put_errand(errand)
    return case


def called_for(case: Case) -> Iterator[Errands]:
    """List the errands a case calls for: its actions, what is to be undone, its emergency stop and its end."""
    at_ms = case.last_ms
    for action in case.to_do:
        yield Errands(action.id, case.id, Errand.ACT, "", action.id, at_ms)
    for action in case.undoable:
        yield Errands(undo_id(action.id), case.id, Errand.UNDO, "", action.id, at_ms)
    if case.stop is not None:
        yield Errands(case.stop.id, case.id, Errand.ACT, "", case.stop.id, at_ms)
        if not case.is_stopped:
            yield Errands(undo_id(case.stop.id), case.id, Errand.UNDO, "", case.stop.id, at_ms)


def undo_id(action_id: str) -> str:
    """Return the errand, and idempotency key, that undoes an action or stop."""
    return f"{action_id}-undo"
