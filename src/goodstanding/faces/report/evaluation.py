"""How are the figures of an evaluation shown: as tables in a terminal, and as one JSON document?"""

from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from goodstanding.flows.evaluate_detectors import STRENGTHS, Evaluation, Found, Pointed
from goodstanding.measures.arithmetic import wilson

FEW_ROWS: Final = 12
MINUTE_MS: Final = 60_000


def render_evaluation(made: Evaluation, console: Console) -> None:
    """Print recall by abuse and strength, where each detector pointed, and the false alarms."""
    seeds = f"{made.seeds[0]} to {made.seeds[-1]}" if len(made.seeds) > 1 else str(made.seeds[0])
    console.print(Text(f"Seeds {seeds}, for {made.purpose}; edition {made.edition}", style="bold"))
    if made.found:
        console.print(_recall_table(made))
    if made.pointed:
        console.print(_pointing_table(made))
    for alarm in made.false_alarms[:FEW_ROWS]:
        place = f"seed {alarm.seed}, {alarm.master} ({alarm.shape})"
        console.print(
            Text(f"false: {alarm.signal} {alarm.detector} at {place}, {alarm.sightings:,} times: {alarm.why}"), soft_wrap=True
        )
    if len(made.false_alarms) > FEW_ROWS:
        console.print(Text(f"and {len(made.false_alarms) - FEW_ROWS:,} false alarms more; --json has them all"))
    if made.unassessable:
        console.print(Text(f"could not look: {', '.join(made.unassessable)}"), soft_wrap=True)
    console.print(Text(_alarms_said(made), style="bold"), soft_wrap=True)


def _recall_table(made: Evaluation) -> Table:
    """One row an abuse: how many were found at each strength, and how soon; at the end all of them together, with the interval."""
    table = _table(("signal", "abuse"), tuple(word for name in STRENGTHS for word in (name, "after")))
    by_abuse: dict[tuple[str, str], dict[str, Found]] = {}
    for one in made.found:
        by_abuse.setdefault((one.signal, one.shape), {})[one.strength] = one
    for (signal, shape), at in by_abuse.items():
        cells = (
            (f"{at[name].found} of {at[name].accounts}", time_text(at[name].median_ms)) if name in at else ("", "")
            for name in STRENGTHS
        )
        table.add_row(signal, shape, *(cell for pair in cells for cell in pair))
    totals = [_total(made, name) for name in STRENGTHS]
    table.add_section()
    table.add_row("all", "", *(cell for part, whole in totals for cell in (f"{part} of {whole}", _share(part, whole))))
    table.add_row("", "95 % interval", *(cell for part, whole in totals for cell in (_range(part, whole), "")))
    return table


def _total(made: Evaluation, strength: str) -> tuple[int, int]:
    some = [one for one in made.found if one.strength == strength]
    return sum(one.found for one in some), sum(one.accounts for one in some)


def _pointing_table(made: Evaluation) -> Table:
    table = _table(("signal", "detector"), ("right", "other", "false", "precision", "95 %", *(f"own {name}" for name in STRENGTHS)))
    for one in made.pointed:
        whole, wrong = one.right + one.other + one.false, one.false
        own = ("{} of {}".format(*one.seen[name]) if name in one.seen else "" for name in STRENGTHS)
        precision = (_share(whole - wrong, whole), _range(whole - wrong, whole))
        table.add_row(one.signal, one.detector, str(one.right), str(one.other), str(one.false), *precision, *own)
    return table


def _table(words: tuple[str, ...], figures: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in words:
        table.add_column(name, overflow="fold")
    for name in figures:
        table.add_column(name, justify="right")
    return table


def _alarms_said(made: Evaluation) -> str:
    low, high = wilson(made.alarmed, made.honest)
    per_thousand = f"{1000 * len(made.false_alarms) / made.honest:.2f}" if made.honest else "–"
    return (
        f"{len(made.false_alarms):,} false alarms at {made.alarmed:,} of {made.honest:,} honest accounts: "
        f"{per_thousand} per thousand (accounts with one: 95 % interval {1000 * low:.2f} to {1000 * high:.2f})."
    )


def evaluation_to_json(made: Evaluation) -> dict[str, Any]:
    """Return everything as one document; shares with six places, times in milliseconds."""
    return {
        "purpose": made.purpose,
        "seeds": list(made.seeds),
        "edition": made.edition,
        "honest": made.honest,
        "alarmed": made.alarmed,
        "alarmed_interval": list(wilson(made.alarmed, made.honest)),
        "false_alarms_per_thousand": round(1000 * len(made.false_alarms) / made.honest, 6) if made.honest else None,
        "recall": {name: _recall_to_json(*_total(made, name)) for name in STRENGTHS},
        "abuses": [_found_to_json(one) for one in made.found],
        "detectors": [_pointed_to_json(one) for one in made.pointed],
        "false_alarms": [one._asdict() for one in made.false_alarms],
        "missed": [one._asdict() for one in made.missed],
        "unassessable": list(made.unassessable),
    }


def _recall_to_json(found: int, accounts: int) -> dict[str, Any]:
    return {"found": found, "accounts": accounts, "interval": list(wilson(found, accounts))}


def _found_to_json(one: Found) -> dict[str, Any]:
    counted = {"accounts": one.accounts, "found": one.found, "interval": list(wilson(one.found, one.accounts))}
    return {"signal": one.signal, "shape": one.shape, "strength": one.strength, **counted, "median_ms": one.median_ms}


def _pointed_to_json(one: Pointed) -> dict[str, Any]:
    whole = one.right + one.other + one.false
    own = {
        name: {"found": seen, "accounts": there, "interval": list(wilson(seen, there))} for name, (seen, there) in one.seen.items()
    }
    counted = {
        "right": one.right,
        "other": one.other,
        "false": one.false,
        "precision_interval": list(wilson(whole - one.false, whole)),
    }
    return {"signal": one.signal, "detector": one.detector, **counted, "own": own}


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
