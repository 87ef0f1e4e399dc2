"""How do the daily roll-ups follow the records?

A roll-up is the measure of one day: the very texts that count a month are run over each touched file, day by day of the
workspace's zone, with every account as its own master. One file a record day: measure, at_ms (start of the local day),
account, c0..c5.
"""

from collections.abc import Collection
from typing import Final

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.inventory import show_inventory
from goodstanding.engines.duckdb.relations import directed, put_toll_free
from goodstanding.engines.duckdb.shapes import CALLS, MESSAGES, Shape
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS
from goodstanding.measures.catalogue import INCOMPLETE_TOLLFREE, SHORT_OUTBOUND, SHORT_TOLLFREE
from goodstanding.periods import DAY_MS, start_of_local_day_ms
from goodstanding.records.ports import Change, Partition

ROLLED: Final = (SHORT_OUTBOUND, SHORT_TOLLFREE, INCOMPLETE_TOLLFREE)
COLUMNS: Final = 6
ROLLUP_OF: Final = {CALLS.kind: "call_days", MESSAGES.kind: "message_days"}
# the line of the editions in force; another line is counted from the records
SHORT_BELOW_MS: Final = 12_000
TOTALS: Final = len(ROLLED)
TOTALS_COLUMNS: Final = ("source_rows", "calls", "unanswered", "messages")
CALL_TOTALS: Final = """SELECT account, SUM(legs) AS source_rows, SUM(is_call) AS calls,
        SUM(CASE WHEN is_call = 1 AND outcome NOT IN (0, 1) THEN 1 ELSE 0 END) AS unanswered, 0 AS messages
    FROM calls WHERE started_ms >= $since_ms AND started_ms < $until_ms GROUP BY account"""
MESSAGE_TOTALS: Final = """SELECT account, 0 AS source_rows, 0 AS calls, 0 AS unanswered, COUNT(*) AS messages
    FROM messages WHERE at_ms >= $since_ms AND at_ms < $until_ms GROUP BY account"""
# what is rolled up of each kind: its number, its text and the columns that the text yields beside the account
OF_CALLS: Final = (
    *((place, one.sql, one.columns) for place, one in enumerate(ROLLED)),
    (TOTALS, CALL_TOTALS, TOTALS_COLUMNS),
)
OF_MESSAGES: Final = ((TOTALS, MESSAGE_TOTALS, TOTALS_COLUMNS),)


class RollupWriter:
    """Derives the daily roll-ups again for what one intake touched."""

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def renew(self, archive: Archive, change: Change, shape: Shape, days: Collection[int], intake: int) -> None:
        """Renew the roll-ups of these days."""
        if shape is CALLS:
            self._prepare(archive, change)
        kind = ROLLUP_OF[shape.kind]
        contents = [
            (self._content(archive, shape, one), Partition(kind, one.day, archive.path_for(kind, one.day, intake), 0, None, None))
            for one in change.partitions(shape.kind, days=days)
            if one.rows
        ]
        for written in archive.write_all(contents, "at_ms"):
            change.replace_partition(written)

    def renew_numbers(self, archive: Archive, change: Change, intake: int) -> None:
        """Renew every roll-up of calls, since the inventory says which numbers are toll-free."""
        self.renew(archive, change, CALLS, {one.day for one in change.partitions(CALLS.kind)}, intake)

    def _prepare(self, archive: Archive, change: Change) -> None:
        connection = archive.connection
        show_inventory(archive, change)
        put_toll_free(connection, ALWAYS_MS, NEVER_MS, kind="TABLE")
        connection.execute(
            "CREATE OR REPLACE TABLE tree AS SELECT UNNEST($1::INTEGER[]) AS account, UNNEST($1::INTEGER[]) AS master, "
            f"{ALWAYS_MS} AS since_ms, {NEVER_MS} AS until_ms",
            [list(change.account_keys().values())],
        )

    def _content(self, archive: Archive, shape: Shape, partition: Partition) -> str:
        start, parts = start_of_local_day_ms(partition.first_ms or 0, self._zone), []
        while start <= (partition.last_ms or 0):
            # a day has 23 to 25 hours; noon of the next one is always in it
            following = start_of_local_day_ms(start + DAY_MS * 3 // 2, self._zone)
            texts = OF_CALLS if shape is CALLS else OF_MESSAGES
            parts += [_of_one_day(place, text, columns, (start, following)) for place, text, columns in texts]
            start = following
        return f"WITH {shape.kind} AS {_records(archive, shape, partition)} {' UNION ALL '.join(parts)}"


def _records(archive: Archive, shape: Shape, partition: Partition) -> str:
    relation = archive.relation([partition])
    if shape is CALLS and archive.connection.execute(f"SELECT 1 FROM {relation} WHERE direction = 0 LIMIT 1").fetchall():
        return f"MATERIALIZED ({directed(str(relation))})"
    return f"NOT MATERIALIZED (SELECT * FROM {relation})"


def _of_one_day(place: int, text: str, columns: tuple[str, ...], bounds: tuple[int, int]) -> str:
    for name, value in (("since_ms", bounds[0]), ("until_ms", bounds[1]), ("short_below_ms", SHORT_BELOW_MS)):
        text = text.replace(f"${name}", str(value))
    counts = [f"CAST({name} AS BIGINT) AS c{at}" for at, name in enumerate(columns)]
    counts += [f"CAST(0 AS BIGINT) AS c{at}" for at in range(len(columns), COLUMNS)]
    keys = f"CAST({place} AS TINYINT) AS measure, CAST({bounds[0]} AS BIGINT) AS at_ms, account"
    return f"SELECT {keys}, {', '.join(counts)} FROM ({text})"
