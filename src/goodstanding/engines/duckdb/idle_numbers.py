"""Which held numbers have not met requirement 1 yet, by every reading, and how far has each come?

A monthly roll-up for the newest month of the store and the one before it (the months that may still be open):
`idle_numbers` has one row a number held the whole month that could still be found wanting; a number that has met every reading
leaves it. `held_numbers` says how many numbers each account held the whole month, and how many it held for a part of it.
Each intake moves the roll-up on by its own rows alone; numbers at the ends of a record that was replaced are counted again
from the records. All of it is the text that counts the month, run over fewer rows.
"""

from collections.abc import Iterable
from typing import Final

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.inventory import show_inventory
from goodstanding.engines.duckdb.relations import put_holdings, put_tree, show_directions
from goodstanding.engines.duckdb.shapes import CALLS, LEGS, MESSAGES, Shape
from goodstanding.engines.duckdb.tree import tree_of
from goodstanding.measures.catalogue import text_named
from goodstanding.periods import Month, month_of
from goodstanding.records.ports import Change, Partition

IDLE_NUMBERS: Final = "idle_numbers"
HELD_NUMBERS: Final = "held_numbers"
# a number may leave once it has met the readings of the editions in force: two transmissions, and three long calls or messages
FEWEST_TRANSMISSIONS: Final = 2
IS_IDLE: Final = f"transmissions < {FEWEST_TRANSMISSIONS} OR (long_calls < 3 AND messages < 3)"
COUNTS: Final = ("transmissions", "long_calls", "messages")
PLAIN: Final = "master, account, number, " + ", ".join(f"CAST({name} AS INTEGER) AS {name}" for name in COUNTS)
MOVED_ON: Final = "i.master, i.account, i.number, " + ", ".join(
    f"CAST(i.{name} + COALESCE(n.{name}, 0) AS INTEGER) AS {name}" for name in COUNTS
)
NO_NUMBERS: Final = (
    "(SELECT 0 AS master, 0 AS account, 0::BIGINT AS number, 0 AS transmissions, 0 AS long_calls, 0 AS messages WHERE FALSE)"
)
ENDS: Final = {CALLS.kind: ("caller", "callee"), MESSAGES.kind: ("sender", "recipient"), LEGS.kind: ("caller", "callee")}


class IdleNumbers:
    """Follows the records with the roll-up of numbers."""

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def remember(self, archive: Archive, shape: Shape, held: str | None) -> None:
        """Note the numbers at the ends of the records that are about to be replaced, as they were and as they will be."""
        connection = archive.connection
        connection.execute("CREATE OR REPLACE TEMP TABLE recounted (number BIGINT)")
        if held is None or not connection.execute("SELECT 1 FROM replaced LIMIT 1").fetchall():
            return
        for relation in (held, "judged"):
            for end in ENDS[shape.kind]:
                replaced = f"{relation} AS h SEMI JOIN replaced AS r ON r.day = h.day AND r.id = h.id"
                connection.execute(f"INSERT INTO recounted SELECT {end} FROM {replaced}")

    def renew(self, archive: Archive, change: Change, shape: Shape, intake: int) -> None:
        """Move the roll-up on by the judged rows; count it anew where it is missing or legs were joined again."""
        months = self._kept(change)
        if not months:
            return
        self._prepare(archive, change)
        for month in months:
            held = {one.kind: one for kind in (IDLE_NUMBERS, HELD_NUMBERS) for one in change.partitions(kind, days=[month.number])}
            if shape is LEGS or IDLE_NUMBERS not in held:
                self._count_anew(archive, change, month, intake)
            else:
                self._move_on(archive, change, (shape, month), held[IDLE_NUMBERS], intake)
        self._forget_all_but(change, months)

    def renew_all(self, archive: Archive, change: Change, intake: int) -> None:
        """Count anew: the inventory or the tree has changed."""
        months = self._kept(change)
        if months:
            self._prepare(archive, change)
        for month in months:
            self._count_anew(archive, change, month, intake)
        self._forget_all_but(change, months)

    def _kept(self, change: Change) -> list[Month]:
        last = [one.last_ms for kind in (CALLS.kind, MESSAGES.kind) for one in change.partitions(kind) if one.last_ms is not None]
        if not last:
            return []
        newest = month_of(max(last), self._zone)
        return [newest.previous, newest]

    def _forget_all_but(self, change: Change, months: Iterable[Month]) -> None:
        kept = {month.number for month in months}
        for kind in (IDLE_NUMBERS, HELD_NUMBERS):
            for one in change.partitions(kind):
                if one.day not in kept:
                    change.remove_partition(kind, one.day)

    def _prepare(self, archive: Archive, change: Change) -> None:
        show_inventory(archive, change)
        put_tree(archive.connection, tree_of(change, self._zone))

    def _count_anew(self, archive: Archive, change: Change, month: Month, intake: int) -> None:
        since_ms, until_ms = month.bounds_ms(self._zone)
        put_holdings(archive.connection, since_ms, until_ms)
        self._show_records(archive, change, month)
        counted = _counted(since_ms, until_ms)
        self._write(
            archive,
            change,
            IDLE_NUMBERS,
            month,
            f"SELECT {PLAIN} FROM ({counted}) WHERE {IS_IDLE} ORDER BY master, account, number",
            intake,
        )
        self._write(
            archive,
            change,
            HELD_NUMBERS,
            month,
            """SELECT master, account, CAST(SUM(whole) AS INTEGER) AS numbers, CAST(SUM(1 - whole) AS INTEGER) AS not_assessed
               FROM (SELECT master, account, 1 AS whole FROM holdings UNION ALL SELECT master, account, 0 FROM holdings_partial)
               GROUP BY master, account ORDER BY master, account""",
            intake,
        )

    def _move_on(self, archive: Archive, change: Change, touched: tuple[Shape, Month], idle: Partition, intake: int) -> None:
        shape, month = touched
        since_ms, until_ms = month.bounds_ms(self._zone)
        connection = archive.connection
        new = connection.execute(
            f"SELECT 1 FROM judged WHERE {shape.at} >= {since_ms} AND {shape.at} < {until_ms} LIMIT 1"
        ).fetchall()
        again = connection.execute("SELECT 1 FROM recounted LIMIT 1").fetchall()
        if not new and not again:
            return
        before = archive.relation([idle]) or NO_NUMBERS
        connection.execute(f"CREATE OR REPLACE TEMP TABLE touched AS {_ends_of_judged(shape)}")
        connection.execute(
            "CREATE OR REPLACE TEMP VIEW holdings AS SELECT number, account, master "
            f"FROM {before} WHERE number IN (SELECT number FROM touched)"
        )
        self._show_judged(archive, shape)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE new_counts AS {_counted(since_ms, until_ms)}")
        content = f"SELECT {MOVED_ON} FROM {before} AS i LEFT JOIN new_counts AS n ON n.master = i.master AND n.number = i.number"
        if again:
            put_holdings(connection, since_ms, until_ms, only="recounted")
            self._show_records(archive, change, month)
            connection.execute(f"CREATE OR REPLACE TEMP TABLE fresh_counts AS {_counted(since_ms, until_ms)}")
            content = (
                f"SELECT * FROM ({content}) WHERE number NOT IN (SELECT number FROM recounted WHERE number IS NOT NULL) "
                f"UNION ALL SELECT {PLAIN} FROM fresh_counts ORDER BY master, account, number"
            )
        self._write(archive, change, IDLE_NUMBERS, month, f"SELECT * FROM ({content}) WHERE {IS_IDLE}", intake)

    def _show_records(self, archive: Archive, change: Change, month: Month) -> None:
        since_ms, until_ms = month.bounds_ms(self._zone)
        for shape in (CALLS, MESSAGES):
            archive.show(shape.kind, shape, [one for one in change.partitions(shape.kind) if one.meets(since_ms, until_ms)])
        show_directions(archive.connection)

    def _show_judged(self, archive: Archive, shape: Shape) -> None:
        connection = archive.connection
        for other in (CALLS, MESSAGES):
            archive.show(other.kind, other, [])
        columns = ", ".join("k.account" if name == "account" else f"j.{name}" for name in shape.columns)
        connection.execute(
            f"CREATE OR REPLACE VIEW {shape.kind} AS SELECT {columns} FROM judged AS j JOIN account_keys AS k ON k.id = j.account"
        )
        show_directions(connection)

    def _write(self, archive: Archive, change: Change, kind: str, month: Month, content: str, intake: int) -> None:
        blank = Partition(kind, month.number, f"{kind}/{month}/{intake:09d}.parquet", 0, None, None)
        change.replace_partition(archive.write(content, blank, "NULL::BIGINT"))


def _ends_of_judged(shape: Shape) -> str:
    return " UNION ".join(f"SELECT {end} AS number FROM judged" for end in ENDS[shape.kind])


def _counted(since_ms: int, until_ms: int) -> str:
    """Return the text that counts transmissions per number, bound to a month."""
    text = text_named("transmissions_per_number")
    return text.replace("$since_ms", str(since_ms)).replace("$until_ms", str(until_ms))
