"""What does `scan --open-cases` do: say which cases a scan would open, and open them when told to?"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodstanding.app import Workspace
    from goodstanding.flows.raise_findings import Raised
    from goodstanding.flows.scan_records import Scanned
    from goodstanding.settings import Settings


def cases_of_scan(held: "Workspace", settings: "Settings", scanned: "Scanned", *, dry_run: bool) -> list[str]:
    """Open a case for each finding of a scan that listed its records, and say so, a line each; a dry run only says it."""
    from goodstanding.app import case_desk, now_ms  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.papers import State  # noqa: PLC0415
    from goodstanding.flows.open_cases import open_seen  # noqa: PLC0415
    from goodstanding.flows.raise_findings import raise_findings  # noqa: PLC0415

    with case_desk(held, settings) as desk:
        at_work = {one.finding.account for one in desk.store.cases(states=[each for each in State if each is not State.CLOSED])}
        raised = raise_findings(scanned, under_review=at_work)
        if dry_run:
            return [*_would_open(raised), *_held_back(raised), "Dry run: no case was opened."]
        opened = open_seen(desk, raised.seen, at_ms=now_ms(settings))
    said = [f"Opened {one.id}: {one.finding.clause}, {one.finding.account_name}. goodstanding case show {one.id}" for one in opened]
    return [*(said or ["No new case: every finding belongs to one that is there."]), *_held_back(raised)]


def _would_open(raised: "Raised") -> list[str]:
    return [
        f"{one.id}  {one.clause}  {one.account_name}  {one.period.label}  {one.seen_by}, {one.evidence.records:,} records"
        for one, _ in raised.seen
    ]


def _held_back(raised: "Raised") -> list[str]:
    return [f"Not opened alone, since it is derived: {one.signal} at {one.master}" for one in raised.held_back]
