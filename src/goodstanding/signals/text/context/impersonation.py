"""Does a text speak in the name of a brand that is neither the account's nor the link's?"""

import re
from collections.abc import Mapping
from functools import lru_cache

from goodstanding.signals.text.context.context import NOT_KNOWN, NOTHING, NOWHERE, Answer, Seen, Spot
from goodstanding.signals.text.context.ends import End, is_among, kind_of
from goodstanding.signals.text.context.links import is_own
from goodstanding.signals.text.facts import Identifier, Kind, Link, Mention

_FOLDS = str.maketrans("01345$@", "oleassa")
_NO_LETTER = re.compile(r"[\W_]+")
# Alphanumeric senders have eleven characters at most, so these are matched whole, never inside words.
_OFFICE_NAMES = (
    "fbi cia dea irs ssa usps uscis dhs ice fema cdc dmv police sheriff court courts treasury medicare medicaid socialsec "
    "socialsecur socsecurity ssagov irsgov govt gov government federalgov homeland customs taxoffice taxrefund hmrc dvla nhs "
    "govuk bank banking bankalert bankalerts bankfraud bankofusa fedreserve federalres fdic polizei finanzamt zoll bundesbank "
    "policia hacienda aeat dgt seguridadso impots ameli receita"
)
_OFFICES = frozenset(_OFFICE_NAMES.split())
_MONEY_OR_OFFICE = re.compile(
    r"\b(bank|account|debit|credit card|fraud (department|team|alert)|card (ending|services)|transaction|transfer|payment|irs|tax"
    r"|refund|social security|medicare|police|court|warrant|customs|treasury|toll|fine|konto|überweisung|finanzamt|banco"
    r"|cuenta|impuesto)\b",
)


def brand_and_link(seen: Seen) -> Answer:
    """Report a brand named beside a link that is not the brand's, in a way that smishing does, P11.1.

    Takes     brands, links, urgency, amounts; the list `brands`; brands and domains of the account
    Yields    at the first such link: 100 points when the domain looks like the brand's or two of shortener, urgency,
              punycode or bare address come together, 60 for one of these, 30 for none; a look-alike nobody names 70
    Abstains  when there is a link and no list of brands
    Excepts   brands of the account; links to domains of the brand or of the account; a brand without a link
    Blind to  brands the list does not name; what a shortener leads to
    Source    FTC and carrier accounts of smishing: a known name, a strange domain, haste
    """
    strange = _strange_links(seen)
    if not strange:
        return _unless_unlisted(seen)
    link, brand = strange[0]
    if brand is None:
        return (
            Spot(link.span, 70 if not seen.facts.urgency else 100, "A link whose domain looks like a known brand's and is not."),
        )
    reasons = (link.is_shortener, bool(seen.facts.urgency), link.is_punycode or link.is_address)
    weight = 100 if link.looks_like or sum(reasons) > 1 else 60 if any(reasons) else 30
    return (Spot(link.span, weight, "A known brand is named beside a link that leads to a domain not its own."),)


def name_and_link_differ(seen: Seen) -> Answer:
    """Report a text that names one company and links to another, P17.8.

    Takes     as P11.1
    Yields    40 points at the name
    Abstains  when there is a link and no list of brands
    Blind to  the honest reasons to name somebody else: a marketplace, a means of payment, an invitation to follow
    Source    AUP prohibited use 17
    """
    named = [brand for _, brand in _strange_links(seen) if brand]
    if not named:
        return _unless_unlisted(seen)
    return (Spot(named[0].span, 40, "The text names one company, and its link leads to another."),)


def foreign_brand(seen: Seen) -> Answer:
    """Report a brand that the account may not use, named beside a link that is not the brand's, P15.4.

    Takes     as P11.1
    Yields    40 points at the name
    Abstains  when such a brand is named and the account's own brands are not known
    Blind to  licences and resale, which a person has to ask about
    Source    15 USC 1114 and 1125(a); AUP prohibited use 15
    """
    named = [brand for _, brand in _strange_links(seen) if brand]
    if not named:
        return NOTHING
    if seen.profile.brands is None:
        return NOT_KNOWN
    return (Spot(named[0].span, 40, "The text uses the name of a brand that is not registered to the account."),)


def displayed_sender(seen: Seen) -> Answer:
    """Report an alphanumeric sender that is an office, a bank or a known brand, and not the account's, P17.7.

    Takes     sender; senders and brands of the account; the list `brands`; digits that stand for letters are read as letters
    Yields    100 points for an account known not to have it; for an unknown account 60 for an office or bank
    Abstains  when the sender is a known brand and nothing is known of the account, or when there is no list of brands
    Blind to  names inside longer words, abbreviations, scripts other than Latin
    Source    47 USC 227(e); the provider's own list of restricted sender names
    """
    sender, profile = seen.message.sender, seen.profile
    if seen.message.is_inbound or not sender or kind_of(sender) is not End.ALPHANUMERIC or _may_show(seen):
        return NOTHING
    name = folded(sender)
    is_office = name in _OFFICES
    if seen.lists.brands is None and not is_office:
        return NOT_KNOWN
    if not is_office and not _is_brand(seen, name):
        return NOTHING
    is_known = profile.senders is not None or profile.brands is not None
    if is_known:
        return (Spot(NOWHERE, 100, "The sender shown is a known name that is not registered to the account."),)
    return (Spot(NOWHERE, 60, "The sender shown is the name of an office or a bank."),) if is_office else NOT_KNOWN


def sender_uses_brand(seen: Seen) -> Answer:
    """Report an alphanumeric sender that is a brand the account may not use, P15.4.

    Takes     as P17.7
    Yields    60 points
    Abstains  as P17.7, and when neither brands nor senders of the account are known
    Source    15 USC 1114 and 1125(a); AUP prohibited use 15
    """
    sender, profile = seen.message.sender, seen.profile
    if seen.message.is_inbound or not sender or kind_of(sender) is not End.ALPHANUMERIC or _may_show(seen):
        return NOTHING
    if seen.lists.brands is None:
        return NOT_KNOWN
    if not _is_brand(seen, folded(sender)):
        return NOTHING
    if profile.brands is None and profile.senders is None:
        return NOT_KNOWN
    return (Spot(NOWHERE, 60, "The sender shown is a brand that is not registered to the account."),)


def strange_number(seen: Seen) -> Answer:
    """Report a number to call that is none of the account's, in a text on money or from an office, P17.9.

    Takes     identifiers, amounts, urgency, brands, the body; contacts and numbers of the account
    Yields    at the first such number 50 points, 25 more for urgency, 25 more beside a brand not the account's
    Abstains  when there is such a number and the account's contacts are not known
    Blind to  numbers spelt in words; texts on money in languages other than English, German and Spanish
    Source    FTC accounts of call-back lures; AUP prohibited use 17
    """
    found = _numbers_to_call(seen)
    if not found or not (seen.facts.amounts or _MONEY_OR_OFFICE.search(seen.message.body.lower())):
        return NOTHING
    contacts = seen.profile.contacts
    if contacts is None:
        return NOT_KNOWN
    known = {seen.message.sender, *contacts, *(seen.profile.numbers or ())}
    strange = next((each for each in found if not is_among(each.value, known)), None)
    if strange is None:
        return NOTHING
    has_foreign_brand = any(not _is_account_brand(seen, brand.term) for brand in seen.facts.brands)
    weight = 50 + 25 * bool(seen.facts.urgency) + 25 * has_foreign_brand
    return (
        Spot(strange.span, weight, "A text on money or from an office asks to turn to a number that is none of the account's."),
    )


def folded(name: str) -> str:
    """Return a sender or brand as it is compared: lower case, digits that stand for letters as letters, no marks."""
    return _NO_LETTER.sub("", name.lower().translate(_FOLDS))


def brand_called(name: str, brands: Mapping[str, frozenset[str]]) -> str | None:
    """Return the brand of a list whose folded name is this one, or None."""
    return _by_folded_name(tuple(brands)).get(name)


@lru_cache(maxsize=8)
def _by_folded_name(names: tuple[str, ...]) -> dict[str, str]:
    return {folded(name): name for name in names}


def _numbers_to_call(seen: Seen) -> list[Identifier]:
    if not seen.facts.identifiers or seen.message.is_inbound:
        return []
    phones = (each for each in seen.facts.identifiers if each.kind is Kind.PHONE)
    return [each for each in phones if not is_among(each.value, (seen.message.recipient,))]


def _unless_unlisted(seen: Seen) -> Answer:
    return NOT_KNOWN if seen.facts.links and seen.lists.brands is None and not seen.message.is_inbound else NOTHING


def _strange_links(seen: Seen) -> list[tuple[Link, Mention | None]]:
    """Return the links that are neither the account's nor of any brand named, each with the brand it is named beside."""
    facts, listed = seen.facts, seen.lists.brands
    if not facts.links or not (facts.brands or any(link.looks_like for link in facts.links)) or seen.message.is_inbound:
        return []
    named = [brand for brand in facts.brands if listed and listed.get(brand.term)]
    owned = {domain for brand in named for domain in (listed or {}).get(brand.term, ())}
    foreign = next((brand for brand in named if not _is_account_brand(seen, brand.term)), None)
    strange = [link for link in facts.links if link.domain not in owned and link.host not in owned and not is_own(seen, link)]
    strange.sort(key=lambda link: not link.looks_like)
    return [(link, foreign) for link in strange if foreign or link.looks_like]


def _is_account_brand(seen: Seen, brand: str) -> bool:
    return any(folded(own) == folded(brand) for own in seen.profile.brands or ())


def _may_show(seen: Seen) -> bool:
    shown, profile = folded(seen.message.sender), seen.profile
    return any(folded(own) == shown for own in (*(profile.senders or ()), *(profile.brands or ())))


def _is_brand(seen: Seen, name: str) -> bool:
    return brand_called(name, seen.lists.brands or {}) is not None
