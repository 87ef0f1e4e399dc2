"""What does a scan say to programs?"""

from typing import Any, Final

from goodstanding.flows.scan_records import Scanned
from goodstanding.flows.scan_traffic import Unassessable
from goodstanding.measures.document import intake_to_json
from goodstanding.periods import DAY_MS, moment_of
from goodstanding.records.sources.catalogue import SOURCES
from goodstanding.signals.traffic.ports import Proof
from goodstanding.signals.traffic.sighting import Sighting

# what no kind of record is by itself, and which source would bring it
_MORE: Final = {
    "held": ("list of numbers", "numbers"),
    "inventory": ("list of numbers", "numbers"),
    "bodies": ("text of a message", "messages"),
    "errors": ("error of a message", "messages"),
    "ring": ("ringing time of a call", "calls"),
    "answered_by": ("word on who answered a call", "calls"),
    "listed": ("list of numbers of a kind", "listed"),
}
# what a source of calls or messages may leave out
_PARTS: Final = {"bodies", "errors", "ring", "answered_by"}
_SHARE_DIGITS: Final = 4


def scan_to_json(scanned: Scanned) -> dict[str, Any]:
    """Return the document of a scan."""
    scan = scanned.scan
    proofs: tuple[Proof | None, ...] = scanned.proofs or (None,) * len(scan.sightings)
    return {
        "edition": scan.edition,
        "since": iso_ms(scan.since_ms),
        "until": iso_ms(scan.until_ms),
        "intake": [intake_to_json(one) for one in scanned.intake],
        "notes": dict(scanned.notes or {}),
        "signals": [_signal(one, proof) for one, proof in zip(scan.sightings, proofs, strict=True)],
        "unassessable": [
            {"signal": one.signal, "detector": one.detector, "missing": list(one.missing), "why": why_not(one)}
            for one in scan.unassessable
        ],
        "lists": [{"name": one.name, "as_of": iso_day(one.as_of_day), "entries": one.entries} for one in scan.lists],
        "silent_days": [iso_day(day) for day in scan.silent_days],
    }


def _signal(one: Sighting, proof: Proof | None) -> dict[str, Any]:
    row = one.row
    said: dict[str, Any] = {
        "clause": one.clause,
        "signal": one.signal,
        "detector": one.detector,
        "account": one.account,
        "master": one.master,
        "subject": one.subject,
        "pointing": str(one.pointing),
        "window": {"since": iso_ms(row.since_ms), "until": iso_ms(row.until_ms)},
        "through": iso_ms(row.through_ms),
        "strength": row.strength,
        "threshold": one.threshold,
        "records": row.records,
        "why": one.why,
    }
    if row.whole:
        said |= {"strength": share(row.strength, row.whole), "threshold": share(one.threshold, 1000)}
        said |= {"part": row.strength, "whole": row.whole}
    if proof is not None:
        said["evidence"] = {"records": proof.records, "sha256": proof.sha256}
    return said


def share(part: int, whole: int) -> float:
    """Write a share for people to read; nothing is decided by it."""
    return round(part / whole, _SHARE_DIGITS)


def why_not(one: Unassessable) -> str:
    """Say why a detector could not look, and what would help."""
    return "; ".join(_missing(relation) for relation in lacking(one))


def lacking(one: Unassessable) -> list[str]:
    """Name what a detector lacks; of a source that was not taken in at all, not also what it might have left out."""
    return [relation for relation in one.missing if relation not in _PARTS or _MORE[relation][1] not in one.missing]


def remedy_of(relation: str) -> str:
    """Say how a relation that is missing is taken in: an option to add, or that none brings it."""
    kind, _, name = relation.partition(":")
    if name:
        return f"--take list:name={name}=FILE"
    what, yields = _MORE.get(kind, (f"record of {kind}", kind))
    source = _source_of(yields)
    if source is None:
        return f"{kind.replace('_', ' ')} (no source brings them)"
    return f"--take {source}=FILE" + (f" (with the {what})" if kind in _PARTS else "")


def _source_of(yields: str) -> str | None:
    """Name a source that brings such records; our own format where there is one."""
    named = [source.name for source in SOURCES.values() if source.yields == yields]
    return yields if yields in named else next(iter(named), None)


def _missing(relation: str) -> str:
    kind, _, name = relation.partition(":")
    if name:
        return f"no list {name} was taken in: {remedy_of(relation)}"
    what, yields = _MORE.get(kind, (f"record of {kind}", kind))
    source = _source_of(yields)
    if source is None:
        return f"no source brings {kind.replace('_', ' ')}; they come of cases, and this scan was given none"
    return f"no {what} was taken in: --take {source}=FILE"


def iso_ms(ms: int) -> str:
    """Write an instant to the millisecond (ISO 8601, UTC)."""
    return moment_of(ms).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_day(day: int) -> str:
    """Write a count of days since 1970 as a date."""
    return moment_of(day * DAY_MS).date().isoformat()
