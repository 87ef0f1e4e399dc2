"""How is a list of cases shown in the terminal?"""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.cases.case import Case
from goodstanding.cases.papers import State
from goodstanding.faces.report.words import plural, visible
from goodstanding.periods import text_of_instant

STYLES = {State.CLOSED: "dim", State.CURE_ASSESSED: "yellow", State.APPEALED: "yellow", State.CURING: "cyan"}


def render_cases(cases: Sequence[Case], console: Console) -> None:
    """Print one line for each case: its id, how it stands, clause, period, account, and the end of its window."""
    if not cases:
        console.print("No cases. Closing a month opens one for each requirement that was not kept: goodstanding close YYYY-MM")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("case", "state", "clause", "period", "account", "window ends"):
        table.add_column(heading, no_wrap=heading == "case", overflow="fold")
    for case in cases:
        finding = case.finding
        outcome = f", {case.determination.outcome}" if case.determination else ""
        ends = text_of_instant(case.deadline_ms) if case.deadline_ms is not None and case.cure_days else ""
        cells = (case.id, f"{case.state}{outcome}", finding.clause, finding.period.label, visible(finding.account_name), ends)
        table.add_row(*(Text(cell) for cell in cells), style=STYLES.get(case.state, ""))
    console.print(table)
    waiting = sum(case.state is State.CURE_ASSESSED or case.proposed is not None for case in cases)
    console.print(f"{plural(len(cases), 'case')}; {waiting} wait for a person to determine.", highlight=False)
