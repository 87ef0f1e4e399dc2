"""Series of calls for a field: who is called, how often, how each ends."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from signals.traffic.field import HOUR, SECOND, SINCE_MS, Field

MORNING: Final = SINCE_MS + 15 * HOUR
TALK: Final[Mapping[str, Any]] = {"outcome": 1, "talk_ms": 90_000}
SILENCE: Final[Mapping[str, Any]] = {"outcome": 1, "talk_ms": 2_000}
UNANSWERED: Final[Mapping[str, Any]] = {"outcome": 2, "talk_ms": 0}
CANCELLED: Final[Mapping[str, Any]] = {"outcome": 4, "talk_ms": 0}


def dial(made: Field, numbers: Iterable[int], *, at_ms: int = MORNING, every_ms: int = SECOND, **said: Any) -> None:
    """Call each of the numbers in turn."""
    for place, number in enumerate(numbers):
        made.add("calls", callee=number, started_ms=at_ms + place * every_ms, **said)


def take_in(made: Field, callers: Iterable[int], *, at_ms: int = MORNING, every_ms: int = SECOND, **said: Any) -> None:
    """Be called by each of the numbers in turn."""
    for place, number in enumerate(callers):
        made.add("calls", direction=1, caller=number, started_ms=at_ms + place * every_ms, **said)


def strangers(many: int, *, first: int = 12125550000, apart: int = 137) -> list[int]:
    """Return numbers that are not beside each other."""
    return [first + (place * apart) % 10_000 + place * apart // 10_000 * 1_000_000 for place in range(many)]
