"""Legs become calls the same way in whatever order and batches they arrive."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.test_taking_in import logical
from goodstanding.app import create_workspace, workspace
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings


def a_leg(call: int, sequence: int, *, disposition: str, billsec: int, hour: int, day: int) -> str:
    start = f"2016-02-{day:02d} {hour:02d}:00:00"
    answer = start if disposition == "ANSWERED" else ""
    end = f"2016-02-{day:02d} {hour:02d}:{billsec // 60:02d}:{billsec % 60:02d}"
    return (
        f'"A","+14155550100","+18005550100","from-trunk","","SIP/a","SIP/b","Dial","","{start}","{answer}","{end}",{billsec},{billsec},'
        f'"{disposition}","DOCUMENTATION","{call}.0","","","{call}.0",{sequence}'
    )


legs = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 9), st.sampled_from(("ANSWERED", "NO ANSWER", "BUSY")), st.sampled_from((0, 5, 11, 12, 90)),
              st.sampled_from((0, 12, 23)), st.integers(10, 15)),
    min_size=1, max_size=14, unique_by=lambda leg: (leg[0], leg[1]),
)  # fmt: skip


def kept(folder: Path, batches: list[list[str]]) -> list[tuple[Any, ...]]:
    create_workspace(folder, "UTC")
    with workspace(folder, Settings(now_ms=0)) as held:
        for place, rows in enumerate(batches):
            path = folder / f"{place}.csv"
            path.write_text("\n".join(rows) + "\n", encoding="utf-8")
            take_in_records([parse_take(f"asterisk-csv:zone=UTC={path}")], held.store, now_ms=0, mends=None, progress=Silent())
    return sorted(logical(folder), key=str)


@given(legs, st.randoms(use_true_random=False), st.integers(2, 4))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_joining_does_not_depend_on_arrival(
    tmp_path_factory: pytest.TempPathFactory, made: list[Any], rng: random.Random, parts: int
) -> None:
    folder = tmp_path_factory.mktemp("legs")
    rows = [a_leg(call, seq, disposition=how, billsec=sec, hour=hour, day=day) for call, seq, how, sec, hour, day in made]
    mixed = rng.sample(rows, len(rows))
    batches = [mixed[start::parts] for start in range(parts) if mixed[start::parts]]
    assert kept(folder / "parts", batches) == kept(folder / "whole", [rows])


def test_a_call_over_midnight_is_one_call(tmp_path: Path) -> None:
    first = a_leg(1, 0, disposition="NO ANSWER", billsec=0, hour=23, day=10)
    second = a_leg(1, 1, disposition="ANSWERED", billsec=90, hour=0, day=11)
    assert len(kept(tmp_path / "w", [[second], [first]])) == 1
