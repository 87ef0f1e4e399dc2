"""What does the audit log answer, from any connection?"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from goodstanding.audit.chain import Link
from goodstanding.audit.entry import Actor, ActorKind, Entry
from goodstanding.audit.ports import Checkpoint
from goodstanding.cases.event import Event, Happened
from goodstanding.engines.rowstore.schema import AUDIT, CHECKPOINT, DOCUMENT

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
        "facts": json.dumps(dict(entry.facts), sort_keys=True, ensure_ascii=False),
        "previous": link.previous,
        "hash": link.hash,
    }


def _link_of(row: Row[Any]) -> Link:
    actor = Actor(ActorKind(row.actor_kind), row.actor)
    entry = Entry(row.at_ms, actor, row.kind, row.subject, json.loads(row.facts))
    return Link(row.sequence, entry, row.step, row.previous, row.hash)


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
    return [Checkpoint(*row) for row in connection.execute(select(CHECKPOINT).order_by(CHECKPOINT.c.size))]


def document_hashes(connection: Connection) -> Iterator[tuple[str, str]]:
    """Return, for each document, the SHA-256 it is known by and the one its bytes have."""
    query = select(DOCUMENT.c.sha256, DOCUMENT.c.content).order_by(DOCUMENT.c.sha256)
    for row in connection.execution_options(yield_per=50).execute(query):
        yield row.sha256, hashlib.sha256(bytes(row.content)).hexdigest()
