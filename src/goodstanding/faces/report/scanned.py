"""How does a scan look in a terminal: a block for each account, the worst first, and below it what could not be looked for?"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from goodstanding.faces.report.intake import render_intake
from goodstanding.faces.report.sheet import Sheet
from goodstanding.faces.report.words import number_text, plural, visible
from goodstanding.flows.evaluate_detectors import signal_order
from goodstanding.flows.scan_document import iso_day, lacking, remedy_of
from goodstanding.flows.scan_records import Scanned
from goodstanding.flows.scan_traffic import Scan, Unassessable
from goodstanding.periods import moment_of, text_of_instant
from goodstanding.records.reasons import NOTES, REASONS
from goodstanding.signals.traffic.sighting import Pointing, Sighting

MOST_ACCOUNTS: Final = 20
MOST_DAYS: Final = 10
STYLES: Final = {Pointing.VIOLATOR: "bold red", Pointing.EITHER: "yellow", Pointing.VICTIM: "cyan"}
BESIDE: Final = {Pointing.VIOLATOR: "", Pointing.EITHER: "by it or to it", Pointing.VICTIM: "done to it"}
NO_VERDICT: Final = "A sighting is no verdict; whether the policy was violated, a person determines."


def render_scanned(
    scanned: Scanned, *, evidence: Path | None = None, console: Console | None = None, full_numbers: bool = False
) -> None:
    """Print a scan."""
    console = console or Console()
    sheet, scan = Sheet(console), scanned.scan
    render_intake(scanned.intake, console, remedies={**REASONS, **NOTES})
    for note, count in (scanned.notes or {}).items():
        sheet.note(f"{count:,} {note}: {NOTES.get(note, '')}", indent=2)
    sheet.gap()
    title = Text("Traffic", style="bold")
    span = f"  {text_of_instant(scan.since_ms)} to {text_of_instant(scan.until_ms)}, edition {scan.edition}"
    sheet.line(title.append(span, style="not bold dim"))
    _accounts(scan, sheet, full_numbers=full_numbers)
    _not_seen(scan.unassessable, sheet)
    for one in scan.lists:
        sheet.line(f"List {visible(one.name)} of {iso_day(one.as_of_day)}: {one.entries:,} entries.")
    _silent(scan.silent_days, sheet)
    _ending(scan, sheet, evidence)


def _accounts(scan: Scan, sheet: Sheet, *, full_numbers: bool) -> None:
    of_master: dict[str, list[Sighting]] = defaultdict(list)
    for one in scan.sightings:
        of_master[one.master].append(one)
    # the worst is the one that most clauses speak against, then the one most often seen
    ordered = sorted(of_master, key=lambda master: (*_weight(of_master[master]), master))
    if not ordered:
        sheet.line("Nothing was seen: no detector that could look found anything past its threshold.")
        sheet.line("That is no proof of good conduct; each detector's blind spots are in the reference of detectors.")
        return
    widest = max(len(one.detector) for one in scan.sightings)
    sheet.row(Text(f"  {'signal':<6} {'detector':<{widest}}  {'times':>5} {'records':>9}  known since (UTC)", style="dim"))
    for master in ordered[:MOST_ACCOUNTS]:
        _account(master, of_master[master], sheet, widest, full_numbers=full_numbers)
    if len(ordered) > MOST_ACCOUNTS:
        sheet.gap()
        sheet.line(f"{plural(len(ordered) - MOST_ACCOUNTS, 'more account')} not shown; see all with --html FILE or --json.")


def _weight(seen: Sequence[Sighting]) -> tuple[int, int]:
    against = [one for one in seen if one.pointing is Pointing.VIOLATOR]
    return -len({one.clause for one in against}), -len(seen)


def _account(master: str, seen: Sequence[Sighting], sheet: Sheet, widest: int, *, full_numbers: bool) -> None:
    by_detector: dict[str, list[Sighting]] = defaultdict(list)
    for one in seen:
        by_detector[one.detector].append(one)
    clauses = sorted({one.clause for one in seen})
    sheet.gap()
    name = Text(visible(master), style="bold")
    sheet.line(name.append(f"  {plural(len(seen), 'sighting')}: {', '.join(clauses)}", style="not bold dim"))
    for detector, found in by_detector.items():
        first, strongest = found[0], max(found, key=lambda one: one.row.strength)
        figures = f"{len(found):>5,} {sum(one.row.records for one in found):>9,}  {moment_of(first.row.until_ms):%Y-%m-%d %H:%M}"
        row = Text("  ").append(f"{first.signal:<6} {detector:<{widest}}", style=STYLES[first.pointing])
        beside = BESIDE[first.pointing]
        sheet.row(row.append(f"  {figures}" + (f"  {beside}" if beside else "")))
        sheet.note(f"{strongest.why}{_whom(strongest, full_numbers=full_numbers)}")


def _whom(one: Sighting, *, full_numbers: bool) -> str:
    """Say what the strongest was done to, and by which sub-account, where there are such."""
    subject = one.subject or ""
    shown = number_text(subject, full=full_numbers) if isinstance(one.row.subject, int) else visible(subject)
    by = f"by {visible(one.account)}" if one.account != one.master else ""
    said = ", ".join(each for each in (shown, by) if each)
    return f" ({said})" if said else ""


def _not_seen(unassessable: Sequence[Unassessable], sheet: Sheet) -> None:
    """Name what is missing, a line each, and the signals for which it is needed."""
    of_remedy: dict[str, list[str]] = defaultdict(list)
    for one in unassessable:
        for relation in lacking(one):
            signals = of_remedy[remedy_of(relation)]
            signals += [] if one.signal in signals else [one.signal]
    sheet.gap()
    if of_remedy:
        said = f"Not assessable: {plural(len(unassessable), 'detector')} without the data they need. To take it in:"
        sheet.line(Text(said, style="bold"))
    for remedy, signals in sorted(of_remedy.items(), key=lambda item: (not item[0].startswith("--take"), -len(item[1]), item[0])):
        sheet.note(f"{remedy}  for {', '.join(sorted(signals, key=signal_order))}", indent=2)


def _silent(days: Sequence[int], sheet: Sheet) -> None:
    if days:
        more = f" and {len(days) - MOST_DAYS} more" if len(days) > MOST_DAYS else ""
        sheet.line(f"No call or message at all on {', '.join(iso_day(day) for day in days[:MOST_DAYS])}{more}; is a file missing?")


def _ending(scan: Scan, sheet: Sheet, evidence: Path | None) -> None:
    accounts = {one.master for one in scan.sightings}
    sheet.gap()
    sheet.line(Text(f"{plural(len(scan.sightings), 'sighting')} at {plural(len(accounts), 'account')}.", style="bold"))
    sheet.line(NO_VERDICT)
    if evidence is not None:
        sheet.line(f"The records behind each are in {evidence}.")
    elif scan.sightings:
        sheet.line("Next: --evidence FOLDER lists the records behind each, --html FILE writes a page, --json prints everything.")
    else:
        sheet.line("Next: take in what is missing, or scan a longer span; --set DETECTOR.PARAM=VALUE tries another threshold.")
