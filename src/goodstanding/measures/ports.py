"""What must something that counts be able to do?"""

from collections.abc import Mapping
from typing import Any, Protocol

from goodstanding.measures.standing import Evidence


class Ledger(Protocol):
    """Runs bound queries over the relations of one month (docs/decisions/0001 lists them)."""

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query, in its order."""

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a relation of that name, for the queries after it."""

    def evidence(self, sql: str, parameters: Mapping[str, int]) -> dict[int, Evidence]:
        """Hash the record ids that a query of (master, id) lists, by master: SHA-256 of the sorted ids, each with a line feed."""
