"""How are the figures of an evaluation shown in a terminal: what was found, at whom it pointed, and what was aimed at?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.faces.report.sheet import Sheet
from goodstanding.faces.report.words import plural
from goodstanding.flows.evaluate_detectors import STRENGTHS, Evaluation, FalseAlarm, Found
from goodstanding.measures.arithmetic import wilson

FEW_ROWS: Final = 12
WIDE: Final = 110
MINUTE_MS: Final = 60_000
# what detection is held against: shares in per cent, false alarms per thousand honest accounts, minutes for a blatant attack
RECALL_AIMS: Final = {"blatant": 95, "moderate": 80}
FALSE_AIM: Final = 1
MINUTES_AIM: Final = 15
QUICK: Final = {"P5.1": "flood", "P11.5": "wangiri", "P11.6": "pumping of codes", "P11.7": "toll-free pumping"}


class Aim(NamedTuple):
    """One aim beside what was measured."""

    what: str
    wanted: str
    measured: str
    is_met: bool


def render_evaluation(made: Evaluation, console: Console) -> None:
    """Print recall by abuse and strength, where each detector pointed, the false alarms, and all of it against the aims."""
    sheet = Sheet(console)
    seeds = f"{made.seeds[0]} to {made.seeds[-1]}" if len(made.seeds) > 1 else str(made.seeds[0])
    sheet.line(Text(f"Seeds {seeds}, for {made.purpose}; edition {made.edition}", style="bold"))
    if made.found:
        _titled("Accounts that abuse: how many were found, and how long after they began (median)", sheet)
        console.print(_recall_table(made))
    if made.pointed:
        _titled("At whom each detector pointed, in accounts: rightly, at another abuse, at an honest one", sheet)
        console.print(_pointing_table(made, is_wide=console.width >= WIDE))
    if made.false_alarms:
        _titled("Honest accounts that were pointed at", sheet)
        _false_alarms(made, sheet)
    if made.unassessable:
        sheet.gap()
        sheet.line(f"could not look: {', '.join(made.unassessable)}")
    _titled("Against the aims", sheet)
    console.print(_aims_table(made))
    sheet.gap()
    sheet.line(Text(_alarms_said(made), style="bold"))


def _titled(words: str, sheet: Sheet) -> None:
    sheet.gap()
    sheet.line(Text(words, style="bold"))


def _recall_table(made: Evaluation) -> Table:
    """One row an abuse: how many were found at each strength, and how soon; at the end all of them together, with the interval."""
    table = _table(("signal", "abuse"), STRENGTHS)
    by_abuse: dict[tuple[str, str], dict[str, Found]] = {}
    for one in made.found:
        by_abuse.setdefault((one.signal, one.shape), {})[one.strength] = one
    for (signal, shape), at in by_abuse.items():
        cells = (
            f"{at[name].found}/{at[name].accounts} {time_text(at[name].median_ms):>7}" if name in at else "" for name in STRENGTHS
        )
        table.add_row(signal, shape, *cells)
    totals = [made.recalled(name) for name in STRENGTHS]
    table.add_section()
    table.add_row("all", "", *(f"{part}/{whole} {_share(part, whole):>7}" for part, whole in totals))
    table.add_row("", "95 % interval", *(_range(part, whole) for part, whole in totals))
    return table


def _pointing_table(made: Evaluation, *, is_wide: bool) -> Table:
    """Where there is room, also the interval, and how many accounts with its own signal each detector saw itself."""
    more = ("95 %", *(f"own {name}" for name in STRENGTHS)) if is_wide else ()
    table = _table(("signal", "detector"), ("right", "other", "false", "precision", *more))
    for one in made.pointed:
        whole, wrong = one.right + one.other + one.false, one.false
        own = ("{}/{}".format(*one.seen[name]) if name in one.seen else "" for name in STRENGTHS)
        beside = (_range(whole - wrong, whole), *own) if is_wide else ()
        counts = (str(one.right), str(one.other), str(one.false))
        table.add_row(one.signal, one.detector, *counts, _share(whole - wrong, whole), *beside)
    return table


def _false_alarms(made: Evaluation, sheet: Sheet) -> None:
    """Name each kind of honest account with each detector that pointed at it, the most accounts first, and one reason."""
    alike: dict[tuple[str, str, str], list[FalseAlarm]] = defaultdict(list)
    for alarm in made.false_alarms:
        alike[alarm.shape, alarm.signal, alarm.detector].append(alarm)
    ordered = sorted(alike.items(), key=lambda item: (-len(item[1]), item[0]))
    for (shape, signal, detector), some in ordered[:FEW_ROWS]:
        places = ", ".join(f"{one.master} in world {one.seed}" for one in some[:2])
        more = f" and {len(some) - 2} more" if len(some) > 2 else ""
        sheet.line(f"{shape}: {signal} {detector} at {plural(len(some), 'account')} ({places}{more})")
        sheet.note(some[0].why)
    if len(ordered) > FEW_ROWS:
        sheet.line(f"and {len(ordered) - FEW_ROWS:,} kinds more; --json has them all")


def _aims_table(made: Evaluation) -> Table:
    table = _table(("aim",), ("wanted", "measured", ""))
    for aim in _aims(made):
        table.add_row(aim.what, aim.wanted, aim.measured, Text("met", "green") if aim.is_met else Text("missed", "bold red"))
    return table


def _aims(made: Evaluation) -> Iterator[Aim]:
    for name, percent in RECALL_AIMS.items():
        part, whole = made.recalled(name)
        if whole:
            yield Aim(f"recall, {name}", f"{percent} %", _share(part, whole), 100 * part >= percent * whole)
    if made.honest:
        false = len(made.false_alarms)
        measured = f"{1000 * false / made.honest:.2f}"
        yield Aim("false findings per 1,000 honest", f"at most {FALSE_AIM}", measured, 1000 * false <= FALSE_AIM * made.honest)
    for one in made.found:
        if one.strength == STRENGTHS[0] and one.signal in QUICK:
            is_met = one.median_ms is not None and one.median_ms < MINUTES_AIM * MINUTE_MS
            what = f"time to detect, {QUICK[one.signal]} ({one.signal})"
            yield Aim(what, f"under {MINUTES_AIM} min", time_text(one.median_ms), is_met)


def _table(words: tuple[str, ...], figures: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in words:
        table.add_column(name, no_wrap=True, overflow="ellipsis")
    for name in figures:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _alarms_said(made: Evaluation) -> str:
    low, high = wilson(made.alarmed, made.honest)
    per_thousand = f"{1000 * len(made.false_alarms) / made.honest:.2f}" if made.honest else "–"
    return (
        f"{len(made.false_alarms):,} false alarms at {made.alarmed:,} of {made.honest:,} honest accounts: "
        f"{per_thousand} per thousand (accounts with one: 95 % interval {1000 * low:.2f} to {1000 * high:.2f})."
    )


def time_text(ms: int | None) -> str:
    """Write a time to detect as people say it."""
    if ms is None:
        return "–"
    minutes = ms // MINUTE_MS
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _range(part: int, whole: int) -> str:
    low, high = wilson(part, whole)
    return f"{100 * low:.0f}–{100 * high:.0f} %"
