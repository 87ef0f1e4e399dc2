"""How does a standing look in a terminal: bars against the limit, readable without colour?"""

from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from goodstanding.faces.report.words import (
    TITLES,
    counted_text,
    cure_text,
    limit_text,
    mark,
    masked,
    share_text,
    sorted_accounts,
    summary,
)
from goodstanding.measures.standing import (
    AccountStanding,
    IntakeTally,
    MonthStanding,
    RequirementStanding,
    StandingDocument,
    Verdict,
)

BAR = 20
WIDE = 100
COLOURS = {"OVER": "bold red", "near": "yellow", "within": "green", "n/a": "dim"}


def render(document: StandingDocument, console: Console, *, remedies: Mapping[str, str], limit: int = 40) -> None:
    """Print a document; at most `limit` accounts a month, the worst first."""
    render_intake(document.intake, console, remedies=remedies)
    for month in document.months:
        _month(month, document.zone, console, limit)
    if not document.months:
        console.print("No month holds any record.")


def render_intake(intake: tuple[IntakeTally, ...], console: Console, *, remedies: Mapping[str, str]) -> None:
    """Print what became of each file, and what to do about rows that were refused."""
    for tally in intake:
        console.print(
            f"{escape(tally.file)} ({tally.source}): read {tally.read:,} = accepted {tally.accepted:,}"
            f" + duplicate {tally.duplicate:,} + rejected {tally.rejected:,}",
            highlight=False,
            soft_wrap=True,
        )
        for codes, style in ((tally.reasons, "red"), (tally.notes, "dim")):
            for code, count in codes.items():
                line = Text(f"  {count:>9,}  {code}: {remedies.get(code, '')}", style=style)
                console.print(line, soft_wrap=True)


def _month(month: MonthStanding, zone: str, console: Console, limit: int) -> None:
    state = f", {month.state}" if month.state else ""
    console.print()
    console.print(f"[bold]Usage requirements, {month.month}[/bold] ({zone}, edition {month.edition}{state})", highlight=False)
    console.print(
        f"{month.rows:,} rows are {month.calls:,} calls; {month.unanswered:,} of {month.calls:,} went unanswered, "
        f"counted per call. {month.messages:,} messages.",
        highlight=False,
    )
    accounts = sorted_accounts(month.accounts)
    if any(one.requirements for one in accounts):
        console.print(_table(accounts[:limit], console))
    for account in accounts[:limit]:
        _explain(account, console)
    console.print(summary(month.accounts), highlight=False)
    if len(accounts) > limit:
        console.print(f"{len(accounts) - limit} more are not shown; --json or --html shows all.", highlight=False)
    if month.sha256:
        console.print(f"sha256 {month.sha256}", highlight=False, soft_wrap=True)


def _table(accounts: list[AccountStanding], console: Console) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Account", "Requirement"):
        table.add_column(column, overflow="fold", min_width=12)
    for column in ("Counted", "Share"):
        table.add_column(column, justify="right", no_wrap=True)
    if console.width >= WIDE:
        table.add_column("0 % " + "limit".center(BAR - 5), no_wrap=True, min_width=BAR)
    table.add_column("Standing", no_wrap=True)
    ascii_only = not console.encoding.lower().startswith("utf")
    for account in accounts:
        for place, one in enumerate(account.requirements):
            word = mark(one, account.standing)
            cells: list[Text | str] = [
                Text(account.name if place == 0 else ""),
                Text(TITLES.get(one.clause, one.clause)),
                counted_text(one),
            ]
            cells += [share_text(one.part, one.whole, one.limit).replace("–", "-" if ascii_only else "–")]
            if console.width >= WIDE:
                cells.append(bar(one, ascii_only=ascii_only))
            table.add_row(*cells, Text(word, style=COLOURS[word.split(",")[0]]), end_section=place == len(account.requirements) - 1)
    return table


def bar(one: RequirementStanding, *, ascii_only: bool = False) -> str:
    """Draw a share up to twice its limit, with the limit in the middle."""
    full, empty, line = ("#", ".", "|") if ascii_only else ("█", "·", "│")
    half = BAR // 2
    if one.whole == 0:
        filled = 0
    elif one.limit.part == 0:
        filled = 0 if one.part == 0 else max(half + 1, half + half * one.part // one.whole)
    else:
        filled = min(half * one.part * one.limit.whole // (one.limit.part * one.whole), BAR)
        filled = max(filled, half + 1) if one.verdict is Verdict.VIOLATED else filled
    cells = full * filled + empty * (BAR - filled)
    return cells[:half] + line + cells[half:]


def _explain(account: AccountStanding, console: Console) -> None:
    for one in account.requirements:
        lines = [*_violated(one), *_pace(one)]
        if lines:
            console.print(
                Text(f"{account.name}, {TITLES.get(one.clause, one.clause)} (limit {limit_text(one.limit)})", style="bold")
            )
        for line in lines:
            console.print(Text("  " + line), soft_wrap=True)


def _violated(one: RequirementStanding) -> list[str]:
    if one.verdict is not Verdict.VIOLATED:
        return []
    lines = [cure_text(one)]
    if one.small_sample:
        lines.append(f"small sample: {one.whole} counted; a person looks before any notice")
    if len(one.shares) > 1:
        lines.append("by account: " + "; ".join(f"{share.account} {share.part:,} of {share.whole:,}" for share in one.shares[:5]))
    if one.edge:
        lines.append(f"edge: {one.edge:,} calls lie within one second of the line")
    lines += [f"under the reading {other.reading}: {other.part:,} of {other.whole:,}, {other.verdict}" for other in one.readings]
    if one.numbers:
        shown = ", ".join(f"{masked(number.number)} ({number.transmissions})" for number in one.numbers[:6])
        lines.append(f"numbers under the minimum: {shown}" + (" ..." if len(one.numbers) > 6 else ""))
    lines.append(f"evidence: {one.evidence.records:,} records, sha256 {one.evidence.sha256[:16]}...")
    return lines


def _pace(one: RequirementStanding) -> list[str]:
    if one.pace is None or one.whole == 0:
        return []
    pace = one.pace
    low, high = (f"{value * 100:.1f}" for value in pace.interval)
    crossing = f"; crosses the limit on {pace.crosses_on}" if pace.crosses_on else ""
    words = f"after {pace.days_counted} days, at the pace of the last seven: {pace.part:,} of {pace.whole:,} at the month's end "
    return [words + f"({low} to {high} %), {pace.verdict}{crossing}"]
