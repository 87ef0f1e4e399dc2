"""A field of traffic for one test: rows in, relations out. What a test does not say of a record is ordinary."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import duckdb

from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.engines.duckdb.relations import insert_rows
from goodstanding.flows.scan_traffic import Keeper, sightings
from goodstanding.policy.load import load_editions
from goodstanding.policy.traffic import load_traffic
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.detector import Parameters
from goodstanding.signals.traffic.sighting import Sighting
from goodstanding.signals.traffic.thresholds import parameters_of

SINCE_MS: Final = 1_454_284_800_000  # 2016-02-01
UNTIL_MS: Final = 1_456_790_400_000
ALWAYS, NEVER = -(1 << 62), 1 << 62
SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000

COLUMNS: Final = {
    "calls": "account INT, direction TINYINT, outcome TINYINT, talk_ms INT, ring_ms INT, answered_by TINYINT, started_ms BIGINT, "
    "caller BIGINT, callee BIGINT, toll_free TINYINT, reached TINYINT, is_call TINYINT, id VARCHAR",
    "messages": "account INT, direction TINYINT, status VARCHAR, at_ms BIGINT, sender BIGINT, recipient BIGINT, transmitted TINYINT, "
    "error INT, template BIGINT, says TINYINT, brand BIGINT, host BIGINT, id VARCHAR",
    "tree": "account INT, master INT, since_ms BIGINT, until_ms BIGINT",
    "accounts": "account INT, id VARCHAR, name VARCHAR",
    "held": "account INT, number BIGINT, toll_free TINYINT, from_ms BIGINT, until_ms BIGINT",
    "consents": "account INT, recipient BIGINT, sender VARCHAR, is_opt_in TINYINT, is_written TINYINT, how VARCHAR, postal VARCHAR, "
    "at_ms BIGINT, id VARCHAR",
    "complaints": "account INT, about BIGINT, complainant BIGINT, kind TINYINT, elements TINYINT, at_ms BIGINT, id VARCHAR",
    "requests": "account INT, credential VARCHAR, ip VARCHAR, country VARCHAR, method VARCHAR, route VARCHAR, target VARCHAR, "
    "status SMALLINT, error INT, at_ms BIGINT, id VARCHAR",
    "signalling": "account INT, call_id VARCHAR, attestation TINYINT, sip SMALLINT, cause SMALLINT, hung_up_by TINYINT, at_ms BIGINT, "
    "id VARCHAR",
    "profiles": "account INT, use_case VARCHAR, is_registered TINYINT, has_agreement TINYINT, is_trial TINYINT, per_day INT, "
    "countries VARCHAR, calls_per_second INT, contacts TINYINT, payment VARCHAR, device VARCHAR, brand VARCHAR, domain VARCHAR, "
    "status VARCHAR, at_ms BIGINT, id VARCHAR",
    "links": "account INT, other INT, kind VARCHAR, strength INT, at_ms BIGINT, id VARCHAR",
    "confirmed_cases": "account INT, clause VARCHAR, decided_ms BIGINT, id VARCHAR",
    "expired_notices": "account INT, expired_ms BIGINT, id VARCHAR",
    "listed": "list VARCHAR, low BIGINT, high BIGINT, as_of_day INT",
    "destinations": "prefix BIGINT, country VARCHAR, calling_code INT, risk TINYINT",
    "prefix_lists": "prefix BIGINT, list VARCHAR",
    "number_lists": "number BIGINT, list VARCHAR",
    "local_offsets": "prefix BIGINT, since_ms BIGINT, until_ms BIGINT, low INT, high INT",
    "recipient_offsets": "recipient BIGINT, since_ms BIGINT, until_ms BIGINT, low INT, high INT",
    "local_hours": "prefix BIGINT, hour_ms BIGINT, earliest INT, latest INT",
}
ORDINARY: Final[dict[str, dict[str, Any]]] = {
    "calls": {
        "account": 1, "direction": 2, "outcome": 1, "talk_ms": 60_000, "caller": 14155550100, "callee": 12125550100,
        "toll_free": 0, "is_call": 1,
    },
    "messages": {
        "account": 1, "direction": 2, "status": "delivered", "sender": 14155550100, "recipient": 12125550100, "transmitted": 1,
    },
    "held": {"account": 1, "toll_free": 0, "from_ms": ALWAYS, "until_ms": NEVER},
    "consents": {"account": 1, "is_opt_in": 1, "at_ms": SINCE_MS - DAY},
    "complaints": {"account": 1, "kind": 2},
    "requests": {"account": 1, "credential": "AC1", "ip": "192.0.2.1", "method": "POST", "route": "Messages", "status": 201},
    "signalling": {"account": 1, "attestation": 1},
    "profiles": {"account": 1, "at_ms": SINCE_MS - DAY},
    "links": {"account": 1, "other": 4, "kind": "payment", "strength": 2},
    "confirmed_cases": {"clause": "use-05"},
    "expired_notices": {"account": 1},
    "listed": {"as_of_day": SINCE_MS // DAY},
    "destinations": {"country": "US", "calling_code": 1, "risk": 0},
    "prefix_lists": {},
    "number_lists": {},
    "local_offsets": {"since_ms": SINCE_MS, "until_ms": UNTIL_MS},
    "recipient_offsets": {"since_ms": SINCE_MS, "until_ms": UNTIL_MS},
    "local_hours": {},
}  # fmt: skip


@dataclass
class Field:
    """Rows by relation. Account 1 is a master with the sub-accounts 2 and 3; 4 is a master of its own."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    tree: tuple[tuple[int, int], ...] = ((1, 1), (2, 1), (3, 1), (4, 4))

    def add(self, relation: str, **said: Any) -> None:
        """Add one row; a call is told `started_ms`, most others `at_ms`."""
        rows = self.rows.setdefault(relation, [])
        rows.append({**ORDINARY[relation], "id": f"{relation}{len(rows):06d}", **said})

    def ground(self) -> DuckdbGround:
        """Put everything into relations."""
        connection = duckdb.connect()
        for relation, columns in COLUMNS.items():
            connection.execute(f"CREATE TABLE {relation} ({columns})")
        connection.executemany("INSERT INTO tree VALUES (?, ?, ?, ?)", [(*one, ALWAYS, NEVER) for one in self.tree])
        connection.executemany(
            "INSERT INTO accounts VALUES (?, ?, ?)", [(one, f"AC{one}", f"Account {one}") for one, _ in self.tree]
        )
        for relation, rows in self.rows.items():
            names = [column.split()[0] for column in COLUMNS[relation].split(", ")]
            insert_rows(connection, relation, [tuple(row.get(name) for name in names) for row in rows])
        lists = {f"listed:{row['list']}" for row in self.rows.get("listed", [])}
        return DuckdbGround(connection, {*self.rows, *lists})


def parameters(name: str, **changed: int) -> dict[str, int]:
    """Return the edition's parameters of a detector, some of them changed."""
    return {**_edition()[name], **changed}


@cache
def _edition() -> dict[str, Parameters]:
    """Read the edition's parameters, once for all tests."""
    return parameters_of(DETECTORS, load_traffic(load_editions().named("2016-02-01")))


def seen(made: Field, name: str, *, since_ms: int = SINCE_MS, until_ms: int = UNTIL_MS, **changed: int) -> list[Sighting]:
    """Run one detector over a field with the edition's parameters, some of them changed."""
    return _seen(made.ground(), name, since_ms, until_ms, parameters(name, **changed))


def _seen(ground: DuckdbGround, name: str, since_ms: int, until_ms: int, given: dict[str, int]) -> list[Sighting]:
    detector = next(one for one in DETECTORS if one.name == name)
    Keeper(ground, since_ms, until_ms).keep(detector.reads)
    return sightings(ground, detector, given, since_ms=since_ms, until_ms=until_ms)


def keeps_its_word(made: Field, name: str, **changed: int) -> list[Sighting]:
    """Run a detector at once and in hourly steps; both must end with the same sightings, and their records must be there.

    A step may know a sighting of the day less fully than the next one, but never see what the whole does not. Hours in which nothing
    can change are left out.
    """
    ground, given = made.ground(), parameters(name, **changed)
    whole = _seen(ground, name, SINCE_MS, UNTIL_MS, given)
    stepwise: dict[object, Sighting] = {}
    for until_ms in _steps(made):
        for one in _seen(ground, name, SINCE_MS, until_ms, given):
            assert one.row.until_ms <= until_ms, "a step knows nothing of what comes after it"
            assert stepwise.get(one.key, one).row.until_ms == one.row.until_ms, "the moment of knowing stays"
            stepwise[one.key] = one
    assert sorted(map(repr, stepwise.values())) == sorted(map(repr, whole))
    detector = next(one for one in DETECTORS if one.name == name)
    proofs = ground.proofs(detector.records, [one.row for one in whole], given)
    assert [one.records for one in proofs] == [one.row.records for one in whole], "every record counted can be listed"
    return whole


def _steps(made: Field) -> list[int]:
    """Return the ends of the hours in which something happened, and of each such day, and the month's own."""
    named = ("at_ms", "started_ms", "decided_ms", "expired_ms", "until_ms")
    times = {row[name] for rows in made.rows.values() for row in rows for name in named if name in row}
    within = [one for one in times if SINCE_MS <= one < UNTIL_MS]
    return sorted({*(one - one % HOUR + HOUR for one in within), *(one - one % DAY + DAY for one in within), UNTIL_MS})
