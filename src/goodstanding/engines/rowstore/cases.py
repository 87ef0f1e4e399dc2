"""Where are cases kept, with their events, audit entries, documents and errands, so that one transaction carries all of them?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, or_, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from goodstanding.audit.chain import FIRST, Link, linked
from goodstanding.audit.entry import CHECKPOINT_MADE, SYSTEM, Entry
from goodstanding.audit.merkle import root_of
from goodstanding.audit.ports import Checkpoint
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.event import Event
from goodstanding.cases.papers import State
from goodstanding.cases.ports import Document, Errands
from goodstanding.engines.rowstore import case_reads, log_reads
from goodstanding.engines.rowstore.connect import bring_up_to_date, open_engine, open_server
from goodstanding.engines.rowstore.schema import AUDIT, CASE, CHECKPOINT, CONTACT, DOCUMENT, ERRAND
from goodstanding.errors import CaseMoved, LogBroken, WorkspaceError


def open_cases(place: Path | str) -> "RowStoreCases":
    """Open the case store: an SQLite file (made when missing), or a PostgreSQL database by its URL."""
    engine = open_engine(place) if isinstance(place, Path) else open_server(place)
    with _unbroken():
        bring_up_to_date(engine)
    return RowStoreCases(engine)


@contextmanager
def _unbroken() -> Iterator[None]:
    """Say so when the database cannot be reached, or is damaged so that it cannot read itself."""
    try:
        yield
    except DatabaseError as error:
        if "locked" in str(error.orig):
            raise
        said = str(error.orig).strip().partition("\n")[0]
        if isinstance(error, OperationalError):
            message = f"the cases cannot be reached: {said}; look at the database, or at GOODSTANDING_DATABASE"
            raise WorkspaceError(message) from error
        message = f"the cases cannot be read: {said}; bring back a copy of the database"
        raise LogBroken(message) from error


class RowStoreCases:
    """Keeps cases; answers outside a transaction, and begins one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _unbroken(), self._engine.connect() as connection:
            yield connection

    def case(self, case_id: str) -> Case:
        """Return a case; CaseUnknown when there is none."""
        with self._reading() as connection:
            return case_reads.case(connection, case_id)

    def case_of_finding(self, finding_id: str) -> Case | None:
        """Return the case that a finding opened."""
        with self._reading() as connection:
            return case_reads.case_of_finding(connection, finding_id)

    def cases(self, *, states: Iterable[State] | None = None, account: str | None = None) -> list[Case]:
        """Return cases in the order they were opened."""
        with self._reading() as connection:
            return case_reads.cases(connection, states, account)

    def events(self, case_id: str | None = None) -> list[Event]:
        """Return events in the order in which they were committed."""
        with self._reading() as connection:
            return log_reads.events(connection, case_id)

    def document(self, sha256: str) -> Document:
        """Return a document; DocumentUnknown when there is none."""
        with self._reading() as connection:
            return case_reads.document(connection, sha256)

    def contact(self, account: str) -> Contact | None:
        """Return where an account's notices go."""
        with self._reading() as connection:
            return case_reads.contact(connection, account)

    def contacts(self) -> list[Contact]:
        """Return every contact, by account."""
        with self._reading() as connection:
            return case_reads.contacts(connection)

    def errands(self, *, case: str | None = None, due_by_ms: int | None = None) -> list[Errands]:
        """Return errands: all of a case, or those due and neither done, given up nor leased at that time."""
        with self._reading() as connection:
            return case_reads.errands(connection, case, due_by_ms)

    def links(self, *, subject: str | None = None) -> Iterator[Link]:
        """Return the audit log in order, or the entries about one subject."""
        with self._reading() as connection:
            yield from log_reads.links(connection, subject)

    def hashes(self, size: int | None = None) -> list[str]:
        """Return the hashes of the first entries of the log, or of all."""
        with self._reading() as connection:
            return log_reads.hashes(connection, size)

    def checkpoints(self) -> list[Checkpoint]:
        """Return the checkpoints that were made, in order."""
        with self._reading() as connection:
            return log_reads.checkpoints(connection)

    def document_hashes(self) -> Iterator[tuple[str, str, str]]:
        """Return, for each document, the SHA-256 it is known by, the one its bytes have, and its media type."""
        with self._reading() as connection:
            yield from log_reads.document_hashes(connection)

    def case_hashes(self) -> Iterator[tuple[str, str]]:
        """Return, for each case, its id and the SHA-256 of the case as it is kept now."""
        with self._reading() as connection:
            yield from log_reads.case_hashes(connection)

    @contextmanager
    def change(self) -> Iterator["RowStoreCaseChange"]:
        """Begin the one transaction that may be under way; it commits on a clean exit and leaves nothing otherwise."""
        try:
            with self._engine.execution_options(writes=True).begin() as connection:
                yield RowStoreCaseChange(connection)
        except OperationalError as error:
            if "locked" in str(error.orig):
                message = "the cases are in use by another goodstanding; wait for it to end, then run this again"
                raise WorkspaceError(message) from error
            raise


class RowStoreCaseChange:
    """One transaction under way; it sees its own changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def case(self, case_id: str) -> Case:
        """Return a case as this transaction sees it; CaseUnknown when there is none."""
        return case_reads.case(self._connection, case_id)

    def case_of_finding(self, finding_id: str) -> Case | None:
        """Return the case that a finding opened."""
        return case_reads.case_of_finding(self._connection, finding_id)

    def cases(self, *, states: Iterable[State] | None = None, account: str | None = None) -> list[Case]:
        """Return cases in the order they were opened."""
        return case_reads.cases(self._connection, states, account)

    def events(self, case_id: str | None = None) -> list[Event]:
        """Return events in the order in which they were committed."""
        return log_reads.events(self._connection, case_id)

    def document(self, sha256: str) -> Document:
        """Return a document; DocumentUnknown when there is none."""
        return case_reads.document(self._connection, sha256)

    def contact(self, account: str) -> Contact | None:
        """Return where an account's notices go."""
        return case_reads.contact(self._connection, account)

    def contacts(self) -> list[Contact]:
        """Return every contact, by account."""
        return case_reads.contacts(self._connection)

    def errands(self, *, case: str | None = None, due_by_ms: int | None = None) -> list[Errands]:
        """Return errands: all of a case, or those due and neither done, given up nor leased at that time."""
        return case_reads.errands(self._connection, case, due_by_ms)

    def save(self, case: Case, events: Sequence[Event]) -> None:
        """Keep a case after a transition, its events, and one audit entry an event; CaseMoved when someone else moved it."""
        row = case_reads.row_of(case)
        before = case.sequence - len(events)
        if before == 0:
            if self.case_of_finding(case.finding.id) is not None:
                raise CaseMoved(case.id)
            self._connection.execute(insert(CASE), row)
        else:
            kept = update(CASE).where(CASE.c.id == case.id, CASE.c.sequence == before).values(**row)
            if self._connection.execute(kept).rowcount != 1:
                raise CaseMoved(case.id)
        entries = [(Entry(e.at_ms, e.actor, str(e.kind), e.case, e.facts), e.sequence) for e in events]
        self._append(entries, log_reads.sha256_of_case(row))

    def note(self, entry: Entry) -> None:
        """Append an audit entry that belongs to no case."""
        self._append([(entry, None)])

    def _append(self, entries: Sequence[tuple[Entry, int | None]], kept: str = "") -> None:
        last = log_reads.last(self._connection)
        sequence, previous = last or (0, FIRST)
        rows = []
        for entry, step in entries:
            sequence += 1
            link = linked(entry, sequence=sequence, step=step, previous=previous, kept=kept)
            rows.append(log_reads.row_of(link))
            previous = link.hash
        if rows:
            self._connection.execute(insert(AUDIT), rows)

    def put_checkpoint(self, at_ms: int) -> Checkpoint:
        """Make a checkpoint over the log as it stands, and say so in the log; when nothing came after the last one, return that."""
        leaves = [bytes.fromhex(one) for one in log_reads.hashes(self._connection, None)]
        known = next((one for one in log_reads.checkpoints(self._connection) if one.size == len(leaves) - 1), None)
        if known is not None:
            return known
        made = Checkpoint(len(leaves), root_of(leaves).hex(), at_ms)
        self._connection.execute(insert(CHECKPOINT), asdict(made))
        self.note(Entry(at_ms, SYSTEM, CHECKPOINT_MADE, "audit", {"size": made.size, "root": made.root}))
        return made

    def put_document(self, content: bytes, media_type: str) -> str:
        """Keep bytes and return their SHA-256."""
        sha256 = case_reads.sha256_of(content)
        if not self._connection.execute(select(DOCUMENT.c.sha256).where(DOCUMENT.c.sha256 == sha256)).all():
            self._connection.execute(insert(DOCUMENT), {"sha256": sha256, "media_type": media_type, "content": content})
        return sha256

    def put_contact(self, contact: Contact) -> None:
        """Keep where an account's notices go."""
        values = asdict(contact)
        kept = update(CONTACT).where(CONTACT.c.account == contact.account).values(**values)
        if self._connection.execute(kept).rowcount == 0:
            self._connection.execute(insert(CONTACT), values)

    def put_errand(self, errand: Errands) -> None:
        """Keep an errand, or its new state; the same id is the same errand."""
        values = {**asdict(errand), "errand": str(errand.errand)}
        if self._connection.execute(update(ERRAND).where(ERRAND.c.id == errand.id).values(**values)).rowcount == 0:
            self._connection.execute(insert(ERRAND), values)

    def lease(self, errand_id: str, now_ms: int, until_ms: int) -> bool:
        """Take an errand for oneself; False when another sweep has it or it is done."""
        free = or_(ERRAND.c.leased_ms.is_(None), ERRAND.c.leased_ms <= now_ms)
        wanted = update(ERRAND).where(ERRAND.c.id == errand_id, ERRAND.c.done_ms.is_(None), ERRAND.c.given_up_ms.is_(None), free)
        return self._connection.execute(wanted.values(leased_ms=until_ms)).rowcount == 1
