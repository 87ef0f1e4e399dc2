"""How does the record store put one month before the measures, and say what that month was made of?"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.connect import connect
from goodstanding.engines.duckdb.inventory import HELD
from goodstanding.engines.duckdb.ledger import DuckdbLedger
from goodstanding.engines.duckdb.relations import HELD_COLUMNS, insert_rows, put_numbers, put_off_plan, put_tree
from goodstanding.engines.duckdb.shapes import CALLS, MESSAGES
from goodstanding.engines.duckdb.spans import Seen, TreeSpan, tree_spans
from goodstanding.engines.duckdb.totals import totals
from goodstanding.periods import Month, month_of, start_of_local_day_ms
from goodstanding.records.ports import Manifest, Partition
from goodstanding.records.totals import Totals

RECORDS = (CALLS.kind, MESSAGES.kind)


def tree_of(manifest: Manifest, zone: str) -> list[TreeSpan]:
    """Return the tree's spans; a move takes effect at the start of its day in the zone."""
    seen = [Seen(one.account, start_of_local_day_ms(one.as_of_ms, zone), one.master) for one in manifest.account_snapshots()]
    return tree_spans(seen, manifest.account_keys().values())


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
        files = [f"{one.kind} {one.day} {one.sha256}" for one in self._inventory()]
        for kind in RECORDS:
            files += [f"{one.kind} {one.day} {one.sha256}" for one in self._partitions(kind, since_ms, until_ms)]
        tree = [f"{one.account} {one.master} {one.since_ms} {one.until_ms}" for one in tree_of(self._manifest, self._zone)]
        names = [f"{one.account} {one.name}" for one in self._manifest.account_snapshots()]
        return hashlib.sha256("\n".join([*files, *tree, *names]).encode()).hexdigest()

    def month_totals(self, since_ms: int, until_ms: int) -> Totals:
        """Count what fell in the month."""
        self._show(since_ms, until_ms)
        return totals(self._archive.connection, [(since_ms, until_ms)])[0]

    def month_ledger(self, since_ms: int, until_ms: int) -> DuckdbLedger:
        """Put the month's relations in place and return what counts over them."""
        self._show(since_ms, until_ms)
        return DuckdbLedger(self._archive.connection)

    def latest_month(self, zone: str) -> Month | None:
        """Return the month of the newest record."""
        last = [one.last_ms for kind in RECORDS for one in self._manifest.partitions(kind) if one.last_ms is not None]
        return month_of(max(last), zone) if last else None

    def last_record_ms(self, since_ms: int, until_ms: int) -> int | None:
        """Return the time of the newest record of the month, as far as whole files tell."""
        last = [one.last_ms for kind in RECORDS for one in self._partitions(kind, since_ms, until_ms)]
        return max((min(ms, until_ms - 1) for ms in last if ms is not None), default=None)

    def _inventory(self) -> list[Partition]:
        return self._manifest.partitions(HELD)

    def _partitions(self, kind: str, since_ms: int, until_ms: int) -> Iterable[Partition]:
        for one in self._manifest.partitions(kind):
            if one.first_ms is not None and one.last_ms is not None and one.first_ms < until_ms and one.last_ms >= since_ms:
                yield one

    def _show(self, since_ms: int, until_ms: int) -> None:
        connection = self._archive.connection
        for shape in (CALLS, MESSAGES):
            self._archive.show(shape.kind, shape, self._partitions(shape.kind, since_ms, until_ms))
        held = self._archive.relation(self._inventory())
        connection.execute(f"CREATE TABLE IF NOT EXISTS no_numbers ({HELD_COLUMNS})")
        connection.execute(f"CREATE OR REPLACE VIEW held AS SELECT * FROM {held or 'no_numbers'}")
        self._decide_directions()
        put_tree(connection, tree_of(self._manifest, self._zone))
        self._put_names()
        put_off_plan(connection)
        put_numbers(connection, since_ms, until_ms)

    def _decide_directions(self) -> None:
        """Where a record does not tell its direction, the inventory does: towards a held number is inbound."""
        connection = self._archive.connection
        if not connection.execute("SELECT 1 FROM calls WHERE direction = 0 LIMIT 1").fetchall():
            return
        connection.execute(
            """CREATE OR REPLACE TABLE decided AS SELECT * REPLACE (CASE
                   WHEN direction <> 0 THEN direction
                   WHEN callee IN (SELECT number FROM held) THEN 1
                   WHEN caller IN (SELECT number FROM held) THEN 2
                   ELSE 0 END AS direction) FROM calls"""
        )
        connection.execute("CREATE OR REPLACE VIEW calls AS SELECT * FROM decided")

    def _put_names(self) -> None:
        names = {one.account: one.name for one in self._manifest.account_snapshots()}
        connection = self._archive.connection
        connection.execute("CREATE OR REPLACE TABLE accounts (account INTEGER, id VARCHAR, name VARCHAR)")
        rows = [(key, one, names.get(key, one)) for one, key in self._manifest.account_keys().items()]
        insert_rows(connection, "accounts", list(rows))
