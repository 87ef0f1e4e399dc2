"""Files of every kind that stands beside traffic, and what becomes of them in memory and in a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from goodstanding.app import create_workspace, desk, stored_traffic, workspace
from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.measures.standing import IntakeTally
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings

NOW_MS = 1_457_136_000_000  # 2016-03-05
SINCE_MS, UNTIL_MS = 1_454_284_800_000, 1_456_790_400_000
KINDS = ("consents", "complaints", "requests", "signalling", "profiles", "listed")


def in_memory(takes: list[str]) -> tuple[list[IntakeTally], dict[str, list[tuple[Any, ...]]]]:
    """Take files in without a workspace; return the tallies, and the rows of every relation."""
    with desk(Settings(now_ms=NOW_MS)) as held:
        tallies = [held.take_in(parse_take(one), Silent()) for one in takes]
        held.settle_down("UTC")
        ground, _ = held.ground(SINCE_MS, UNTIL_MS, days_before=0)
        return tallies, rows_of(ground)


def into_workspace(folder: Path, takes: list[str]) -> list[IntakeTally]:
    """Take files into a workspace, which is made where there is none."""
    if not folder.exists():
        create_workspace(folder, "UTC")
    with workspace(folder, Settings(now_ms=NOW_MS)) as held:
        return take_in_records(map(parse_take, takes), held.store, now_ms=NOW_MS, mends=None, progress=Silent())


@contextmanager
def stored(folder: Path, since_ms: int = SINCE_MS, until_ms: int = UNTIL_MS) -> Iterator[tuple[DuckdbGround, dict[str, int]]]:
    """Put a workspace before the detectors."""
    settings = Settings(now_ms=NOW_MS)
    with workspace(folder, settings) as held, stored_traffic(held, settings) as traffic:
        ground, notes = traffic.ground(since_ms, until_ms, days_before=0)
        assert isinstance(ground, DuckdbGround)
        yield ground, notes


def rows_of(ground: DuckdbGround) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every kind, with accounts by name, in a fixed order."""
    names = ground.accounts()
    found = {}
    for kind in KINDS:
        rows = ground.rows(f"SELECT * FROM {kind}", {})
        found[kind] = sorted((rows if kind == "listed" else [(names[row[0]], *row[1:]) for row in rows]), key=repr)
    return found
