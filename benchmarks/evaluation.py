"""Measures the detectors in labelled worlds that no threshold was chosen on, and writes docs/evaluation.md and its picture.

Usage: python benchmarks/evaluation.py [SEEDS] [HONEST]; by default 101..105, and 300 honest accounts in each world.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
STRENGTHS = ("blatant", "moderate", "careful")


def main() -> None:
    """Run `goodstanding evaluate` and write what it found."""
    seeds = sys.argv[1] if len(sys.argv) > 1 else "101..105"
    honest = sys.argv[2] if len(sys.argv) > 2 else "300"
    picture = ROOT / "docs" / "images" / "recall.svg"
    command = ["goodstanding", "evaluate", "--seeds", seeds, "--accounts", honest, "--json", "--plot", str(picture)]
    with tempfile.TemporaryFile("w+") as out:
        subprocess.run([Path(sys.executable).with_name(command[0]), *command[1:]], stdout=out, check=True)
        out.seek(0)
        found = json.load(out)
    page = "\n".join([*head(found, seeds), *by_abuse(found), *by_detector(found), *false_alarms(found)]) + "\n"
    (ROOT / "docs" / "evaluation.md").write_text(page, encoding="utf-8")
    print(page[:2000])


def head(found: dict[str, Any], seeds: str) -> list[str]:
    """Say what was measured, and the figures over all."""
    rows = [f"| {one} | {share(found['recall'][one])} |" for one in STRENGTHS]
    low, high = (round(1000 * bound, 1) for bound in found["alarmed_interval"])
    return [
        "# How well the detectors find",
        "",
        f"Made by `make evaluate`: `goodstanding evaluate` over the worlds of seeds {seeds}, on which no threshold was chosen.",
        "The worlds are made up by this project, so the figures say how the detectors do on the behaviour as we understand it,",
        "and no more.",
        "",
        "![Recall by abuse and strength](images/recall.svg)",
        "",
        "| strength | accounts found (95 % interval) |",
        "|---|---|",
        *rows,
        "",
        f"Honest accounts: {found['honest']:,}; of {found['alarmed']:,} some detector saw something,",
        f"{1000 * found['alarmed'] / found['honest']:.1f} per thousand (95 % interval {low} to {high}).",
        "",
    ]


def by_abuse(found: dict[str, Any]) -> list[str]:
    """Write recall and time to detect, abuse by abuse."""
    abuses: dict[tuple[str, str], dict[str, Any]] = {}
    for one in found["abuses"]:
        abuses.setdefault((one["signal"], one["shape"]), {})[one["strength"]] = one
    cells = [
        f"| {signal} | {shape} | " + " | ".join(f"{of[s]['found']} of {of[s]['accounts']}{after(of[s])}" for s in STRENGTHS) + " |"
        for (signal, shape), of in abuses.items()
    ]
    return [
        "## Found, and after how long",
        "",
        "| signal | abuse | blatant | moderate | careful |",
        "|---|---|---|---|---|",
        *cells,
        "",
    ]


def by_detector(found: dict[str, Any]) -> list[str]:
    """Write at whom each detector pointed."""
    rows = [
        f"| {one['signal']} {one['detector']} | {one['right']} | {one['other']} | {one['false']} | "
        f"{interval(one['precision_interval'])} |"
        for one in found["detectors"]
    ]
    return [
        "## At whom each detector pointed",
        "",
        "Accounts with an abuse of its clause, with another abuse, and honest ones; the interval is of its precision.",
        "",
        "| detector | right | other | false | precision, 95 % |",
        "|---|---|---|---|---|",
        *rows,
        "",
    ]


def false_alarms(found: dict[str, Any]) -> list[str]:
    """Name every false alarm by the business it spoke against."""
    rows = [f"- {one['detector']} at {one['shape']} (seed {one['seed']}): {one['why']}" for one in found["false_alarms"]]
    return ["## False alarms", "", *(rows or ["None."]), "", f"Could not look: {', '.join(found['unassessable'])}."]


def share(one: dict[str, Any]) -> str:
    """Write found of accounts with the interval."""
    return f"{one['found']} of {one['accounts']}, {100 * one['found'] / one['accounts']:.1f} % ({interval(one['interval'])})"


def interval(bounds: list[float]) -> str:
    """Write an interval in whole per cent."""
    return f"{100 * bounds[0]:.0f} to {100 * bounds[1]:.0f} %"


def after(one: dict[str, Any]) -> str:
    """Write the median time to detect."""
    if one["median_ms"] is None:
        return ""
    minutes = one["median_ms"] // 60_000
    return f", {minutes} min" if minutes < 120 else f", {minutes // 60} h" if minutes < 2880 else f", {minutes // 1440} days"


if __name__ == "__main__":
    main()
