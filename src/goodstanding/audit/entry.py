"""What is one line of the audit log?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ActorKind(StrEnum):
    """Who can do something."""

    PERSON = "person"
    CUSTOMER = "customer"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a named person of the provider, a customer, or the program itself."""

    kind: ActorKind
    name: str


SYSTEM = Actor(ActorKind.SYSTEM, "goodstanding")
CHECKPOINT_MADE = "checkpoint-made"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit log, before it has a place in it.

    kind     what happened, e.g. "case-opened"
    subject  what it happened to: the case's id, a month, "audit"
    facts    JSON values only: ids, counts, times in ms, hashes; never a phone number or message text
    """

    at_ms: int
    actor: Actor
    kind: str
    subject: str
    facts: Mapping[str, Any] = field(default_factory=dict)
