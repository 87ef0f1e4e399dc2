"""How is one requirement laid out as a row of a terminal: what is counted, its share, a bar, a word?"""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from goodstanding.faces.report.scale import Scale
from goodstanding.faces.report.words import mark, title_of, verdict_word
from goodstanding.measures.standing import AccountStanding, RequirementStanding
from goodstanding.measures.words import share_text
from goodstanding.policy.clause import Limit

COLOURS = {"OVER": "bold red", "near": "yellow", "within": "green", "n/a": "dim"}
GAP = 2
WIDEST_BAR = 31
NARROWEST_BAR = 9
AT_MONTHS_END = "  at month's end"


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of the table says."""

    title: str
    part: int
    whole: int
    limit: Limit
    word: str

    @property
    def counted(self) -> str:
        """Part and whole, e.g. 5,005 / 38,204."""
        return f"{self.part:,} / {self.whole:,}"

    @property
    def share(self) -> str:
        """The share in per cent, on the right side of its limit."""
        return share_text(self.part, self.whole, self.limit)


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is; a bar of 0 is left out."""

    title: int
    counted: int
    share: int
    bar: int

    def header(self) -> Text:
        """Name the columns; the limit stands above the middle of the bar."""
        bar = ""
        if self.bar:
            middle = (self.bar - 1) // 2
            bar = " " * GAP + ("0" + "limit".rjust(middle + 2)).ljust(self.bar)
        line = f"{'':{GAP + self.title}}  {'Counted':>{self.counted}}  {'Share':>{self.share}}{bar}  Standing"
        return Text(line, style="bold")

    def line(self, row: Row, *, ascii_only: bool, style: str = "") -> Text:
        """Lay one row out."""
        line = Text(f"{'':{GAP}}{row.title:<{self.title}}  {row.counted:>{self.counted}}  {row.share:>{self.share}}", style=style)
        if self.bar:
            line.append(" " * GAP).append_text(bar(row, self.bar, ascii_only=ascii_only))
        return line.append(" " * GAP).append(row.word, style=COLOURS[row.word])


def columns_for(rows: Iterable[Row], width: int) -> Columns:
    """Fit the columns to what they hold; the bar takes what is left, or nothing when too little is."""
    seen = list(rows)
    title = max((len(row.title) for row in seen), default=0)
    counted = max([len("Counted"), *(len(row.counted) for row in seen)])
    share = max([len("Share"), *(len(row.share) for row in seen)])
    left = width - (title + counted + share + len("Standing") + 5 * GAP)
    bar = min(left - (left + 1) % 2, WIDEST_BAR)
    return Columns(title, counted, share, bar if bar >= NARROWEST_BAR else 0)


def bar(row: Row, width: int, *, ascii_only: bool) -> Text:
    """Draw a share against its limit, in `width` characters of which one is the limit's mark."""
    full, empty, line, on = ("#", ".", "|", ">") if ascii_only else ("█", "·", "│", "▶")
    scale = Scale(row.limit, width - 1)
    filled = scale.filled(row.part, row.whole)
    cells = full * filled + empty * (scale.cells - filled)
    if row.whole and scale.is_beyond(row.part, row.whole):
        cells = cells[:-1] + on
    drawn = Text(no_wrap=True)
    for place, cell in enumerate(cells):
        if place == scale.line:
            drawn.append(line, style="bold")
        drawn.append(cell, style="dim" if cell == empty else COLOURS[row.word])
    return drawn


def row_of(one: RequirementStanding, account: AccountStanding) -> Row:
    """Say how a requirement stands."""
    return Row(title_of(one.clause), one.part, one.whole, one.limit, mark(one, account))


def pace_row(one: RequirementStanding) -> Row | None:
    """Say where a requirement of an open month is heading; None for a month that is over."""
    if one.pace is None or one.pace.whole == 0:
        return None
    return Row(AT_MONTHS_END, one.pace.part, one.pace.whole, one.limit, verdict_word(one.pace.verdict))
