"""How many rows, calls, unanswered calls and messages fall in each month?"""

from collections.abc import Sequence

import duckdb

from goodstanding.engines.duckdb.relations import insert_rows
from goodstanding.records.totals import Totals


def totals(connection: duckdb.DuckDBPyConnection, bounds: Sequence[tuple[int, int]]) -> list[Totals]:
    """Count once over all the bounds, which must not overlap."""
    connection.execute("CREATE OR REPLACE TEMP TABLE bounds (place INTEGER, since_ms BIGINT, until_ms BIGINT)")
    insert_rows(connection, "bounds", [(place, *bound) for place, bound in enumerate(bounds)])
    calls = connection.execute(
        """SELECT b.place, SUM(c.legs), SUM(c.is_call),
               SUM(CASE WHEN c.is_call = 1 AND c.outcome NOT IN (0, 1) THEN 1 ELSE 0 END)
           FROM calls AS c JOIN bounds AS b ON c.started_ms >= b.since_ms AND c.started_ms < b.until_ms GROUP BY b.place"""
    ).fetchall()
    messages = connection.execute(
        """SELECT b.place, COUNT(*) FROM messages AS m
           JOIN bounds AS b ON m.at_ms >= b.since_ms AND m.at_ms < b.until_ms GROUP BY b.place"""
    ).fetchall()
    by_place = {int(place): (int(rows), int(made), int(unanswered)) for place, rows, made, unanswered in calls}
    sent = {int(place): int(count) for place, count in messages}
    return [Totals(*by_place.get(place, (0, 0, 0)), sent.get(place, 0)) for place in range(len(bounds))]
