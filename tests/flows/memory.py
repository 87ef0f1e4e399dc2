"""Keepers in memory for tests of the flows: cases, letters, post, control and measurements."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.cure import Window
from goodstanding.cases.letter import Letter, LetterFacts, Sender
from goodstanding.cases.papers import ActionKind, CureMeasurement, State
from goodstanding.cases.ports import Document, Errands, Sent
from goodstanding.errors import CaseMoved, CaseUnknown, ControlFailed, DocumentUnknown
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.policy.load import load_editions


class Memory:
    def __init__(self) -> None:
        self.kept = {}
        self.log = []
        self.documents = {}
        self.contacts = {}
        self.outbox = {}
        self.notes = []

    @contextmanager
    def change(self) -> Iterator["Memory"]:
        before = {name: (value.copy()) for name, value in vars(self).items()}
        try:
            yield self
        except BaseException:
            vars(self).update(before)
            raise

    def case(self, case_id: str) -> Case:
        if case_id not in self.kept:
            raise CaseUnknown(case_id)
        return self.kept[case_id]

    def case_of_finding(self, finding_id: str) -> Case | None:
        return next((one for one in self.kept.values() if one.finding.id == finding_id), None)

    def cases(self, *, states: Iterable[State] | None = None, account: str | None = None) -> list[Case]:
        wanted = set(State) if states is None else set(states)
        return [one for one in self.kept.values() if one.state in wanted and account in (None, one.finding.account)]

    def events(self, case_id: str | None = None) -> list:
        return [one for one in self.log if case_id in (None, one.case)]

    def document(self, sha256: str) -> Document:
        if sha256 not in self.documents:
            raise DocumentUnknown(sha256)
        return self.documents[sha256]

    def contact(self, account: str) -> Contact | None:
        return self.contacts.get(account)

    def errands(self, *, case: str | None = None, due_by_ms: int | None = None) -> list[Errands]:
        found = [one for one in self.outbox.values() if case in (None, one.case)]
        if due_by_ms is None:
            return found
        return [one for one in found if self._is_free(one, due_by_ms)]

    @staticmethod
    def _is_free(one: Errands, now_ms: int) -> bool:
        is_open = one.done_ms is None and one.given_up_ms is None
        return is_open and one.due_ms <= now_ms and (one.leased_ms is None or one.leased_ms <= now_ms)

    def save(self, case: Case, events: tuple) -> None:
        held = self.kept.get(case.id)
        if (held.sequence if held else 0) != case.sequence - len(events):
            raise CaseMoved(case.id)
        self.kept[case.id] = case
        self.log += events

    def note(self, entry: object) -> None:
        self.notes.append(entry)

    def put_document(self, content: bytes, media_type: str) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        self.documents[sha256] = Document(sha256, media_type, content)
        return sha256

    def put_contact(self, contact: Contact) -> None:
        self.contacts[contact.account] = contact

    def put_errand(self, errand: Errands) -> None:
        self.outbox[errand.id] = errand

    def lease(self, errand_id: str, now_ms: int, until_ms: int) -> bool:
        if not self._is_free(self.outbox[errand_id], now_ms):
            return False
        self.outbox[errand_id] = replace(self.outbox[errand_id], leased_ms=until_ms)
        return True


class PlainLetters:
    def text(self, letter: Letter, facts: LetterFacts, *, language: str) -> str:
        return f"{letter} about {facts.reference}"

    def write(self, letter: Letter, facts: LetterFacts, *, to: str, language: str, message_id: str, at_ms: int) -> bytes:
        return f"Message-ID: {message_id}\n\n{self.text(letter, facts, language=language)} at {at_ms}\n".encode()


class PostBox:
    """Takes letters; `answers` says what to answer first, before it takes everything."""

    def __init__(self) -> None:
        self.taken = []
        self.answers = []

    def send(self, letter: bytes, address: str) -> Sent:
        answer = self.answers.pop(0) if self.answers else Sent(accepted=True, answer="250 ok")
        self.taken += [letter] if answer.accepted else []
        return answer


class Switchboard:
    """Carries actions out; each key has one effect."""

    def __init__(self) -> None:
        self.effects = {}
        self.fail = 0

    def act(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        if self.fail:
            self.fail -= 1
            raise ControlFailed("503 later", is_final=False)
        self.effects.setdefault(key, (kind, account))
        return f"receipt {key}"

    def undo(self, kind: ActionKind, account: str, subject: str, key: str) -> str:
        return self.act(kind, account, subject, key)


class Scale:
    """Measures what it is told: short calls of a hundred."""

    def __init__(self) -> None:
        self.part = 11

    def measure(self, finding: object, window: Window, *, exempt: frozenset = frozenset()) -> CureMeasurement:
        verdict = "violated" if self.part > 10 else "complies"
        return CureMeasurement(window.name, window.since_ms, window.until_ms, self.part, 100, verdict, "e" * 64)

    def evidence_of(self, finding: object) -> bytes:
        return b"c1\nc2\n"


def an_office(remeasuring: object, store: object = None) -> CaseDesk:
    sender = Sender("Example Carrier", "ask@example.org")
    return CaseDesk(
        store or Memory(), load_editions(), PlainLetters(), PostBox(), Switchboard(), remeasuring, sender, "UTC", "example.org"
    )


def office() -> CaseDesk:
    held = an_office(Scale())
    held.store.put_contact(Contact("AC1", "owner@example.org", "Europe/Berlin"))
    return held
