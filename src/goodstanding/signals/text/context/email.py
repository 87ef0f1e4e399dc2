"""Is an e-mail who it says it is, and does it say what a commercial e-mail must?"""

import re
from email.utils import parseaddr
from functools import cache

import tldextract

from goodstanding.signals.message import Channel
from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.impersonation import brand_called, folded

# Gateways that turn an e-mail into a short message, as the carriers of the FCC's list of wireless domains publish them.
_GATEWAYS = (
    "txt.att.net mms.att.net vtext.com vzwpix.com tmomail.net messaging.sprintpcs.com pm.sprint.com email.uscc.net mms.uscc.net "
    "mymetropcs.com sms.cricketwireless.net mms.cricketwireless.net myboostmobile.com vmobl.com mailmymobile.net"
)
_WIRELESS = frozenset(_GATEWAYS.split())
_COMMERCIAL = re.compile(
    r"\b(?:sale|% off|discount|coupon|promo|special offer|buy (?:now|one)|shop now|deals?|limited time|free shipping|save \$?[0-9]"
    r"|order now|subscribe now|gift card|rabatt|angebot|oferta|descuento|soldes|promotion)\b|[0-9]\s?% off",
)
_POSTAL = re.compile(
    r"\b(?:p\.?\s?o\.? box|postfach|apartado)\b|\b[a-z]{2}\.?,? [0-9]{5}(?:-[0-9]{4})?\b|\b[0-9]{5} [a-zäöüß]{3,}"
    r"|\b[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2}\b"
    r"|\b[0-9]{1,5} (?:[a-z.]+ ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|suite|court|ct)\b",
)
_UNSUBSCRIBE = re.compile(
    r"\b(?:unsubscribe|opt[ -]?out|manage (?:your )?preferences|abmelden|abbestellen|darse de baja|d[eé]sabonner|d[eé]sinscri)"
)
_METHOD = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]+)")
_LONGEST_ADDRESS = 512
_LONGEST_RESULTS = 10_000
_FAILED = {("dmarc", "fail"): 100, ("spf", "fail"): 50, ("spf", "softfail"): 20, ("dkim", "fail"): 50}


def to_wireless(seen: Seen) -> Answer:
    """Report an e-mail to an address that carriers turn into a short message, P8.14.

    Takes     recipient, the body; outbound only
    Yields    100 points for commercial words, 40 for others
    Blind to  consent, which a person asks for; gateways the FCC's list does not name
    Source    47 CFR 64.3100, mobile service commercial messages
    """
    message = seen.message
    if message.is_inbound or message.recipient.rpartition("@")[2].lower() not in _WIRELESS:
        return NOTHING
    weight = 100 if _COMMERCIAL.search(message.body.lower()) else 40
    return (Spot(NOWHERE, weight, "The e-mail goes to a mobile telephone by way of a carrier's gateway."),)


def commercial_duties(seen: Seen) -> Answer:
    """Report a commercial e-mail without a way to unsubscribe or without a postal address, P8.14.

    Takes     the body, opt_out, the header list-unsubscribe; outbound e-mail with commercial words
    Yields    50 points for each that is missing
    Abstains  when the body has no way to unsubscribe and the headers are not known
    Blind to  addresses written in forms other than those of the US, the UK and much of Europe; images
    Source    15 USC 7704(a)(3) and (5)
    """
    message = seen.message
    if message.channel is not Channel.EMAIL or message.is_inbound:
        return NOTHING
    body = message.body.lower()
    if not _COMMERCIAL.search(body):
        return NOTHING
    has_way_out = bool(seen.facts.opt_out or _UNSUBSCRIBE.search(body))
    if not has_way_out and message.headers is None:
        return NOT_KNOWN
    spots = []
    if not has_way_out and "list-unsubscribe" not in (message.headers or {}):
        spots.append(Spot(NOWHERE, 50, "A commercial e-mail without a way to unsubscribe."))
    if not _POSTAL.search(body):
        spots.append(Spot(NOWHERE, 50, "A commercial e-mail without a postal address."))
    return tuple(spots)


def headers_differ(seen: Seen) -> Answer:
    """Report an e-mail whose headers disagree on who sent it, P17.10.

    Takes     the headers from, reply-to, return-path, message-id; the lists `brands` and `free_mail`
    Yields    100 points for a brand's name before a domain not the brand's; 40 for answers that go to a disposable or
              unrelated domain; 10 each for a return path and a message id of other domains, which honest bulk mail has too
    Abstains  when the headers are not known
    Blind to  look-alike domains without a display name (the facts see those in links)
    Source    15 USC 7704(a)(1); RFC 5322, 3.6
    """
    if seen.message.channel is not Channel.EMAIL:
        return NOTHING
    headers = seen.message.headers
    if headers is None:
        return NOT_KNOWN
    shown, address = _address_in(headers.get("from", seen.message.sender))
    own = _owner(address)
    if not own:
        return (Spot(NOWHERE, 40, "The e-mail's From header holds no address."),)
    spots = [*_brand_shown(seen, shown, own), *_reply_elsewhere(seen, own, headers.get("reply-to", ""))]
    for header in ("return-path", "message-id"):
        other = _owner(_address_in(headers.get(header, ""))[1])
        if other and not _is_within(other, own) and not _is_within(own, other):
            spots.append(Spot(NOWHERE, 10, f"The header {header} is of another domain than From."))
    return tuple(spots)


def not_authenticated(seen: Seen) -> Answer:
    """Report an e-mail that failed SPF, DKIM or DMARC at the provider's own server, P17.10.

    Takes     the header authentication-results, as the provider's own server or `engines.mail_authentication` wrote it; a
              caller removes those of others first (RFC 8601, 5), though a forged pass wins nothing here
    Yields    DMARC fail 100, SPF fail 50, DKIM fail 50, SPF softfail 20
    Abstains  when there is no such header
    Blind to  mailing lists and forwarding, which break SPF and DKIM honestly
    Source    RFC 8601; RFC 7208; RFC 6376; RFC 7489
    """
    if seen.message.channel is not Channel.EMAIL:
        return NOTHING
    results = (seen.message.headers or {}).get("authentication-results")
    if results is None:
        return NOT_KNOWN
    failed = {pair: _FAILED[pair] for pair in _METHOD.findall(results[:_LONGEST_RESULTS].lower()) if pair in _FAILED}
    return tuple(
        Spot(NOWHERE, weight, f"The e-mail's {method.upper()} check ended in {end}.") for (method, end), weight in failed.items()
    )


def _brand_shown(seen: Seen, shown: str, own: str) -> list[Spot]:
    name, brands = folded(shown), seen.lists.brands or {}
    brand = brand_called(name, brands)
    domains = brands[brand] if brand else None
    is_account = any(folded(brand) == name for brand in seen.profile.brands or ())
    if domains is None or is_account or any(_is_within(own, domain) for domain in domains):
        return []
    return [Spot(NOWHERE, 100, "The e-mail shows a known brand's name before an address of another domain.")]


def _reply_elsewhere(seen: Seen, own: str, reply_to: str) -> list[Spot]:
    other = _owner(_address_in(reply_to)[1])
    if not other or any(_is_within(other, one) or _is_within(one, other) for one in (own, *(seen.profile.domains or ()))):
        return []
    is_disposable = other in (seen.lists.free_mail or ())
    why = "Answers go to a disposable address." if is_disposable else "Answers go to another domain than the sender's."
    return [Spot(NOWHERE, 40 if is_disposable else 20, why)]


def _is_within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _address_in(header: str) -> tuple[str, str]:
    """Return the name shown and the address; of a longer header the beginning counts, for its groups may nest without end."""
    return parseaddr(header[:_LONGEST_ADDRESS])


def _owner(address: str) -> str:
    """Return the registered domain behind an address, "" when there is none."""
    host = address.rpartition("@")[2].strip("<> ").lower()
    return (_suffixes()(host).top_domain_under_public_suffix or host) if "@" in address else ""


@cache
def _suffixes() -> tldextract.TLDExtract:
    """Make the reader of public suffixes from its bundled list; it neither fetches nor writes."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
