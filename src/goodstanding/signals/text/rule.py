"""What is one rule of a pack: which words, in which clause, how heavy, and why?"""

from dataclasses import dataclass
from enum import StrEnum

from goodstanding.signals.message import Channel
from goodstanding.signals.text.matching import Pattern
from goodstanding.signals.verdict import View


class Direction(StrEnum):
    """Whose words a rule judges: the account's own, or those of the people who answer it."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


class Place(StrEnum):
    """Where a rule looks: the text of the message, or the name it is sent under."""

    BODY = "body"
    SENDER = "sender"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


class Needs(StrEnum):
    """What must be known of the account, and be false, before a rule's points count; unknown is an abstention."""

    IS_AGE_GATED = "is_age_gated"


@dataclass(frozen=True, slots=True)
class Words:
    """Terms and expressions of which any may match; see Pattern for their syntax."""

    terms: tuple[str, ...] = ()
    expressions: tuple[str, ...] = ()

    def as_pattern(self, name: str) -> Pattern:
        """Return them under a name, to be compiled."""
        return Pattern(name, self.terms, self.expressions)


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts that the rule must hit, and texts it must let pass; each runs as a test."""

    hit: tuple[str, ...]
    let_pass: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: it hits where `any_of` matches (if it has words), each of `all_of` matches, and `unless` does not.

    id         "family/name"
    clause     e.g. "use-11"
    signal     the catalogue's id, e.g. "P11.2"
    weight     whole points; 100 in one clause ask for review
    why        one plain sentence, without any message's words
    source     the authority, in our words
    views      the forms of the text it is looked for in
    channels   None is every channel
    needs      the name of a profile's field without which the rule abstains, e.g. "is_age_gated": see `Needs`
    """

    id: str
    clause: str
    signal: str
    weight: int
    why: str
    source: str
    any_of: Words
    all_of: tuple[Words, ...]
    unless: Words
    examples: Examples
    views: frozenset[View] = frozenset({View.FOLDED, View.SPACED})
    channels: frozenset[Channel] | None = None
    direction: Direction = Direction.OUTBOUND
    place: Place = Place.BODY
    needs: Needs | None = None
