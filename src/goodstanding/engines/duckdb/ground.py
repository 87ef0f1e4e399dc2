"""How does DuckDB put traffic before the detectors, and hash the records behind what they see?

`calls`, `messages`, `tree`, `accounts` and the other relations of docs/decisions/0005 exist as tables or views when this is made;
`tree_calls` and `tree_messages` are calls and messages with the master account they had at their time, and their UTC day.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

import duckdb

from goodstanding.engines.duckdb.ledger import named
from goodstanding.engines.duckdb.relations import insert_rows
from goodstanding.periods import DAY_MS
from goodstanding.signals.traffic.detector import Records
from goodstanding.signals.traffic.ports import ListCopy, Proof
from goodstanding.signals.traffic.sighting import Row

BATCH: Final = 10_000
MOST_KEPT: Final = 20_000_000
OF_THE_TREE: Final = {
    "calls": (
        "account, direction, outcome, talk_ms, ring_ms, answered_by, started_ms, caller, callee, toll_free, reached",
        "started_ms",
        "WHERE r.is_call = 1 AND r.outcome <> 0",
    ),
    "messages": (
        "account, direction, status, at_ms, sender, recipient, transmitted, error, template, says, brand, host",
        "at_ms",
        "",
    ),
}
# what a workspace's cases say, with accounts by id
OF_CASES: Final = {
    "confirmed_cases": {"account": "VARCHAR", "clause": "VARCHAR", "decided_ms": "BIGINT", "id": "VARCHAR"},
    "expired_notices": {"account": "VARCHAR", "expired_ms": "BIGINT", "id": "VARCHAR"},
    "links": {
        "account": "VARCHAR", "other": "VARCHAR", "kind": "VARCHAR", "strength": "INTEGER", "at_ms": "BIGINT", "id": "VARCHAR",
    },
}  # fmt: skip


class DuckdbGround:
    """Runs bound queries over the traffic that stands in a connection."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, held: Collection[str], copies: Sequence[ListCopy] | None = None
    ) -> None:
        """Take a connection, and the names of the relations that hold anything ("calls", "consents", "listed:premium" ...).

        copies  the lists that are there, by name; else each row of `listed` is an entry
        """
        self._connection, self._held, self._copies = connection, frozenset(held), copies
        self._accounts: dict[int, str] = {}
        for relation, (columns, at, condition) in OF_THE_TREE.items():
            of_the_row = ", ".join(f"r.{name.strip()}" for name in columns.split(","))
            # not a temporary one: those of a connection are hidden from its cursors
            rows = int(connection.execute(f"SELECT COUNT(*) FROM {relation}").fetchall()[0][0])
            connection.execute(
                f"""CREATE OR REPLACE {"TABLE" if rows <= MOST_KEPT else "VIEW"} tree_{relation} AS
                    SELECT t.master, {of_the_row}, r.{at} - r.{at} % {DAY_MS} AS day_ms
                    FROM {relation} AS r
                    INNER JOIN tree AS t ON t.account = r.account AND r.{at} >= t.since_ms AND r.{at} < t.until_ms
                    {condition}"""
            )

    def holds(self, relation: str) -> bool:
        """Say whether any record of a relation was ever taken in; for a list, "listed:NAME"."""
        return relation in self._held

    def put(self, relation: str, rows: Sequence[tuple[str | int, ...]]) -> None:
        """Make one of OF_CASES, with keys for accounts; a row that names an account without a key is left out."""
        columns = OF_CASES[relation]
        described = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        self._connection.execute(f"CREATE OR REPLACE TABLE {relation}_told ({described})")
        insert_rows(self._connection, f"{relation}_told", list(rows))
        named_by = [name for name in columns if name in {"account", "other"}]
        chosen = ", ".join(f"{name}_key.account AS {name}" if name in named_by else f"r.{name}" for name in columns)
        keys = " ".join(f"INNER JOIN accounts AS {name}_key ON {name}_key.id = r.{name}" for name in named_by)
        self._connection.execute(f"CREATE OR REPLACE TABLE {relation} AS SELECT {chosen} FROM {relation}_told AS r {keys}")
        self._held |= {relation}

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query, in its order."""
        return self._connection.execute(sql, named(sql, parameters)).fetchall()

    def stream(self, sql: str, parameters: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one query, in its order, some at a time."""
        found = self._connection.cursor().execute(sql, named(sql, parameters))
        while batch := found.fetchmany(BATCH):
            yield from batch

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a table of that name."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}", named(sql, parameters))

    def accounts(self) -> dict[int, str]:
        """Return every account's id by its key, as they were when first asked for."""
        if not self._accounts:
            found = self._connection.execute("SELECT account, id FROM accounts").fetchall()
            self._accounts.update((int(key), str(one)) for key, one in found)
        return self._accounts

    def lists(self) -> list[ListCopy]:
        """Return the lists that are there, by name."""
        if self._copies is not None:
            return list(self._copies)
        sql = "SELECT list, MAX(as_of_day), COUNT(*) FROM listed GROUP BY list ORDER BY list"
        return [ListCopy(str(name), int(day), int(entries)) for name, day, entries in self._connection.execute(sql).fetchall()]

    def silent_days(self, since_ms: int, until_ms: int) -> list[int]:
        """Return the UTC days without any call or message, between the first and the last that has one."""
        sql = f"""SELECT DISTINCT at_ms // {DAY_MS} FROM (
            SELECT started_ms AS at_ms FROM calls UNION ALL SELECT at_ms FROM messages)
            WHERE at_ms >= $since_ms AND at_ms < $until_ms ORDER BY 1"""
        days = [int(row[0]) for row in self._connection.execute(sql, {"since_ms": since_ms, "until_ms": until_ms}).fetchall()]
        return sorted(set(range(days[0], days[-1] + 1)) - set(days)) if days else []

    def proofs(self, records: Records, rows: Sequence[Row], parameters: Mapping[str, int]) -> list[Proof]:
        """Hash the ids of the records behind each row: SHA-256 of the sorted ids, each followed by a line feed."""
        found = {
            int(place): Proof(int(count), str(digest))
            for place, count, digest in self._shown(
                records, rows, parameters, "COUNT(*), sha256(string_agg(r.id, chr(10) ORDER BY r.id) || chr(10))"
            )
        }
        return [found[at] for at in range(len(rows))]

    def record_ids(self, records: Records, rows: Sequence[Row], parameters: Mapping[str, int]) -> list[list[str]]:
        """Return the ids of the records behind each row, sorted."""
        found = {int(place): list(ids) for place, ids in self._shown(records, rows, parameters, "list(r.id ORDER BY r.id)")}
        return [found.get(at, []) for at in range(len(rows))]

    def _shown(self, records: Records, rows: Sequence[Row], parameters: Mapping[str, int], gathered: str) -> list[tuple[Any, ...]]:
        """Gather the records behind each row."""
        if not rows:
            return []
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE shown "
            "(place INTEGER, master INTEGER, subject VARCHAR, since_ms BIGINT, through_ms BIGINT)"
        )
        given = [(at, one.master, None if one.subject is None else str(one.subject), one.since_ms, one.through_ms)
                 for at, one in enumerate(rows)]  # fmt: skip
        insert_rows(self._connection, "shown", list(given))
        of_subject = f"AND CAST({records.subject} AS VARCHAR) = s.subject" if records.subject else ""
        at = f"r.{records.at}"
        of_account = "" if records.of_anybody else f"r.account = t.account AND {at} >= t.since_ms AND {at} < t.until_ms AND"
        sql = f"""SELECT s.place, {gathered}
            FROM shown AS s
            {"" if records.of_anybody else "INNER JOIN tree AS t ON t.master = s.master"}
            INNER JOIN {records.relation} AS r ON {of_account}
                {at} >= s.since_ms AND {at} < s.through_ms {of_subject}
            WHERE {records.where} GROUP BY s.place ORDER BY s.place"""
        return self._connection.execute(sql, named(sql, parameters)).fetchall()
