"""How is everything that was taken in put before the detectors?

`calls`, `messages`, `held`, `accounts` and `tree` exist when this is called, and for each kind of record beside traffic a relation of what was taken in, with accounts as text: it may name accounts that have no traffic, and complaints may name none.
"""

from collections.abc import Mapping
from typing import Final

import duckdb

from goodstanding.engines.duckdb.destinations import put_destinations
from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.engines.duckdb.listing import put_listed
from goodstanding.engines.duckdb.shapes import BESIDE, COMPLAINTS, Shape
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS

ENTRIES: Final = "entries"
# what more a detector may need than that there is any record
MORE: Final = {
    "bodies": ("messages", "says IS NOT NULL"),
    "errors": ("messages", "error IS NOT NULL OR status IN ('failed', 'undelivered')"),
    "ring": ("calls", "ring_ms IS NOT NULL"),
    "answered_by": ("calls", "answered_by IS NOT NULL"),
}


def put_traffic(
    connection: duckdb.DuckDBPyConnection, taken: Mapping[str, str], *, since_ms: int, until_ms: int, ever: Mapping[str, str]
) -> tuple[DuckdbGround, dict[str, int]]:
    """Make every relation that docs/decisions/0005 lists, and return what runs over them, and notes with their counts.

    taken  SQL of what was taken in, by kind; "entries" for those of lists
    ever   SQL of all calls and messages ever taken in, and of the inventory, by "calls", "messages" and "held"
    """
    _know_accounts(connection, taken)
    notes = {}
    for shape in BESIDE:
        unresolved = _put(connection, shape, taken[shape.kind])
        if unresolved:
            notes["complaint-unresolved"] = unresolved
    copies = put_listed(connection, taken[ENTRIES])
    put_destinations(connection, since_ms, until_ms)
    holding = {one for one, relation in ever.items() if _any(connection, relation, "TRUE")}
    holding |= {one for one, (relation, which) in MORE.items() if _any(connection, ever[relation], which)}
    holding |= {shape.kind for shape in BESIDE if _any(connection, taken[shape.kind], "TRUE")}
    holding |= {f"listed:{copy.name}" for copy in copies} | ({"listed"} if copies else set())
    holding |= {"inventory"} if "held" in holding else set()
    return DuckdbGround(connection, holding, copies), notes


def _any(connection: duckdb.DuckDBPyConnection, relation: str, which: str) -> bool:
    return bool(connection.execute(f"SELECT 1 FROM {relation} WHERE {which} LIMIT 1").fetchall())


def _know_accounts(connection: duckdb.DuckDBPyConnection, taken: Mapping[str, str]) -> None:
    """Give keys to the accounts that only records beside traffic name; each is its own master account."""
    named = " UNION ".join(f"SELECT account FROM {taken[shape.kind]}" for shape in BESIDE)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE beside AS
            SELECT account AS id,
                CAST((SELECT COALESCE(MAX(account), 0) FROM accounts) + ROW_NUMBER() OVER (ORDER BY account) AS INTEGER) AS account
            FROM ({named}) WHERE account IS NOT NULL AND account NOT IN (SELECT id FROM accounts)"""
    )
    connection.execute("INSERT INTO accounts SELECT account, id, id FROM beside")
    connection.execute(f"INSERT INTO tree SELECT account, account, {ALWAYS_MS}, {NEVER_MS} FROM beside")


def _put(connection: duckdb.DuckDBPyConnection, shape: Shape, taken: str) -> int:
    """Make the relation of a kind, with keys for accounts; return how many of its records belong to nobody known."""
    name, rest = shape.kind, ", ".join(f"r.{column}" for column in shape.columns if column != "account")
    connection.execute(
        f"CREATE OR REPLACE TABLE {name} AS SELECT a.account, {rest} FROM {taken} AS r INNER JOIN accounts AS a ON a.id = r.account"
    )
    if shape is not COMPLAINTS:
        return 0
    # one about a number belongs to the account that held it then
    connection.execute(
        f"""INSERT INTO {name} SELECT MIN(h.account), {rest} FROM {taken} AS r
            INNER JOIN held AS h ON h.number = r.about AND r.at_ms >= h.from_ms AND r.at_ms < h.until_ms
            WHERE r.account IS NULL GROUP BY ALL"""
    )
    both = connection.execute(f"SELECT (SELECT COUNT(*) FROM {taken}) - (SELECT COUNT(*) FROM {name})").fetchall()
    return int(both[0][0])
