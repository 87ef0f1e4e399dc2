"""What is a campaign: texts of one wording, whoever sent them, with what was counted of each account in it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goodstanding.signals.message import Message
from goodstanding.signals.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sent:
    """One message with what was found about it; None is "not screened".

    domains     registered domains its links lead to
    is_refused  it was refused, here or by the next carrier
    folded      its text without disguises, so that look-alike letters do not split a campaign; None takes the body
    """

    message: Message
    verdict: Verdict | None = None
    domains: tuple[str, ...] = ()
    is_refused: bool = False
    folded: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """The first appearance of one way to word a campaign within an account; is_after_refusal: one had been refused before."""

    at_ms: int
    is_after_refusal: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one account has in a campaign; counts of different things stop at the grouping's cap.

    texts, inbound   messages, and those of them sent to the account
    senders          numbers the account sent from, outbound only
    recipients       numbers it sent to, outbound only
    strangers        recipients it had not written with before; None when that is known of none
    origins          numbers that wrote to it
    most_domains     the most different link domains within one day of UTC; None when no link had a time
    variants         first appearances, by time; None when no message had a time
    signals          how many messages each signal of the catalogue was found in; None when none was screened
    """

    texts: int
    inbound: int
    senders: int
    recipients: int
    strangers: int | None
    origins: frozenset[str] = field(repr=False)
    most_domains: int | None
    variants: tuple[Variant, ...] | None
    signals: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class Campaign:
    """Texts of one wording: the unit a reviewer sees.

    id        its place in the order campaigns began, from 0
    key       the template key of the text that began it
    size      messages
    senders, recipients   different numbers, up to the grouping's cap
    accounts  by account id, in order of appearance, up to the cap
    first_ms, last_ms     None when no message had a time
    domains   registered domains, sorted, up to the cap
    example   the place, among all messages taken, of the text that began it
    is_code   the wording that began it hands over a one-time code
    """

    id: int
    key: str
    size: int
    senders: int
    recipients: int
    accounts: Mapping[str, Part] = field(repr=False)
    first_ms: int | None
    last_ms: int | None
    domains: tuple[str, ...]
    example: int
    is_code: bool
