"""How does Spark put traffic before the set detectors, by the very texts that DuckDB runs?

The relations of docs/decisions/0005 stand in the session as views, `tree_calls` and `tree_messages` among them. Sequence detectors
read what Spark hands over in order, as they read DuckDB's.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from goodstanding.engines.spark.ledger import frame

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class SparkGround:
    """Runs bound queries over the traffic that stands in a Spark session."""

    def __init__(self, session: "SparkSession") -> None:
        self._session = session

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query, in its order."""
        return [tuple(row) for row in frame(self._session, sql, parameters).collect()]

    def stream(self, sql: str, parameters: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one query, in its order, a partition at a time."""
        for row in frame(self._session, sql, parameters).toLocalIterator():
            yield tuple(row)

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a view of that name, computed once."""
        frame(self._session, sql, parameters).cache().createOrReplaceTempView(name)
