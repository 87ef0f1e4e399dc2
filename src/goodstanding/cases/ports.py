"""What must be kept, sent and carried out for cases, and by what shape of port?"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from goodstanding.audit.entry import Entry
from goodstanding.audit.ports import Checkpoint, LogReads
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.cure import Window
from goodstanding.cases.event import Event
from goodstanding.cases.letter import Letter, LetterFacts
from goodstanding.cases.papers import ActionKind, CureMeasurement, State
from goodstanding.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes that never change: a letter, the list of record ids behind a finding, an appeal's text. Known by its SHA-256."""

    sha256: str
    media_type: str
    content: bytes


class Errand(StrEnum):
    """What is to be done outside the program."""

    NOTICE = "notice"
    REMINDER = "reminder"
    OUTCOME = "outcome"
    ACT = "act"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Errands:
    """One thing to do outside, until it is done: kept in the transaction that decided it (an outbox).

    id          also the idempotency key: the same decision gives the same id
    document    SHA-256 of what is to be sent; "" for an action
    action      the action's or stop's id; "" for a letter
    due_ms      not before
    tries       how often it was tried; last_error the field-standard words of the last failure, without personal data
    leased_ms   until when a sweep that took it has it for itself
    """

    id: str
    case: str
    errand: Errand
    document: str
    action: str
    due_ms: int
    tries: int = 0
    leased_ms: int | None = None
    done_ms: int | None = None
    given_up_ms: int | None = None
    last_error: str = ""


class CaseReads(Protocol):
    """What can be asked of the case store."""

    def case(self, case_id: str) -> Case:
        """Return a case; CaseUnknown when there is none."""

    def case_of_finding(self, finding_id: str) -> Case | None:
        """Return the case that a finding opened."""

    def cases(self, *, states: Iterable[State] | None = None, account: str | None = None) -> list[Case]:
        """Return cases in the order they were opened."""

    def events(self, case_id: str | None = None) -> list[Event]:
        """Return the events of a case, or of all cases, in the order in which they were committed."""

    def document(self, sha256: str) -> Document:
        """Return a document; DocumentUnknown when there is none."""

    def contact(self, account: str) -> Contact | None:
        """Return where an account's notices go."""

    def contacts(self) -> list[Contact]:
        """Return every contact, by account."""

    def errands(self, *, case: str | None = None, due_by_ms: int | None = None) -> list[Errands]:
        """Return errands: all of a case, or those due and neither done, given up nor leased at that time."""


class CaseChange(CaseReads, Protocol):
    """One transaction: case, events, audit entries, documents and errands become visible together, or nothing does."""

    def save(self, case: Case, events: Sequence[Event]) -> None:
        """Keep a case after a transition, its events, and one audit entry an event; CaseMoved when someone else moved it."""

    def note(self, entry: Entry) -> None:
        """Append an audit entry that belongs to no case: a month closed, a check point made."""

    def put_checkpoint(self, at_ms: int) -> Checkpoint:
        """Make a checkpoint over the log as it stands; the same size is the same checkpoint."""

    def put_document(self, content: bytes, media_type: str) -> str:
        """Keep bytes and return their SHA-256."""

    def put_contact(self, contact: Contact) -> None:
        """Keep where an account's notices go."""

    def put_errand(self, errand: Errands) -> None:
        """Keep an errand, or its new state; the same id is the same errand."""

    def lease(self, errand_id: str, now_ms: int, until_ms: int) -> bool:
        """Take an errand for oneself; False when another sweep has it or it is done."""


class CaseStore(CaseReads, LogReads, Protocol):
    """Keeps cases."""

    def change(self) -> AbstractContextManager[CaseChange]:
        """Begin the one transaction that may be under way; it commits on a clean exit."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the mail system said. `answer` is kept as evidence; `is_final` when trying again is of no use."""

    accepted: bool
    answer: str
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What a mail system says became of a letter: `action` is delivered, relayed, expanded, delayed or failed (RFC 3464)."""

    message_id: str
    action: str
    answer: str

    @property
    def is_delivered(self) -> bool:
        """Whether it proves delivery: only "delivered" does; a relay that knows nothing more does not."""
        return self.action == "delivered"


class Letters(Protocol):
    """Writes letters from the operator's templates."""

    def text(self, letter: Letter, facts: LetterFacts, *, language: str) -> str:
        """Return the letter as text, to look at before it is given."""

    def write(self, letter: Letter, facts: LetterFacts, *, to: str, language: str, message_id: str, at_ms: int) -> bytes:
        """Return the whole message; the same facts, receiver, id and time give the same bytes."""


class Post(Protocol):
    """Hands letters to the mail system."""

    def send(self, letter: bytes, address: str) -> Sent:
        """Hand over one MIME message, asking for a delivery status."""


class AccountControl(Protocol):
    """Carries actions out, and undoes them. Each call may be repeated under the same key without a second effect."""

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        """Carry an action out and return a receipt; ControlFailed when it cannot be done."""

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        """Undo it by its counterpart and return a receipt."""


class Remeasuring(Protocol):
    """Measures an account again, for a cure."""

    def measure(self, finding: Finding, window: Window, *, exempt: frozenset[str] = frozenset()) -> CureMeasurement:
        """Count the finding's requirement for its account over a window; exempted numbers, by their SHA-256, are left out."""

    def evidence_of(self, finding: Finding) -> bytes:
        """Return the sorted record ids behind a finding, each followed by a line feed."""
