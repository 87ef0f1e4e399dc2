"""What is kept in the file of a case: notice, measurements, determination, actions, stop, appeal?"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a case stands."""

    OPENED = "opened"
    UNDER_REVIEW = "under review"
    NOTICED = "noticed"
    CURING = "curing"
    CURE_ASSESSED = "cure assessed"
    DETERMINED = "determined"
    ACTING = "acting"
    CLOSED = "closed"
    APPEALED = "appealed"
    REOPENED = "reopened"


class Outcome(StrEnum):
    """What a person determined."""

    NO_VIOLATION = "no violation"
    CURED = "cured"
    VICTIM = "victim"
    VIOLATION = "violation"


class ActionKind(StrEnum):
    """What may be done under a determination of a violation."""

    WARN = "warn"
    LIMIT = "limit"
    SUSPEND = "suspend"
    RELEASE_NUMBER = "release number"
    CLOSE_ACCOUNT = "close account"


@dataclass(frozen=True, slots=True)
class Notice:
    """The written statement of a case, and what became of it.

    letter_sha256   the document that holds exactly what was sent (MIME message); text, html and pdf are parts of it
    message_id      its Message-ID, the same on every try
    proof           how delivery was proved: "dsn", "webhook", "portal"; "" while it is not
    delivered_ms    the moment delivery was proved; None until then
    """

    letter_sha256: str
    message_id: str
    written_ms: int
    language: str
    tries: int = 0
    sent_ms: int | None = None
    bounced_ms: int | None = None
    delivered_ms: int | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class CureMeasurement:
    """One measurement on the way: the requirement's counts over [since_ms, until_ms) by its reading.

    window  "month": the first full calendar month after the notice; "month-so-far" while it is not over; "last-30-days" before
            the end of the window; "week": a weekly look at the days since the proof
    """

    window: str
    since_ms: int
    until_ms: int
    part: int
    whole: int
    verdict: str
    evidence_sha256: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """A number that need not meet requirement 1: for failover, a season, or emergency call-backs; documented."""

    number_sha256: str
    kind: str
    document: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Determination:
    """A named person's decision, with reasons.

    number       counts the case's determinations from 1
    seconded_by  the second reviewer, where the clause needs two different ones
    reversed_by  who heard the appeal that ended it; "" while it stands
    """

    number: int

    by: str
    at_ms: int
    outcome: Outcome
    reasons: str
    seconded_by: str = ""
    reversed_by: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, under which determination; built by Case.order alone.

    undone_ms  when its counterpart was carried out; without done_ms: when it was withdrawn before it was done
    """

    id: str
    kind: ActionKind
    determination: Determination
    ordered_by: str
    ordered_ms: int
    subject: str = ""
    done_ms: int | None = None
    receipt: str = ""
    undone_ms: int | None = None


@dataclass(frozen=True, slots=True)
class EmergencyStop:
    """A provisional stop of active harm under a prohibited use; it expires by itself unless a person confirms it."""

    id: str
    by: str
    at_ms: int
    reason: str
    expires_ms: int
    confirmed_by: str = ""
    lifted_ms: int | None = None
    lifted_by: str = ""


@dataclass(frozen=True, slots=True)
class Appeal:
    """The customer's answer to a determination, heard by a person who did not decide.

    before  the state the case returns to when the determination stands
    """

    at_ms: int
    text_sha256: str
    before: State
    heard_by: str = ""
    heard_ms: int | None = None
    upheld: bool | None = None
    reasons: str = ""
