"""How does a screened message look in a terminal: its words marked, each mark explained, clause by clause?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.faces.report.words import plural, visible
from goodstanding.signals.privacy import Contentless, Trace
from goodstanding.signals.reading_message import Unreadable
from goodstanding.signals.text.heads.score import Score
from goodstanding.signals.verdict import Hit, Outcome, Verdict

STYLES: Final = ("bold red", "bold magenta", "bold yellow", "bold cyan", "bold green", "bold blue")
MOST_PARTS: Final = 8
OUTCOMES: Final = {Outcome.PASS: "green", Outcome.REVIEW: "yellow", Outcome.REFUSE: "bold red"}


def in_words(answer: Verdict | Contentless | Unreadable) -> str:
    """Say an answer in one line, without any of the message's words."""
    if isinstance(answer, Unreadable):
        return f"{visible(answer.id or '') or '(no id)'}  unreadable  {answer.why}"
    clauses = ", ".join(
        f"{clause} {points}"
        for clause, points in points_by_clause(answer.traces if isinstance(answer, Contentless) else answer.hits).items()
    )
    return f"{visible(answer.id) or '(no id)'}  {answer.outcome}  {clauses}".rstrip()


def points_by_clause(hits: Sequence[Hit | Trace]) -> dict[str, int]:
    """Add up the points of each clause, the heaviest first."""
    points: dict[str, int] = defaultdict(int)
    for hit in hits:
        points[hit.clause] += hit.weight
    return dict(sorted(points.items(), key=lambda one: (-one[1], one[0])))


def render_explained(body: str, verdict: Verdict, scores: Sequence[Score], console: Console, *, line: int) -> None:
    """Print a message with its hits marked and numbered, a table that says what each of them is, and the models' parts.

    line  the points in one clause from which a person looks
    """
    clauses = points_by_clause(verdict.hits)
    styles = {clause: STYLES[place % len(STYLES)] for place, clause in enumerate(clauses)}
    ordered = sorted(verdict.hits, key=lambda hit: (-clauses[hit.clause], hit.clause, hit.span))
    console.print(marked(body, ordered, styles), soft_wrap=True)
    console.print()
    if ordered:
        console.print(_table(ordered, styles))
    for clause, points in clauses.items():
        word = "for review" if points >= line else "below the line"
        console.print(Text(f"{clause}  {points} of {line} points: {word}", style=styles[clause]))
    for score in scores:
        if score.points > 0:
            console.print(Text(_parts(score), style="dim"), soft_wrap=True)
    console.print(Text(f"Verdict: {verdict.outcome}", style=OUTCOMES[verdict.outcome]))
    if verdict.abstained:
        console.print(Text(f"Not looked at, for want of data: {', '.join(verdict.abstained)}", style="dim"), soft_wrap=True)


def marked(body: str, hits: Sequence[Hit], styles: dict[str, str]) -> Text:
    """Return a message with each hit's words in its clause's colour, and its number in brackets after them."""
    text = Text(body)
    ends: dict[int, list[str]] = defaultdict(list)
    for number, hit in enumerate(hits, start=1):
        start, end = hit.span
        if end > start:
            text.stylize(styles[hit.clause], start, end)
            ends[end].append(f"[{number}]")
    pieces, at = Text(), 0
    for end in sorted(ends):
        pieces.append_text(_shown(text[at:end])).append("".join(ends[end]), style="dim")
        at = end
    return pieces.append_text(_shown(text[at:]))


def _shown(text: Text) -> Text:
    """Show what a terminal would obey, or nobody would see, as its code point."""
    shown = Text()
    for start, one in enumerate(text.plain):
        piece = text[start]
        shown.append_text(piece if one == "\n" or visible(one) == one else Text(visible(one), style=piece.style, spans=piece.spans))
    return shown


def _parts(score: Score) -> str:
    """Write a score as the sum it is: its strongest parts by name, and the rest together."""
    named = score.parts[:MOST_PARTS]
    rest = score.points - sum(part.points for part in named)
    said = ", ".join(f"{visible(part.name)} {part.points:+d}" for part in named)
    return f"head {score.head}: {plural(score.points, 'point')} = {said}" + (f", the rest {rest:+d}" if rest else "")


def _table(hits: Sequence[Hit], styles: dict[str, str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("", "clause", "points", "rule", "why"):
        table.add_column(name, justify="right" if name == "points" else "left", overflow="fold")
    for number, hit in enumerate(hits, start=1):
        rule = hit.rule if hit.view == "raw" else f"{hit.rule} ({hit.view})"
        table.add_row(Text(f"[{number}]"), Text(hit.clause, style=styles[hit.clause]), str(hit.weight), Text(rule), Text(hit.why))
    return table
