"""How are files taken into a workspace, one after the other?"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from goodstanding.measures.standing import IntakeTally
from goodstanding.progress import Progress
from goodstanding.records.take import Take


class RecordStore(Protocol):
    """Keeps records for good."""

    def take_in(self, take: Take, *, now_ms: int, mends: int | None, progress: Progress) -> IntakeTally:
        """Take one file in as a whole or not at all."""

    def export_quarantine(self, intake: int, file: Path) -> tuple[int, str]:
        """Write an intake's refused rows to a file; return how many, and their source."""


def take_in_records(
    takes: Iterable[Take], store: RecordStore, *, now_ms: int, mends: int | None, progress: Progress
) -> list[IntakeTally]:
    """Take each file in; what was taken in before one that cannot be read stays taken in."""
    return [store.take_in(take, now_ms=now_ms, mends=mends, progress=progress) for take in takes]
