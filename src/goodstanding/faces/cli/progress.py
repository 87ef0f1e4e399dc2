"""How does a person see that something slow is under way? A bar on stderr, after two seconds, never in a pipe."""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

PATIENCE_S = 2.0
LOOK_EVERY_S = 0.2


class Watch:
    """Shows the current stage once it has taken longer than two seconds, with rows and rate."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._console = Console(stderr=True)
        self._quiet = quiet or not self._console.is_terminal
        self._stage, self._rows = "", 0
        self._done: Callable[[], float] | None = None
        self._began = self._stage_began = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def stage(self, name: str, *, rows: int = 0, done: Callable[[], float] | None = None) -> None:
        """Begin a stage."""
        self._stage, self._rows, self._done = name, rows, done
        self._stage_began = time.monotonic()

    def __enter__(self) -> Self:
        if not self._quiet:
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        if self._ended.wait(PATIENCE_S):
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[pace]}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as bars:
            bar = bars.add_task("", total=1.0, pace="")
            while not self._ended.wait(LOOK_EVERY_S):
                self._show(bars, bar)

    def _show(self, bars: Progress, bar: TaskID) -> None:
        share = self._share()
        took = max(time.monotonic() - self._stage_began, 0.001)
        rows = int(self._rows * share) if share is not None else self._rows
        pace = f"{rows:,} rows, {int(rows / took):,} a second" if rows else ""
        bars.update(bar, description=self._stage, completed=share or 0.0, total=None if share is None else 1.0, pace=pace)

    def _share(self) -> float | None:
        if self._done is None:
            return None
        try:
            share = self._done()
        except RuntimeError:
            return None
        return min(max(share, 0.0), 1.0)
