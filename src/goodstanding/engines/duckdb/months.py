"""How does the record store put one month before the measures, and say what that month was made of?"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.connect import connect
from goodstanding.engines.duckdb.inventory import HELD, show_inventory
from goodstanding.engines.duckdb.ledger import DuckdbLedger
from goodstanding.engines.duckdb.relations import (
    OBLIGED,
    insert_rows,
    put_holdings,
    put_numbers,
    put_obliged,
    put_toll_free,
    put_tree,
    show_directions,
)
from goodstanding.engines.duckdb.shapes import CALLS, MESSAGES
from goodstanding.engines.duckdb.spans import TreeSpan
from goodstanding.engines.duckdb.totals import totals
from goodstanding.engines.duckdb.tree import tree_of
from goodstanding.periods import Month, month_of
from goodstanding.records.ports import Manifest, Partition
from goodstanding.records.totals import Totals

RECORDS = (CALLS.kind, MESSAGES.kind)


class MonthLedgers:
    """Opens months of a workspace, each with the files that can hold something of it."""

    def __init__(self, folder: Path, manifest: Manifest, *, zone: str, memory: str | None = None) -> None:
        self._manifest, self._zone = manifest, zone
        scratch = folder / "scratch"
        scratch.mkdir(parents=True, exist_ok=True)
        self._archive = Archive(folder, connect(temporary=scratch, memory=memory))

    def close(self) -> None:
        """Let go of the connection."""
        self._archive.connection.close()

    def inputs_sha256(self, since_ms: int, until_ms: int) -> str:
        """Hash what a month's verdict depends on: its record files, the inventory and the tree."""
        files = [f"{one.kind} {one.day} {one.sha256}" for one in self._manifest.partitions(HELD)]
        for kind in RECORDS:
            files += [f"{one.kind} {one.day} {one.sha256}" for one in self._partitions(kind, since_ms, until_ms)]
        tree = [f"{one.account} {one.master} {one.since_ms} {one.until_ms}" for one in self._tree()]
        names = [f"{one.account} {one.name}" for one in self._manifest.account_snapshots()]
        return hashlib.sha256("\n".join([*files, *tree, *names]).encode()).hexdigest()

    def month(self, since_ms: int, until_ms: int) -> tuple[DuckdbLedger, Totals]:
        """Put the month's relations in place; return what counts over them, and what fell in the month."""
        connection = self._archive.connection
        for shape in (CALLS, MESSAGES):
            self._archive.show(shape.kind, shape, self._partitions(shape.kind, since_ms, until_ms))
        show_inventory(self._archive, self._manifest)
        show_directions(connection)
        put_tree(connection, self._tree())
        self._put_names()
        put_numbers(connection, since_ms, until_ms)
        return DuckdbLedger(connection), totals(connection, [(since_ms, until_ms)])[0]

    def window(self, master: int, since_ms: int, until_ms: int, *, exempt: Iterable[str] = ()) -> DuckdbLedger:
        """Put one master account's tree alone in place for [since_ms, until_ms); return what counts over it.

        Numbers whose SHA-256 (of the E.164 text) is in `exempt` are held by nobody here.
        """
        connection = self._archive.connection
        tree = [one for one in self._tree() if one.master == master]
        members = {one.account for one in tree if one.since_ms < until_ms and one.until_ms > since_ms}
        for shape in (CALLS, MESSAGES):
            self._archive.show(shape.kind, shape, self._partitions(shape.kind, since_ms, until_ms), accounts=members)
        show_inventory(self._archive, self._manifest)
        show_directions(connection)
        put_tree(connection, tree)
        self._put_names()
        put_obliged(connection, exempt)
        put_holdings(connection, since_ms, until_ms, only=OBLIGED)
        put_toll_free(connection, since_ms, until_ms)
        return DuckdbLedger(connection)

    def latest_month(self, zone: str) -> Month | None:
        """Return the month of the newest record."""
        last = [one.last_ms for kind in RECORDS for one in self._manifest.partitions(kind) if one.last_ms is not None]
        return month_of(max(last), zone) if last else None

    def last_record_ms(self, since_ms: int, until_ms: int) -> int | None:
        """Return the time of the newest record of the month, as far as whole files tell."""
        last = [one.last_ms for kind in RECORDS for one in self._partitions(kind, since_ms, until_ms)]
        return max((min(ms, until_ms - 1) for ms in last if ms is not None), default=None)

    def _tree(self) -> list[TreeSpan]:
        return tree_of(self._manifest, self._zone)

    def _partitions(self, kind: str, since_ms: int, until_ms: int) -> Iterable[Partition]:
        for one in self._manifest.partitions(kind):
            if one.meets(since_ms, until_ms):
                yield one

    def _put_names(self) -> None:
        names = {one.account: one.name for one in self._manifest.account_snapshots()}
        connection = self._archive.connection
        connection.execute("CREATE OR REPLACE TABLE accounts (account INTEGER, id VARCHAR, name VARCHAR)")
        rows = [(key, one, names.get(key, one)) for one, key in self._manifest.account_keys().items()]
        insert_rows(connection, "accounts", list(rows))
