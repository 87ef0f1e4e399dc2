"""What is a context rule, and what may it look at?"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from goodstanding.signals.lists import Lists
from goodstanding.signals.message import Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.facts import Facts, Span
from goodstanding.signals.verdict import Hit, View

NOBODY = Profile(id="")
NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a rule may look at; an account nobody told us of is NOBODY, of whom everything is unknown."""

    message: Message
    profile: Profile
    facts: Facts
    lists: Lists


@dataclass(frozen=True, slots=True)
class Spot:
    """Where and how strongly a rule is touched.

    span      start and end in the raw text, in characters; (0, 0) when it has no place in it
    weight    whole points
    why       one plain sentence, without any of the message's own words
    signal    the catalogue's id, where it is not the rule's own
    is_exact  certain as far as the data goes; the edition says whether such a hit may refuse
    """

    span: Span
    weight: int
    why: str
    signal: str = ""
    is_exact: bool = False


class Need(StrEnum):
    """What must be there before a rule has anything to look at; without it its answer is NOTHING."""

    LINKS = "links"
    IDENTIFIERS = "identifiers"
    MAIL = "mail"
    SENDER_NAME = "sender name"


Answer = tuple[Spot, ...] | None
NOTHING: Answer = ()
NOT_KNOWN: Answer = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One question put to every message; its line in the catalogue is its registration.

    id       e.g. "context/opted-out"
    signal   the catalogue's id, e.g. "P7.3"; what is named when the rule abstains
    clause   e.g. "use-07"
    judge    its spots, NOTHING, or NOT_KNOWN (it abstains) when data that would settle it is missing
    need     what the rule is skipped without; None when it always has a look
    """

    id: str
    signal: str
    clause: str
    judge: Callable[[Seen], Answer]
    need: Need | None = None

    def hit(self, spot: Spot) -> Hit:
        """Return what the verdict lists for one spot."""
        return Hit(
            clause=self.clause,
            signal=spot.signal or self.signal,
            rule=self.id,
            span=spot.span,
            view=View.RAW,
            weight=spot.weight,
            why=spot.why,
            is_exact=spot.is_exact,
        )
