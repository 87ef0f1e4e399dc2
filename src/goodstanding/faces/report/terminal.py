"""How does a standing look in a terminal: bars against the limit, readable without colour and at 80 columns?"""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from goodstanding.faces.report.explain import contributors_text, explained, pace_text
from goodstanding.faces.report.intake import render_intake
from goodstanding.faces.report.rows import Columns, Row, columns_for, pace_row, row_of
from goodstanding.faces.report.sheet import Sheet
from goodstanding.faces.report.words import (
    PERSON_DECIDES,
    cure_text,
    plural,
    reconciled,
    sorted_accounts,
    summary,
    title_of,
    visible,
)
from goodstanding.measures.standing import (
    AccountStanding,
    MonthStanding,
    MonthState,
    RequirementStanding,
    Standing,
    StandingDocument,
)
from goodstanding.periods import moment_of, zone_named

STYLES = {Standing.VIOLATED: "bold red", Standing.AT_RISK: "yellow", Standing.GOOD: "green", Standing.NOT_ASSESSABLE: "dim"}


def render(
    document: StandingDocument,
    console: Console,
    *,
    remedies: Mapping[str, str],
    limit: int = 40,
    full_numbers: bool = False,
) -> None:
    """Print a document; at most `limit` accounts a month, the worst first. A lone account is explained in full."""
    render_intake(document.intake, console, remedies=remedies)
    sheet = Sheet(console)
    for month in document.months:
        _heading(month, document.zone, sheet)
        _accounts(month, sheet, limit=limit, full_numbers=full_numbers)
        _ending(month, sheet, limit)
    if not document.months:
        sheet.line("No month holds any record.")


def _heading(month: MonthStanding, zone: str, sheet: Sheet) -> None:
    state = f", {month.state}" if month.state else ""
    sheet.gap()
    title = Text(f"Usage requirements, {month.month}", style="bold")
    sheet.line(title.append(f"  {zone}, edition {month.edition}{state}", style="not bold dim"))
    sheet.line(reconciled(month))
    if month.state is MonthState.OPEN and month.data_until_ms is not None:
        until = moment_of(month.data_until_ms).astimezone(zone_named(zone))
        sheet.line(f"The month is open: counted so far, with records up to {until:%Y-%m-%d %H:%M}.")


def _accounts(month: MonthStanding, sheet: Sheet, *, limit: int, full_numbers: bool) -> None:
    shown = sorted_accounts(month.accounts)[:limit]
    counted = [(one, account) for account in shown for one in account.requirements if one.whole]
    rows = [row_of(one, account) for one, account in counted]
    ends = [end for one, _ in counted if (end := pace_row(one))]
    columns = columns_for([*rows, *ends], sheet.width)
    if rows:
        sheet.gap()
        sheet.row(columns.header())
    for account in shown:
        _account(account, sheet, columns, everything=len(month.accounts) == 1, full_numbers=full_numbers)


def _account(account: AccountStanding, sheet: Sheet, columns: Columns, *, everything: bool, full_numbers: bool) -> None:
    name = Text(visible(account.name), style="bold")
    if account.name != account.account:
        name.append(f"  {visible(account.account)}", style="not bold dim")
    sheet.line(name.append("  ").append(str(account.standing), style=STYLES[account.standing]))
    for one in account.requirements:
        if one.whole:
            row = row_of(one, account)
            _requirement(one, row, sheet, columns)
            for line in _said(one, row.word, everything=everything, full_numbers=full_numbers):
                sheet.note(line, style="" if line == cure_text(one) else "dim")
    _uncounted(account, sheet)
    if account.standing in {Standing.VIOLATED, Standing.AT_RISK}:
        sheet.gap()


def _requirement(one: RequirementStanding, row: Row, sheet: Sheet, columns: Columns) -> None:
    sheet.row(columns.line(row, ascii_only=sheet.ascii_only))
    end = pace_row(one)
    if end is not None:
        sheet.row(columns.line(end, ascii_only=sheet.ascii_only, style="dim"))
        sheet.note(pace_text(one))


def _said(one: RequirementStanding, word: str, *, everything: bool, full_numbers: bool) -> list[str]:
    if everything or word == "OVER":
        return explained(one, full_numbers=full_numbers)
    return [line for line in (cure_text(one), contributors_text(one)) if line] if word == "near" else []


def _uncounted(account: AccountStanding, sheet: Sheet) -> None:
    without = [title_of(one.clause) for one in account.requirements if one.whole == 0]
    if not account.requirements:
        sheet.note("the edition in force had no requirements to count", indent=2)
    elif len(without) == len(account.requirements):
        sheet.note("nothing to count for any requirement", indent=2)
    elif without:
        sheet.note("nothing to count: " + ", ".join(without), indent=2)


def _ending(month: MonthStanding, sheet: Sheet, limit: int) -> None:
    hidden = sorted_accounts(month.accounts)[limit:]
    sheet.gap()
    if hidden:
        more = summary(tuple(hidden)).partition(": ")[2]
        sheet.line(f"{plural(len(hidden), 'more account')} not shown ({more}); see all with --html FILE or --json.")
    sheet.line(Text(summary(month.accounts) + ".", style="bold"))
    sheet.line(PERSON_DECIDES)
    if month.sha256:
        sheet.line(Text(f"sha256 {month.sha256}", style="dim"))
