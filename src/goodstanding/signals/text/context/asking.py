"""Does a text ask for what nobody should type into a strange page?"""

import re

from goodstanding.signals.text.context.context import NOTHING, Answer, Seen, Spot
from goodstanding.signals.text.context.links import is_own

_ASKS = "reply|respond|send|text|enter|provide|confirm|verify|submit|update|give|supply|fill in|tell us"
_IDENTIFIERS = (
    "ssn|social security (?:number|no)|date of birth|dob|card (?:number|details)|cvv|cvc|security code|account number"
    "|routing number|mother'?s maiden name|bank details|banking details|driver'?s licen[cs]e|passport number|seed phrase"
)
_KEYS = "pin|password|passcode|login details"
_REQUEST = re.compile(rf"\b(?:{_ASKS})\b[^.!?]{{0,60}}?\b(?:({_IDENTIFIERS})|{_KEYS})\b", re.IGNORECASE)
_LONGEST = 20_000  # characters: what is asked for stands at the beginning
_DENIAL = re.compile(r"\b(?:never|not|don'?t|won'?t|no one)\b[^.!?]{0,40}$", re.IGNORECASE)


def secrets_asked(seen: Seen) -> Answer:
    """Report a request for identifiers or secrets beside a link to a page that is not the account's, P10.4.

    Takes     the body, links; domains of the account; outbound only
    Yields    80 points at a request for identifiers, 50 at one for a password or PIN; 20 more when the account's domains are
              known, or the link is a shortener, a bare address or looks like a brand's
    Excepts   a sentence that says nobody will ask
    Blind to  requests to answer by text, in other languages than English, or in disguised letters: the packs see those
    Source    18 USC 1028; AUP prohibited use 10
    """
    strange = [link for link in seen.facts.links if not is_own(seen, link)]
    if not strange or seen.message.is_inbound:
        return NOTHING
    body = seen.message.body
    found = _REQUEST.search(body, 0, _LONGEST)
    if found is None or _DENIAL.search(body, 0, found.start()):
        return NOTHING
    hides = any(link.is_shortener or link.is_address or link.looks_like for link in strange)
    weight = (80 if found[1] else 50) + 20 * (hides or seen.profile.domains is not None)
    where = "beside a link" if seen.profile.domains is None else "on a page that is not the account's"
    return (Spot(found.span(), weight, f"The recipient is asked for personal identifiers or secrets {where}."),)
