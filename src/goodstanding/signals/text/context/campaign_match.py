"""Does a message look like what the account registered?"""

import re
from functools import lru_cache

from goodstanding.signals.profile import Opinion, Profile, Reviewed
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import is_among
from goodstanding.signals.text.context.opt_out import SHORT_MESSAGES
from goodstanding.signals.text.facts import Kind

_WORD = re.compile(r"[^\W\d_]+|\d+")
_FEWEST_WORDS = 5
_LONGEST = 20_000  # characters
_ALIKE = 5  # alike from one word in five that two texts share


def link_not_registered(seen: Seen) -> Answer:
    """Report a link in the traffic of an account that registered none, P7.8.

    Takes     links; has_links of the account; outbound SMS and MMS
    Yields    an exact spot of 100 points at the first link
    Abstains  when there is a link and the registration is not known
    Source    The Campaign Registry, embedded-link attribute of a 10DLC campaign
    """
    if not seen.facts.links or _is_elsewhere(seen):
        return NOTHING
    if seen.profile.has_links is None:
        return NOT_KNOWN
    if seen.profile.has_links:
        return NOTHING
    return (Spot(seen.facts.links[0].span, 100, "The campaign was registered without links.", is_exact=True),)


def number_not_registered(seen: Seen) -> Answer:
    """Report a telephone number in the traffic of an account that registered none, P7.8.

    Takes     identifiers; has_numbers of the account; outbound SMS and MMS; the recipient's own number does not count
    Yields    an exact spot of 100 points at the first number
    Abstains  when there is a number and the registration is not known
    Source    The Campaign Registry, embedded-phone attribute of a 10DLC campaign
    """
    if not seen.facts.identifiers or _is_elsewhere(seen):
        return NOTHING
    found = [
        each for each in seen.facts.identifiers if each.kind is Kind.PHONE and not is_among(each.value, (seen.message.recipient,))
    ]
    if not found or seen.profile.has_numbers:
        return NOTHING
    if seen.profile.has_numbers is None:
        return NOT_KNOWN
    return (Spot(found[0].span, 100, "The campaign was registered without telephone numbers.", is_exact=True),)


def unlike_samples(seen: Seen) -> Answer:
    """Report a text that shares fewer than one word in five with every registered sample, P7.8.

    Takes     the body; samples of the account, and texts that people found honest; outbound SMS and MMS of five words or more
    Yields    30 points: one message proves nothing, a campaign of them does
    Abstains  without samples
    Blind to  the order of words; translations of a sample; texts of fewer than five words
    Source    Jaccard's coefficient over sets of words, every run of digits read as one word
    """
    if _is_elsewhere(seen):
        return NOTHING
    samples = _sample_words(seen.profile.samples, seen.profile.reviewed) if seen.profile.samples else ()
    if not samples:
        return NOT_KNOWN
    words = words_of(seen.message.body[:_LONGEST])
    if len(words) < _FEWEST_WORDS or any(are_alike(words, sample) for sample in samples):
        return NOTHING
    return (Spot(NOWHERE, 30, "The text is unlike every sample that the account registered."),)


def lacks_age_gate(profile: Profile | None) -> bool | None:
    """Say whether age-restricted content may not be sent, P7.11, for the rules of the packs; None when that is not known."""
    return None if profile is None or profile.is_age_gated is None else not profile.is_age_gated


def words_of(text: str) -> frozenset[str]:
    """Return the different words of a text, every run of digits as one and the same."""
    return frozenset("0" if word[0].isdigit() else word for word in _WORD.findall(text.lower()))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of words share at least one in five of all their words, by integers."""
    shared = len(one & other)
    return _ALIKE * shared >= len(one) + len(other) - shared


@lru_cache(maxsize=1024)
def _sample_words(samples: tuple[str, ...], reviewed: tuple[Reviewed, ...]) -> tuple[frozenset[str], ...]:
    honest = (each.text for each in reviewed if each.opinion is Opinion.HONEST)
    return tuple(words_of(text) for text in (*samples, *honest))


def _is_elsewhere(seen: Seen) -> bool:
    return seen.message.is_inbound or seen.message.channel not in SHORT_MESSAGES
