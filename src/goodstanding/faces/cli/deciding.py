"""Who decides, and when: what `--by` and `--at` mean for every command about cases."""

from dataclasses import dataclass

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.errors import WrongUsage
from goodstanding.settings import Settings


@dataclass(frozen=True, slots=True)
class Moment:
    """A person and a time."""

    by: Actor
    at_ms: int


def moment(by: str | None, at: str | None, settings: Settings, *, kind: ActorKind = ActorKind.PERSON) -> Moment:
    """Return who acts and when; WrongUsage when nobody is named."""
    name = (by or settings.reviewer).strip()
    if not name:
        message = "say who you are with --by NAME, or set GOODSTANDING_REVIEWER; decisions are made by named persons"
        raise WrongUsage(message)
    return Moment(Actor(kind, name), at_ms(at, settings))


def at_ms(at: str | None, settings: Settings) -> int:
    """Return the time given, else the clock's."""
    from goodstanding.app import now_ms  # noqa: PLC0415 - help must not wait for it
    from goodstanding.periods import instant_of  # noqa: PLC0415

    return now_ms(settings) if at is None else instant_of(at)
