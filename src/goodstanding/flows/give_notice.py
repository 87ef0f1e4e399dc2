"""How is a notice given: written, kept, and put in the outbox, all in one transaction?"""

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import Notice
from goodstanding.cases.ports import CaseChange, Errand, Errands
from goodstanding.flows.case_desk import CaseDesk, move


def preview(desk: CaseDesk, case_id: str, letter: Letter = Letter.NOTICE, *, at_ms: int) -> str:
    """Return a letter as text; nothing is kept or sent."""
    case = desk.store.case(case_id)
    contact = desk.store.contact(case.finding.account) or Contact(case.finding.account, "", "UTC")
    return desk.letters.text(letter, desk.facts(case, contact, at_ms=at_ms), language=contact.language)


def give_notice(desk: CaseDesk, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Write the notice of a case and put it in the outbox; a sweep sends it, and only proof of delivery starts the clock."""
    contact = desk.contact_of(desk.store.case(case_id).finding)
    with desk.store.change() as change:
        case = change.case(case_id)
        message_id = f"<{case.id}.{len(case.notices) + 1}@{desk.domain}>"
        sha256 = put_letter(desk, change, case, (Letter.NOTICE, contact), message_id=message_id, at_ms=at_ms)
        notice = Notice(sha256, message_id, at_ms, contact.language)
        noticed = move(change, case_id, lambda one: one.write_notice(notice, by=by, at_ms=at_ms))
        change.put_errand(Errands(f"{case.id}.{len(case.notices) + 1}", case.id, Errand.NOTICE, sha256, "", due_ms=at_ms))
    return noticed


def put_letter(desk: CaseDesk, change: CaseChange, case: Case, what: tuple[Letter, Contact], *, message_id: str, at_ms: int) -> str:
    """Write a letter and keep it as a document; return its SHA-256."""
    letter, contact = what
    facts = desk.facts(case, contact, at_ms=at_ms)
    content = desk.letters.write(letter, facts, to=contact.address, language=contact.language, message_id=message_id, at_ms=at_ms)
    return change.put_document(content, "message/rfc822")


def post_letter(desk: CaseDesk, change: CaseChange, case: Case, letter: Letter, *, name: str, at_ms: int) -> str | None:
    """Write any other letter and put it in the outbox; None when nobody has said where the account's letters go."""
    contact = change.contact(case.finding.account)
    if contact is None:
        return None
    sha256 = put_letter(desk, change, case, (letter, contact), message_id=f"<{case.id}.{name}@{desk.domain}>", at_ms=at_ms)
    kind = Errand.REMINDER if letter is Letter.REMINDER else Errand.OUTCOME
    change.put_errand(Errands(f"{case.id}.{name}", case.id, kind, sha256, "", due_ms=at_ms))
    return sha256
