"""What must a manifest answer, and what may be changed in one transaction?"""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Partition:
    """One file of the record store that is current.

    kind      "calls", "legs", "messages", "numbers", a roll-up, or "quarantine"
    day       days since 1970-01-01 (a month's number for monthly roll-ups, an intake's for quarantine)
    file      path relative to the workspace's records folder
    first_ms  time of its earliest record, last_ms of its latest; None when it has none
    sha256    of the file's bytes
    """

    kind: str
    day: int
    file: str
    rows: int
    first_ms: int | None
    last_ms: int | None
    sha256: str = ""

    def meets(self, since_ms: int, until_ms: int) -> bool:
        """Say whether it may hold something of [since_ms, until_ms)."""
        return self.first_ms is not None and self.last_ms is not None and self.first_ms < until_ms and self.last_ms >= since_ms


@dataclass(frozen=True, slots=True)
class IntakeRecord:
    """What became of one file that was taken in."""

    id: int
    file_name: str
    sha256: str
    source: str
    options: str
    taken_at_ms: int
    read: int
    accepted: int
    duplicate: int
    rejected: int
    reasons: dict[str, int]
    notes: dict[str, int]
    mends: int | None


class AccountSnapshot(NamedTuple):
    """One account's place in the tree, as one listing shows it."""

    account: int
    as_of_ms: int
    master: int
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Closing:
    """One closing of a month; a later sequence restates an earlier one."""

    month: str
    sequence: int
    edition: str
    closed_at_ms: int
    inputs_sha256: str
    sha256: str
    document: str
    changes: str | None


class Reads(Protocol):
    """What can be asked of a manifest."""

    def partitions(self, kind: str | None = None, *, days: Collection[int] | None = None) -> list[Partition]:
        """Return current partitions, of one kind and of some days where asked, in order."""

    def account_keys(self) -> dict[str, int]:
        """Return the key of every account."""

    def account_snapshots(self) -> list[AccountSnapshot]:
        """Return every snapshot of the tree, in order."""


class Change(Reads, Protocol):
    """One transaction: everything in it becomes visible together, or nothing does."""

    def next_intake_id(self) -> int:
        """Return the number the next recorded intake will have."""

    def keys_for(self, account_ids: Iterable[str]) -> dict[str, int]:
        """Return keys for these accounts, making missing ones in sorted order."""

    def replace_partition(self, partition: Partition) -> None:
        """Make this the current file of its kind and day."""

    def remove_partition(self, kind: str, day: int) -> None:
        """Let a kind and day have no file."""

    def record_intake(self, intake: IntakeRecord) -> None:
        """Record what became of a file."""

    def record_account_snapshots(self, snapshots: list[AccountSnapshot]) -> None:
        """Record places in the tree; the latest wins on the same account and time."""

    def record_closing(self, closing: Closing) -> None:
        """Record a closing; its sequence must be the next one."""

    def put_setting(self, name: str, value: str) -> None:
        """Keep a setting of the workspace."""


class Manifest(Reads, Protocol):
    """What is in a workspace, and the way to change it."""

    def intake_of(self, sha256: str, source: str, options: str) -> IntakeRecord | None:
        """Return the intake of the same bytes from the same source with the same options, if there was one."""

    def intakes(self) -> list[IntakeRecord]:
        """Return every intake, in order."""

    def closings(self, month: str | None = None) -> list[Closing]:
        """Return closings, of one month where asked, in order."""

    def setting(self, name: str) -> str | None:
        """Return a setting of the workspace."""

    def change(self) -> AbstractContextManager[Change]:
        """Begin the one transaction that may be under way; it commits on a clean exit."""
