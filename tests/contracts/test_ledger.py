"""Whatever counts must count as the oracle does: DuckDB and, in its own target, Spark."""

import hashlib
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from contracts.months import months
from goodstanding.engines.duckdb.ledger import DuckdbLedger
from goodstanding.measures.catalogue import INCOMPLETE_TOLLFREE, SHORT_OUTBOUND, SHORT_TOLLFREE, TRANSMISSIONS, text_named
from goodstanding.measures.measure import evidence_text
from goodstanding.measures.ports import Ledger
from oracles.month import OracleMonth

COLUMNS = {
    "calls": "id VARCHAR, account INT, direction INT, outcome INT, caller BIGINT, callee BIGINT, started_ms BIGINT, talk_ms BIGINT, "
    "toll_free INT, is_call INT, reached INT",
    "messages": "id VARCHAR, account INT, sender BIGINT, recipient BIGINT, at_ms BIGINT, transmitted INT",
    "tree": "account INT, master INT, since_ms BIGINT, until_ms BIGINT",
    "holdings": "number BIGINT, account INT, master INT",
    "toll_free_numbers": "number BIGINT, is_toll_free INT",
}


def relations(month: OracleMonth) -> dict[str, list[tuple[Any, ...]]]:
    return {
        "calls": [
            (
                c.id,
                c.account,
                c.direction,
                c.outcome,
                c.caller,
                c.callee,
                c.started_ms,
                c.talk_ms,
                c.toll_free,
                c.is_call,
                c.reached,
            )
            for c in month.calls
        ],
        "messages": [(m.id, m.account, m.sender, m.recipient, m.at_ms, m.transmitted) for m in month.messages],
        "tree": list(month.tree),
        "holdings": list(month.holdings),
        "toll_free_numbers": list(month.overrides.items()),
    }


def counts(ledger: Ledger, sql: str, parameters: dict[str, int]) -> dict[tuple[int, int], tuple[int, ...]]:
    return {(row[0], row[1]): tuple(int(value) for value in row[2:]) for row in ledger.rows(sql, parameters)}


def hold_against_the_oracle(ledger: Ledger, month: OracleMonth) -> None:
    parameters = {"since_ms": month.since_ms, "until_ms": month.until_ms, "short_below_ms": 12_000, "fewest_transmissions": 2}
    assert counts(ledger, SHORT_OUTBOUND.sql, parameters) == month.short_outbound(12_000)
    assert counts(ledger, SHORT_TOLLFREE.sql, parameters) == month.short_tollfree(12_000)
    assert counts(ledger, INCOMPLETE_TOLLFREE.sql, parameters) == month.incomplete_tollfree()
    ledger.keep("per_number", text_named("transmissions_per_number"), parameters)
    assert counts(ledger, TRANSMISSIONS.sql, parameters) == month.transmissions(2)
    short = sorted(
        c.id
        for c in month.counted_calls()
        if c.direction == 2 and c.outcome == 1 and (c.talk_ms or 0) < 12_000 and month.master(c.account, c.started_ms) == 1
    )
    found = ledger.evidence(evidence_text(SHORT_OUTBOUND), parameters).get(1)
    assert (found.records if found else 0) == len(short)
    if found:
        assert found.sha256 == hashlib.sha256("".join(f"{one}\n" for one in short).encode()).hexdigest()


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("SET threads = 1")
        for name, columns in COLUMNS.items():
            made.execute(f"CREATE TABLE {name} ({columns})")
        yield made


@given(month=months())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_duckdb_counts_as_the_oracle_does(connection: duckdb.DuckDBPyConnection, month: OracleMonth) -> None:
    for name, rows in relations(month).items():
        connection.execute(f"DELETE FROM {name}")
        if rows:
            connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    hold_against_the_oracle(DuckdbLedger(connection), month)
