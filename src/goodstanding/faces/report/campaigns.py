"""How do campaigns look in a terminal: one row each, the largest first, what is wrong with them, and the text that began them?"""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.faces.report.screened import OUTCOMES
from goodstanding.faces.report.words import plural, visible
from goodstanding.flows.group_campaigns import Grouped, Seen
from goodstanding.signals.verdict import Outcome

WORST_FIRST = (Outcome.REFUSE, Outcome.REVIEW, Outcome.PASS)


def render_campaigns(grouped: Grouped, console: Console, *, most: int) -> None:
    """Print at most so many campaigns, and the signals over all of an account's messages."""
    table = Table(box=None, pad_edge=False)
    for name in ("messages", "senders", "accounts", "verdicts", "clauses", "text that began it"):
        table.add_column(name, justify="right" if name in {"messages", "senders", "accounts"} else "left", overflow="fold")
    for one in grouped.campaigns[:most]:
        _row(table, one)
    if grouped.campaigns:
        console.print(table)
    for one in grouped.campaigns[:most]:
        for signal in one.signals:
            place = f"{signal.clause} {signal.signal}, account {visible(signal.account)}, campaign {one.campaign.key[:8]}"
            console.print(Text(f"{place}: {signal.why} ({signal.strength})"), soft_wrap=True)
    for signal in grouped.overall:
        console.print(Text(f"{signal.clause} {signal.signal}, account {visible(signal.account)}: {signal.why} ({signal.strength})"))
    hidden = len(grouped.campaigns) - most
    read = f"{plural(grouped.tally.read, 'message')} in {plural(len(grouped.campaigns), 'campaign')}"
    more = f"; {hidden:,} not shown, --most shows more" if hidden > 0 else ""
    console.print(Text(f"{read}, {grouped.tally.unreadable:,} lines could not be read{more}.", style="bold"))


def _row(table: Table, one: Seen) -> None:
    worst = next(outcome for outcome in WORST_FIRST if outcome in one.outcomes)
    verdicts = ", ".join(f"{outcome} {one.outcomes[outcome]:,}" for outcome in WORST_FIRST if outcome in one.outcomes)
    counts = (f"{one.campaign.size:,}", f"{one.campaign.senders:,}", f"{len(one.campaign.accounts):,}")
    text = visible(one.example.replace("\n", " "))
    table.add_row(*counts, Text(verdicts, style=OUTCOMES[worst]), ", ".join(sorted(one.clauses)), Text(text[:80]))
