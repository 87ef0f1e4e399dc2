"""Measures whether closing stays flat as months grow: seconds per million calls and peak memory, a store a size.

Usage: python benchmarks/flat.py MILLIONS [MILLIONS ...] [FOLDER]; by default 10 and 100. 100 million calls want 20 GB of disk.
"""

import sys
import tempfile
from pathlib import Path

import received
from run import MILLION, timed


def main() -> None:
    """Build a store of each size, close its month three times, and print the middle one."""
    sizes = [float(one) for one in sys.argv[1:] if one.replace(".", "", 1).isdecimal()] or [10.0, 100.0]
    folders = [one for one in sys.argv[1:] if not one.replace(".", "", 1).isdecimal()]
    print("| millions of calls | closing, s | s per million | its peak memory, MB |\n|---|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="goodstanding-flat-", dir=folders[0] if folders else None) as name:
            folder = Path(name)
            calls = int(size * MILLION)
            received.make(folder / "received", calls=calls, messages=calls // 2, numbers=calls // 5)
            timed("build", str(folder))
            closings = sorted(timed("close", str(folder))[:2] for _ in range(3))
        seconds, memory = closings[1][0], max(one[1] for one in closings)
        print(f"| {size:g} | {seconds:.2f} | {seconds / size:.3f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
