"""What does work on cases need around it?"""

from dataclasses import dataclass
from typing import Protocol

from goodstanding.cases.case import Case, Moved
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import LetterFacts, Sender, facts_of
from goodstanding.cases.ports import AccountControl, CaseChange, CaseStore, Letters, Post, Remeasuring
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

    def facts(self, case: Case, contact: Contact) -> LetterFacts:
        """Return what letters about a case say at the moment."""
        return facts_of(case, self.editions.named(case.finding.edition), contact, self.sender)

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
    """Apply one transition to a case and save it, within a transaction; nothing is saved when nothing happened."""
    case, events = step(change.case(case_id))
    if events:
        change.save(case, events)
    return case
