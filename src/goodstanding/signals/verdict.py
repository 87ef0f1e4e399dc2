"""What does screening say of a message: the hits, what abstained, and the verdict they add up to?"""

from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    """Which form of the text showed the hit; spans are offsets into the raw text all the same."""

    RAW = "raw"
    FOLDED = "folded"
    SPACED = "spaced"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


class Outcome(StrEnum):
    """What may become of the message."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    REVIEW = "review"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Hit:
    """One rule that a message touches, and where.

    clause   e.g. "use-11"
    signal   the catalogue's id, e.g. "P11.1"
    rule     e.g. "fraud/refund-script"
    span     start and end in the raw text, in characters; (0, 0) when the hit has no place in it
    weight   whole points; those of one clause add up against the edition's line
    why      one plain sentence, without any of the message's own words
    is_exact an exact rule, which may refuse where the edition says so
    """

    clause: str
    signal: str
    rule: str
    span: tuple[int, int]
    view: View
    weight: int
    why: str
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one message; `abstained` names the signals whose data was missing."""

    id: str
    outcome: Outcome
    hits: tuple[Hit, ...]
    abstained: tuple[str, ...]
