"""Was anything changed, removed or reordered since it was written, and where?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from goodstanding.audit.chain import FIRST, Link, hash_of
from goodstanding.audit.entry import CHECKPOINT_MADE
from goodstanding.audit.merkle import root_of
from goodstanding.audit.ports import Checkpoint, LogReads
from goodstanding.errors import GoodstandingError

One = TypeVar("One")

# which facts of an entry name a document by its SHA-256, and of what media type it then is
DOCUMENT_FACTS: Final = {
    "letter_sha256": "message/rfc822",
    "text_sha256": "text/plain",
    "evidence_sha256": "text/plain",
    "document_sha256": "application/octet-stream",
}


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that does not prove itself: where it is, and what is wrong with it."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found: how much it looked at, the root over all entries, and every damage."""

    entries: int
    documents: int
    root: str
    damages: tuple[Damage, ...]


def verify(log: LogReads, kept: Checkpoint | None = None) -> Verified:
    """Walk the whole log and all documents, against every checkpoint made and the one an outsider kept.

    kept  a checkpoint from outside; None to go by the log's own
    """
    damages: list[Damage] = []
    hashes: list[bytes] = []
    named: dict[str, tuple[str, set[str]]] = {}
    cases: dict[str, str] = {}
    made: dict[int, int] = {}
    before: Link | None = None
    for link in _read(log.links(), damages, lambda: f"after entry {len(hashes)}"):
        damages += _damages_of(link, before)
        for sha256, media_type in documents_of(link.entry.facts).items():
            named.setdefault(sha256, (f"entry {link.sequence}", set()))[1].add(media_type)
        hashes.append(bytes.fromhex(hash_of(link)))
        if link.kept:
            cases[link.entry.subject] = link.kept
        if link.entry.kind == CHECKPOINT_MADE:
            made[link.sequence - 1] = link.entry.at_ms
        before = link
    documents = list(_read(log.document_hashes(), damages, lambda: "the documents"))
    damages += _of_documents(documents, named)
    damages += _of_cases(cases, dict(_read(log.case_hashes(), damages, lambda: "the cases")))
    for checkpoint in _read(iter(log.checkpoints()), damages, lambda: "the checkpoints"):
        damages += _against(checkpoint, hashes)
        if made.get(checkpoint.size) != checkpoint.at_ms:
            damages.append(Damage(f"checkpoint of {checkpoint.size} entries", "the log does not say that it was made at that time"))
    damages += _against(kept, hashes) if kept else []
    return Verified(len(hashes), len(documents), root_of(hashes).hex(), tuple(damages))


def _read(found: Iterator[One], damages: list[Damage], where: Callable[[], str]) -> Iterator[One]:
    """Yield what can be read; where the store itself gives up, that is a damage too."""
    try:
        yield from found
    except GoodstandingError as error:
        damages.append(Damage(where(), str(error)))


def _damages_of(link: Link, before: Link | None) -> Iterator[Damage]:
    place = (before.sequence if before else 0) + 1
    where = f"entry {link.sequence} ({link.entry.subject})"
    if link.sequence != place:
        yield Damage(where, f"it stands where entry {place} belongs: entries were removed or reordered")
    if link.hash != hash_of(link):
        yield Damage(where, "its own hash does not fit: the entry was changed")
    if link.previous != (before.hash if before else FIRST):
        yield Damage(where, "it does not follow the entry before it: one of the two was changed or replaced")


def _of_cases(told: Mapping[str, str], kept: Mapping[str, str]) -> Iterator[Damage]:
    for case in sorted({*told, *kept}):
        if case not in kept:
            yield Damage(f"case {case}", "it is missing, and the log tells of it")
        elif told.get(case) != kept[case]:
            yield Damage(f"case {case}", "it is kept otherwise than its last entry in the log says: the case was changed")


def _of_documents(documents: list[tuple[str, str, str]], named: Mapping[str, tuple[str, set[str]]]) -> Iterator[Damage]:
    for known, actual, media_type in documents:
        where = f"document {known}"
        if known != actual:
            yield Damage(where, "its bytes were changed")
        if known in named and media_type not in named[known][1]:
            yield Damage(where, f"it is kept as another kind of file than {named[known][0]} says")
    kept = {known for known, _, _ in documents}
    for sha256, (where, _) in named.items():
        if sha256 not in kept:
            yield Damage(f"document {sha256}", f"it is missing; {where} names it")


def documents_of(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of each document that an entry's facts name, with its media type."""
    return {str(facts[name]): media_type for name, media_type in DOCUMENT_FACTS.items() if facts.get(name)}


def _against(checkpoint: Checkpoint, hashes: list[bytes]) -> Iterator[Damage]:
    where = f"checkpoint of {checkpoint.size} entries"
    if checkpoint.size > len(hashes):
        yield Damage(where, f"the log has only {len(hashes)} entries now: its end was cut off")
    elif root_of(hashes[: checkpoint.size]).hex() != checkpoint.root:
        yield Damage(where, "the log's beginning is no longer what it was then")
