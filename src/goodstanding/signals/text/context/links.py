"""Where do the links of a text lead, as far as their spelling and the lists can tell?"""

import re

from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, Answer, Seen, Spot
from goodstanding.signals.text.facts import Link

_DANGEROUS = "apk|xapk|aab|ipa|exe|scr|msi|dmg|pkg|bat|cmd|com|ps1|vbs|vbe|hta|jar|lnk|iso|img|cpl|pif|wsf|reg|mobileconfig"
_DOWNLOAD = re.compile(rf"\.(?:{_DANGEROUS})(?=[?#]|$)", re.IGNORECASE)
_DISGUISED_DOWNLOAD = re.compile(
    rf"\.(?:pdf|docx?|xlsx?|pptx?|txt|jpe?g|png|gif|mp[34]|zip|html?)\.(?:{_DANGEROUS})(?=[?#]|$)", re.IGNORECASE
)


def is_own(seen: Seen, link: Link) -> bool:
    """Say whether a link leads to one of the account's registered domains."""
    own = seen.profile.domains or ()
    return link.domain in own or link.host in own


def listed(seen: Seen) -> Answer:
    """Report a link to a host that a list of malicious hosts names, P6.1.

    Takes     links; the list `malicious`
    Yields    an exact spot of 100 points per link, which the edition lets refuse
    Abstains  when there is a link and no list
    Blind to  hosts newer than the list, and what a shortener leads to: nothing is fetched
    Source    CTIA Messaging Principles 5.3.1, unlawful and deceptive content
    """
    if not seen.facts.links:
        return NOTHING
    known = seen.lists.malicious
    if known is None:
        return NOT_KNOWN
    day = (seen.lists.dated or {}).get("malicious")
    why = f"A link leads to a host on the list of malicious hosts{f' of {day}' if day else ''}."
    found = (link for link in seen.facts.links if link.is_malicious or link.host in known or link.domain in known)
    return tuple(Spot(link.span, 100, why, is_exact=True) for link in found)


def download(seen: Seen) -> Answer:
    """Report a link whose path ends as a program does, P6.2.

    Takes     links
    Yields    100 points for a program dressed up as a document, 80 for a program, 50 on the account's own domain
    Blind to  programs behind names without an ending, and endings in the middle of a query
    Source    AUP prohibited use 6; common lures of mobile malware
    """
    return tuple(spot for link in seen.facts.links if (spot := _download(seen, link)))


def _download(seen: Seen, link: Link) -> Spot | None:
    path = link.path
    if "." not in path:
        return None
    if _DISGUISED_DOWNLOAD.search(path):
        return Spot(link.span, 100, "A link to a program that is named as if it were a document.")
    if _DOWNLOAD.search(path):
        return Spot(link.span, 50 if is_own(seen, link) else 80, "A link to a program that installs itself.")
    return None


def shortened(seen: Seen) -> Answer:
    """Report a link through a shortener that everybody shares, P7.10.

    Takes     links; the list `shorteners`; a short domain registered to the account is its own
    Yields    50 points for the first such link, 10 for each further one
    Abstains  when there is a link and no list
    Blind to  shorteners that the list does not name
    Source    CTIA Messaging Principles 5.3.2, links
    """
    if not seen.facts.links:
        return NOTHING
    known = seen.lists.shorteners
    if known is None:
        return NOT_KNOWN
    found = [link for link in seen.facts.links if (link.is_shortener or link.host in known) and not is_own(seen, link)]
    why = "A link through a public shortener, which hides where it leads."
    return tuple(Spot(link.span, 10 if place else 50, why) for place, link in enumerate(found))
