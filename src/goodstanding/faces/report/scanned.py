"""How does a scan look in a terminal: a table by account, the worst first, and below it what could not be looked at?"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.faces.report.intake import render_intake
from goodstanding.faces.report.sheet import Sheet
from goodstanding.faces.report.words import number_text, plural, visible
from goodstanding.flows.scan_document import iso_day, why_not
from goodstanding.flows.scan_records import Scanned
from goodstanding.flows.scan_traffic import Scan, Unassessable
from goodstanding.periods import text_of_instant
from goodstanding.records.reasons import NOTES, REASONS
from goodstanding.signals.traffic.sighting import Pointing, Sighting

MOST_ACCOUNTS: Final = 40
MOST_DAYS: Final = 10
STYLES: Final = {Pointing.VIOLATOR: "bold red", Pointing.EITHER: "yellow", Pointing.VICTIM: "cyan"}
NO_VERDICT: Final = "A sighting is no verdict; whether the policy was violated, a person determines."


def render_scanned(scanned: Scanned, *, evidence: Path | None = None, console: Console | None = None) -> None:
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
    _accounts(scan, console, sheet)
    sheet.gap()
    _not_seen(scan.unassessable, sheet)
    for one in scan.lists:
        sheet.line(f"List {visible(one.name)} of {iso_day(one.as_of_day)}: {one.entries:,} entries.")
    _silent(scan.silent_days, sheet)
    _ending(scan, sheet, evidence)


def _accounts(scan: Scan, console: Console, sheet: Sheet) -> None:
    by_account: dict[str, list[Sighting]] = defaultdict(list)
    for one in scan.sightings:
        by_account[one.account].append(one)
    # the worst is the one that most clauses speak against, then the one most often seen
    ordered = sorted(by_account, key=lambda account: (*_weight(by_account[account]), account))
    if not ordered:
        sheet.line("Nothing was seen.")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("account", "signal", "seen", "known since", "times", "records"):
        table.add_column(name, justify="right" if name in {"times", "records"} else "left", overflow="fold")
    for account in ordered[:MOST_ACCOUNTS]:
        _rows(table, account, by_account[account])
    console.print(table)
    if len(ordered) > MOST_ACCOUNTS:
        sheet.line(f"{plural(len(ordered) - MOST_ACCOUNTS, 'more account')} not shown; see all with --json.")


def _weight(seen: Sequence[Sighting]) -> tuple[int, int]:
    against = [one for one in seen if one.pointing is Pointing.VIOLATOR]
    return -len({one.clause for one in against}), -len(seen)


def _rows(table: Table, account: str, seen: Sequence[Sighting]) -> None:
    by_detector: dict[str, list[Sighting]] = defaultdict(list)
    for one in seen:
        by_detector[one.detector].append(one)
    name = visible(account)
    for detector, found in by_detector.items():
        first = found[0]
        strongest = max(found, key=lambda one: one.row.strength)
        to = f" ({visible(_subject(strongest))})" if strongest.subject is not None else ""
        beside = "" if first.pointing is Pointing.VIOLATOR else f" [{first.pointing}]"
        table.add_row(
            Text(name),
            Text(first.signal, style=STYLES[first.pointing]),
            Text(f"{detector}{beside}: {strongest.why}{to}"),
            Text(text_of_instant(first.row.until_ms)),
            f"{len(found):,}",
            f"{sum(one.row.records for one in found):,}",
        )
        name = ""


def _subject(one: Sighting) -> str:
    subject = one.subject or ""
    return number_text(subject, full=False) if isinstance(one.row.subject, int) else subject


def _not_seen(unassessable: Sequence[Unassessable], sheet: Sheet) -> None:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in unassessable:
        by_reason[why_not(one)].append(f"{one.signal} {one.detector}")
    if by_reason:
        sheet.line(Text("Not assessable", style="bold"))
    for reason, detectors in by_reason.items():
        sheet.note(f"{', '.join(detectors)}: {reason}", indent=2)


def _silent(days: Sequence[int], sheet: Sheet) -> None:
    if days:
        more = f" and {len(days) - MOST_DAYS} more" if len(days) > MOST_DAYS else ""
        sheet.line(f"No call or message at all on {', '.join(iso_day(day) for day in days[:MOST_DAYS])}{more}; is a file missing?")


def _ending(scan: Scan, sheet: Sheet, evidence: Path | None) -> None:
    accounts = {one.account for one in scan.sightings}
    sheet.gap()
    sheet.line(Text(f"{plural(len(scan.sightings), 'sighting')} at {plural(len(accounts), 'account')}.", style="bold"))
    sheet.line(NO_VERDICT)
    if evidence is not None:
        sheet.line(f"The records behind each are in {evidence}.")
    elif scan.sightings:
        sheet.line("Next: --evidence FOLDER lists the records behind each, --json prints everything.")
