"""Which numbers of cards, bank accounts and people does a text hold, proved by their checksums or ranges?"""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.us import ssn

from goodstanding.signals.text.facts import Identifier, Kind, Span

_CARD = re.compile(r"(?<![\d+])\d(?:[ -]?\d){11,18}(?![ -]?\d)")
_CARD_GROUPS = re.compile(r"\d+|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}")
_SSN = re.compile(r"(?<![\d-])(\d{3})([- ]?)(\d{2})\2(\d{4})(?![\d-]*\d)")
_TEN = re.compile(r"(?<!\d)[12]\d{9}(?!\d)")
_IBAN = re.compile(r"(?<![^\W_])[a-z]{2}\d{2}(?:[a-z0-9]{11,30}|(?: [a-z0-9]{4}){2,7}(?: [a-z0-9]{1,4})?)(?![^\W_])")
_NEAR = 40

_OF_A_CARD = re.compile(
    r"\b(?:card|cards|cc|visa|mastercard|amex|maestro|credit|debit|pan|cvv|cvc|tarjeta|karte|carte|carta|บัตร)\b"
)
_OF_A_PARCEL = re.compile(
    r"\b(?:order|orders|tracking|track|parcel|package|shipment|shipping|consignment|awb|waybill|reference|ref|invoice|imei|serial|isbn|ean|sku|"
    r"ticket|case|booking|confirmation|transaction|txn|utr|rrn|policy|member|meter|barcode|voucher|coupon|id|usps|ups|fedex|dhl|"
    r"bestellung|sendung|sendungsnummer|colis|commande|pedido|paquete|พัสดุ)\b"
)
_OF_A_CALL = re.compile(r"\b(?:call|phone|tel|telephone|mobile|mob|fax|whatsapp|sms|dial|landline|text)\b\W{0,4}$")
_OF_A_PERSON = re.compile(r"\b(?:ssn|social|social security|soc\.? sec|ss ?#|itin)\b")
_OF_OTHERS = re.compile(r"\b(?:licen[cs]e|order|tracking|invoice|ref|reference|ein|case|ticket|part|model|policy)\b[^.!?]{0,16}$")
_OF_A_PROVIDER = re.compile(r"\bnpi\b")

# issuer ranges: first and last prefix, the lengths that are issued, and whether the range is sure without a word beside it
_ISSUERS: tuple[tuple[int, int, frozenset[int], bool], ...] = (
    (4, 4, frozenset({16}), True),
    (4, 4, frozenset({13, 19}), False),
    (51, 55, frozenset({16}), True),
    (2221, 2720, frozenset({16}), True),
    (34, 34, frozenset({15}), True),
    (37, 37, frozenset({15}), True),
    (6011, 6011, frozenset({16}), True),
    (644, 659, frozenset({16}), True),
    (6011, 6011, frozenset({17, 18, 19}), False),
    (300, 305, frozenset({14}), False),
    (309, 309, frozenset({14}), False),
    (36, 36, frozenset({14}), False),
    (38, 39, frozenset({14}), False),
    (3528, 3589, frozenset({16}), True),
    (35, 35, frozenset({16}), False),
    (2131, 2131, frozenset({15}), False),
    (1800, 1800, frozenset({15}), False),
    (62, 62, frozenset({16, 17, 18, 19}), False),
    (81, 82, frozenset({16}), False),
    (2200, 2204, frozenset({16}), False),
    (50, 50, frozenset(range(12, 20)), False),
    (56, 58, frozenset(range(12, 20)), False),
    (63, 63, frozenset(range(12, 20)), False),
    (67, 67, frozenset(range(12, 20)), False),
)


def checked_in(text: str, run: Span) -> Iterator[Identifier]:
    """Yield cards, social security numbers and NPIs in one run of digits and separators, in the folded text.

    A card needs an issuer's range and length, the Luhn sum, groups as cards are printed in, and no word of parcels, orders
    or calls before it; ranges that others use as well need a word of cards near. A social security number needs a range
    that is issued, and dashes or its name near; an NPI the Luhn sum behind 80840 and its name near.
    Blind to numbers split over lines or written in words. Sources: ISO/IEC 7812; 42 CFR 162.406; SSA's rules for areas.
    """
    start, end = run
    for match in _CARD.finditer(text, start, end):
        if _is_card(text, match):
            yield Identifier(match.span(), Kind.CARD, re.sub(r"\D", "", match[0]))
    for match in _SSN.finditer(text, start, end):
        if _is_ssn(text, match):
            yield Identifier(match.span(), Kind.SSN, match[1] + match[3] + match[4])
    for match in _TEN.finditer(text, start, end):
        if _near(_OF_A_PROVIDER, text, match) and luhn.is_valid("80840" + match[0]):
            yield Identifier(match.span(), Kind.NPI, match[0])


def accounts_in(text: str) -> Iterator[Identifier]:
    """Yield the IBANs of a folded text, whole or in groups of four; country, length and check digits hold (ISO 13616)."""
    for match in _IBAN.finditer(text):
        written = match[0]
        for _ in range(4):
            value = written.replace(" ", "").upper()
            if iban.is_valid(value, check_country=False):
                yield Identifier((match.start(), match.start() + len(written)), Kind.IBAN, value)
                break
            written = written.rpartition(" ")[0]
            if not written:
                break


def _is_card(text: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    if not _CARD_GROUPS.fullmatch(match[0]) or len(set(digits)) < 2:
        return False
    issued = [sure for first, last, lengths, sure in _ISSUERS if len(digits) in lengths and _starts(digits, first, last)]
    if not issued or not luhn.is_valid(digits):
        return False
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if _OF_A_CALL.search(before) or before.endswith(("+", "00", "/", "=", "_")):
        return False
    card, other = _last(_OF_A_CARD, before), _last(_OF_A_PARCEL, before)
    if other > card:
        return False
    return True in issued or card >= 0 or bool(_OF_A_CARD.search(text, match.end(), match.end() + _NEAR))


def _starts(digits: str, first: int, last: int) -> bool:
    return first <= int(digits[: len(str(first))]) <= last


def _is_ssn(text: str, match: re.Match[str]) -> bool:
    if not ssn.is_valid(match[1] + match[3] + match[4]):
        return False
    if _near(_OF_A_PERSON, text, match):
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return match[2] == "-" and not _OF_OTHERS.search(before) and not before.endswith(("/", "=", "_"))


def _near(words: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    return bool(words.search(text, max(0, match.start() - _NEAR), min(len(text), match.end() + 16)))


def _last(words: re.Pattern[str], text: str) -> int:
    """Return where the last of these words stands, or -1."""
    places = [found.start() for found in words.finditer(text)]
    return places[-1] if places else -1
