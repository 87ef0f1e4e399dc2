"""Which columns has each kind of record once it is judged, and in which order is it kept?"""

from dataclasses import dataclass
from typing import Final

from goodstanding.periods import DAY_MS
from goodstanding.records.sources.source import Yields


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of record as it is kept.

    columns  name and SQL type, in order; `account` is text while judged, and once kept a key, or text still when it is so here
    made     expressions over a judged row for the columns that no source text yields
    at       the column that says when the record counts
    order    how a day's file is sorted; a hash settles ties, since long texts are slow to sort by
    """

    kind: str
    columns: dict[str, str]
    made: dict[str, str]
    at: str
    order: str

    @property
    def is_keyed(self) -> bool:
        """Say whether its accounts are kept as keys."""
        return self.columns.get("account") == "INTEGER"


_FILED: Final = {"day": f"filed_ms // {DAY_MS}"}

CALLS: Final = Shape(
    kind="calls",
    columns={
        "account": "INTEGER",
        "direction": "TINYINT",
        "outcome": "TINYINT",
        "talk_ms": "INTEGER",
        "ring_ms": "INTEGER",
        "answered_by": "TINYINT",
        "started_ms": "BIGINT",
        "caller": "BIGINT",
        "callee": "BIGINT",
        "toll_free": "TINYINT",
        "is_call": "TINYINT",
        "legs": "INTEGER",
        "reached": "TINYINT",
        "derived": "TINYINT",
        "via": "VARCHAR",
        "id": "VARCHAR",
        "revision": "BIGINT",
        "day": "INTEGER",
    },
    made={
        **_FILED,
        "toll_free": "CASE WHEN direction <> 2 THEN plan_toll_free(callee) ELSE 0 END",
        "legs": "1",
        "reached": "NULL",
        "derived": "0",
    },
    at="started_ms",
    order="account, started_ms, hash(id)",
)

LEGS: Final = Shape(
    kind="legs",
    columns={
        "account": "INTEGER",
        "call_id": "VARCHAR",
        "id": "VARCHAR",
        "rank": "INTEGER",
        "speaks": "TINYINT",
        "direction": "TINYINT",
        "outcome": "TINYINT",
        "started_ms": "BIGINT",
        "answered_ms": "BIGINT",
        "ended_ms": "BIGINT",
        "talk_ms": "INTEGER",
        "caller": "BIGINT",
        "callee": "BIGINT",
        "revision": "BIGINT",
        "day": "INTEGER",
    },
    made={"day": f"started_ms // {DAY_MS}"},
    at="started_ms",
    order="account, call_id, id",
)

MESSAGES: Final = Shape(
    kind="messages",
    columns={
        "account": "INTEGER",
        "direction": "TINYINT",
        "status": "VARCHAR",
        "at_ms": "BIGINT",
        "sender": "BIGINT",
        "recipient": "BIGINT",
        "transmitted": "TINYINT",
        "error": "INTEGER",
        "template": "BIGINT",
        "says": "TINYINT",
        "brand": "BIGINT",
        "host": "BIGINT",
        "id": "VARCHAR",
        "revision": "BIGINT",
        "day": "INTEGER",
    },
    made=_FILED,
    at="at_ms",
    order="account, at_ms, hash(id)",
)

NUMBERS: Final = Shape(
    kind="numbers",
    columns={
        "account": "INTEGER",
        "number": "BIGINT",
        "toll_free": "TINYINT",
        "acquired_ms": "BIGINT",
        "released_ms": "BIGINT",
    },
    made={},
    at="acquired_ms",
    order="account, number, acquired_ms",
)

ACCOUNTS: Final = Shape(
    kind="accounts",
    columns={"account": "VARCHAR", "master": "VARCHAR", "name": "VARCHAR", "status": "VARCHAR", "since_ms": "BIGINT"},
    made={},
    at="since_ms",
    order="account",
)

_OF_DAY: Final = {"day": f"at_ms // {DAY_MS}"}
_ENDING: Final = {"at_ms": "BIGINT", "id": "VARCHAR", "revision": "BIGINT", "day": "INTEGER"}
_ORDER: Final = "account, at_ms, hash(id)"


def _beside(kind: str, columns: dict[str, str]) -> Shape:
    """Make the shape of a kind that stands beside traffic; its accounts may be unknown, so they stay text."""
    return Shape(kind=kind, columns={"account": "VARCHAR", **columns, **_ENDING}, made=_OF_DAY, at="at_ms", order=_ORDER)


CONSENTS: Final = _beside(
    "consents",
    {
        "recipient": "BIGINT",
        "sender": "VARCHAR",
        "is_opt_in": "TINYINT",
        "is_written": "TINYINT",
        "how": "VARCHAR",
        "postal": "VARCHAR",
    },
)

COMPLAINTS: Final = _beside("complaints", {"about": "BIGINT", "complainant": "BIGINT", "kind": "TINYINT", "elements": "TINYINT"})

REQUESTS: Final = _beside(
    "requests",
    {
        "credential": "VARCHAR",
        "ip": "VARCHAR",
        "country": "VARCHAR",
        "method": "VARCHAR",
        "route": "VARCHAR",
        "target": "VARCHAR",
        "status": "SMALLINT",
        "error": "INTEGER",
    },
)

SIGNALLING: Final = _beside(
    "signalling",
    {"call_id": "VARCHAR", "attestation": "TINYINT", "sip": "SMALLINT", "cause": "SMALLINT", "hung_up_by": "TINYINT"},
)

PROFILES: Final = _beside(
    "profiles",
    {
        "use_case": "VARCHAR",
        "is_registered": "TINYINT",
        "has_agreement": "TINYINT",
        "is_trial": "TINYINT",
        "per_day": "INTEGER",
        "countries": "VARCHAR",
        "calls_per_second": "INTEGER",
        "contacts": "TINYINT",
        "payment": "VARCHAR",
        "device": "VARCHAR",
        "brand": "VARCHAR",
        "domain": "VARCHAR",
        "status": "VARCHAR",
    },
)

LISTED: Final = Shape(
    kind="listed",
    columns={"list": "VARCHAR", "low": "BIGINT", "high": "BIGINT", "is_prefix": "TINYINT", "as_of_day": "INTEGER"},
    made={},
    at=f"as_of_day * CAST({DAY_MS} AS BIGINT)",
    order="low, high, is_prefix",
)

BESIDE: Final = (CONSENTS, COMPLAINTS, REQUESTS, SIGNALLING, PROFILES)

SHAPES: Final = {
    **{Yields(shape.kind): shape for shape in BESIDE},
    Yields.LISTED: LISTED,
    Yields.CALLS: CALLS,
    Yields.LEGS: LEGS,
    Yields.MESSAGES: MESSAGES,
    Yields.NUMBERS: NUMBERS,
    Yields.ACCOUNTS: ACCOUNTS,
}
