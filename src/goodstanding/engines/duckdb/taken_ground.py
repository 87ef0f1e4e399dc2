"""How do records that were taken in for one look come before the detectors?

Columns and relations of docs/decisions/0005 that nothing was taken in for are there, and empty.
"""

from typing import Final

import duckdb

from goodstanding.engines.duckdb.desk import Desk
from goodstanding.engines.duckdb.ground import DuckdbGround

ADDED: Final = {
    "calls": "ring_ms INT, answered_by TINYINT",
    "messages": "error INT, template BIGINT, says TINYINT, brand BIGINT, host BIGINT",
}
RELATIONS: Final = {
    "consents": "account INT, recipient BIGINT, sender VARCHAR, is_opt_in TINYINT, is_written TINYINT, how VARCHAR, "
    "postal VARCHAR, at_ms BIGINT, id VARCHAR",
    "complaints": "account INT, about BIGINT, complainant BIGINT, kind TINYINT, elements TINYINT, at_ms BIGINT, id VARCHAR",
    "requests": "account INT, credential VARCHAR, ip VARCHAR, country VARCHAR, method VARCHAR, route VARCHAR, target VARCHAR, "
    "status SMALLINT, error INT, at_ms BIGINT, id VARCHAR",
    "signalling": "account INT, call_id VARCHAR, attestation TINYINT, sip SMALLINT, cause SMALLINT, hung_up_by TINYINT, "
    "at_ms BIGINT, id VARCHAR",
    "profiles": "account INT, use_case VARCHAR, is_registered TINYINT, has_agreement TINYINT, is_trial TINYINT, "
    "per_day INT, countries VARCHAR, calls_per_second INT, contacts TINYINT, payment VARCHAR, device VARCHAR, brand VARCHAR, "
    "domain VARCHAR, status VARCHAR, at_ms BIGINT, id VARCHAR",
    "listed": "list VARCHAR, low BIGINT, high BIGINT, as_of_day INT",
    "destinations": "prefix BIGINT, country VARCHAR, calling_code INT, risk TINYINT",
    "local_hours": "prefix BIGINT, hour_ms BIGINT, earliest INT, latest INT",
}


def ground_of(desk: Desk) -> DuckdbGround:
    """Return what runs detectors over everything a desk has taken in, once it has settled down."""
    connection = desk.connection
    for relation, columns in ADDED.items():
        for column in columns.split(", "):
            connection.execute(f"ALTER TABLE {relation} ADD COLUMN IF NOT EXISTS {column}")
    for relation, columns in RELATIONS.items():
        connection.execute(f"CREATE TABLE IF NOT EXISTS {relation} ({columns})")
    held = {one for one in ("calls", "messages", "held", *RELATIONS) if _holds(connection, one)}
    lists = connection.execute("SELECT DISTINCT list FROM listed").fetchall()
    return DuckdbGround(connection, {*held, *(f"listed:{name}" for (name,) in lists)})


def _holds(connection: duckdb.DuckDBPyConnection, relation: str) -> bool:
    return bool(connection.execute(f"SELECT 1 FROM {relation} LIMIT 1").fetchall())
