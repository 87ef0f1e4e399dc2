"""Does a text say something about the health of a person it identifies, for an account without an agreement?"""

from goodstanding.signals.message import Channel
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import is_among
from goodstanding.signals.text.facts import Identifier, Kind, Mention

_STRONG: frozenset[str] = frozenset({Kind.SSN, Kind.RECORD_NUMBER, "member-number"})
_MIDDLING = frozenset({Kind.CARD, Kind.IBAN, Kind.EMAIL, Kind.PHONE, Kind.ADDRESS, Kind.DATE})
_WEAK = frozenset({Kind.NAME})  # an NPI names the one who treats, not the one who is treated
_MIDDLING_POINTS = {Kind.DATE: 30}  # of birth
_PERSON_TO_PERSON = frozenset({"p2p", "person-to-person", "peer-to-peer"})

# Words that every practice, pharmacy and health shop uses: beside a greeting they tell of no one's condition.
_UNSPECIFIC_WORDS = (
    "appointment appointments appt clinic clinics hospital doctor doctors dr physician nurse dentist dental dermatologist "
    "pharmacy pharmacist symptoms health healthcare medical medicine patient patients practice check-up checkup check visit "
    "prescription prescriptions refill rx ready medication your is for "
    "vaccine vaccination flu wellness care termin arzt praxis apotheke klinik "
    "cita médico medico farmacia rendez-vous médecin pharmacie"
)
_UNSPECIFIC = frozenset(_UNSPECIFIC_WORDS.split())


def health_information(seen: Seen) -> Answer:
    """Report an identified person's health in the traffic of an account without a business associate agreement, P12.1.

    Takes     identifiers and health terms of one text; has_agreement of the account; any channel but a live call
    Yields    P12.1 for the two together, P12.3 at each kind of identifier a pattern finds, P12.4 at a name, P12.5 at
              each of at most three terms, as points that add up in use-12:
              a medical record or member number or SSN 50 + 40, a date of birth 20 + 30, a contact or account number 20 + 20,
              a name 20 + 20;
              a specific term 40, a second or third one 20, an unspecific one 10
    Abstains  when both are there and it is not known whether an agreement is signed
    Excepts   the recipient's own number, the sender's, the account's own contacts and domains, for they are no news to
              anybody; a name beside unspecific terms alone (an appointment reminder); live voice carriage and
              what one person writes to another over an account registered for that, the narrow conduit
    Blind to  whether the sender is a covered entity; threads of several messages; photographs; nicknames. The two together
              prove nothing: a person decides.
    Source    45 CFR 164.514(b)(2)(i), the identifiers; HHS guidance on mere conduits, 78 Fed. Reg. 5566
    """
    facts = seen.facts
    if not facts.health or not facts.identifiers or seen.profile.has_agreement or _is_conduit(seen):
        return NOTHING
    found = _telling(seen)
    terms = sorted(facts.health, key=_is_unspecific)[:3]
    is_reminder = all(each.kind in _WEAK for each in found) and all(map(_is_unspecific, terms))
    if not found or is_reminder:
        return NOTHING
    if seen.profile.has_agreement is None:
        return NOT_KNOWN
    return (_together(found, terms), *map(_identifier_spot, found), *_term_spots(terms))


def _telling(seen: Seen) -> list[Identifier]:
    """Return the identifiers that point at somebody else than the ends already known, one of each kind."""
    profile, message = seen.profile, seen.message
    ours = {message.recipient, message.sender, *(profile.contacts or ()), *(profile.numbers or ())}
    by_kind: dict[Kind, Identifier] = {}
    for each in seen.facts.identifiers:
        is_telling = each.kind in _STRONG or each.kind in _MIDDLING or each.kind in _WEAK
        is_reached = each.kind in {Kind.PHONE, Kind.EMAIL}
        if is_telling and not (is_reached and (is_among(each.value, ours) or _is_own_address(seen, each))):
            by_kind.setdefault(each.kind, each)
    return list(by_kind.values())


def _is_own_address(seen: Seen, each: Identifier) -> bool:
    domain = each.value.rpartition("@")[2].lower()
    return each.kind is Kind.EMAIL and any(domain == own or domain.endswith(f".{own}") for own in seen.profile.domains or ())


def _is_unspecific(term: Mention) -> bool:
    return all(word in _UNSPECIFIC for word in term.term.lower().split())


def _is_conduit(seen: Seen) -> bool:
    is_between_people = seen.profile.use_case in _PERSON_TO_PERSON and seen.message.is_inbound
    return seen.message.channel is Channel.VOICE or is_between_people


def _together(found: list[Identifier], terms: list[Mention]) -> Spot:
    weight = 50 if any(each.kind in _STRONG for each in found) else 20
    spans = [*(each.span for each in found), *(term.span for term in terms)]
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    why = "An identified person and a health term stand in one text, and the account has no business associate agreement."
    return Spot(whole, weight, why)


def _identifier_spot(each: Identifier) -> Spot:
    if each.kind is Kind.NAME:
        return Spot(each.span, 20, "A name beside a health term.", signal="P12.4")
    weight = 40 if each.kind in _STRONG else _MIDDLING_POINTS.get(each.kind, 20)
    return Spot(each.span, weight, f"An identifier of the kind {each.kind.value} beside a health term.", signal="P12.3")


def _term_spots(terms: list[Mention]) -> list[Spot]:
    why = "A health term beside an identifier."
    return [Spot(term.span, _term_points(place, term), why, signal="P12.5") for place, term in enumerate(terms)]


def _term_points(place: int, term: Mention) -> int:
    if _is_unspecific(term):
        return 10
    return 20 if place else 40
