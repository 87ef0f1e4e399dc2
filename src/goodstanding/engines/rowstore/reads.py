"""What does the manifest answer, from any connection?"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from goodstanding.engines.rowstore.schema import ACCOUNT, ACCOUNT_SNAPSHOT, CLOSING, INTAKE, PARTITION, SETTING
from goodstanding.records.ports import AccountSnapshot, Closing, IntakeRecord, Partition


def partitions(connection: Connection, kind: str | None, days: Collection[int] | None) -> list[Partition]:
    """Return current partitions in the order of kind and day."""
    query = select(PARTITION).order_by(PARTITION.c.kind, PARTITION.c.day)
    if kind is not None:
        query = query.where(PARTITION.c.kind == kind)
    wanted = None if days is None else set(days)
    return [Partition(*row) for row in connection.execute(query).all() if wanted is None or row[1] in wanted]


def account_keys(connection: Connection) -> dict[str, int]:
    """Return every account's key."""
    rows = connection.execute(select(ACCOUNT.c.id, ACCOUNT.c.key).order_by(ACCOUNT.c.key)).all()
    return {one: key for one, key in rows}  # noqa: C416 - rows are read faster than dict() tells them apart


def account_snapshots(connection: Connection) -> list[AccountSnapshot]:
    """Return every snapshot of the tree."""
    query = select(ACCOUNT_SNAPSHOT).order_by(ACCOUNT_SNAPSHOT.c.account, ACCOUNT_SNAPSHOT.c.as_of_ms)
    return [AccountSnapshot(*row) for row in connection.execute(query).all()]


def intakes(connection: Connection) -> list[IntakeRecord]:
    """Return every intake."""
    return [_intake(row) for row in connection.execute(select(INTAKE).order_by(INTAKE.c.id))]


def _intake(row: Any) -> IntakeRecord:
    values = row._asdict()
    return IntakeRecord(**{**values, "reasons": json.loads(row.reasons), "notes": json.loads(row.notes)})


def closings(connection: Connection, month: str | None) -> list[Closing]:
    """Return closings in order."""
    query = select(CLOSING).order_by(CLOSING.c.month, CLOSING.c.sequence)
    if month is not None:
        query = query.where(CLOSING.c.month == month)
    return [Closing(*row) for row in connection.execute(query)]


def setting(connection: Connection, name: str) -> str | None:
    """Return a setting."""
    return connection.execute(select(SETTING.c.value).where(SETTING.c.name == name)).scalar()
