"""Sweeps a folder of cases as a process of its own, which may kill itself just before or after one of its commits."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flows.memory import Scale
from goodstanding.app import cases_in
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.flows.sweep import sweep
from goodstanding.settings import Settings


@contextmanager
def desk_of(folder: Path) -> Iterator[CaseDesk]:
    """Open the cases of a folder; whatever is measured is still in breach."""
    with cases_in(folder, Settings(), "UTC", Scale()) as desk:
        yield desk


class Mortal:
    """A store whose process ends at one of its commits."""

    def __init__(self, store: object, number: int, when: str) -> None:
        self._store, self._number, self._when, self._count = store, number, when, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    @contextmanager
    def change(self) -> Iterator[object]:
        self._count += 1
        with self._store.change() as change:
            yield change
            self._die("before")
        self._die("after")

    def _die(self, when: str) -> None:
        if self._count == self._number and self._when == when:
            os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, now_ms: str, number: str, when: str) -> None:
    with desk_of(Path(folder)) as desk:
        mortal = replace(desk, store=Mortal(desk.store, int(number), when))
        sweep(mortal, now_ms=int(now_ms))


if __name__ == "__main__":
    main(*sys.argv[1:])
