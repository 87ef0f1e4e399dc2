"""How does DuckDB learn what the number plan says of the numbers in its traffic, and which hour it is for them?

`calls`, `messages`, `consents` and `listed` exist when this is called; it makes `destinations`, `prefix_lists`, `number_lists`,
`local_offsets`, `recipient_offsets` and `local_hours`, as docs/decisions/0005 lists them, for the prefixes that are there.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import duckdb

from goodstanding.engines.duckdb.relations import insert_rows
from goodstanding.records.list_cover import covered, parts
from goodstanding.records.packaged_lists import packaged_lists

if TYPE_CHECKING:
    from goodstanding.records.local_time import Zones

Span = tuple[int, int]
DEARER: Final = ("high-cost", "high-risk", "premium")
LOCAL_OFFSETS: Final = """CREATE OR REPLACE TABLE local_offsets AS
    SELECT p.prefix, z.since_ms, z.until_ms, z.low, z.high
    FROM prefix_zones AS p INNER JOIN zone_spans AS z ON z.zone_set = p.zone_set"""
# a postal code holds from the consent that tells it to the next one of that recipient that tells one
RECIPIENT_OFFSETS: Final = """CREATE OR REPLACE TABLE recipient_offsets AS
    SELECT t.recipient, GREATEST(t.since_ms, z.since_ms) AS since_ms, LEAST(t.until_ms, z.until_ms) AS until_ms, z.low, z.high
    FROM (
        SELECT recipient, MAX(p.zone_set) AS zone_set, at_ms AS since_ms,
            COALESCE(LEAD(at_ms) OVER (PARTITION BY recipient ORDER BY at_ms), 4611686018427387904) AS until_ms
        FROM consents AS c INNER JOIN postal_zones AS p ON p.postal = c.postal
        WHERE recipient BETWEEN 12000000000 AND 19999999999
        GROUP BY recipient, at_ms
    ) AS t
    INNER JOIN zone_spans AS z ON z.zone_set = t.zone_set AND z.since_ms < t.until_ms AND z.until_ms > t.since_ms"""
LOCAL_HOURS: Final = """CREATE OR REPLACE VIEW local_hours AS
    SELECT prefix, hour_ms, CAST(earliest AS INTEGER) AS earliest, CAST(earliest + high - low AS INTEGER) AS latest
    FROM (SELECT prefix, hour_ms, low, high, (hour_ms // 60000 + low) % 1440 AS earliest
          FROM (SELECT prefix, low, high, UNNEST(range(since_ms, until_ms, 3600000)) AS hour_ms FROM local_offsets))"""
_NUMBERS: Final = (("calls", "started_ms", "caller"), ("calls", "started_ms", "callee"),
                   ("messages", "at_ms", "sender"), ("messages", "at_ms", "recipient"))  # fmt: skip


def put_destinations(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int) -> tuple[str, ...]:
    """Make the relations for the traffic of [since_ms, until_ms); return the names of the packaged lists that stand in `listed`."""
    packaged = _put_packaged_lists(connection)
    prefixes = _prefixes(connection, since_ms, until_ms)
    ranges = _ranges(connection)
    by_list = _put_prefix_lists(connection, prefixes, ranges)
    _put_number_lists(connection, ranges, since_ms, until_ms)
    _put_plan(connection, prefixes, by_list, packaged)
    _put_offsets(connection, prefixes, since_ms, until_ms)
    return packaged


def _put_packaged_lists(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Add a packaged list where the operator has none of that name; a view of `listed` becomes a table."""
    if connection.execute("SELECT 1 FROM duckdb_views() WHERE view_name = 'listed' AND NOT internal").fetchall():
        connection.execute("CREATE OR REPLACE TABLE lists_taken AS SELECT list, low, high, as_of_day FROM listed")
        connection.execute("DROP VIEW listed")
        connection.execute("ALTER TABLE lists_taken RENAME TO listed")
    used = []
    for one in packaged_lists():
        own = sorted((one.as_of_day, *span) for span in one.ranges)
        there = connection.execute("SELECT as_of_day, low, high FROM listed WHERE list = $1 ORDER BY ALL", [one.name]).fetchall()
        if not there:
            insert_rows(connection, "listed", [(one.name, span.low, span.high, one.as_of_day) for span in one.ranges])
        if not there or there == own:
            used.append(one.name)
    return tuple(used)


def _numbers() -> str:
    numbers = " UNION ALL ".join(
        f"SELECT {number} AS n FROM {relation} WHERE {at} >= $since_ms AND {at} < $until_ms" for relation, at, number in _NUMBERS
    )
    cut = " ".join(f"WHEN n < {10 ** (digits + 7)} THEN {10**digits}" for digits in range(9))
    return f"(SELECT n, n // CASE {cut} END AS prefix FROM ({numbers}) WHERE n > 0)"


def _prefixes(connection: duckdb.DuckDBPyConnection, since_ms: int, until_ms: int) -> list[int]:
    sql = f"SELECT DISTINCT prefix FROM {_numbers()} WHERE prefix IS NOT NULL ORDER BY prefix"
    return [int(row[0]) for row in connection.execute(sql, {"since_ms": since_ms, "until_ms": until_ms}).fetchall()]


def _ranges(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Span]]:
    """Return by list the entries of more than one number."""
    ranges: dict[str, list[Span]] = {}
    for name, low, high in connection.execute("SELECT list, low, high FROM listed WHERE high > low ORDER BY ALL").fetchall():
        ranges.setdefault(name, []).append((low, high))
    return ranges


def _put_prefix_lists(
    connection: duckdb.DuckDBPyConnection, prefixes: Iterable[int], ranges: Mapping[str, list[Span]]
) -> dict[str, set[int]]:
    by_list = {name: covered(spans, prefixes) for name, spans in ranges.items()}
    connection.execute("CREATE OR REPLACE TABLE prefix_lists (prefix BIGINT, list VARCHAR)")
    insert_rows(connection, "prefix_lists", [(prefix, name) for name, there in by_list.items() for prefix in sorted(there)])
    return by_list


def _put_number_lists(
    connection: duckdb.DuckDBPyConnection, ranges: Mapping[str, list[Span]], since_ms: int, until_ms: int
) -> None:
    """Find the numbers of the traffic within ranges that are finer than a prefix."""
    connection.execute("CREATE OR REPLACE TEMP TABLE list_parts (list VARCHAR, prefix BIGINT, low BIGINT, high BIGINT)")
    finer = [(name, *part) for name, spans in ranges.items() for part in parts(spans)]
    insert_rows(connection, "list_parts", list(finer))
    connection.execute("CREATE OR REPLACE TABLE number_lists (number BIGINT, list VARCHAR)")
    if finer:
        connection.execute(
            f"""INSERT INTO number_lists SELECT DISTINCT t.n, p.list FROM {_numbers()} AS t
                INNER JOIN list_parts AS p ON p.prefix = t.prefix AND t.n >= p.low AND t.n <= p.high""",
            {"since_ms": since_ms, "until_ms": until_ms},
        )


def _put_plan(
    connection: duckdb.DuckDBPyConnection, prefixes: Iterable[int], by_list: Mapping[str, set[int]], packaged: Iterable[str]
) -> None:
    from goodstanding.records.destinations import Risk, destination_of  # noqa: PLC0415 - the number plan is slow to import

    packaged = set(packaged)
    high_risk = by_list.get("high-risk", set()) if "high-risk" in packaged else set()
    dearer = set().union(*(by_list.get(name, set()) for name in DEARER if name not in packaged))
    nobodys = by_list.get("unallocated", set())
    rows: list[tuple[Any, ...]] = []
    for prefix in prefixes:
        country, code, risk = destination_of(prefix)
        if risk not in {Risk.IMPOSSIBLE, Risk.TOLL_FREE}:
            risk = Risk.HIGH_COST if prefix in dearer else max(risk, Risk.HIGH_RISK) if prefix in high_risk else risk
        rows.append((prefix, country, code, int(Risk.IMPOSSIBLE if prefix in nobodys else risk)))
    connection.execute("CREATE OR REPLACE TABLE destinations (prefix BIGINT, country VARCHAR, calling_code INTEGER, risk TINYINT)")
    insert_rows(connection, "destinations", rows)


def _put_offsets(connection: duckdb.DuckDBPyConnection, prefixes: Iterable[int], since_ms: int, until_ms: int) -> None:
    """Make `local_offsets` and `recipient_offsets` by way of the distinct sets of zones, which are few."""
    from goodstanding.records.local_time import offsets, zones_of_postal, zones_of_prefix  # noqa: PLC0415 - as above

    sets: dict[Zones, int] = {}
    by_prefix = [(prefix, sets.setdefault(zones, len(sets))) for prefix in prefixes if (zones := zones_of_prefix(prefix))]
    codes = connection.execute("SELECT DISTINCT postal FROM consents WHERE postal IS NOT NULL").fetchall()
    by_code = [(code, sets.setdefault(zones, len(sets))) for (code,) in codes if (zones := zones_of_postal(code))]
    spans = [(number, *span) for zones, number in sets.items() for span in offsets(zones, since_ms, until_ms)]
    for name, columns, rows in (
        ("zone_spans", "zone_set INTEGER, since_ms BIGINT, until_ms BIGINT, low INTEGER, high INTEGER", spans),
        ("prefix_zones", "prefix BIGINT, zone_set INTEGER", by_prefix),
        ("postal_zones", "postal VARCHAR, zone_set INTEGER", by_code),
    ):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({columns})")
        insert_rows(connection, name, list(rows))
    connection.execute(LOCAL_OFFSETS)
    connection.execute(RECIPIENT_OFFSETS)
    connection.execute(LOCAL_HOURS)
