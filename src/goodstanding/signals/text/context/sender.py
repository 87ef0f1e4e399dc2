"""May the account send from where it says it does, and is its number a mailbox for other people's codes?"""

import re

from goodstanding.signals.message import Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import End, is_among, kind_of

_PASSCODE = re.compile(
    r"\b(?:code|otp|passcode|one[- ]time|verification|verify|pin|tan|2fa|c[oó]digo|kode|code de|bestätigungscode)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![0-9])(?:[0-9]{4,8}|[0-9]{3}[- ][0-9]{3}|[A-Z]-[0-9]{5,7})(?![0-9])")


def not_owned(seen: Seen) -> Answer:
    """Report a message from a number or sender that the account does not hold, P17.1.

    Takes     sender; numbers, senders or, for e-mail, domains of the account; outbound only
    Yields    one exact spot of 100 points, which the edition lets refuse
    Abstains  when the account's inventory of that kind is not known
    Blind to  letters of authorisation that nobody entered
    Source    47 CFR 64.1604; provider errors for a sender that is not verified
    """
    if seen.message.is_inbound or not seen.message.sender:
        return NOTHING
    is_held = _is_held(seen.message, seen.profile)
    if is_held is None:
        return NOT_KNOWN
    return NOTHING if is_held else (Spot(NOWHERE, 100, "The sender is not in the account's inventory.", is_exact=True),)


def code_received(seen: Seen) -> Answer:
    """Report a one-time code received on a number of the account, P10.7.

    Takes     the body; inbound only
    Yields    20 points: one code is everybody's; a farm is seen over many issuers, by the signals of traffic
    Blind to  codes of letters; languages other than English, Spanish, French, German and a few that share their word
    Source    provider practice of filtering codes sent to rented numbers
    """
    if not seen.message.is_inbound:
        return NOTHING
    word = _PASSCODE.search(seen.message.body)
    code = _DIGITS.search(seen.message.body) if word else None
    return (Spot(code.span(), 20, "A one-time code arrived on a number of the account."),) if code else NOTHING


def _is_held(message: Message, profile: Profile) -> bool | None:
    match kind_of(message.sender):
        case End.NUMBER:
            return None if profile.numbers is None else is_among(message.sender, profile.numbers)
        case End.ALPHANUMERIC:
            return None if profile.senders is None else message.sender.lower() in map(str.lower, profile.senders)
        case End.MAIL:
            domain = message.sender.rpartition("@")[2].strip("> ").lower()
            own = profile.domains
            return None if own is None else any(domain == one or domain.endswith(f".{one}") for one in own)
