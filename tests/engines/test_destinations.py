"""Do the relations of the number plan hold what is in the traffic, and nothing else?"""

from typing import Any

import duckdb
import pytest

from goodstanding.engines.duckdb.destinations import put_destinations
from signals.traffic.field import COLUMNS, DAY, HOUR, SINCE_MS, UNTIL_MS

MADE = ("destinations", "prefix_lists", "number_lists", "local_offsets", "recipient_offsets", "local_hours")
MARCH_MS, APRIL_MS = UNTIL_MS, 1_459_468_800_000


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    for relation, columns in COLUMNS.items():
        if relation not in MADE:
            made.execute(f"CREATE TABLE {relation} ({columns})")
    return made


def call(connection: duckdb.DuckDBPyConnection, caller: int | None, callee: int | None, at_ms: int = SINCE_MS) -> None:
    connection.execute("INSERT INTO calls (account, caller, callee, started_ms) VALUES (1, ?, ?, ?)", [caller, callee, at_ms])


def listed(connection: duckdb.DuckDBPyConnection, name: str, low: int, high: int) -> None:
    connection.execute("INSERT INTO listed VALUES (?, ?, ?, 16800)", [name, low, high])


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def test_the_prefixes_of_calls_and_messages_within_the_span_are_there(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 14155550100, None)
    call(connection, None, 911)
    call(connection, 12125550100, None, at_ms=SINCE_MS - 1)
    connection.execute("INSERT INTO messages (account, sender, recipient, at_ms) VALUES (1, 55512, 5355500000, ?)", [SINCE_MS])
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    found = rows(connection, "SELECT prefix, country, calling_code, risk FROM destinations ORDER BY prefix")
    assert found == [(911, None, None, 0), (55512, None, None, 0), (1415555, "US", 1, 0), (5355500, "CU", 53, 4)]


def test_a_month_without_traffic_is_no_trouble(connection: duckdb.DuckDBPyConnection) -> None:
    assert put_destinations(connection, SINCE_MS, UNTIL_MS) == ("high-risk", "sanctioned")
    assert [rows(connection, f"SELECT COUNT(*) FROM {one}") for one in MADE] == [[(0,)]] * 6


def test_packaged_lists_stand_in_until_the_operator_has_his_own(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 98_1111_5550, 53_5555_0000)
    listed(connection, "sanctioned", 9810000000, 9819999999)
    assert put_destinations(connection, SINCE_MS, UNTIL_MS) == ("high-risk",)
    assert put_destinations(connection, SINCE_MS, UNTIL_MS) == ("high-risk",), "what was packaged stays known as such"
    assert rows(connection, "SELECT * FROM prefix_lists ORDER BY ALL") == [(5355550, "high-risk"), (9811115, "sanctioned")]


def test_a_prefix_is_on_a_list_that_covers_it_whole(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 98_1111_5550, 53_5555_0000)
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    found = rows(connection, "SELECT * FROM prefix_lists ORDER BY ALL")
    assert found == [(5355550, "high-risk"), (5355550, "sanctioned"), (9811115, "sanctioned")]


def test_numbers_within_finer_ranges_are_named(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 14155550150, 14155550200)
    call(connection, 14155550150, 14155550099)
    listed(connection, "do-not-originate", 14155550100, 14155550199)
    listed(connection, "emergency", 14155540000, 14155550099)
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    found = rows(connection, "SELECT * FROM number_lists ORDER BY ALL")
    assert found == [(14155550099, "emergency"), (14155550150, "do-not-originate")]


def test_lists_of_the_operator_raise_the_risk(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 14155550100, 12125550100)
    call(connection, 18005550100, 13105550100)
    listed(connection, "high-cost", 14155550000, 14155559999)
    listed(connection, "high-cost", 18005550000, 18005559999)
    listed(connection, "unallocated", 12125550000, 12125559999)
    listed(connection, "premium", 13105550100, 13105550199)
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    found = rows(connection, "SELECT prefix, risk FROM destinations ORDER BY prefix")
    assert found == [(1212555, 6), (1310555, 0), (1415555, 5), (1800555, 1)]


def test_a_view_of_lists_becomes_a_table_with_the_packaged_ones(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("ALTER TABLE listed RENAME TO entries")
    connection.execute("INSERT INTO entries VALUES ('emergency', 911, 911, 16800)")
    connection.execute("CREATE VIEW listed AS SELECT * FROM entries")
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    assert rows(connection, "SELECT DISTINCT list FROM listed ORDER BY list") == [("emergency",), ("high-risk",), ("sanctioned",)]


def test_offsets_follow_the_clocks_and_ambiguous_prefixes_have_both_ends(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 12125550100, 12085550100, at_ms=MARCH_MS)
    put_destinations(connection, MARCH_MS, APRIL_MS)
    found = rows(connection, "SELECT prefix, low, high FROM local_offsets ORDER BY prefix, since_ms")
    assert (1212555, -300, -300) in found
    assert (1212555, -240, -240) in found
    assert found[0] == (1208555, -480, -420)


def test_local_hours_run_past_midnight_rather_than_round(connection: duckdb.DuckDBPyConnection) -> None:
    call(connection, 12085550100, None)
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    at_ms = SINCE_MS + 7 * HOUR
    assert rows(connection, f"SELECT earliest, latest FROM local_hours WHERE hour_ms = {at_ms}") == [(1380, 1440)]
    assert rows(connection, "SELECT COUNT(*) FROM local_hours") == [(29 * 24,)]


def test_a_postal_code_holds_until_another_is_told(connection: duckdb.DuckDBPyConnection) -> None:
    told = ((SINCE_MS - DAY, "10001"), (SINCE_MS + DAY, None), (SINCE_MS + 2 * DAY, "94105"), (SINCE_MS + 3 * DAY, "nowhere"))
    for at_ms, postal in told:
        connection.execute(
            "INSERT INTO consents (account, recipient, postal, at_ms) VALUES (1, 12125550100, ?, ?)", [postal, at_ms]
        )
    connection.execute("INSERT INTO consents (account, recipient, postal, at_ms) VALUES (1, 4930555000, '10115', ?)", [SINCE_MS])
    put_destinations(connection, SINCE_MS, UNTIL_MS)
    found = rows(connection, "SELECT recipient, since_ms, until_ms, low, high FROM recipient_offsets ORDER BY since_ms")
    assert found == [
        (12125550100, SINCE_MS, SINCE_MS + 2 * DAY, -300, -300),
        (12125550100, SINCE_MS + 2 * DAY, UNTIL_MS, -480, -480),
    ]
