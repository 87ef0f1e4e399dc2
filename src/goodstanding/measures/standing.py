"""What is said of each master account at the end of a month, and what stands behind it?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goodstanding.policy.clause import Limit


class Verdict(StrEnum):
    """A measure against a limit."""

    COMPLIES = "complies"
    VIOLATED = "violated"
    NOT_ASSESSABLE = "not assessable"


class Standing(StrEnum):
    """One account's month in a word."""

    GOOD = "good"
    AT_RISK = "at risk"
    VIOLATED = "violated"
    NOT_ASSESSABLE = "not assessable"


class MonthState(StrEnum):
    """Whether a month can still change."""

    OPEN = "open"
    CLOSED = "closed"
    RESTATED = "restated"


@dataclass(frozen=True, slots=True)
class Share:
    """What one account of the tree contributes."""

    account: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The same month under another defensible reading; shown, never mixed in."""

    reading: str
    part: int
    whole: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many records stand behind the part, and the SHA-256 of their sorted ids, one per line."""

    records: int
    sha256: str


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A number under the minimum, as E.164 text, with the transmissions it had."""

    number: str
    transmissions: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Where an open month is heading.

    days_counted   whole days of the month that have passed
    part, whole    counts expected at the end of the month at the pace of the last seven days
    interval       95 % Wilson bounds for the share at the end of the month, as fractions
    crosses_on     first day on which the limit would be crossed, or None when it would not
    verdict        what the verdict would be at that pace
    """

    days_counted: int
    part: int
    whole: int
    interval: tuple[float, float]
    crosses_on: date | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class RequirementStanding:
    """One requirement of one master account in one month.

    part, whole   calls (req-2 to req-4) or numbers (req-1); part is what the limit bounds
    edge          calls within one second of the line
    room          how many more calls of the part fit before a breach (0 when violated)
    to_cure       when violated: how many compliant calls (req-1: transmissions) bring it back; else None
    interval      Wilson 95 % bounds of part / whole, as fractions; (0.0, 1.0) when whole is 0
    numbers       req-1 only: the numbers under the minimum
    not_assessed  req-1 only: numbers not held for the whole month
    """

    clause: str
    verdict: Verdict
    reading: str
    part: int
    whole: int
    limit: Limit
    edge: int
    small_sample: bool
    room: int
    to_cure: int | None
    interval: tuple[float, float]
    shares: tuple[Share, ...]
    readings: tuple[OtherReading, ...]
    evidence: Evidence
    numbers: tuple[HeldNumber, ...] | None = None
    not_assessed: int | None = None
    pace: Pace | None = None


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """One master account in one month."""

    account: str
    name: str
    standing: Standing
    requirements: tuple[RequirementStanding, ...]


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """One month of all master accounts.

    rows        source rows behind the calls (several legs make one call)
    unanswered  calls without an answer, counted per call
    state       None for a one-shot check, which knows no closing
    """

    month: str
    edition: str
    rows: int
    calls: int
    unanswered: int
    messages: int
    accounts: tuple[AccountStanding, ...]
    state: MonthState | None = None
    data_until_ms: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class IntakeTally:
    """What became of one file: read = accepted + duplicate + rejected, always.

    reasons  rejected rows by reason code; they add up to `rejected`
    notes    accepted rows worth a word, by code (a local time that occurred twice, an account nobody listed ...)
    """

    file: str
    source: str
    read: int
    accepted: int
    duplicate: int
    rejected: int
    reasons: dict[str, int]
    notes: dict[str, int]


@dataclass(frozen=True, slots=True)
class StandingDocument:
    """Everything a check or a standing shows, whichever way it is shown."""

    edition: str
    zone: str
    intake: tuple[IntakeTally, ...]
    months: tuple[MonthStanding, ...]
