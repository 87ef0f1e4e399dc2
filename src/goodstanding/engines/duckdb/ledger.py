"""How does DuckDB count a month, and list and hash the records behind it?"""

from collections.abc import Mapping
from typing import Any

import duckdb


class DuckdbLedger:
    """Runs bound queries over the relations of one month that stand in a connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query; parameters it does not name are left out."""
        named = {name: value for name, value in parameters.items() if f"${name}" in sql}
        return self._connection.execute(sql, named).fetchall()
