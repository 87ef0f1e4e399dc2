"""How does Spark count a month, from the very texts that DuckDB runs?

Two things differ in how a text is put to Spark: its parameters are marked :name, and VARCHAR casts are STRING ones.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from goodstanding.measures.standing import Evidence

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PARAMETER = re.compile(r"\$(\w+)")


class SparkLedger:
    """Runs bound queries over the temporary views of a Spark session."""

    def __init__(self, session: "SparkSession") -> None:
        self._session = session

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query."""
        return [tuple(row) for row in frame(self._session, sql, parameters).collect()]

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a view of that name."""
        frame(self._session, sql, parameters).createOrReplaceTempView(name)

    def evidence(self, sql: str, parameters: Mapping[str, int]) -> dict[int, Evidence]:
        """Hash the listed ids by master: SHA-256 of the sorted ids, each followed by a line feed."""
        hashed = (
            "SELECT master, COUNT(*), sha2(concat(array_join(array_sort(collect_list(CAST(id AS STRING))), '\\n'), '\\n'), 256) "
            f"FROM ({sql}) GROUP BY master"
        )
        return {int(row[0]): Evidence(int(row[1]), str(row[2])) for row in frame(self._session, hashed, parameters).collect()}


def frame(session: "SparkSession", sql: str, parameters: Mapping[str, int]) -> Any:
    """Put a text to Spark, with what it names bound; text has no length there, and another name."""
    wanted = set(PARAMETER.findall(sql))
    bound = {name: value for name, value in parameters.items() if name in wanted}
    return session.sql(PARAMETER.sub(r":\1", sql.replace("AS VARCHAR)", "AS STRING)")), args=bound)
