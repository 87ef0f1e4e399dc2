"""How do the daily roll-ups follow the records?

A roll-up is the measure of one day: the very texts that count a month are run over each touched file, day by day of the
workspace's zone, with every account as its own master. One file a record day: measure, at_ms (start of the local day),
account, c0..c5.
"""

from collections.abc import Collection
from typing import Final

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.inventory import HELD
from goodstanding.engines.duckdb.relations import HELD_COLUMNS, put_off_plan, put_toll_free
from goodstanding.engines.duckdb.shapes import CALLS, Shape
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS
from goodstanding.measures.catalogue import INCOMPLETE_TOLLFREE, SHORT_OUTBOUND, SHORT_TOLLFREE, Measure
from goodstanding.periods import DAY_MS, start_of_local_day_ms
from goodstanding.records.ports import Change, Partition

ROLLED: Final = (SHORT_OUTBOUND, SHORT_TOLLFREE, INCOMPLETE_TOLLFREE)
COLUMNS: Final = 6
ACCOUNT_DAYS: Final = "account_days"
# the line of the editions in force; another line is counted from the records
SHORT_BELOW_MS: Final = 12_000


class RollupWriter:
    """Derives the roll-ups again for what one intake touched."""

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def renew(self, archive: Archive, change: Change, shape: Shape, days: Collection[int], intake: int) -> None:
        """Renew the roll-ups of these days."""
        if shape is not CALLS:
            return
        self._prepare(archive, change)
        for partition in change.partitions(CALLS.kind, days=days):
            self._roll(archive, change, partition, intake)

    def renew_numbers(self, archive: Archive, change: Change, intake: int) -> None:
        """Renew every roll-up, since the inventory says which numbers are toll-free."""
        self.renew(archive, change, CALLS, {one.day for one in change.partitions(CALLS.kind)}, intake)

    def _prepare(self, archive: Archive, change: Change) -> None:
        connection = archive.connection
        connection.execute(f"CREATE TABLE IF NOT EXISTS no_numbers ({HELD_COLUMNS})")
        held = archive.relation(change.partitions(HELD)) or "no_numbers"
        connection.execute(f"CREATE OR REPLACE VIEW held AS SELECT * FROM {held}")
        put_off_plan(connection)
        put_toll_free(connection, ALWAYS_MS, NEVER_MS)
        connection.execute(
            "CREATE OR REPLACE TABLE tree AS SELECT UNNEST($1::INTEGER[]) AS account, UNNEST($1::INTEGER[]) AS master, "
            f"{ALWAYS_MS} AS since_ms, {NEVER_MS} AS until_ms",
            [list(change.account_keys().values())],
        )

    def _roll(self, archive: Archive, change: Change, partition: Partition, intake: int) -> None:
        if partition.first_ms is None or partition.last_ms is None:
            return
        archive.show(CALLS.kind, CALLS, [partition])
        start, parts = start_of_local_day_ms(partition.first_ms, self._zone), []
        while start <= partition.last_ms:
            # a day has 23 to 25 hours; noon of the next one is always in it
            following = start_of_local_day_ms(start + DAY_MS * 3 // 2, self._zone)
            parts += [_of_one_day(place, measure, start, following) for place, measure in enumerate(ROLLED)]
            start = following
        blank = Partition(ACCOUNT_DAYS, partition.day, archive.path_for(ACCOUNT_DAYS, partition.day, intake), 0, None, None)
        change.replace_partition(archive.write(" UNION ALL ".join(parts), blank, "at_ms"))


def _of_one_day(place: int, measure: Measure, since_ms: int, until_ms: int) -> str:
    text = measure.sql
    for name, value in (("since_ms", since_ms), ("until_ms", until_ms), ("short_below_ms", SHORT_BELOW_MS)):
        text = text.replace(f"${name}", str(value))
    width = len(measure.columns)
    counts = [f"CAST({name} AS BIGINT) AS c{at}" for at, name in enumerate(measure.columns)]
    counts += [f"CAST(0 AS BIGINT) AS c{at}" for at in range(width, COLUMNS)]
    keys = f"CAST({place} AS TINYINT) AS measure, CAST({since_ms} AS BIGINT) AS at_ms, account"
    return f"SELECT {keys}, {', '.join(counts)} FROM ({text})"
