"""Measures speed as ratios within one run and writes docs/benchmarks.md: ours against a floor, on the same machine and input.

Ours and the floor run as processes of their own, so that memory is the operating system's own accounting.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import msgspec
import received

HERE = Path(__file__).parent
ROOT = HERE.parent
MILLION = 1_000_000
# an installed program finds its modules compiled; the first run of a step does that for the others
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


def timed(*arguments: str) -> tuple[float, float, str]:
    """Run a step of steps.py; return its seconds, its peak memory in MB, and what it printed last."""
    before = time.perf_counter()
    command = [sys.executable, str(HERE / "steps.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=COMPILED)
    if done.returncode:
        raise SystemExit(done.stderr)
    took = time.perf_counter() - before
    said = json.loads(done.stdout.splitlines()[-1])
    return said.get("seconds", took), said["peak_mb"], json.dumps(said.get("say", ""))


def main() -> None:
    """Run everything at the size asked for (millions of calls, 10 by default)."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory(prefix="goodstanding-bench-", dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        folder = Path(name)
        calls, messages, numbers = int(size * MILLION), int(size * MILLION / 2), int(size * MILLION / 5)
        received.make(folder / "received", calls=calls, messages=messages, numbers=numbers)
        lines = [*month(folder, calls), *taking_in(folder)]
    versions = (
        f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, msgspec {msgspec.__version__}, {platform.machine()}"
    )
    head = [
        "# Benchmarks",
        "",
        "Made by `make bench`. Seconds are this machine's; what counts is the ratio, measured within one run.",
        f"{versions}; {calls:,} calls, {messages:,} messages, {numbers:,} held numbers; one row in fifty delivered twice.",
        "",
        "| what | ours | floor | ratio | aim |",
        "|---|---|---|---|---|",
    ]
    (ROOT / "docs" / "benchmarks.md").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print("\n".join(lines))


def month(folder: Path, calls: int) -> list[str]:
    """Build the store, then close its month beside hand-written SQL over the records as received."""
    built, _, _ = timed("build", str(folder))
    print(f"built the store in {built:.0f} s")
    pairs = [(timed("close", str(folder)), timed("by-hand", str(folder))) for _ in range(3)]
    ours = sorted(pair[0][0] for pair in pairs)[1]
    floor = sorted(pair[1][0] for pair in pairs)[1]
    memory = [max(pair[place][1] for pair in pairs) for place in (0, 1)]
    again = sorted(timed("standing", str(folder))[0] for _ in range(3))[1]
    recount = timed("recount", str(folder))[0]
    scans = [timed("scan", str(folder)) for _ in range(3)]
    batch = timed("batch", str(folder))
    rate = int(200_000 / batch[0])
    return [
        row("closing a month, s, against hand-written DuckDB SQL over the records as received", ours, floor, "at most 0.5"),
        row("its peak memory, MB", memory[0], memory[1], "at most 1.2"),
        row("all detectors over the month, s, against closing it", sorted(one[0] for one in scans)[1], ours, "at most 8"),
        f"| its peak memory, MB | {max(one[1] for one in scans):.2f} |  |  | under 6,144 |",
        f"| closing, seconds per million calls | {ours * MILLION / calls:.2f} |  |  | flat to 100 M |",
        row("standing of the open month, s, against a recount with de-duplication", again, recount, "at most 0.02"),
        f"| a batch of 200,000 rows onto the month, after a first small file | {rate:,} rows/s |  |  | 200,000 rows/s |",
    ]


def taking_in(folder: Path) -> list[str]:
    """Take a CSV and gzipped JSON lines in, beside DuckDB's bare read and a msgspec loop."""
    timed("files", str(folder))
    bare, csv = timed("bare-csv", str(folder))[0], timed("take-csv", str(folder))
    loop, lines = timed("msgspec-loop", str(folder))[0], timed("take-json", str(folder))
    return [
        row(
            "take-in of a 5 M-row CSV, s, against DuckDB's bare typed read (ratio of rates)",
            csv[0],
            bare,
            "at least 0.35",
            rates=True,
        ),
        row(
            "take-in of 1 M gzipped JSON lines, s, against a msgspec loop (ratio of rates)",
            lines[0],
            loop,
            "at least 2",
            rates=True,
        ),
    ]


def row(what: str, ours: float, floor: float, aim: str, *, rates: bool = False) -> str:
    """Write one line of the table."""
    ratio = floor / ours if rates else ours / floor
    return f"| {what} | {ours:.2f} | {floor:.2f} | {ratio:.3f} | {aim} |"


if __name__ == "__main__":
    main()
    print(f"largest step: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
