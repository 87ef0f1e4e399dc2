"""How is an appeal taken and heard?"""

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.letter import Letter
from goodstanding.cases.ports import CaseStore, Errand
from goodstanding.errors import WrongUsage
from goodstanding.flows.moving import keep
from goodstanding.flows.office import Office, tell


def take_appeal(store: CaseStore, case_id: str, text: str, *, by: Actor, at_ms: int) -> Case:
    """Take the customer's appeal; its text is kept as a document, and the log knows it by its hash."""
    if not text.strip():
        message = "an appeal needs its text; give it with --text, or --text-file FILE"
        raise WrongUsage(message)
    with store.change() as change:
        sha256 = change.put_document(text.encode(), "text/plain; charset=utf-8")
        moved = change.case(case_id).appeal(sha256, by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
    return moved[0]


def hear_appeal(office: Office, case_id: str, *, is_upheld: bool, reasons: str, by: Actor, at_ms: int) -> Case:
    """Hear an appeal, as a person who did not decide; after a reversal everything done is undone by the sweep."""
    if not reasons.strip():
        message = "hearing an appeal needs reasons; write down why, in a sentence the customer can read"
        raise WrongUsage(message)
    with office.store.change() as change:
        moved = change.case(case_id).hear(is_upheld=is_upheld, reasons=reasons, by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
        number = len(moved[0].appeals)
        tell(office, change, moved[0], (Letter.HEARD, Errand.OUTCOME, f"{case_id}-H{number}", f"h{number}"), at_ms=at_ms)
    return moved[0]
