"""What does a text hold: links, numbers, identifiers, terms? Facts, without any judgement."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in the text, never fetched.

    host      as written, in lower case, Unicode form
    domain    the registered domain (eTLD+1), or the host when it has none
    path      what follows the host
    """

    span: Span
    host: str
    domain: str
    path: str
    is_punycode: bool
    is_address: bool
    is_shortener: bool
    is_malicious: bool
    looks_like: str | None


class Kind(StrEnum):
    """What an identifier identifies; those marked * carry a checksum or a range that was verified."""

    CARD = "card"  # *
    IBAN = "iban"  # *
    SSN = "ssn"  # * (ranges)
    NPI = "npi"  # *
    RECORD_NUMBER = "medical-record-number"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    ADDRESS = "ip-address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something that points at one person or account; `value` is normalised, and never leaves the process."""

    span: Span
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A term of some class found in the text: a brand, a health term, an amount, an urgent phrase."""

    span: Span
    term: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a context rule may look at; spans are offsets into the raw text."""

    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    health: tuple[Mention, ...] = ()
    brands: tuple[Mention, ...] = ()
    amounts: tuple[Mention, ...] = ()
    urgency: tuple[Mention, ...] = ()
    opt_out: Mention | None = None
    odd_opt_out: Mention | None = None
    sender_named: Mention | None = None
