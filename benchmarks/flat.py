"""Measures whether closing stays flat as months grow, a store a size, and writes docs/benchmarks-flat.md.

Usage: python benchmarks/flat.py MILLIONS [MILLIONS ...] [FOLDER]; by default 10 and 100. 100 million calls want 20 GB of disk.
"""

import sys
import tempfile
from pathlib import Path

import received
from run import MILLION, timed

HEAD = (
    "# Closing larger and larger months",
    "",
    "Made by `make bench-flat`: each month closed three times, the middle one's seconds and the largest memory.",
    "Seconds per million calls should stay flat within 20 %, memory within 1.6 times.",
    "",
)


def main() -> None:
    """Build a store of each size, close its month three times, and print the middle one."""
    sizes = [float(one) for one in sys.argv[1:] if one.replace(".", "", 1).isdecimal()] or [10.0, 100.0]
    folders = [one for one in sys.argv[1:] if not one.replace(".", "", 1).isdecimal()]
    rows = ["| millions of calls | closing, s | s per million | its peak memory, MB |", "|---|---|---|---|"]
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="goodstanding-flat-", dir=folders[0] if folders else None) as name:
            folder = Path(name)
            calls = int(size * MILLION)
            received.make(folder / "received", calls=calls, messages=calls // 2, numbers=calls // 5)
            timed("build", str(folder))
            closings = sorted(timed("close", str(folder))[:2] for _ in range(3))
        seconds, memory = closings[1][0], max(one[1] for one in closings)
        rows.append(f"| {size:g} | {seconds:.2f} | {seconds / size:.3f} | {memory:.0f} |")
        print(rows[-1], flush=True)
    page = Path(__file__).parent.parent / "docs" / "benchmarks-flat.md"
    page.write_text("\n".join([*HEAD, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
