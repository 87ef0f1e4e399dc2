"""When does a made-up call ring, get answered and end, and which calls leave more than one row behind?

Writers and truth agree through this module alone. `place` is the call's place in the month.
"""

from typing import Final

from goodstanding.simulation.model import SimCall

RING_MS: Final = 4_000
TRIED_MS: Final = 2_000
ANSWER_NEVER: Final = 0


def answered_ms(call: SimCall) -> int:
    """Return the instant of the answer signal, or 0 when there was none."""
    return call.started_ms + RING_MS if call.outcome == "answered" else ANSWER_NEVER


def ended_ms(call: SimCall) -> int:
    """Return the instant at which everybody had hung up."""
    return call.started_ms + RING_MS + call.talk_ms


def seconds_between(since_ms: int, until_ms: int) -> int:
    """Subtract as a source does that kept whole seconds of both: up to a second off."""
    return until_ms // 1000 - since_ms // 1000


def is_led_on(place: int, call: SimCall) -> bool:
    """Say whether an answering machine led the caller on to an agent, with a leg of its own."""
    return place % 3 == 0 and call.direction == "inbound" and call.outcome == "answered"


def rang_elsewhere(place: int) -> bool:
    """Say whether another extension rang first, with a row of its own."""
    return place % 3 == 1


def was_swapped(place: int, call: SimCall) -> bool:
    """Say whether the answering channel took another's place, which leaves an answered row without a bill."""
    return place % 3 == 2 and call.outcome == "answered"


def went_out(call: SimCall) -> bool:
    """Say whether a leg was placed behind the first one; what failed never got so far."""
    return call.outcome != "failed"


def is_challenged(call: SimCall) -> bool:
    """Say whether a proxy asked for credentials before it let the call through."""
    return call.direction == "outbound"


def was_sent_twice(place: int) -> bool:
    """Say whether a switch delivered the record again, as it does when the first answer was lost."""
    return place % 997 == 0
