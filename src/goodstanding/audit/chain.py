"""How is each entry of the audit log bound to the one before it?

An entry's text is canonical JSON with its place and the hash of the entry before it; its hash is the leaf hash of RFC 9162 (a
zero byte, then the text), so that the same hashes make the chain and the Merkle tree.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Final

from goodstanding.audit.entry import Entry

FIRST: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """An entry in its place.

    sequence  counts the log's entries from 1
    step      the event's number in its case; None for an entry that belongs to no case
    kept      the SHA-256 of the case as it was kept with this entry; "" for an entry that belongs to no case
    previous  the hash of the entry before; sixty-four zeros for the first
    """

    sequence: int
    entry: Entry
    step: int | None
    kept: str
    previous: str
    hash: str


def linked(entry: Entry, *, sequence: int, step: int | None, previous: str, kept: str = "") -> Link:
    """Give an entry its place and its hash."""
    link = Link(sequence, entry, step, kept, previous, "")
    return replace(link, hash=hash_of(link))


def text_of(link: Link) -> bytes:
    """Return the entry's canonical text: JSON with sorted keys, no blanks, UTF-8."""
    entry = link.entry
    said = {
        "sequence": link.sequence,
        "at_ms": entry.at_ms,
        "actor": {"kind": str(entry.actor.kind), "name": entry.actor.name},
        "kind": entry.kind,
        "subject": entry.subject,
        "step": link.step,
        "kept": link.kept,
        "facts": dict(entry.facts),
        "previous": link.previous,
    }
    return canonical(said).encode()


def canonical(said: object) -> str:
    """Return JSON with sorted keys and no blanks: the same value gives the same text."""
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def leaf_hash(text: bytes) -> bytes:
    """Return the hash of a leaf (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + text).digest()


def hash_of(link: Link) -> str:
    """Return the hash that a link should have."""
    return leaf_hash(text_of(link)).hex()
