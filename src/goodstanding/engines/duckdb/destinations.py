"""What does the number plan say of the numbers in a span of traffic? Two empty relations, as yet."""

import duckdb


def put_destinations(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int) -> None:
    """Make `destinations` and `local_hours` for [since_ms, until_ms)."""
    _ = since_ms, until_ms
    connection.execute(
        "CREATE OR REPLACE TABLE destinations (prefix BIGINT, country VARCHAR, calling_code INTEGER, risk TINYINT, "
        "low_zone VARCHAR, high_zone VARCHAR)"
    )
    connection.execute("CREATE OR REPLACE TABLE local_hours (prefix BIGINT, hour_ms BIGINT, earliest INTEGER, latest INTEGER)")
