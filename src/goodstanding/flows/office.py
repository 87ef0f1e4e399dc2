"""What does a flow over cases work with?"""

from dataclasses import dataclass

from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import Letter, LetterFacts, Sender, facts_of
from goodstanding.cases.ports import AccountControl, CaseChange, CaseStore, Errand, Errands, Letters, Post, Remeasuring
from goodstanding.policy.edition import Editions

LETTER_TYPE = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Office:
    """Everything the flows over cases need.

    sender  who writes, and whom the customer asks
    zone    IANA zone in which calendar months are counted
    domain  the right-hand side of Message-IDs
    """

    store: CaseStore
    editions: Editions
    letters: Letters
    post: Post
    control: AccountControl
    remeasuring: Remeasuring
    sender: Sender
    zone: str = "UTC"
    domain: str = "goodstanding.invalid"

    def facts(self, case: Case, contact: Contact) -> LetterFacts:
        """Return what letters about a case say at the moment."""
        return facts_of(case, self.editions.named(case.finding.edition), contact, self.sender)

    def message_id(self, case: Case, part: str) -> str:
        """Return the Message-ID of a letter of a case; the same letter always has the same one."""
        return f"<{case.id}.{part}@{self.domain}>"

    def write(self, letter: Letter, case: Case, contact: Contact, *, message_id: str, at_ms: int) -> bytes:
        """Write a letter as one MIME message; LetterInvalid when its template cannot be used."""
        facts = self.facts(case, contact)
        return self.letters.write(letter, facts, to=contact.address, language=contact.language, message_id=message_id, at_ms=at_ms)


def tell(office: Office, change: CaseChange, case: Case, what: tuple[Letter, Errand, str, str], *, at_ms: int) -> bool:
    """Write a letter and leave it to be sent, inside a transaction; False when nobody has said where the account's letters go.

    what  the letter, its errand, the errand's id, and the part of its Message-ID that tells it from the case's other letters
    """
    letter, errand, errand_id, part = what
    contact = change.contact(case.finding.account)
    if contact is None:
        return False
    content = office.write(letter, case, contact, message_id=office.message_id(case, part), at_ms=at_ms)
    sha256 = change.put_document(content, LETTER_TYPE)
    change.put_errand(Errands(errand_id, case.id, errand, sha256, "", at_ms))
    return True
