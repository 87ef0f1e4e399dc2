"""What does `goodstanding scan` do: traffic in, sightings out, each with the clause it speaks of and the records behind it?"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsHtml, AsJson, EditionName, MonthName, WorkspaceFolder

if TYPE_CHECKING:
    from goodstanding.app import Workspace
    from goodstanding.flows.scan_records import Scanned, Span, Traffic
    from goodstanding.policy.edition import Edition
    from goodstanding.progress import Progress
    from goodstanding.settings import Settings
    from goodstanding.signals.traffic.detector import Parameters

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
FullNumbers = Annotated[bool, typer.Option("--full-numbers", help="Show phone numbers in full, not by their last four digits.")]
OpenCases = Annotated[bool, typer.Option("--open-cases", help="Open a case for each finding; needs a workspace.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="With --open-cases: say which cases would open; open none.")]
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
    html: AsHtml = None,
    *,
    full_numbers: FullNumbers = False,
    open_cases: OpenCases = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
    fail_on: FailOn = None,
) -> None:
    """Scan traffic for what shows in whom an account contacts, when and how often."""
    from goodstanding.flows.scan_records import Span  # noqa: PLC0415 - help must not wait for it
    from goodstanding.periods import Month  # noqa: PLC0415

    _check(fail_on, take, named, open_cases=open_cases, dry_run=dry_run)
    span = Span(Month.parse(month) if month else None, since, until)
    asked = Asked(span, edition, only, settings, with_evidence=bool(evidence) or open_cases, cases=open_cases, dry_run=dry_run)
    looked = _of_files(take, asked) if take else _of_workspace(named, asked)
    if evidence is not None:
        _write(looked.scanned, evidence)
    if html is not None:
        _write_page(looked, html, full_numbers=full_numbers)
    _show(looked, evidence, html, as_json=as_json, full_numbers=full_numbers)
    raise typer.Exit(_status(looked.scanned, fail_on))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scan was asked for, beside the records."""

    span: "Span"
    edition: str | None
    only: list[str]
    settings: list[str]
    with_evidence: bool
    cases: bool
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """What a scan came to, by which edition and thresholds, and what was said of its cases."""

    scanned: "Scanned"
    edition: "Edition"
    thresholds: "dict[str, Parameters]"
    cases: tuple[str, ...] = ()


def _check(fail_on: str | None, take: list[str], named: Path | None, *, open_cases: bool, dry_run: bool) -> None:
    from goodstanding.errors import WrongUsage  # noqa: PLC0415

    if take and open_cases:
        message = "--open-cases keeps cases in a workspace: goodstanding init FOLDER, take the files in, and scan that"
        raise WrongUsage(message)
    if dry_run and not open_cases:
        message = "--dry-run belongs to --open-cases; a scan by itself keeps nothing"
        raise WrongUsage(message)

    if fail_on is not None and fail_on not in ON:
        message = f"--fail-on {fail_on}: choose {' or '.join(ON)}"
        raise WrongUsage(message)
    if take and named is not None:
        message = "--take scans files without a workspace; leave --workspace out, or take them in first"
        raise WrongUsage(message)


def _of_files(take: list[str], asked: Asked) -> Looked:
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
        looked = _looked(held, asked, "UTC", watch)
    scanned = looked.scanned
    return replace(looked, scanned=replace(scanned, intake=intake, notes={**notes, **(scanned.notes or {})}))


def _of_workspace(named: Path | None, asked: Asked) -> Looked:
    from dataclasses import replace  # noqa: PLC0415

    from goodstanding.app import remembering_traffic, workspace  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    with workspace(named, settings) as held:
        with remembering_traffic(held, settings) as traffic, Watch() as watch:
            looked = _looked(traffic, asked, held.zone, watch)
        return replace(looked, cases=_cases(held, settings, looked, asked)) if asked.cases else looked


def _cases(held: "Workspace", settings: "Settings", looked: Looked, asked: Asked) -> tuple[str, ...]:
    from goodstanding.faces.cli.scan_cases import cases_of_scan  # noqa: PLC0415

    return tuple(cases_of_scan(held, settings, looked.scanned, dry_run=asked.dry_run))


def _looked(traffic: "Traffic", asked: Asked, zone: str, watch: "Progress") -> Looked:
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
    scanned = scan_records(traffic, edition, thresholds, bounds_ms, with_evidence=asked.with_evidence, progress=watch)
    return Looked(scanned, edition, thresholds)


def _write_page(looked: Looked, file: Path, *, full_numbers: bool) -> None:
    from goodstanding.faces.report.scanned_page import render_scan  # noqa: PLC0415

    page = render_scan(
        looked.scanned.scan, looked.edition, looked.thresholds, title="What traffic shows", full_numbers=full_numbers
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")


def _show(looked: Looked, evidence: Path | None, html: Path | None, *, as_json: bool, full_numbers: bool) -> None:
    """Print the document, or the words; with a document, what was said of cases goes to stderr."""
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.faces.report.scanned import render_scanned  # noqa: PLC0415
    from goodstanding.flows.scan_document import scan_to_json  # noqa: PLC0415

    if as_json:
        print_json(scan_to_json(looked.scanned))
        for line in looked.cases:
            typer.echo(line, err=True)
        return
    render_scanned(looked.scanned, evidence=evidence, full_numbers=full_numbers)
    for line in looked.cases:
        say(line)
    if html is not None:
        say(f"Report  {html}")


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
