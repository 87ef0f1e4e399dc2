"""How do legs become calls, directions get decided and onward legs get noticed, in DuckDB?

The rule itself is text in records/joining.sql; this only puts its relations before it.
"""

from pathlib import Path

import duckdb

from goodstanding.engines.duckdb.shapes import CALLS
from goodstanding.records import joining

JOINING_SQL = Path(joining.__file__).with_name("joining.sql")
DAYS_APART = 2


def join_legs(connection: duckdb.DuckDBPyConnection, calls: str, legs: str, days: tuple[int, int] = (-(1 << 30), 1 << 30)) -> None:
    """Insert into `calls` the calls whose first leg lies in days[0]..days[1], both included."""
    if not connection.execute(f"SELECT 1 FROM {legs} LIMIT 1").fetchall():
        return
    connection.execute(f"CREATE OR REPLACE TEMP VIEW legs_window AS SELECT * FROM {legs}")
    columns = ", ".join(CALLS.columns)
    connection.execute(
        f"INSERT INTO {calls} SELECT {columns} FROM ({JOINING_SQL.read_text(encoding='utf-8')})",
        {"first_day": days[0], "last_day": days[1]},
    )


def decide_directions(connection: duckdb.DuckDBPyConnection, calls: str) -> None:
    """Give calls of unknown direction the one that the number inventory tells: towards a held number is inbound."""
    connection.execute(
        f"""UPDATE {calls} SET direction = CASE
                WHEN callee IN (SELECT number FROM listings) THEN 1
                WHEN caller IN (SELECT number FROM listings) THEN 2
                ELSE 0 END
            WHERE direction = 0"""
    )


def mark_reached(connection: duckdb.DuckDBPyConnection, calls: str) -> None:
    """Mark answered calls that were led on: 1 when a leg behind was answered, 0 when none was."""
    connection.execute(
        f"""UPDATE {calls} AS c SET reached = b.reached
            FROM (SELECT via, MAX(CASE WHEN outcome = 1 THEN 1 ELSE 0 END) AS reached FROM {calls}
                  WHERE via IS NOT NULL GROUP BY via) AS b
            WHERE c.id = b.via AND c.outcome = 1"""
    )
