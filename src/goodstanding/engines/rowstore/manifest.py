"""What is in a workspace? The manifest in a row store, and the one transaction at a time that may change it."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import OperationalError

from goodstanding.engines.rowstore import reads
from goodstanding.engines.rowstore.connect import bring_up_to_date, open_engine
from goodstanding.engines.rowstore.schema import ACCOUNT, ACCOUNT_SNAPSHOT, CLOSING, INTAKE, PARTITION, SETTING
from goodstanding.errors import MonthError, WorkspaceError
from goodstanding.records.ports import AccountSnapshot, Closing, IntakeRecord, Partition


def open_manifest(path: Path, *, create: bool) -> "RowStoreManifest":
    """Open a manifest, or make a new one; WorkspaceError when it is missing or of a newer program."""
    if not create and not path.exists():
        message = f"{path} is missing; restore it from a backup, or make a new workspace with: goodstanding init FOLDER"
        raise WorkspaceError(message)
    engine = open_engine(path)
    bring_up_to_date(engine)
    return RowStoreManifest(engine)


class RowStoreChange:
    """One transaction under way."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def partitions(self, kind: str | None = None, *, days: Collection[int] | None = None) -> list[Partition]:
        """Return current partitions, as this transaction sees them."""
        return reads.partitions(self._connection, kind, days)

    def account_keys(self) -> dict[str, int]:
        """Return every account's key."""
        return reads.account_keys(self._connection)

    def account_snapshots(self) -> list[AccountSnapshot]:
        """Return every snapshot of the tree."""
        return reads.account_snapshots(self._connection)

    def next_intake_id(self) -> int:
        """Return the number the next recorded intake will have."""
        return (self._connection.execute(select(func.max(INTAKE.c.id))).scalar() or 0) + 1

    def keys_for(self, account_ids: Iterable[str]) -> dict[str, int]:
        """Return keys for these accounts, making missing ones in sorted order."""
        wanted, known = set(account_ids), self.account_keys()
        missing = sorted(wanted - known.keys())
        made = {one: len(known) + 1 + place for place, one in enumerate(missing)}
        if made:
            self._connection.execute(insert(ACCOUNT), [{"key": key, "id": one} for one, key in made.items()])
        return {one: made.get(one) or known[one] for one in wanted}

    def replace_partition(self, partition: Partition) -> None:
        """Make this the current file of its kind and day."""
        self.remove_partition(partition.kind, partition.day)
        self._connection.execute(insert(PARTITION), asdict(partition))

    def remove_partition(self, kind: str, day: int) -> None:
        """Let a kind and day have no file."""
        self._connection.execute(delete(PARTITION).where(PARTITION.c.kind == kind, PARTITION.c.day == day))

    def record_intake(self, intake: IntakeRecord) -> None:
        """Record what became of a file."""
        counts = {name: json.dumps(getattr(intake, name), sort_keys=True) for name in ("reasons", "notes")}
        self._connection.execute(insert(INTAKE), {**asdict(intake), **counts})

    def record_account_snapshots(self, snapshots: list[AccountSnapshot]) -> None:
        """Record places in the tree; the latest wins on the same account and time."""
        if not snapshots:
            return
        query = upsert(ACCOUNT_SNAPSHOT)
        query = query.on_conflict_do_update(
            index_elements=["account", "as_of_ms"],
            set_={name: query.excluded[name] for name in ("master", "name", "status")},
        )
        self._connection.execute(query, [one._asdict() for one in snapshots])

    def record_closing(self, closing: Closing) -> None:
        """Record a closing; its sequence must be the next one."""
        held = len(reads.closings(self._connection, closing.month))
        if closing.sequence != held + 1:
            message = f"{closing.month} was closed by someone else meanwhile; run close again"
            raise MonthError(message)
        self._connection.execute(insert(CLOSING), asdict(closing))

    def put_setting(self, name: str, value: str) -> None:
        """Keep a setting of the workspace."""
        self._connection.execute(delete(SETTING).where(SETTING.c.name == name))
        self._connection.execute(insert(SETTING), {"name": name, "value": value})


class RowStoreManifest:
    """A workspace's manifest in SQLite."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def partitions(self, kind: str | None = None, *, days: Collection[int] | None = None) -> list[Partition]:
        """Return current partitions."""
        with self._engine.connect() as connection:
            return reads.partitions(connection, kind, days)

    def account_keys(self) -> dict[str, int]:
        """Return every account's key."""
        with self._engine.connect() as connection:
            return reads.account_keys(connection)

    def account_snapshots(self) -> list[AccountSnapshot]:
        """Return every snapshot of the tree."""
        with self._engine.connect() as connection:
            return reads.account_snapshots(connection)

    def intakes(self) -> list[IntakeRecord]:
        """Return every intake, in order."""
        with self._engine.connect() as connection:
            return reads.intakes(connection)

    def intake_of(self, sha256: str, source: str, options: str) -> IntakeRecord | None:
        """Return the intake of the same bytes from the same source with the same options, if there was one."""
        wanted = (sha256, source, options)
        return next((one for one in self.intakes() if (one.sha256, one.source, one.options) == wanted), None)

    def closings(self, month: str | None = None) -> list[Closing]:
        """Return closings, of one month where asked, in order."""
        with self._engine.connect() as connection:
            return reads.closings(connection, month)

    def setting(self, name: str) -> str | None:
        """Return a setting of the workspace."""
        with self._engine.connect() as connection:
            return reads.setting(connection, name)

    @contextmanager
    def change(self) -> Iterator[RowStoreChange]:
        """Begin the one transaction that may be under way; it commits on a clean exit and leaves nothing otherwise."""
        try:
            with self._engine.execution_options(writes=True).begin() as connection:
                yield RowStoreChange(connection)
        except OperationalError as error:
            if "locked" in str(error.orig):
                message = "the workspace is in use by another goodstanding; wait for it to end, then run this again"
                raise WorkspaceError(message) from error
            raise
