"""What can happen to a case? Each event is also one entry of the audit log, under the same kind and facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from goodstanding.audit.entry import Actor


class Happened(StrEnum):
    """Every kind of event."""

    OPENED = "case-opened"
    FINDING_ADDED = "finding-added"
    ASSIGNED = "case-assigned"
    NOTICE_WRITTEN = "notice-written"
    NOTICE_SENT = "notice-sent"
    NOTICE_FAILED = "notice-failed"
    NOTICE_BOUNCED = "notice-bounced"
    NOTICE_DELIVERED = "notice-delivered"
    REMINDER_SENT = "reminder-sent"
    EXEMPTED = "number-exempted"
    MEASURED = "cure-measured"
    CURE_ASSESSED = "cure-assessed"
    DETERMINATION_PROPOSED = "determination-proposed"
    DETERMINED = "case-determined"
    ACTION_ORDERED = "action-ordered"
    ACTION_DONE = "action-done"
    ACTION_FAILED = "action-failed"
    ACTION_UNDONE = "action-undone"
    STOPPED = "emergency-stopped"
    STOP_CONFIRMED = "emergency-stop-confirmed"
    STOP_LIFTED = "emergency-stop-lifted"
    STOP_EXPIRED = "emergency-stop-expired"
    CLOSED = "case-closed"
    APPEALED = "case-appealed"
    APPEAL_HEARD = "appeal-heard"
    REOPENED = "case-reopened"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case; `sequence` counts the case's events from 1."""

    case: str
    sequence: int
    at_ms: int
    actor: Actor
    kind: Happened
    facts: Mapping[str, Any] = field(default_factory=dict)
