"""Which of the judged rows are new, which correct a record already held, and which are duplicates?

A record is its (day, id). Among several forms of one record the latest revision counts; where the source gives no
revision, or the same one twice, the form that arrived last does. A later revision is kept even where it says the same as
the held one, so that one between the two, arriving after both, is known to be older.
"""

from dataclasses import dataclass

import duckdb

from goodstanding.engines.duckdb.shapes import Shape

NOT_CONTENT = frozenset({"day", "id", "revision", "legs", "reached", "derived", "account"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What merging found. Leaves `judged` without duplicates, and `replaced` (day, id) of held records to drop."""

    duplicate: int
    revised: int
    older: int


def settle(connection: duckdb.DuckDBPyConnection, shape: Shape, existing: str | None) -> Settled:
    """Remove duplicates from `judged`, within itself and against an existing relation of the same shape.

    existing  SQL of a relation with the shape's columns and `account` as text, or None when nothing is held
    """
    connection.execute("CREATE OR REPLACE TABLE replaced (day INTEGER, id VARCHAR)")
    if "id" not in shape.columns:
        return Settled(0, 0, 0)
    content = _content(shape)
    duplicate, revised = _within(connection, content)
    if existing is None:
        return Settled(duplicate, revised, 0)
    again = _against(connection, content, existing)
    return Settled(duplicate + again.duplicate, revised + again.revised, again.older)


def _content(shape: Shape) -> list[str]:
    return ["account", *(name for name in shape.columns if name not in NOT_CONTENT)]


def _within(connection: duckdb.DuckDBPyConnection, content: list[str]) -> tuple[int, int]:
    # hashes find the few rows to look at; two different ids that share one are told apart by the partition. Sorted, those
    # that are alike stand side by side, which is quicker than to count each
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE repeated AS
           SELECT mark FROM (SELECT mark, LAG(mark) OVER () AS before FROM (SELECT hash(day, id) AS mark FROM judged ORDER BY mark))
           WHERE mark = before"""
    )
    if not connection.execute("SELECT COUNT(*) FROM repeated").fetchall()[0][0]:
        return 0, 0
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE ranked AS
            SELECT j.rowid AS found, j.day, j.id, hash({", ".join("j." + name for name in content)}) AS form, ROW_NUMBER() OVER (
                PARTITION BY j.day, j.id ORDER BY j.revision DESC NULLS LAST, j.rowid DESC) AS place
            FROM judged AS j SEMI JOIN repeated AS r ON r.mark = hash(j.day, j.id)"""
    )
    connection.execute("DELETE FROM judged WHERE rowid IN (SELECT found FROM ranked WHERE place > 1)")
    found = connection.execute(
        """SELECT (SELECT COUNT(*) FROM ranked WHERE place > 1),
                  (SELECT COUNT(*) FROM (SELECT 1 FROM ranked GROUP BY day, id HAVING COUNT(DISTINCT form) > 1))"""
    ).fetchall()
    return int(found[0][0]), int(found[0][1])


def _against(connection: duckdb.DuckDBPyConnection, content: list[str], existing: str) -> Settled:
    same = " AND ".join(f"j.{name} IS NOT DISTINCT FROM e.{name}" for name in content)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE held_before AS
            SELECT j.rowid AS found, j.day, j.id, {same} AS same,
                COALESCE(j.revision < e.revision, FALSE) AS older, COALESCE(j.revision > e.revision, FALSE) AS newer
            FROM judged AS j JOIN ({existing}) AS e ON e.day = j.day AND e.id = j.id"""
    )
    connection.execute("DELETE FROM judged WHERE rowid IN (SELECT found FROM held_before WHERE older OR (same AND NOT newer))")
    connection.execute("INSERT INTO replaced SELECT day, id FROM held_before WHERE newer OR NOT (same OR older)")
    found = connection.execute(
        """SELECT COUNT(*) FILTER (older OR (same AND NOT newer)), COUNT(*) FILTER (NOT same AND NOT older),
               COUNT(*) FILTER (older AND NOT same)
           FROM held_before"""
    ).fetchall()
    return Settled(*(int(value) for value in found[0]))
