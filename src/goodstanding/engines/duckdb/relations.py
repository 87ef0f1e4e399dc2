"""Which relations does a measure read for one month, and how are they put before it?

`calls`, `messages`, `held` and `account_names` exist as tables or views when this is called; from them and the tree this
makes `tree`, `holdings`, `holdings_partial`, `toll_free_numbers` and `accounts`, as docs/decisions/0001 lists them.
"""

import json
from collections.abc import Iterable
from typing import Final

import duckdb

from goodstanding.engines.duckdb.shapes import Shape
from goodstanding.engines.duckdb.spans import TreeSpan

HELD_COLUMNS: Final = "account INTEGER, number BIGINT, toll_free TINYINT, from_ms BIGINT, until_ms BIGINT"
OBLIGED: Final = "obliged"
OFF_PLAN_COLUMNS: Final = "number BIGINT, toll_free TINYINT, from_ms BIGINT, until_ms BIGINT"
OFF_PLAN_OF_HELD: Final = """SELECT number, toll_free, from_ms, until_ms FROM held
    WHERE toll_free IS NOT NULL AND toll_free <> plan_toll_free(number)"""


def empty(connection: duckdb.DuckDBPyConnection, shape: Shape, name: str) -> None:
    """Make an empty table of a shape."""
    columns = ", ".join(f"{column} {kind}" for column, kind in shape.columns.items())
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")


def put_tree(connection: duckdb.DuckDBPyConnection, spans: Iterable[TreeSpan]) -> None:
    """Fill `tree` with spans that cover every account and all time."""
    connection.execute("CREATE OR REPLACE TABLE tree (account INTEGER, master INTEGER, since_ms BIGINT, until_ms BIGINT)")
    insert_rows(connection, "tree", [(s.account, s.master, s.since_ms, s.until_ms) for s in spans])


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    """Insert rows of a table's own types in one statement: a JSON text a column, which is read faster than a list parameter."""
    if not rows:
        return
    kinds = [str(row[1]) for row in connection.execute(f"DESCRIBE {table}").fetchall()]
    columns = ", ".join(f"UNNEST(from_json(${at}, '[\"{kind}\"]'))" for at, kind in enumerate(kinds, start=1))
    connection.execute(f"INSERT INTO {table} SELECT {columns}", [json.dumps(column) for column in zip(*rows, strict=True)])


def put_numbers(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int) -> None:
    """Make `holdings`, `holdings_partial` and `toll_free_numbers` for the month [since_ms, until_ms)."""
    put_holdings(connection, since_ms, until_ms)
    put_toll_free(connection, since_ms, until_ms)


def put_holdings(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int, *, only: str | None = None) -> None:
    """Make `holdings` and `holdings_partial` for [since_ms, until_ms), of the numbers in a relation alone where one is named."""
    at_the_end = f"t.since_ms < {until_ms} AND t.until_ms >= {until_ms}"
    whole = f"h.from_ms <= {since_ms} AND h.until_ms >= {until_ms}"
    touched = f"h.from_ms < {until_ms} AND h.until_ms > {since_ms}"
    wanted = f" AND h.number IN (SELECT number FROM {only})" if only else ""
    joined = f"FROM held AS h JOIN tree AS t ON t.account = h.account WHERE {at_the_end}{wanted}"
    connection.execute(f"CREATE OR REPLACE TEMP VIEW holdings AS SELECT h.number, h.account, t.master {joined} AND {whole}")
    connection.execute(
        "CREATE OR REPLACE TEMP VIEW holdings_partial AS "
        f"SELECT h.number, h.account, t.master {joined} AND {touched} AND NOT ({whole})"
    )


def put_obliged(connection: duckdb.DuckDBPyConnection, exempt: Iterable[str]) -> None:
    """Make `obliged`: the held numbers but those whose E.164 text has one of these SHA-256."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE {OBLIGED} AS SELECT DISTINCT number FROM held
            WHERE number IS NOT NULL AND NOT list_contains($1::VARCHAR[], sha256('+' || CAST(number AS VARCHAR)))""",
        [sorted(exempt)],
    )


def put_off_plan(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `off_plan`: the held numbers that are of another kind than the number plan says."""
    connection.execute(f"CREATE OR REPLACE TABLE off_plan AS {OFF_PLAN_OF_HELD}")


def show_directions(connection: duckdb.DuckDBPyConnection) -> None:
    """Change the view `calls`: where a record does not tell its direction, the inventory does; towards a held number is inbound."""
    if not connection.execute("SELECT 1 FROM calls WHERE direction = 0 LIMIT 1").fetchall():
        return
    connection.execute(f"CREATE OR REPLACE TABLE decided AS {directed('calls')}")
    connection.execute("CREATE OR REPLACE VIEW calls AS SELECT * FROM decided")


def directed(calls: str) -> str:
    """Return SQL of calls with every direction decided that a record or the inventory tells."""
    return f"""SELECT * REPLACE (CASE
            WHEN direction <> 0 THEN direction
            WHEN callee IN (SELECT number FROM held) THEN 1
            WHEN caller IN (SELECT number FROM held) THEN 2
            ELSE 0 END AS direction) FROM {calls}"""


def put_toll_free(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int, *, kind: str = "TEMP TABLE") -> None:
    """Make `toll_free_numbers`: those of `off_plan` that were held in [since_ms, until_ms); seen by every cursor as a TABLE."""
    connection.execute(
        f"""CREATE OR REPLACE {kind} toll_free_numbers AS SELECT number, MAX(toll_free) AS is_toll_free
            FROM off_plan WHERE from_ms < {until_ms} AND until_ms > {since_ms} GROUP BY number"""
    )
