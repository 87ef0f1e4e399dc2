"""How is the written notice of a case given: the letter, the case and the errand to send it, in one transaction?"""

from goodstanding.audit.entry import Actor
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import Notice
from goodstanding.cases.ports import Errand, Errands
from goodstanding.errors import NotAllowed
from goodstanding.flows.moving import keep
from goodstanding.flows.office import LETTER_TYPE, Office


def give_notice(office: Office, case_id: str, *, by: Actor, at_ms: int) -> Case:
    """Write the notice of a case and leave it to be sent; NotAllowed when it may not be written or nobody is to get it."""
    with office.store.change() as change:
        case = change.case(case_id)
        contact = whom_to_write(case, change.contact(case.finding.account))
        number = len(case.notices) + 1
        known = office.message_id(case, f"n{number}")
        letter = office.write(Letter.NOTICE, case, contact, message_id=known, at_ms=at_ms)
        sha256 = change.put_document(letter, LETTER_TYPE)
        moved = case.write_notice(Notice(sha256, known, at_ms, contact.language), by=by, at_ms=at_ms)
        keep(change, moved, at_ms=at_ms)
        change.put_errand(Errands(f"{case.id}-N{number}", case.id, Errand.NOTICE, sha256, "", at_ms))
    return moved[0]


def preview_notice(office: Office, case_id: str, *, by: Actor, at_ms: int) -> str:
    """Return the notice as text, after asking whether it may be given; nothing is kept."""
    case = office.store.case(case_id)
    contact = whom_to_write(case, office.store.contact(case.finding.account))
    case.write_notice(Notice("", "", at_ms, contact.language), by=by, at_ms=at_ms)
    return office.letters.text(Letter.NOTICE, office.facts(case, contact), language=contact.language)


def whom_to_write(case: Case, contact: Contact | None) -> Contact:
    """Return where the notices of a case go; NotAllowed, with the remedy, when nobody has said."""
    if contact is None:
        message = (
            f"nobody has said where the notices of account {case.finding.account} go; "
            f"say it with: goodstanding contact set {case.finding.account} ADDRESS"
        )
        raise NotAllowed(message)
    return contact
