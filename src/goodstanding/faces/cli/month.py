"""What do `close` and `standing` do: settle a month for good, and show how it stands?"""

from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsHtml, AsJson, FailOn, MonthName, WorkspaceFolder

if TYPE_CHECKING:
    from goodstanding.flows.open_cases import Opened


def close(
    month: Annotated[str, typer.Argument(metavar="YYYY-MM")],
    named: WorkspaceFolder = None,
    grace: Annotated[int, typer.Option(metavar="DAYS", help="How long to wait for late records after the month's end.")] = 3,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count and show; store nothing.")] = False,
    as_json: AsJson = False,
    html: AsHtml = None,
    fail_on: FailOn = None,
) -> None:
    """Close a month: store its verdicts with a hash. Late records make a restatement, never a silent change."""
    from goodstanding.app import case_desk, now_ms, workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import check_fail_on, say, show_document, status_of  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.close_month import close_month  # noqa: PLC0415
    from goodstanding.flows.open_cases import open_cases  # noqa: PLC0415
    from goodstanding.measures.standing import StandingDocument  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    check_fail_on(fail_on)
    wanted = Month.parse(month)
    settings = read_settings()
    with workspace(named, settings) as held, Watch() as watch:
        edition = held.edition_of(wanted)
        closed = close_month(
            held.manifest, held.closer, edition, wanted,
            now_ms=now_ms(settings), grace_days=grace, keep=not dry_run, progress=watch,
        )  # fmt: skip
    lines = closed_in_words(closed.sequence, is_new=closed.is_new, dry_run=dry_run, changes=closed.changes)
    if not dry_run:
        with case_desk(named, settings) as desk:
            opened = open_cases(desk.store, desk.office.remeasuring, closed.month, edition, at_ms=now_ms(settings))
        lines += opened_in_words(opened)
    document = StandingDocument(edition.id, edition.zone, (), (closed.month,))
    show_document(document, as_json=as_json, html=html, title=f"Standing {month}", editions=[edition])
    for line in () if as_json else lines:
        say(line)
    raise typer.Exit(status_of(document, fail_on))


def closed_in_words(sequence: int, *, is_new: bool, dry_run: bool, changes: tuple[str, ...]) -> list[str]:
    """Say what closing did."""
    if not is_new:
        return ["Nothing has changed since this month was closed; its hash stands."]
    if dry_run:
        return ["Dry run: nothing was stored."]
    if sequence == 1:
        return ["Closed."]
    return [
        f"Restated (closing {sequence}), because records came or were corrected after the month was closed:",
        *(f"  {one}" for one in changes),
    ]


def opened_in_words(opened: "Opened") -> list[str]:
    """Say which cases a closing opened."""
    if not opened.opened and not opened.restated:
        return []
    small = sum(one.finding.measured is not None and one.finding.measured.small_sample for one in opened.opened)
    lines = [f"Opened {len(opened.opened)} {'case' if len(opened.opened) == 1 else 'cases'}: goodstanding case list"]
    if small:
        lines.append(f"  {small} of them on a small sample: a person looks first, and no notice is written before.")
    if opened.restated:
        lines.append(f"Other counts were added to {len(opened.restated)} that had been opened: {', '.join(opened.restated)}")
    return lines


def standing(
    account: Annotated[str | None, typer.Argument(help="One master account, by id or name.")] = None,
    month: MonthName = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
    html: AsHtml = None,
    fail_on: FailOn = None,
) -> None:
    """Show how accounts stand: a closed month as it was closed, an open one so far and at its pace."""
    from dataclasses import replace  # noqa: PLC0415

    from goodstanding.app import workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import MonthError  # noqa: PLC0415
    from goodstanding.faces.cli.output import check_fail_on, show_document, status_of  # noqa: PLC0415
    from goodstanding.flows.show_standing import only, standing_of  # noqa: PLC0415
    from goodstanding.measures.standing import StandingDocument  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415

    check_fail_on(fail_on)
    with workspace(named) as held:
        wanted = Month.parse(month) if month else held.rollups.latest_month(held.zone)
        if wanted is None:
            message = "there are no records yet; take some in with: goodstanding take-in --take SOURCE=FILE"
            raise MonthError(message)
        edition = held.edition_of(wanted)
        found = standing_of(held.manifest, held.rollups, edition, wanted)
    kept = only(found.accounts, account)
    if account and not kept:
        message = f"no master account {account} in {wanted}; run goodstanding standing --month {wanted} to see all"
        raise MonthError(message)
    document = StandingDocument(edition.id, edition.zone, (), (replace(found, accounts=kept),))
    show_document(document, as_json=as_json, html=html, title=f"Standing {wanted}", editions=[edition])
    raise typer.Exit(status_of(document, fail_on))
