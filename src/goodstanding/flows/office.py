"""What does a flow over cases work with?"""

from dataclasses import dataclass
from typing import Protocol

from goodstanding.cases.case import Case
from goodstanding.cases.ports import AccountControl, CaseStore, Contact, Post, Remeasuring


class Letters(Protocol):
    """Renders letters from a case, each as one MIME message of fixed bytes."""

    def notice(self, case: Case, contact: Contact, *, message_id: str, at_ms: int) -> bytes:
        """Render the notice of a case; LetterInvalid when its template cannot be used."""

    def reminder(self, case: Case, contact: Contact, *, day: int, message_id: str, at_ms: int) -> bytes:
        """Render the reminder of a day of the window."""

    def outcome(self, case: Case, contact: Contact, *, message_id: str, at_ms: int) -> bytes:
        """Render the letter that tells the newest determination."""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything the flows over cases need.

    zone    IANA zone in which calendar months are counted
    domain  the right-hand side of Message-IDs
    """

    store: CaseStore
    letters: Letters
    post: Post
    control: AccountControl
    remeasuring: Remeasuring
    zone: str = "UTC"
    domain: str = "goodstanding.invalid"


def message_id(case: Case, part: str, domain: str) -> str:
    """Return the Message-ID of a letter of a case; the same letter always has the same one."""
    return f"<{case.id}.{part}@{domain}>"
