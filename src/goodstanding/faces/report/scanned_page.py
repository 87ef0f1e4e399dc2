"""How does a scan of traffic look as a page: what each account shows, when, by which records, and what could not be looked for?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from goodstanding.faces.report.charts import Drawing
from goodstanding.faces.report.html import page_environment
from goodstanding.faces.report.timeline import timeline
from goodstanding.faces.report.words import number_text
from goodstanding.flows.scan_document import lacking, remedy_of
from goodstanding.flows.scan_traffic import Scan, Unassessable
from goodstanding.periods import DAY_MS, moment_of
from goodstanding.policy.edition import Edition
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.detector import Detector, Parameters
from goodstanding.signals.traffic.sighting import Pointing, Sighting

MOST_SHOWN: Final = 8
SHADES: Final = {Pointing.VIOLATOR: "over", Pointing.EITHER: "near", Pointing.VICTIM: "within"}
WORDS: Final = {
    Pointing.VIOLATOR: "shows conduct of the account",
    Pointing.EITHER: "may be done by the account or to it",
    Pointing.VICTIM: "is more likely done to the account than by it",
}


@dataclass(frozen=True, slots=True)
class ShownSighting:
    """One sighting as the table writes it."""

    account: str
    subject: str
    since: str
    known: str
    figure: str
    line: str
    records: int


@dataclass(frozen=True, slots=True)
class ShownDetector:
    """What one detector saw at one master account."""

    detector: Detector
    title: str
    shade: str
    pointing: str
    why: str
    rows: tuple[ShownSighting, ...]
    hidden: int

    @property
    def has_subjects(self) -> bool:
        """Whether any of it was done to or with something that has a name or a number."""
        return any(row.subject for row in self.rows)


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """One master account's part of the page."""

    id: str
    account: str
    clauses: str
    sightings: int
    picture: Drawing
    detectors: tuple[ShownDetector, ...]


def render_scan(
    scan: Scan, edition: Edition, thresholds: Mapping[str, Parameters], *, title: str, full_numbers: bool = False
) -> str:
    """Return the whole page as text; phone numbers by their last four digits unless they are asked for in full."""
    accounts = _accounts(scan, edition, full_numbers=full_numbers)
    used = [detector for detector in DETECTORS if any(one.detector == detector.name for one in scan.sightings)]
    return (
        page_environment()
        .get_template("scan.html.j2")
        .render(
            title=title,
            scan=scan,
            accounts=accounts,
            missing=_missing(scan.unassessable),
            methods=[(detector, _parameters(detector, thresholds)) for detector in used],
            lists=[(one.name, _date(one.as_of_day * DAY_MS), one.entries) for one in scan.lists],
            silent=[_date(day * DAY_MS) for day in scan.silent_days],
            since=_moment(scan.since_ms),
            until=_moment(scan.until_ms),
        )
    )


def _accounts(scan: Scan, edition: Edition, *, full_numbers: bool) -> list[ShownAccount]:
    of_master: dict[str, list[Sighting]] = defaultdict(list)
    for one in scan.sightings:
        of_master[one.master].append(one)
    worst_first = sorted(of_master, key=lambda master: (-len({one.signal for one in of_master[master]}), master))
    return [
        _account(f"a{place}", master, of_master[master], scan, edition, full_numbers=full_numbers)
        for place, master in enumerate(worst_first, start=1)
    ]


def _account(
    place: str, master: str, seen: Sequence[Sighting], scan: Scan, edition: Edition, *, full_numbers: bool
) -> ShownAccount:
    ordered = sorted(seen, key=lambda one: (one.clause, one.signal, one.detector, one.row.until_ms))
    groups = [(name, list(group)) for name, group in groupby(ordered, key=lambda one: one.detector)]
    lanes = [
        (f"{group[0].signal} {name}", SHADES[group[0].pointing], [(one.row.since_ms, one.row.through_ms) for one in group])
        for name, group in groups
    ]
    shown = tuple(_detector(group, edition, full_numbers=full_numbers) for _, group in groups)
    clauses = ", ".join(sorted({one.clause for one in seen}))
    return ShownAccount(place, master, clauses, len(seen), timeline(lanes, scan.since_ms, scan.until_ms), shown)


def _detector(group: Sequence[Sighting], edition: Edition, *, full_numbers: bool) -> ShownDetector:
    detector = next(one for one in DETECTORS if one.name == group[0].detector)
    strongest = sorted(group, key=lambda one: -one.row.records)[:MOST_SHOWN]
    rows = tuple(_row(one, full_numbers=full_numbers) for one in sorted(strongest, key=lambda one: one.row.until_ms))
    return ShownDetector(
        detector=detector,
        title=edition.clause(detector.clause).title,
        shade=SHADES[detector.pointing],
        pointing=WORDS[detector.pointing],
        why=max(group, key=lambda one: one.row.records).why,
        rows=rows,
        hidden=len(group) - len(rows),
    )


def _row(one: Sighting, *, full_numbers: bool) -> ShownSighting:
    row = one.row
    subject = one.subject or ""
    if subject.startswith("+"):
        subject = number_text(subject, full=full_numbers)
    figure = f"{row.strength:,} of {row.whole:,}" if row.whole else f"{row.strength:,}"
    line = f"{one.threshold // 10}.{one.threshold % 10} %" if row.whole else f"{one.threshold:,}"
    return ShownSighting(one.account, subject, _moment(row.since_ms), _moment(row.until_ms), figure, line, row.records)


def _missing(unassessable: Sequence[Unassessable]) -> list[tuple[str, list[Unassessable], str]]:
    """Group what could not look by what it lacks, with how to take that in."""
    by_need: dict[tuple[str, ...], list[Unassessable]] = defaultdict(list)
    for one in unassessable:
        by_need[tuple(lacking(one))].append(one)
    return [(", ".join(map(_named, need)), some, _remedies(need)) for need, some in sorted(by_need.items())]


def _named(relation: str) -> str:
    kind, _, name = relation.partition(":")
    return f"a list {name}" if name else kind.replace("_", " ")


def _remedies(need: Sequence[str]) -> str:
    return " ".join(remedy for remedy in map(remedy_of, need) if remedy.startswith("--take"))


def _parameters(detector: Detector, thresholds: Mapping[str, Parameters]) -> list[tuple[str, int]]:
    given = thresholds.get(detector.name, {})
    return [(one.means, given[one.name]) for one in detector.parameters if one.name in given]


def _moment(ms: int) -> str:
    return f"{moment_of(ms):%Y-%m-%d %H:%M:%S}"


def _date(ms: int) -> str:
    return moment_of(ms).date().isoformat()
