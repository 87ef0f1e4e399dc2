"""How is a number exempted from requirement 1, with the document that says why?"""

import hashlib
from typing import Final

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.papers import Exemption
from goodstanding.cases.ports import CaseStore
from goodstanding.errors import WrongUsage
from goodstanding.flows.moving import keep

KINDS: Final = ("failover", "seasonal", "emergency")


def exempt_number(  # noqa: PLR0913 - which number, why, by whom, when
    store: CaseStore, case_id: str, number: str, kind: str, document: str, *, by: Actor, at_ms: int
) -> Case:
    """Exempt a number; its document is kept, and the log knows the number by the SHA-256 of its E.164 text."""
    if not document.strip():
        message = "an exemption needs a document that says why; the one given is empty"
        raise WrongUsage(message)
    number_sha256 = hashlib.sha256(number.strip().encode()).hexdigest()
    with store.change() as change:
        sha256 = change.put_document(document.encode(), "text/plain; charset=utf-8")
        exemption = Exemption(number_sha256, kind, sha256, by.name, at_ms)
        moved = change.case(case_id).exempt(exemption, by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
    return moved[0]
