"""What does `goodstanding scan` do: traffic in, sightings out, each with the clause it speaks of and the records behind it?"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsJson, EditionName, MonthName, WorkspaceFolder

if TYPE_CHECKING:
    from goodstanding.flows.scan_records import Scanned, Span, Traffic
    from goodstanding.progress import Progress

Takes = Annotated[
    list[str],
    typer.Option("--take", metavar="SOURCE[:OPTION=VALUE,...]=FILE", help="A file to scan, without a workspace; several times."),
]
Moment = typer.Option(metavar="TIME", help="A day, or an instant with its offset.")
Only = Annotated[list[str], typer.Option("--only", metavar="DETECTOR", help="Only this detector; several times.")]
Sets = Annotated[
    list[str], typer.Option("--set", metavar="DETECTOR.PARAM=VALUE", help="Change a threshold, e.g. call-flood.attempts=20.")
]
Evidence = Annotated[Path | None, typer.Option("--evidence", metavar="FOLDER", help="Write the ids of the records behind each.")]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="WHAT", help="End with status 1 on a sighting: violator (against its account), any."),
]
ON = ("violator", "any")


def scan(
    take: Takes = [],  # noqa: B006 - typer copies it
    named: WorkspaceFolder = None,
    month: MonthName = None,
    since: Annotated[str | None, Moment] = None,
    until: Annotated[str | None, Moment] = None,
    edition: EditionName = None,
    only: Only = [],  # noqa: B006 - typer copies it
    settings: Sets = [],  # noqa: B006 - typer copies it
    evidence: Evidence = None,
    *,
    as_json: AsJson = False,
    fail_on: FailOn = None,
) -> None:
    """Scan traffic for what shows in whom an account contacts, when and how often."""
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.report.scanned import render_scanned  # noqa: PLC0415
    from goodstanding.flows.scan_document import scan_to_json  # noqa: PLC0415
    from goodstanding.flows.scan_records import Span  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415

    _check(fail_on, take, named)
    asked = Asked(Span(Month.parse(month) if month else None, since, until), edition, only, settings, with_evidence=bool(evidence))
    scanned = _of_files(take, asked) if take else _of_workspace(named, asked)
    if evidence is not None:
        _write(scanned, evidence)
    if as_json:
        print_json(scan_to_json(scanned))
    else:
        render_scanned(scanned, evidence=evidence)
    raise typer.Exit(_status(scanned, fail_on))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scan was asked for, beside the records."""

    span: "Span"
    edition: str | None
    only: list[str]
    settings: list[str]
    with_evidence: bool


def _check(fail_on: str | None, take: list[str], named: Path | None) -> None:
    from goodstanding.errors import WrongUsage  # noqa: PLC0415

    if fail_on is not None and fail_on not in ON:
        message = f"--fail-on {fail_on}: choose {' or '.join(ON)}"
        raise WrongUsage(message)
    if take and named is not None:
        message = "--take scans files without a workspace; leave --workspace out, or take them in first"
        raise WrongUsage(message)


def _of_files(take: list[str], asked: Asked) -> "Scanned":
    from dataclasses import replace  # noqa: PLC0415

    from goodstanding.app import SCANNING_MEMORY, desk  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    takes = [parse_take(one) for one in take]
    with desk(read_settings(), memory=SCANNING_MEMORY) as held, Watch() as watch:
        intake = tuple(held.take_in(one, watch) for one in takes)
        watch.stage("joining legs into calls")
        notes = held.settle_down("UTC")
        scanned = _scanned(held, asked, "UTC", watch)
    return replace(scanned, intake=intake, notes={**notes, **(scanned.notes or {})})


def _of_workspace(named: Path | None, asked: Asked) -> "Scanned":
    from goodstanding.app import remembering_traffic, workspace  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    with workspace(named, settings) as held, remembering_traffic(held, settings) as traffic, Watch() as watch:
        return _scanned(traffic, asked, held.zone, watch)


def _scanned(traffic: "Traffic", asked: Asked, zone: str, watch: "Progress") -> "Scanned":
    from goodstanding.flows.choose_detectors import chosen  # noqa: PLC0415
    from goodstanding.flows.scan_records import scan_records  # noqa: PLC0415
    from goodstanding.periods import moment_of, zone_named  # noqa: PLC0415
    from goodstanding.policy.load import load_editions  # noqa: PLC0415
    from goodstanding.policy.traffic import load_traffic  # noqa: PLC0415

    bounds_ms = asked.span.bounds_ms(traffic.span_ms(), zone)
    editions = load_editions()
    first_day = moment_of(bounds_ms[0]).astimezone(zone_named(zone)).date()
    edition = editions.named(asked.edition) if asked.edition else editions.in_force_on(first_day)
    thresholds = chosen(load_traffic(edition), asked.only, asked.settings)
    return scan_records(traffic, edition, thresholds, bounds_ms, with_evidence=asked.with_evidence, progress=watch)


def _write(scanned: "Scanned", folder: Path) -> None:
    """Write one file a sighting, with the sorted ids of its records."""
    from goodstanding.flows.scan_records import evidence_text  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    for place, (one, ids) in enumerate(zip(scanned.scan.sightings, scanned.record_ids, strict=True), start=1):
        (folder / f"{place:05d}-{one.detector}.txt").write_text(evidence_text(ids), encoding="utf-8")


def _status(scanned: "Scanned", fail_on: str | None) -> int:
    """Return 1 when there is a sighting that --fail-on asks for, else 0."""
    found = {str(one.pointing) for one in scanned.scan.sightings}
    return int(bool(found) if fail_on == "any" else fail_on in found)
