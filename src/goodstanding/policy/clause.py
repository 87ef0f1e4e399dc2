"""What is one line of the policy: a prohibited use or a minimum-usage requirement?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limit:
    """How much is allowed, as two integers: part of whole. Exactly the limit complies."""

    part: int
    whole: int

    def is_exceeded_by(self, part: int, whole: int) -> bool:
        """Say whether part of whole is over the limit, by cross-multiplying integers."""
        return part * self.whole > self.part * whole


@dataclass(frozen=True, slots=True)
class Reading:
    """How a requirement's words were settled so that they can be counted.

    measure     id of a measure in `measures.catalogue`, e.g. "short-outbound"
    name        the adopted reading of that measure, e.g. "answered-calls"
    parameters  integers the measure binds, e.g. {"short_below_ms": 12000}
    fewest      the whole (calls or numbers) under which a verdict is flagged as a small sample
    """

    measure: str
    name: str
    parameters: Mapping[str, int] = field(default_factory=dict)
    fewest: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A case whose outcome the clause states itself; run as a test."""

    part: int
    whole: int
    expect: str


@dataclass(frozen=True, slots=True)
class Use:
    """A prohibited use: a duty not to do something, found by people with the help of signals."""

    id: str
    title: str
    duty: str
    source: str
    reviewers: int = 1
    cure_days: int = 0
    authority: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    person_decides: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A minimum-usage requirement: counted over a calendar month on the master account."""

    id: str
    title: str
    duty: str
    source: str
    reading: Reading
    limit: Limit
    cure_days: int = 30
    examples: tuple[Example, ...] = ()
    authority: tuple[str, ...] = ()
    person_decides: str = ""


Clause = Use | Requirement
