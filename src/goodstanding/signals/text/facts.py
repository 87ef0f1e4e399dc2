"""What does a text hold: links, numbers, identifiers, terms? Facts, without any judgement."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]

MOST_OF_A_KIND = 64  # facts kept of each kind: a text that holds more is judged by the first


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in the text, never fetched.

    host          as written, in lower case, Unicode form
    domain        the registered domain (eTLD+1, private suffixes count), or the host when it has none
    path          what follows the host, as written, without closing punctuation
    is_address    the host is an IP address
    looks_like    the brand whose domain it imitates
    ending        the file ending of the path with its dot, the last two when both are known, e.g. ".pdf.exe"; or ""
    is_disguised  written so that machines overlook it: hxxp, [.], spaces around dots
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
    ending: str = ""
    is_disguised: bool = False


class Kind(StrEnum):
    """What an identifier identifies; those marked * carry a checksum or a range that was verified."""

    CARD = "card"  # *
    IBAN = "iban"  # *
    SSN = "ssn"  # * (ranges)
    NPI = "npi"  # *
    RECORD_NUMBER = "medical-record-number"
    MEMBER_NUMBER = "member-number"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"  # of birth
    ADDRESS = "ip-address"
    NAME = "name"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something that points at one person or account; `value` is normalised, and never leaves the process.

    detail   of a phone number what it costs, when that is unusual: "premium-rate", "shared-cost", "toll-free"; or ""
    """

    span: Span
    kind: Kind
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A term of some class found in the text: a brand, a health term, an amount, an urgent phrase.

    term    folded, as the vocabulary has it; of an amount its figure and currency; of a named sender the name as written
    group   the class of the term, e.g. "diagnosis" for health, or ""
    """

    span: Span
    term: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a context rule may look at; spans are offsets into the raw text; at most MOST_OF_A_KIND of each.

    opt_out        the instruction by which recipients may opt out; term is the keyword, or "link"
    odd_opt_out    an instruction to opt out by something that is no keyword, e.g. a digit; term is that word
    sender_named   where the text says who sends it; term is the name
    """

    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    health: tuple[Mention, ...] = ()
    brands: tuple[Mention, ...] = ()
    amounts: tuple[Mention, ...] = ()
    urgency: tuple[Mention, ...] = ()
    opt_out: Mention | None = None
    odd_opt_out: Mention | None = None
    sender_named: Mention | None = None
