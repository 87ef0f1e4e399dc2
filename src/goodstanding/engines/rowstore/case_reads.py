"""What does the case store answer, from any connection?"""

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import State
from goodstanding.cases.ports import Document, Errand, Errands
from goodstanding.engines.rowstore.schema import CASE, CONTACT, DOCUMENT, ERRAND
from goodstanding.errors import CaseUnknown, DocumentUnknown


def row_of(case: Case) -> dict[str, Any]:
    """Return a case as a row: what is asked for in columns, the whole as JSON."""
    return {
        "id": case.id,
        "finding": case.finding.id,
        "account": case.finding.account,
        "state": str(case.state),
        "opened_ms": case.opened_ms,
        "sequence": case.sequence,
        "body": msgspec.json.encode(case).decode(),
    }


def _case_of(body: str) -> Case:
    return msgspec.json.decode(body, type=Case)


def case(connection: Connection, case_id: str) -> Case:
    """Return a case; CaseUnknown when there is none."""
    body = connection.execute(select(CASE.c.body).where(CASE.c.id == case_id)).scalar()
    if body is None:
        raise CaseUnknown(case_id)
    return _case_of(body)


def case_of_finding(connection: Connection, finding_id: str) -> Case | None:
    """Return the case that a finding opened."""
    body = connection.execute(select(CASE.c.body).where(CASE.c.finding == finding_id)).scalar()
    return None if body is None else _case_of(body)


def cases(connection: Connection, states: Iterable[State] | None, account: str | None) -> list[Case]:
    """Return cases in the order they were opened."""
    query = select(CASE.c.body).order_by(CASE.c.opened_ms, CASE.c.id)
    if states is not None:
        query = query.where(CASE.c.state.in_([str(state) for state in states]))
    if account is not None:
        query = query.where(CASE.c.account == account)
    return [_case_of(body) for body in connection.execute(query).scalars()]


def document(connection: Connection, sha256: str) -> Document:
    """Return a document; DocumentUnknown when there is none."""
    row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.sha256 == sha256)).one_or_none()
    if row is None:
        raise DocumentUnknown(sha256)
    return Document(row.sha256, row.media_type, bytes(row.content))


def contact(connection: Connection, account: str) -> Contact | None:
    """Return where an account's notices go."""
    row = connection.execute(select(CONTACT).where(CONTACT.c.account == account)).one_or_none()
    return None if row is None else Contact(*row)


def contacts(connection: Connection) -> list[Contact]:
    """Return every contact, by account."""
    return [Contact(*row) for row in connection.execute(select(CONTACT).order_by(CONTACT.c.account))]


def errands(connection: Connection, case_id: str | None, due_by_ms: int | None) -> list[Errands]:
    """Return errands in the order in which they fell due: all of a case, or those due and free."""
    query = select(ERRAND).order_by(ERRAND.c.due_ms, ERRAND.c.id)
    if case_id is not None:
        query = query.where(ERRAND.c["case"] == case_id)
    if due_by_ms is not None:
        free = or_(ERRAND.c.leased_ms.is_(None), ERRAND.c.leased_ms <= due_by_ms)
        query = query.where(ERRAND.c.due_ms <= due_by_ms, ERRAND.c.done_ms.is_(None), ERRAND.c.given_up_ms.is_(None), free)
    return [Errands(**{**row, "errand": Errand(row["errand"])}) for row in connection.execute(query).mappings()]


def sha256_of(content: bytes) -> str:
    """Return what a document is known by."""
    return hashlib.sha256(content).hexdigest()
