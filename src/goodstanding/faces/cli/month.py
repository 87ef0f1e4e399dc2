"""What do `close` and `standing` do: settle a month for good, and show how it stands?"""

from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsHtml, AsJson, FailOn, MonthName, WorkspaceFolder

if TYPE_CHECKING:
    from goodstanding.app import Workspace
    from goodstanding.measures.standing import MonthStanding
    from goodstanding.policy.edition import Edition
    from goodstanding.settings import Settings


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
    from goodstanding.app import now_ms, workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import check_fail_on, say, show_document, status_of  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.close_month import close_month  # noqa: PLC0415
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
        opened = () if dry_run else _cases_of(held, settings, closed.month, edition)
    document = StandingDocument(edition.id, edition.zone, (), (closed.month,))
    show_document(document, as_json=as_json, html=html, title=f"Standing {month}", editions=[edition])
    if not as_json:
        for line in closed_in_words(closed.sequence, is_new=closed.is_new, dry_run=dry_run, changes=closed.changes):
            say(line)
        for line in opened:
            say(line)
    raise typer.Exit(status_of(document, fail_on))


def _cases_of(held: "Workspace", settings: "Settings", month: "MonthStanding", edition: "Edition") -> list[str]:
    """Open the cases of a closed month, and say so."""
    from goodstanding.app import case_desk, now_ms  # noqa: PLC0415 - help must not wait for it
    from goodstanding.findings.apply import findings_of  # noqa: PLC0415
    from goodstanding.flows.open_cases import open_cases  # noqa: PLC0415

    findings = findings_of(month, edition)
    if not findings:
        return []
    with case_desk(held, settings) as desk:
        opened = open_cases(desk, findings, at_ms=now_ms(settings))
    return [
        f"Opened {case.id}: {case.finding.clause}, {case.finding.account_name}. goodstanding case show {case.id}" for case in opened
    ]


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
