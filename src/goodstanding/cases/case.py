"""What is a case, and how does it move? (The transitions are methods of Case; each returns the new case and its events.)"""

from dataclasses import dataclass
from enum import StrEnum

from goodstanding.findings.finding import Finding


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

    window  "month": the first full calendar month after the notice; "last-30-days"; "so-far": a weekly look
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
    """A named person's decision, with reasons; `seconded_by` where the clause needs two different reviewers."""

    by: str
    at_ms: int
    outcome: Outcome
    reasons: str
    seconded_by: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, under which determination; built by Case.order alone."""

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
    """The customer's answer to a determination, heard by a person who did not decide."""

    at_ms: int
    text_sha256: str
    heard_by: str = ""
    heard_ms: int | None = None
    upheld: bool | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """The file on one account and one clause.

    reviewers_needed  different people a determination of a violation needs (1 or 2)
    cure_days         days of 24 hours from proved delivery; 0 when the clause promises none
    sequence          number of the last event
    """

    id: str
    finding: Finding
    state: State
    opened_ms: int
    reviewers_needed: int
    cure_days: int
    sequence: int
    reviewer: str = ""
    notices: tuple[Notice, ...] = ()
    reminders_sent: tuple[int, ...] = ()
    measurements: tuple[CureMeasurement, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    proposed: Determination | None = None
    determinations: tuple[Determination, ...] = ()
    actions: tuple[Action, ...] = ()
    stop: EmergencyStop | None = None
    appeals: tuple[Appeal, ...] = ()
    closed_ms: int | None = None
