"""How does DuckDB count a month, and list and hash the records behind it?"""

from collections.abc import Mapping
from typing import Any

import duckdb

from goodstanding.measures.standing import Evidence


class DuckdbLedger:
    """Runs bound queries over the relations of one month that stand in a connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query."""
        return self._connection.execute(sql, named(sql, parameters)).fetchall()

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a table of that name."""
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}", named(sql, parameters))

    def evidence(self, sql: str, parameters: Mapping[str, int]) -> dict[int, Evidence]:
        """Hash the listed ids by master: SHA-256 of the sorted ids, each followed by a line feed."""
        hashed = (
            f"SELECT master, COUNT(*), sha256(string_agg(CAST(id AS VARCHAR), chr(10) ORDER BY CAST(id AS VARCHAR)) || chr(10)) "
            f"FROM ({sql}) GROUP BY master"
        )
        rows = self._connection.execute(hashed, named(sql, parameters)).fetchall()
        return {int(master): Evidence(int(records), str(digest)) for master, records, digest in rows}


def named(sql: str, parameters: Mapping[str, int]) -> dict[str, int]:
    """Bind only what a text names."""
    return {name: value for name, value in parameters.items() if f"${name}" in sql}
