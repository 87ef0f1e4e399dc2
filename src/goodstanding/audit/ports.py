"""What must be readable of the log, so that it can be verified by somebody who trusts nobody?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from goodstanding.audit.chain import Link


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log as it stood: how many entries, and the root of the tree over them (hexadecimal). An outsider keeps it.

    The entry that follows it in the log says that it was made, and when.
    """

    size: int
    root: str
    at_ms: int


class LogReads(Protocol):
    """What can be asked of the audit log."""

    def links(self, *, subject: str | None = None) -> Iterator[Link]:
        """Return the log in order, or the entries about one subject."""

    def hashes(self, size: int | None = None) -> list[str]:
        """Return the hashes of the first `size` entries, or of all."""

    def checkpoints(self) -> list[Checkpoint]:
        """Return the checkpoints that were made, in order."""

    def document_hashes(self) -> Iterator[tuple[str, str, str]]:
        """Return, for each document, the SHA-256 it is known by, the one its bytes have, and its media type."""

    def case_hashes(self) -> Iterator[tuple[str, str]]:
        """Return, for each case, its id and the SHA-256 of the case as it is kept now."""
