"""How is a DuckDB connection made ready for judging and counting?"""

from pathlib import Path

import duckdb

from goodstanding.periods import OffsetSpan
from goodstanding.records.toll_free import toll_free_pattern

MACROS = (Path(__file__).with_name("macros.sql"), Path(__file__).with_name("wording.sql"))


def connect_for_judging(*, temporary: Path | None = None, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """Open a connection with the macros in place that judging needs, and none of the zones declared yet."""
    connection = connect(temporary=temporary, memory=memory)
    declare_zone(connection, None)
    for text in MACROS:
        connection.execute(text.read_text(encoding="utf-8"))
    _declare_plan(connection, toll_free_pattern())
    return connection


def connect(*, temporary: Path | None = None, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """Open a connection of its own for one unit of work, in memory, in UTC.

    temporary   folder to spill to when memory is short
    memory      DuckDB's own notation, e.g. "1.5GB"; its default otherwise
    """
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'UTC'")
    # progress is asked for by whoever shows it; nothing is printed from here
    connection.execute("SET enable_progress_bar = true")
    connection.execute("SET enable_progress_bar_print = false")
    if temporary is not None:
        connection.execute("SET temp_directory = $folder", {"folder": str(temporary)})
    if memory is not None:
        connection.execute("SET memory_limit = $memory", {"memory": memory})
    return connection


def declare_zone(connection: duckdb.DuckDBPyConnection, spans: list[OffsetSpan] | None) -> None:
    """Define how wall-clock readings become UTC; None when no zone was declared, so that they stay unread."""
    offset = kind = "NULL"
    if spans is not None:
        # the latest spans come first: most records are recent
        branches = list(reversed(spans))
        offset = "CASE " + " ".join(f"WHEN reading >= {s.from_ms} THEN {s.offset_ms}" for s in branches) + " END"
        jumps = [s for s in branches if s.kind != "plain"]
        if jumps:
            kind = (
                "CASE "
                + " ".join(f"WHEN reading >= {s.from_ms} AND reading < {s.until_ms} THEN '{s.kind}'" for s in jumps)
                + " END"
            )
    connection.execute(f"CREATE OR REPLACE TEMP MACRO local_offset_ms(reading) AS CAST({offset} AS BIGINT)")
    connection.execute(f"CREATE OR REPLACE TEMP MACRO local_kind(reading) AS CAST({kind} AS VARCHAR)")


def _declare_plan(connection: duckdb.DuckDBPyConnection, pattern: str) -> None:
    """Define plan_toll_free(number): 1 when the number plan says so, else 0."""
    literal = pattern.replace("'", "''")
    connection.execute(
        f"CREATE OR REPLACE TEMP MACRO plan_toll_free(number) AS "
        f"CASE WHEN regexp_full_match(CAST(number AS VARCHAR), '{literal}') THEN 1 ELSE 0 END"
    )
