"""Taking in is whole or nothing, in whatever order and however often."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_call, calls_file, short_of
from goodstanding.app import create_workspace, workspace
from goodstanding.flows.show_standing import standing_of
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.measures.document import month_to_json
from goodstanding.periods import Month
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings

NOW_MS = 1_457_136_000_000
FEBRUARY = Month(2016, 2)


def taken_in(folder: Path, files: list[Path]) -> dict[str, Any]:
    """Take files into a new workspace and return how February stands."""
    create_workspace(folder, "UTC")
    with workspace(folder, Settings(now_ms=NOW_MS)) as held:
        takes = [parse_take(f"twilio-calls={path}") for path in files]
        take_in_records(takes, held.store, now_ms=NOW_MS, mends=None, progress=Silent())
        return month_to_json(standing_of(held.manifest, held.rollups, held.edition_of(FEBRUARY), FEBRUARY))


def logical(folder: Path) -> list[tuple[Any, ...]]:
    """Return every kept call, as it would be read."""
    with workspace(folder, Settings(now_ms=NOW_MS)) as held:
        files = [str(folder / "records" / one.file) for one in held.manifest.partitions("calls")]
        names = {key: one for one, key in held.manifest.account_keys().items()}
    rows = duckdb.connect().execute("SELECT account, * EXCLUDE (account) FROM read_parquet($1) ORDER BY id", [files]).fetchall()
    return [(names[row[0]], *row[1:]) for row in rows]


calls = st.builds(
    lambda place, seconds, day, revision: a_call(
        place, seconds=seconds, at=f"2016-02-{day:02d}T12:00:00Z", updated=f"2016-02-{day:02d}T13:00:{revision:02d}Z"
    ),
    st.integers(0, 8), st.sampled_from((3, 11, 12, 60)), st.just(10), st.integers(0, 3),
)  # fmt: skip


@given(st.lists(calls, min_size=1, max_size=20), st.randoms(use_true_random=False), st.integers(1, 5))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_and_the_batches_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], rng: random.Random, parts: int
) -> None:
    folder = tmp_path_factory.mktemp("order")
    # one content for each revision of a record: what the source itself would deliver
    rows = list({(row.split(",")[0], row.split(",")[-1]): row for row in rows}.values())
    whole = taken_in(folder / "whole", [calls_file(folder, rows, "whole.csv")])
    mixed = rows * 2
    rng.shuffle(mixed)
    files = [calls_file(folder, mixed[start::parts], f"part{start}.csv") for start in range(parts) if mixed[start::parts]]
    assert taken_in(folder / "parts", files)["accounts"] == whole["accounts"]
    assert logical(folder / "parts") == logical(folder / "whole")


def test_killed_at_any_moment_and_run_again_the_store_is_as_after_one_clean_run(tmp_path: Path) -> None:
    rows = [a_call(place, seconds=place % 50, at=f"2016-02-{place % 12 + 1:02d}T12:00:00Z") for place in range(3000)]
    path = calls_file(tmp_path, rows)
    began = time.perf_counter()
    subprocess.run(taking_in(tmp_path / "clean", path), check=True, capture_output=True)
    clean_seconds = time.perf_counter() - began
    expected, whole = logical(tmp_path / "clean"), len(written(tmp_path / "clean"))
    # half of the kills wait for so many files, so that they hit whatever the machine's speed; the others come at a time of the run
    moments = [
        *((place * whole // 4 + 1, 60.0) for place in range(4)),
        *((whole + 1, at * clean_seconds) for at in (0.4, 0.6, 0.8, 0.95)),
    ]
    killed = 0
    for attempt, moment in enumerate(moments):
        folder = tmp_path / f"killed{attempt}"
        command = taking_in(folder, path)
        killed += is_killed(command, folder, *moment)
        with workspace(folder, Settings()) as held:
            seen = sum(one.rows for one in held.manifest.partitions("calls"))
            assert seen in (0, len(rows))
            for one in held.manifest.partitions():
                assert (folder / "records" / one.file).exists()
        subprocess.run(command, check=True, capture_output=True)
        assert logical(folder) == expected
        assert {str(one.relative_to(folder / "records")) for one in written(folder)} == manifest_files(folder)
    assert killed >= 3


def taking_in(folder: Path, path: Path) -> list[str]:
    """Make a workspace; return the command that takes a file into it."""
    create_workspace(folder, "UTC")
    return [sys.executable, "-m", "goodstanding", "take-in", "--workspace", str(folder), "--take", f"twilio-calls={path}"]


def written(folder: Path) -> list[Path]:
    return list((folder / "records").rglob("*.parquet"))


def is_killed(command: list[str], folder: Path, files: int, seconds: float) -> bool:
    """Kill a command once it has written so many files, or so many seconds have passed; say whether it was still running."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        began = time.perf_counter()
        while process.poll() is None and len(written(folder)) < files and time.perf_counter() - began < seconds:
            time.sleep(0.002)
        if process.poll() is not None:
            return False
        os.kill(process.pid, signal.SIGKILL)
        return True


def manifest_files(folder: Path) -> set[str]:
    with workspace(folder, Settings()) as held:
        return {one.file for one in held.manifest.partitions()}


def test_the_same_bytes_under_another_name_change_nothing(tmp_path: Path) -> None:
    path = calls_file(tmp_path, short_of(1, 10))
    again = path.with_name("again.csv")
    again.write_bytes(path.read_bytes())
    taken_in(tmp_path / "ws", [path])
    before = logical(tmp_path / "ws")
    with workspace(tmp_path / "ws", Settings(now_ms=NOW_MS)) as held:
        take = parse_take(f"twilio-calls={again}")
        tally = take_in_records([take], held.store, now_ms=NOW_MS, mends=None, progress=Silent())[0]
        assert (tally.accepted, tally.duplicate) == (0, 10)
        assert tally.notes == {"same-file": 10}
        assert len(held.manifest.intakes()) == 1
    assert logical(tmp_path / "ws") == before


def test_an_error_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from goodstanding.engines.duckdb.store import ParquetRecordStore

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(ParquetRecordStore, "_quarantine", fail)
    with pytest.raises(OSError):
        taken_in(tmp_path / "broken", [calls_file(tmp_path, short_of(1, 10))])
    monkeypatch.undo()
    with workspace(tmp_path / "broken", Settings()) as held:
        assert held.manifest.partitions() == []
        assert held.manifest.intakes() == []
