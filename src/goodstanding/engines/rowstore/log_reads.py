"""What does the audit log answer, from any connection?"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from goodstanding.audit.chain import Link, canonical, hash_of
from goodstanding.audit.entry import SYSTEM, Actor, ActorKind, Entry
from goodstanding.audit.ports import Checkpoint
from goodstanding.cases.event import Event, Happened
from goodstanding.engines.rowstore.schema import AUDIT, CASE, CHECKPOINT, DOCUMENT

AT_ONCE: Final = 2_000


def row_of(link: Link) -> dict[str, Any]:
    """Return a link of the log as a row."""
    entry = link.entry
    return {
        "sequence": link.sequence,
        "at_ms": entry.at_ms,
        "actor_kind": str(entry.actor.kind),
        "actor": entry.actor.name,
        "kind": entry.kind,
        "subject": entry.subject,
        "step": link.step,
        "kept": link.kept,
        "facts": canonical(dict(entry.facts)),
        "previous": link.previous,
        "hash": link.hash,
    }


def _link_of(row: Row[Any]) -> Link:
    try:
        actor, facts = Actor(ActorKind(row.actor_kind), row.actor), json.loads(row.facts)
        entry = Entry(row.at_ms, actor, row.kind, row.subject, facts)
        link = Link(row.sequence, entry, row.step, row.kept, row.previous, row.hash)
        if row_of(link) == row._asdict() and hash_of(link):
            return link
    except (ValueError, TypeError):
        pass
    # tampered with: no entry of ours, so that it cannot have the hash of one
    entry = Entry(0, SYSTEM, "unreadable", str(row.subject), {"row": repr(tuple(row))})
    return Link(row.sequence, entry, None, "", str(row.previous), str(row.hash))


def links(connection: Connection, subject: str | None) -> Iterator[Link]:
    """Return the log in order, or the entries about one subject, a few at a time."""
    query = select(AUDIT).order_by(AUDIT.c.sequence)
    if subject is not None:
        query = query.where(AUDIT.c.subject == subject)
    for row in connection.execution_options(yield_per=AT_ONCE).execute(query):
        yield _link_of(row)


def events(connection: Connection, case_id: str | None) -> list[Event]:
    """Return the events of a case, or of all cases, in the order in which they were committed."""
    return [
        Event(link.entry.subject, link.step, link.entry.at_ms, link.entry.actor, Happened(link.entry.kind), link.entry.facts)
        for link in links(connection, case_id)
        if link.step is not None
    ]


def last(connection: Connection) -> tuple[int, str] | None:
    """Return the place and the hash of the newest entry."""
    row = connection.execute(select(AUDIT.c.sequence, AUDIT.c.hash).order_by(AUDIT.c.sequence.desc()).limit(1)).one_or_none()
    return None if row is None else (int(row.sequence), str(row.hash))


def hashes(connection: Connection, size: int | None) -> list[str]:
    """Return the hashes of the first entries, or of all."""
    query = select(AUDIT.c.hash).order_by(AUDIT.c.sequence)
    return list(connection.execute(query if size is None else query.limit(size)).scalars())


def checkpoints(connection: Connection) -> list[Checkpoint]:
    """Return the checkpoints that were made, in order."""
    # an ORDER BY would let SQLite take the size from its index, where a change of the row itself does not show
    rows = connection.execute(select(CHECKPOINT))
    made = [Checkpoint(row.size, row.root, row.at_ms) if isinstance(row.size, int) else Checkpoint(-1, "", 0) for row in rows]
    return sorted(made, key=lambda one: one.size)


def document_hashes(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Return, for each document, the SHA-256 it is known by, the one its bytes have, and its media type."""
    query = select(DOCUMENT.c.sha256, DOCUMENT.c.content, DOCUMENT.c.media_type).order_by(DOCUMENT.c.sha256)
    for row in connection.execution_options(yield_per=50).execute(query):
        # SQLite keeps what it is given: a document tampered with may come back as text
        content = row.content.encode() if isinstance(row.content, str) else bytes(row.content)
        yield row.sha256, hashlib.sha256(content).hexdigest(), row.media_type


def case_hashes(connection: Connection) -> Iterator[tuple[str, str]]:
    """Return, for each case, its id and the SHA-256 of the case as it is kept now."""
    for row in connection.execution_options(yield_per=AT_ONCE).execute(select(CASE)).mappings():
        yield row["id"], sha256_of_case(dict(row))


def sha256_of_case(row: dict[str, Any]) -> str:
    """Return the SHA-256 of a case's row, column by column."""
    return hashlib.sha256(canonical([repr(row[column.name]) for column in CASE.columns]).encode()).hexdigest()
