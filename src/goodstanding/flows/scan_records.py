"""Which span of which records is scanned, by which detectors, and which records does each sighting stand on?"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from goodstanding.errors import WrongUsage
from goodstanding.flows.scan_traffic import Scan, scan_traffic
from goodstanding.measures.standing import IntakeTally
from goodstanding.periods import DAY_MS, Month, instant_of, moment_of, start_of_day_ms
from goodstanding.policy.edition import Edition
from goodstanding.progress import Progress
from goodstanding.records.take import day_named
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.detector import Parameters, Records
from goodstanding.signals.traffic.ports import Ground, Proof
from goodstanding.signals.traffic.sighting import Row


class EvidentGround(Ground, Protocol):
    """Also lists records, and takes in what is known beside the records."""

    def put(self, relation: str, rows: Sequence[tuple[str | int, ...]]) -> None:
        """Make `confirmed_cases`, `expired_notices` or `links` of rows that name accounts by id, and hold it though it be empty."""

    def record_ids(self, records: Records, rows: Sequence[Row], parameters: Mapping[str, int]) -> list[list[str]]:
        """Return the ids of the records behind each row, sorted."""


class Traffic(Protocol):
    """Holds what was taken in, for a scan."""

    def span_ms(self) -> tuple[int, int] | None:
        """Return the times of the first and the last call or message, or None when there is none."""

    def ground(self, since_ms: int, until_ms: int, *, days_before: int) -> tuple[EvidentGround, dict[str, int]]:
        """Put [since_ms, until_ms) and so many days before it before the detectors; return notes with their counts, too."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which span was asked for: a month, or a beginning and an end, each a day or an instant; else all there is."""

    month: Month | None = None
    since: str | None = None
    until: str | None = None

    def bounds_ms(self, found: tuple[int, int] | None, zone: str) -> tuple[int, int]:
        """Return [since, until); what was not asked for is the UTC day of the first record, and the end of that of the last."""
        if self.month is not None:
            if self.since or self.until:
                message = "--month and --since or --until say two things; give one of them"
                raise WrongUsage(message)
            return self.month.bounds_ms(zone)
        first_ms, last_ms = found or (0, -1)
        since_ms = _moment(self.since, zone) if self.since else first_ms - first_ms % DAY_MS
        until_ms = _moment(self.until, zone) if self.until else last_ms - last_ms % DAY_MS + DAY_MS
        if self.since and self.until and since_ms >= until_ms:
            message = f"--until {self.until} is not after --since {self.since}"
            raise WrongUsage(message)
        return since_ms, max(since_ms, until_ms)


def _moment(text: str, zone: str) -> int:
    if len(text) == len("2016-02-01"):
        return start_of_day_ms(moment_of(day_named(text) * DAY_MS).date(), zone)
    return instant_of(text)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan, what was taken in for it, notes with their counts, and, where asked for, the records behind each sighting."""

    scan: Scan
    intake: tuple[IntakeTally, ...] = ()
    notes: Mapping[str, int] | None = None
    proofs: tuple[Proof, ...] = ()
    record_ids: tuple[tuple[str, ...], ...] = ()


def scan_records(
    traffic: Traffic,
    edition: Edition,
    thresholds: Mapping[str, Parameters],
    bounds_ms: tuple[int, int],
    *,
    with_evidence: bool,
    progress: Progress,
) -> Scanned:
    """Put the records before the detectors and run them; with_evidence also lists the records behind each sighting."""
    since_ms, until_ms = bounds_ms
    days_before = max((one.days_before for one in DETECTORS if one.name in thresholds), default=0)
    progress.stage("putting records before the detectors")
    ground, notes = traffic.ground(since_ms, until_ms, days_before=days_before)
    scan = scan_traffic(ground, edition, thresholds, since_ms=since_ms, until_ms=until_ms, progress=progress)
    if not with_evidence:
        return Scanned(scan, notes=notes)
    progress.stage("listing the records behind the sightings", rows=len(scan.sightings))
    found = _record_ids(ground, scan, thresholds)
    return Scanned(scan, notes=notes, proofs=tuple(proof_of(ids) for ids in found), record_ids=found)


def _record_ids(ground: EvidentGround, scan: Scan, thresholds: Mapping[str, Parameters]) -> tuple[tuple[str, ...], ...]:
    found: dict[int, tuple[str, ...]] = {}
    for detector in DETECTORS:
        places = [at for at, one in enumerate(scan.sightings) if one.detector == detector.name]
        rows = [scan.sightings[at].row for at in places]
        bound = {**thresholds.get(detector.name, {}), "since_ms": scan.since_ms, "until_ms": scan.until_ms}
        for at, ids in zip(places, ground.record_ids(detector.records, rows, bound), strict=True):
            found[at] = tuple(ids)
    return tuple(found[at] for at in range(len(scan.sightings)))


def evidence_text(ids: Sequence[str]) -> str:
    """Write sorted ids, each followed by a line feed."""
    return "".join(f"{one}\n" for one in ids)


def proof_of(ids: Sequence[str]) -> Proof:
    """Hash sorted ids."""
    return Proof(len(ids), hashlib.sha256(evidence_text(ids).encode()).hexdigest())
