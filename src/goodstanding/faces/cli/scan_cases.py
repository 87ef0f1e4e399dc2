"""What does `scan --open-cases` do: open the cases of a scan, or with --dry-run say which it would open?"""

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from goodstanding.app import Workspace
    from goodstanding.findings.finding import Finding
    from goodstanding.flows.open_cases import Fate
    from goodstanding.flows.raise_findings import Raised
    from goodstanding.flows.scan_records import Scanned
    from goodstanding.settings import Settings

MOST_SAID: Final = 20


def cases_of_scan(held: "Workspace", settings: "Settings", scanned: "Scanned", *, dry_run: bool) -> list[str]:
    """Open a case for each finding of a scan that listed its records, and say so, a line each; a dry run only says it."""
    from goodstanding.app import case_desk, now_ms  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.papers import State  # noqa: PLC0415
    from goodstanding.flows.open_cases import Fate, fate_of, open_seen  # noqa: PLC0415
    from goodstanding.flows.raise_findings import raise_findings  # noqa: PLC0415

    with case_desk(held, settings) as desk:
        there = desk.store.cases()
        at_work = {one.finding.account for one in there if one.state is not State.CLOSED}
        raised = raise_findings(scanned, under_review=at_work)
        fates = {one.id: fate_of(one, (case for case in there if case.finding.account == one.account)) for one, _ in raised.seen}
        count = Counter(fates.values())
        if dry_run:
            new = [one for one, _ in raised.seen if fates[one.id] is Fate.OPENS]
            return [
                *_some([_would(one) for one in new]),
                *_held_back(raised),
                f"Dry run, nothing was opened: {_sum(count, 'would open', 'would join')}",
            ]
        opened = open_seen(desk, raised.seen, at_ms=now_ms(settings))
    said = [f"Opened {one.id}: {one.finding.clause}, {one.finding.account_name}, {one.finding.seen_by}" for one in opened]
    return [*_some(said), *_held_back(raised), f"{_sum(count, 'opened', 'joined')} Next: goodstanding case list"]


def _some(lines: list[str]) -> list[str]:
    """Keep the first lines of many, and say how many there are more."""
    more = len(lines) - MOST_SAID
    return [*lines[:MOST_SAID], f"and {more:,} more"] if more > 0 else lines


def _would(one: "Finding") -> str:
    from goodstanding.faces.report.words import plural  # noqa: PLC0415

    shown = plural(one.evidence.records, "record")
    return f"Would open: {one.clause}, {one.account_name}, {one.period.label}, {one.seen_by}, {shown}"


def _sum(count: "Counter[Fate]", opened: str, joined: str) -> str:
    from goodstanding.faces.report.words import plural  # noqa: PLC0415
    from goodstanding.flows.open_cases import Fate  # noqa: PLC0415

    parts = (
        f"{plural(count[Fate.OPENS], 'case')} {opened}",
        f"{plural(count[Fate.JOINS], 'finding')} {joined} a case that is there",
        f"{count[Fate.KNOWN]:,} known already",
    )
    return ", ".join(parts) + "."


def _held_back(raised: "Raised") -> list[str]:
    return [f"Not opened alone, since it is derived: {one.signal} at {one.master}" for one in raised.held_back]
