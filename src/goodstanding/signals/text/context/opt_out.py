"""Was the recipient's wish to be left alone kept, and was a way to say so offered?"""

import re

from goodstanding.signals.message import Channel
from goodstanding.signals.text.context.context import NOBODY, NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import End, is_among, kind_of
from goodstanding.signals.text.context.passcode import code_in
from goodstanding.signals.text.context.wishes import is_revocation, is_wrong_person

SHORT_MESSAGES = (Channel.SMS, Channel.MMS)
_CONFIRMS = re.compile(
    r"\bunsubscribed\b|\bopted[ -]out\b|\bno (more|further) messages\b"
    r"|\b(will|do) (no longer|not) (receive|get|be sent)\b|\bwon'?t (receive|get)\b|\bhave been removed\b|\bno recibir[aá]s?\b"
    r"|\bkeine weiteren nachrichten\b|\bd[eé]sinscri|\babgemeldet\b",
)
_ONE_TIME = frozenset({"two-factor", "2fa", "otp", "one-time-password", "verification"})
_SENT_ALL_THE_SAME = (Spot(NOWHERE, 100, "The recipient has opted out.", is_exact=True),)
_PERSON_TO_PERSON = frozenset({"p2p", "person-to-person", "peer-to-peer"})


def opted_out(seen: Seen) -> Answer:
    """Report a message to somebody who opted out, P7.3.

    Takes     is_opted_out of the message, opted_out of the account; outbound only
    Yields    one exact spot of 100 points, which the edition lets refuse
    Abstains  when neither is known; when the words confirm an opt-out and what the recipient said before is not known
    Blind to  the time of the opt-out: the one confirmation that is allowed within five minutes is known by its words and by
              following the request itself
    Source    47 CFR 64.1200(a)(12); CTIA Messaging Principles 5.1.3
    """
    message, known = seen.message, seen.profile.opted_out
    if message.is_inbound:
        return NOTHING
    if message.is_opted_out or (known and is_among(message.recipient, known)):
        if _reads_as_confirmation(seen):
            return NOT_KNOWN if message.previous is None else NOTHING if is_revocation(message.previous) else _SENT_ALL_THE_SAME
        return _SENT_ALL_THE_SAME
    return NOT_KNOWN if message.is_opted_out is None and known is None else NOTHING


def wish_ignored(seen: Seen) -> Answer:
    """Report a message that follows the recipient's own words to be left alone, P8.4.

    Takes     `previous`, the recipient's last words before it; outbound only
    Yields    100 points after a plain request, 40 after "wrong number" and the like
    Abstains  when the words before are not known
    Blind to  irony, requests further back, languages other than English, Spanish, French, German and Portuguese
    Source    47 CFR 64.1200(a)(10), revocation by any reasonable means
    """
    previous = seen.message.previous
    if seen.message.is_inbound:
        return NOTHING
    if previous is None:
        return NOT_KNOWN
    if is_revocation(previous):
        return (
            NOTHING if _reads_as_confirmation(seen) else (Spot(NOWHERE, 100, "The recipient had just asked for no more of these."),)
        )
    if is_wrong_person(previous):
        return (Spot(NOWHERE, 40, "The recipient had just said that this was not meant for them."),)
    return NOTHING


def no_sender(seen: Seen) -> Answer:
    """Report a first message that does not say who sends it, P7.2.

    Takes     is_first, sender_named, brands, the account's own brands; outbound SMS and MMS
    Yields    50 points; 40 for an account nobody knows, which may be a person writing to another
    Abstains  when it is not known whether the message is the first
    Blind to  names the account does not list and the facts do not see
    Source    CTIA Messaging Principles 5.1.2.1; Short Code Monitoring Handbook 1.8, programme name
    """
    message, facts = seen.message, seen.facts
    if not _begins_a_programme(seen):
        return NOTHING
    if message.is_first is None:
        return NOT_KNOWN
    body = message.body.lower()
    names = seen.profile.brands or ()
    is_named = facts.sender_named or facts.brands or kind_of(message.sender) is End.ALPHANUMERIC
    if is_named or any(name.lower() in body for name in names):
        return NOTHING
    return (Spot(NOWHERE, _first_points(seen), "A first message that does not say who sends it."),)


def no_opt_out(seen: Seen) -> Answer:
    """Report a first message that offers no way out, P7.2.

    Takes     is_first, opt_out; outbound SMS and MMS; a one-time code that was asked for needs none
    Yields    50 points; 40 for an account nobody knows, which may be a person writing to another
    Abstains  when it is not known whether the message is the first
    Blind to  conversations a consumer began elsewhere
    Source    CTIA Messaging Principles 5.1.3, opt-out instructions
    """
    message, facts = seen.message, seen.facts
    if not _begins_a_programme(seen):
        return NOTHING
    if message.is_first is None:
        return NOT_KNOWN
    if facts.opt_out or facts.odd_opt_out or seen.profile.use_case in _ONE_TIME or code_in(message.body):
        return NOTHING
    return (Spot(NOWHERE, _first_points(seen), "A first message without a word on how to opt out."),)


def odd_opt_out(seen: Seen) -> Answer:
    """Report opt-out wording other than the keywords carriers act on, in a first message, P3.8.

    Takes     odd_opt_out, opt_out, is_first; a standard instruction beside it makes it harmless
    Yields    60 points at the wording
    Abstains  when it is not known whether the message is the first
    Blind to  an odd instruction in later messages, which carriers tolerate
    Source    Twilio guidance on message filtering, opt-out instructions by keyword only
    """
    odd = seen.facts.odd_opt_out
    if odd is None or seen.facts.opt_out or seen.message.is_inbound or seen.message.is_first is False:
        return NOTHING
    if seen.message.is_first is None:
        return NOT_KNOWN
    return (Spot(odd.span, 60, "A first message whose opt-out is none of the keywords that carriers act on."),)


def _begins_a_programme(seen: Seen) -> bool:
    """Say whether the message is, or may be, the first that a programme sends to a recipient."""
    message = seen.message
    is_ours = not message.is_inbound and message.channel in SHORT_MESSAGES
    return is_ours and message.is_first is not False and seen.profile.use_case not in _PERSON_TO_PERSON


def _first_points(seen: Seen) -> int:
    return 40 if seen.profile is NOBODY else 50


def _reads_as_confirmation(seen: Seen) -> bool:
    """Say whether a message reads as the confirmation of an opt-out and no more."""
    return not seen.facts.links and bool(_CONFIRMS.search(seen.message.body.lower()))
