"""How are records kept: one Parquet file a day and kind, replaced as a whole, and visible only once the manifest says so?

Layout below the workspace's `records` folder: KIND/YYYY-MM-DD/INTAKE.parquet. A file is written, then flushed, and becomes part
of the store when the transaction that names it in the manifest commits. Files no manifest row names are left-overs of
a take-in that was cut short; `sweep` removes them.
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import duckdb

from goodstanding.engines.duckdb.joining import join_legs
from goodstanding.engines.duckdb.reading import quoted
from goodstanding.engines.duckdb.relations import empty, insert_rows
from goodstanding.engines.duckdb.shapes import CALLS, LEGS, Shape
from goodstanding.records.ports import Change, Manifest, Partition

# one file leaves cores idle: while its last rows are sorted, while it is flushed, while it is hashed
SIDE_BY_SIDE: Final = 2
# ids are all different: a small limit gives a dictionary of them up early
AS_PARQUET: Final = "FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000"


@dataclass(frozen=True, slots=True)
class Archive:
    """The folder of Parquet files and the connection they are read and written with."""

    folder: Path
    connection: duckdb.DuckDBPyConnection

    def path_for(self, kind: str, day: int, intake: int) -> str:
        """Name the file that an intake writes for a kind and day, relative to the folder."""
        return f"{kind}/{day_text(day)}/{intake:09d}.parquet"

    def write_all(self, contents: Sequence[tuple[str, Partition]], at: str) -> list[Partition]:
        """Write several files side by side; what they are made of must stand where every cursor sees it, so in no TEMP table."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            return list(pool.map(lambda one: self._at_a_cursor().write(one[0], one[1], at), contents))

    def _at_a_cursor(self) -> "Archive":
        return replace(self, connection=self.connection.cursor())

    def write(self, content: str, partition: Partition, at: str) -> Partition:
        """Write a relation to a partition's file and return the partition with its rows and times."""
        path = self.folder / partition.file
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection.execute(f"COPY ({content}) TO {quoted(str(path))} ({AS_PARQUET})")
        with path.open("rb") as written:
            os.fsync(written.fileno())
            digest = hashlib.file_digest(written, "sha256").hexdigest()
        rows, first, last = self.connection.execute(
            f"SELECT COUNT(*), MIN({at}), MAX({at}) FROM read_parquet({quoted(str(path))})"
        ).fetchall()[0]
        return Partition(partition.kind, partition.day, partition.file, int(rows), first, last, digest)

    def relation(self, partitions: Iterable[Partition]) -> str | None:
        """Return SQL that reads the files of some partitions, or None when there are none."""
        files = [quoted(str(self.folder / partition.file)) for partition in partitions if partition.rows]
        return f"read_parquet([{', '.join(files)}])" if files else None

    def of_shape(self, shape: Shape, partitions: Iterable[Partition]) -> str | None:
        """Return SQL like `relation`, with NULL in the columns that files written by an earlier version do not have."""
        files = [str(self.folder / one.file) for one in partitions if one.rows]
        if not files:
            return None
        read = f"read_parquet([{', '.join(quoted(file) for file in files)}]"
        if self._are_whole(shape, files):
            return f"{read})"
        return f"(SELECT * FROM {nothing(shape)} UNION ALL BY NAME SELECT * FROM {read}, union_by_name = true))"

    def _are_whole(self, shape: Shape, files: list[str]) -> bool:
        sql = "SELECT COUNT(*) FROM parquet_schema($1) WHERE list_contains($2, name)"
        found = self.connection.execute(sql, [files, list(shape.columns)]).fetchall()
        return int(found[0][0]) >= len(files) * len(shape.columns)

    def show(self, name: str, shape: Shape, partitions: Iterable[Partition], *, accounts: Collection[int] | None = None) -> None:
        """Make a view of some partitions, of those accounts' rows alone where they are named; or an empty one of the shape."""
        relation = self.of_shape(shape, partitions)
        content = f"SELECT * FROM {relation or nothing(shape)}"
        if relation is not None and accounts is not None:
            content += f" WHERE account IN ({', '.join(str(int(one)) for one in sorted(accounts))})" if accounts else " WHERE FALSE"
        self.connection.execute(f"CREATE OR REPLACE VIEW {name} AS {content}")

    def sweep(self, manifest: Manifest) -> int:
        """Remove files that no manifest row names; return how many there were."""
        named = {partition.file for partition in manifest.partitions()}
        left_over = [path for path in self.folder.rglob("*.parquet") if str(path.relative_to(self.folder)) not in named]
        for path in left_over:
            path.unlink()
        return len(left_over)


def nothing(shape: Shape) -> str:
    """Return SQL of a relation of that shape without any row."""
    columns = ", ".join(f"CAST(NULL AS {kind}) AS {column}" for column, kind in shape.columns.items())
    return f"(SELECT {columns} WHERE FALSE)"


def day_text(day: int) -> str:
    """Write a count of days since 1970 as a date."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)).date().isoformat()


def put_keys(connection: duckdb.DuckDBPyConnection, keys: dict[str, int]) -> None:
    """Put the accounts' keys into `account_keys`."""
    connection.execute("CREATE OR REPLACE TABLE account_keys (id VARCHAR, account INTEGER)")
    insert_rows(connection, "account_keys", list(keys.items()))


def keyed(shape: Shape) -> str:
    """Return SQL of the judged rows as they are kept: with keys for accounts, where the shape has them."""
    if not shape.is_keyed:
        return f"SELECT {', '.join(shape.columns)} FROM judged AS j"
    columns = ", ".join("k.account" if name == "account" else f"j.{name}" for name in shape.columns)
    return f"SELECT {columns} FROM judged AS j JOIN account_keys AS k ON k.id = j.account"


def with_ids(shape: Shape, relation: str) -> str:
    """Return a kept relation with its accounts as text."""
    if not shape.is_keyed:
        return f"SELECT * FROM {relation}"
    columns = ", ".join(f"h.{name}" for name in shape.columns if name != "account")
    return f"SELECT k.id AS account, {columns} FROM {relation} AS h JOIN account_keys AS k ON k.account = h.account"


class DayWriter:
    """Rewrites the days that one intake touches."""

    def __init__(self, archive: Archive, change: Change, intake: int) -> None:
        self._archive, self._change, self._intake = archive, change, intake
        self._connection = archive.connection

    def rewrite(self, shape: Shape, days: Collection[int]) -> None:
        """Write each day anew: what was held and not replaced, and what was judged."""
        held = {partition.day: partition for partition in self._change.partitions(shape.kind, days=days) if partition.rows}
        fixed = _fixed(shape, self._connection)
        is_led_on = shape is CALLS and "via" not in fixed
        self._put(
            shape,
            {
                day: self._content(shape, day, held.get(day)) if day in held or is_led_on else _fresh(shape, day, fixed)
                for day in sorted(days)
            },
        )

    def _put(self, shape: Shape, contents: dict[int, str]) -> None:
        contents_of = [
            (content, Partition(shape.kind, day, self._archive.path_for(shape.kind, day, self._intake), 0, None, None))
            for day, content in contents.items()
        ]
        for written in self._archive.write_all(contents_of, shape.at):
            self._change.replace_partition(written)

    def _content(self, shape: Shape, day: int, held: Partition | None) -> str:
        columns = ", ".join(shape.columns)
        parts = [f"{keyed(shape)} WHERE j.day = {day}"]
        relation = self._archive.of_shape(shape, [held]) if held else None
        if relation:
            parts.append(
                f"SELECT {columns} FROM {relation} AS h WHERE NOT EXISTS "
                f"(SELECT 1 FROM replaced AS r WHERE r.day = h.day AND r.id = h.id)"
            )
        rows = " UNION ALL ".join(parts)
        if shape is CALLS and self._connection.execute(f"SELECT 1 FROM ({rows}) WHERE via IS NOT NULL LIMIT 1").fetchall():
            rows = led_on(rows)
        return f"SELECT {columns} FROM ({rows}) ORDER BY {shape.order}"

    def rejoin(self, leg_days: Collection[int], reach: int) -> set[int]:
        """Derive the calls again that legs of these days may belong to: those headed up to `reach` days around them."""
        heads = sorted({day + step for day in leg_days for step in range(-reach, reach + 1)})
        window = {day + step for day in heads for step in range(-reach, reach + 1)}
        self._archive.show("legs_held", LEGS, self._change.partitions(LEGS.kind, days=window))
        empty(self._connection, CALLS, "joined")
        join_legs(self._connection, "joined", "legs_held", (heads[0], heads[-1]))
        held = {partition.day: partition for partition in self._change.partitions(CALLS.kind, days=heads)}
        fresh = {int(row[0]) for row in self._connection.execute("SELECT DISTINCT day FROM joined").fetchall()}
        columns = ", ".join(CALLS.columns)
        contents = {}
        for day in sorted(fresh | held.keys()):
            parts = [f"SELECT {columns} FROM joined WHERE day = {day}"]
            relation = self._archive.of_shape(CALLS, [held[day]]) if day in held else None
            if relation:
                parts.append(f"SELECT {columns} FROM {relation} WHERE derived = 0")
            contents[day] = f"SELECT {columns} FROM ({' UNION ALL '.join(parts)}) ORDER BY {CALLS.order}"
        self._put(CALLS, contents)
        return set(contents)


def _fixed(shape: Shape, connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return SQL of the columns that say the same in every judged row: made so, or said by no row at all."""
    columns = {name: kind for name, kind in shape.columns.items() if name not in shape.order}
    said = connection.execute(f"SELECT {', '.join(f'COUNT({name})' for name in columns)} FROM judged").fetchall()[0]
    silent = {name: "NULL" for name, count in zip(columns, said, strict=True) if not count}
    made = {name: sql for name, sql in shape.made.items() if sql.isdecimal()}
    return {name: f"CAST({sql} AS {columns[name]})" for name, sql in (silent | made).items()}


def _fresh(shape: Shape, day: int, fixed: dict[str, str]) -> str:
    """Return SQL of a day of which nothing is held; what is fixed is put beside the rows once they are sorted."""
    fixed = {**fixed, "day": f"CAST({day} AS {shape.columns['day']})"}
    sorted_columns = ", ".join(name for name in shape.columns if name not in fixed)
    columns = ", ".join(f"{fixed[name]} AS {name}" if name in fixed else name for name in shape.columns)
    return f"SELECT {columns} FROM (SELECT {sorted_columns} FROM ({keyed(shape)} WHERE j.day = {day}) ORDER BY {shape.order})"


def led_on(rows: str) -> str:
    """Mark answered calls that were led on within the day: 1 when a leg behind was answered, else 0."""
    return f"""
        SELECT c.* REPLACE (CASE WHEN c.derived = 0 AND c.outcome = 1 THEN b.reached ELSE c.reached END AS reached)
        FROM ({rows}) AS c LEFT JOIN (
            SELECT via, CAST(MAX(CASE WHEN outcome = 1 THEN 1 ELSE 0 END) AS TINYINT) AS reached
            FROM ({rows}) WHERE via IS NOT NULL GROUP BY via
        ) AS b ON b.via = c.id"""
