"""How do the sightings of a scan become findings: one for a clause, a master account and a detector, with all its records?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from goodstanding.findings.by_hand import evidence_sha256
from goodstanding.findings.finding import Finding, Span
from goodstanding.findings.identity import finding_id
from goodstanding.flows.open_cases import Seen
from goodstanding.flows.scan_records import Scanned, evidence_text
from goodstanding.measures.standing import Evidence
from goodstanding.periods import DAY_MS, moment_of
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.ports import ListCopy
from goodstanding.signals.traffic.sighting import Sighting

DERIVED: Final = frozenset(one.name for one in DETECTORS if one.is_derived)


@dataclass(frozen=True, slots=True)
class Raised:
    """Findings with their evidence, and the derived sightings that no finding of their account carries: they open nothing alone."""

    seen: tuple[Seen, ...]
    held_back: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """The sightings of one detector at one master account, and the ids of the records behind them."""

    sightings: tuple[Sighting, ...]
    record_ids: tuple[str, ...]


def raise_findings(
    scanned: Scanned,
    names: Mapping[str, str] | None = None,
    *,
    under_review: Collection[str] = (),
    derived: Collection[str] = DERIVED,
) -> Raised:
    """Make findings of a scan that listed its records; the same scan gives the same ids.

    names         what master accounts are called; one that is missing is called by its id
    under_review  master accounts with a case that is not closed
    """
    groups = _grouped(scanned)
    alone = {key: group for key, group in groups.items() if key[2] not in derived}
    besides = {key: group for key, group in groups.items() if key[2] in derived}
    known = {master for _, master, _ in alone} | set(under_review)
    seen = tuple(
        _seen(group, scanned, (names or {}).get(key[1], key[1]), _reasons(besides, key[1])) for key, group in sorted(alone.items())
    )
    held_back = tuple(one for (_, master, _), group in sorted(besides.items()) if master not in known for one in group.sightings)
    return Raised(seen, held_back)


def _grouped(scanned: Scanned) -> dict[tuple[str, str, str], _Group]:
    found: dict[tuple[str, str, str], list[tuple[Sighting, tuple[str, ...]]]] = {}
    for one, ids in zip(scanned.scan.sightings, scanned.record_ids, strict=True):
        found.setdefault((one.clause, one.master, one.detector), []).append((one, ids))
    return {
        key: _Group(tuple(one for one, _ in pairs), tuple(sorted({each for _, ids in pairs for each in ids})))
        for key, pairs in found.items()
    }


def _reasons(besides: Mapping[tuple[str, str, str], _Group], master: str) -> list[str]:
    return [f"{group.sightings[0].signal}: {group.sightings[0].why}." for key, group in sorted(besides.items()) if key[1] == master]


def _seen(group: _Group, scanned: Scanned, name: str, besides: Iterable[str]) -> Seen:
    first, scan = group.sightings[0], scanned.scan
    period, basis = _period(group.sightings), _basis(group, scan.lists, besides)
    evidence = Evidence(len(group.record_ids), evidence_sha256(group.record_ids))
    known = finding_id(
        clause=first.clause,
        edition=scan.edition,
        account=first.master,
        period=period,
        evidence=evidence,
        measured=None,
        basis=basis,
    )
    finding = Finding(
        known, first.clause, scan.edition, first.master, name, period, evidence,
        basis=basis, seen_by=first.detector, pointing=str(first.pointing),
    )  # fmt: skip
    return Seen(finding, evidence_text(group.record_ids).encode())


def _period(sightings: tuple[Sighting, ...]) -> Span:
    """Return the UTC days from the first record to the last, named by the first and the last of them."""
    first = min(one.row.since_ms for one in sightings) // DAY_MS
    last = max(one.row.through_ms - 1 for one in sightings) // DAY_MS
    return Span(first * DAY_MS, (last + 1) * DAY_MS, f"{_date(first)}/{_date(last)}" if last > first else _date(first))


def _date(day: int) -> str:
    return moment_of(day * DAY_MS).date().isoformat()


def _basis(group: _Group, lists: Iterable[ListCopy], besides: Iterable[str]) -> str:
    """Say the reason of the strongest sighting, how many there are, by which line, and from which lists."""
    strongest = max(group.sightings, key=lambda one: (one.row.strength, -one.row.since_ms))
    times = len(group.sightings)
    count = f"Seen {times:,} times by {strongest.signal}" if times > 1 else f"Seen once by {strongest.signal}"
    used = [f"{one.name} of {_date(one.as_of_day)}" for one in lists]
    parts = [
        f"{strongest.why[:1].upper()}{strongest.why[1:]}.",
        f"{count}, at the line {strongest.threshold:,}.",
        f"Lists at hand: {', '.join(used)}." if used else "",
        *(f"Besides, {one}" for one in besides),
    ]
    return " ".join(one for one in parts if one)
