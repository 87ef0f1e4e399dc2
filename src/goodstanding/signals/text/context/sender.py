"""May the account send from where it says it does, and is its number a mailbox for other people's codes?"""

from goodstanding.signals.message import Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import End, is_among, kind_of
from goodstanding.signals.text.context.passcode import code_in

_WITHHELD = frozenset({"anonymous", "private", "restricted", "unavailable", "withheld"})


def not_owned(seen: Seen) -> Answer:
    """Report a message from a number or sender that the account does not hold, P17.1.

    Takes     sender; numbers, senders or, for e-mail, domains of the account; outbound only
    Yields    one exact spot of 100 points, which the edition lets refuse
    Abstains  when the account's inventory of that kind is not known
    Excepts   a caller who withholds the number: that hides, and forges nothing
    Blind to  letters of authorisation that nobody entered
    Source    47 CFR 64.1604; provider errors for a sender that is not verified
    """
    if seen.message.is_inbound or not seen.message.sender or seen.message.sender.lower() in _WITHHELD:
        return NOTHING
    is_held = _is_held(seen.message, seen.profile)
    if is_held is None:
        return NOT_KNOWN
    return NOTHING if is_held else (Spot(NOWHERE, 100, "The sender is not in the account's inventory.", is_exact=True),)


def code_received(seen: Seen) -> Answer:
    """Report a one-time code received on a number of the account, P10.7.

    Takes     the body; inbound only
    Yields    20 points: one code is everybody's; a farm is seen over many issuers, by the signals of traffic
    Blind to  what `passcode.code_in` does not see; codes spread over several texts
    Source    provider practice of filtering codes sent to rented numbers
    """
    if not seen.message.is_inbound:
        return NOTHING
    span = code_in(seen.message.body)
    return (Spot(span, 20, "A one-time code arrived on a number of the account."),) if span else NOTHING


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
