"""How is one case shown in the terminal: how it stands, what happens next and when, and what has happened?"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from goodstanding.cases.case import Case
from goodstanding.cases.event import Event, Happened
from goodstanding.cases.papers import Action, EmergencyStop
from goodstanding.faces.report.words import visible
from goodstanding.flows.explain_case import CaseStory
from goodstanding.periods import text_of_instant

SHOWN_FACTS: Final = (
    "reviewer",
    "outcome",
    "seconded_by",
    "proof",
    "deadline_ms",
    "day",
    "window",
    "verdict",
    "kind",
    "reason",
    "answer",
)
TIMES: Final = frozenset({"deadline_ms", "expires_ms", "earliest_ms"})
NAMES: Final[Mapping[str, str]] = {"deadline_ms": "window ends", "seconded_by": "seconded by"}


def render_case(story: CaseStory, console: Console) -> None:
    """Print the page of a case."""
    case = story.case
    zone = story.contact.zone if story.contact else "UTC"
    console.print(Text.assemble((case.id, "bold"), "  ", (str(case.state), "bold cyan"), _outcome(case)))
    _line(console, "Next", story.next)
    if story.next_ms is not None:
        _line(console, "When", _both(story.next_ms, zone))
    console.print()
    console.print(Padding(Text(visible(story.paragraph)), (0, 0, 0, 2)))
    _clock(case, zone, console)
    _measurements(case, console)
    _actions(case, console)
    _timeline(story.events, console)


def _outcome(case: Case) -> str:
    return f"  {case.determination.outcome}, by {visible(case.determination.by)}" if case.determination else ""


def _line(console: Console, name: str, words: str) -> None:
    console.print(Text.assemble((f"{name:<12}", "dim"), visible(words)), soft_wrap=True)


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Text(words, "bold"))


def _both(ms: int, zone: str) -> str:
    """Write an instant in UTC and in the customer's zone."""
    utc = text_of_instant(ms)
    return utc if zone == "UTC" else f"{text_of_instant(ms, zone)} = {utc}"


def _clock(case: Case, zone: str, console: Console) -> None:
    notice = case.notice
    if notice is None:
        return
    _heading(console, "Clock")
    _line(console, "Notice", f"written {text_of_instant(notice.written_ms)}, number {len(case.notices)}")
    if notice.bounced_ms is not None and notice.delivered_ms is None:
        _line(console, "Came back", text_of_instant(notice.bounced_ms))
    if notice.delivered_ms is None or case.deadline_ms is None:
        _line(console, "Window", "has not begun: delivery is not proved")
        return
    _line(console, "Delivered", f"{_both(notice.delivered_ms, zone)} (proof: {notice.proof})")
    if case.cure_days:
        _line(console, "Window ends", f"{_both(case.deadline_ms, zone)}, {case.cure_days} days of 24 hours after the proof")
    if case.reminders_sent:
        _line(console, "Reminders", ", ".join(f"day {day}" for day in case.reminders_sent))


def _measurements(case: Case, console: Console) -> None:
    if not case.measurements:
        return
    _heading(console, "Measured on the way")
    table = _table("window", "from", "until", "count", "verdict")
    for one in case.measurements:
        span = (text_of_instant(one.since_ms)[:10], text_of_instant(one.until_ms - 1)[:10])
        table.add_row(one.window, *span, f"{one.part:,} of {one.whole:,}", one.verdict)
    console.print(table)


def _actions(case: Case, console: Console) -> None:
    if not case.actions and case.stop is None:
        return
    _heading(console, "Actions")
    for action in case.actions:
        _line(console, str(action.kind), _of_action(action))
    if case.stop is not None:
        _line(console, "stop", _of_stop(case.stop))


def _of_action(action: Action) -> str:
    parts = [f"ordered by {action.ordered_by} {text_of_instant(action.ordered_ms)}"]
    if action.done_ms is not None:
        parts.append(f"done {text_of_instant(action.done_ms)}")
    if action.undone_ms is not None:
        parts.append(f"{'undone' if action.done_ms is not None else 'withdrawn'} {text_of_instant(action.undone_ms)}")
    return "; ".join(parts)


def _of_stop(stop: EmergencyStop) -> str:
    if stop.lifted_ms is not None:
        return f"by {stop.by}; {'lifted by ' + stop.lifted_by if stop.lifted_by else 'ran out'} {text_of_instant(stop.lifted_ms)}"
    until = f"confirmed by {stop.confirmed_by}" if stop.confirmed_by else f"runs out {text_of_instant(stop.expires_ms)}"
    return f"by {stop.by}, in force; {until}"


def _timeline(events: Iterable[Event], console: Console) -> None:
    _heading(console, "What has happened")
    table = _table("when (UTC)", "who", "what", "")
    for event in events:
        table.add_row(text_of_instant(event.at_ms)[:-4], visible(event.actor.name), _words(event.kind), _facts(event.facts))
    console.print(table)


def _words(kind: Happened) -> str:
    return kind.value.removeprefix("case-").replace("-", " ")


def _facts(facts: Mapping[str, Any]) -> str:
    shown = []
    for name in SHOWN_FACTS:
        if facts.get(name) not in {None, ""}:
            value = text_of_instant(facts[name]) if name in TIMES else visible(str(facts[name]))
            shown.append(f"{NAMES.get(name, name)} {value}")
    return ", ".join(shown)


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
