"""What do the detectors see in a span of traffic, and which of them could not look?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodstanding.policy.edition import Edition
from goodstanding.progress import Progress
from goodstanding.signals.traffic.catalogue import DETECTORS, KEPT
from goodstanding.signals.traffic.detector import Detector, Parameters
from goodstanding.signals.traffic.ports import Ground, ListCopy
from goodstanding.signals.traffic.sighting import Row, Sighting, row_of


@dataclass(frozen=True, slots=True)
class Unassessable:
    """A detector that could not look, and the relations it would have needed."""

    signal: str
    detector: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan came to: sightings as they became known, what could not look, the lists used, days without a record."""

    edition: str
    since_ms: int
    until_ms: int
    sightings: tuple[Sighting, ...]
    unassessable: tuple[Unassessable, ...]
    lists: tuple[ListCopy, ...]
    silent_days: tuple[int, ...]


def scan_traffic(
    ground: Ground, edition: Edition, thresholds: Mapping[str, Parameters], *, since_ms: int, until_ms: int, progress: Progress
) -> Scan:
    """Run every detector of a clause in force over [since_ms, until_ms)."""
    clauses = {use.id for use in edition.uses}
    wanted = [one for one in DETECTORS if one.clause in clauses and one.name in thresholds]
    able, unable = _told_apart(ground, wanted)
    found: list[Sighting] = []
    keeper = Keeper(ground, since_ms, until_ms)
    for place, detector in enumerate(able, start=1):
        progress.stage(f"{detector.name} ({place} of {len(able)})")
        keeper.keep(detector.reads)
        found += sightings(ground, detector, thresholds[detector.name], since_ms=since_ms, until_ms=until_ms)
    found.sort(key=lambda one: (one.row.until_ms, one.signal, one.account, one.subject or ""))
    silent = tuple(ground.silent_days(since_ms, until_ms))
    return Scan(edition.id, since_ms, until_ms, tuple(found), tuple(unable), tuple(ground.lists()), silent)


def sightings(ground: Ground, detector: Detector, parameters: Parameters, *, since_ms: int, until_ms: int) -> list[Sighting]:
    """Run one detector over [since_ms, until_ms); its kept relations are there."""
    bound = {**parameters, "since_ms": since_ms, "until_ms": until_ms}
    names = ground.accounts()
    return [_sighting(detector, row, parameters, names) for row in _seen(ground, detector, bound)]


def _seen(ground: Ground, detector: Detector, bound: Parameters) -> Iterator[Row]:
    if detector.sequence is None:
        return map(row_of, ground.rows(detector.sql, bound))
    return detector.sequence(ground.stream(detector.sql, bound), bound)


def _sighting(detector: Detector, row: Row, parameters: Parameters, names: Mapping[int, str]) -> Sighting:
    subject = f"+{row.subject}" if isinstance(row.subject, int) else row.subject
    said = {**parameters, "strength": row.strength, "whole": row.whole, "line": parameters[detector.line]}
    return Sighting(
        clause=detector.clause,
        signal=detector.signal,
        detector=detector.name,
        pointing=detector.pointing,
        account=names[row.account],
        master=names[row.master],
        subject=subject,
        row=row,
        threshold=parameters[detector.line],
        why=detector.why.format(**said),
    )


def _told_apart(ground: Ground, wanted: Iterable[Detector]) -> tuple[list[Detector], list[Unassessable]]:
    able, unable = [], []
    for detector in wanted:
        missing = tuple(relation for relation in detector.needs if not ground.holds(relation))
        if missing:
            unable.append(Unassessable(detector.signal, detector.name, missing))
        else:
            able.append(detector)
    return able, unable


class Keeper:
    """Makes each kept relation once, before the first detector that reads it."""

    def __init__(self, ground: Ground, since_ms: int, until_ms: int) -> None:
        self._ground, self._bounds, self._made = ground, {"since_ms": since_ms, "until_ms": until_ms}, set[str]()

    def keep(self, names: Sequence[str]) -> None:
        """Make those relations, and what they read, unless they are there."""
        for name in names:
            if name not in self._made:
                kept = KEPT[name]
                self.keep(kept.reads)
                self._ground.keep(name, kept.text.read_text(encoding="utf-8"), self._bounds)
                self._made.add(name)
