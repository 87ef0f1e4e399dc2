"""What of a call can each source say, and in how many rows?"""

from collections.abc import Callable
from typing import Final, NamedTuple

from goodstanding.simulation.legs import (
    answered_ms,
    ended_ms,
    is_challenged,
    is_led_on,
    rang_elsewhere,
    seconds_between,
    was_swapped,
    went_out,
)
from goodstanding.simulation.model import SimCall


class Seen(NamedTuple):
    """A call as its source tells it; rows that only repeat another one are left out."""

    outcome: str
    started_ms: int
    talk_ms: int
    rows: int


Sight = Callable[[int, SimCall], Seen]


def exactly(_place: int, call: SimCall) -> Seen:
    """Our own format: to the millisecond, one row."""
    return Seen(call.outcome, call.started_ms, call.talk_ms, 1)


def by_twilio(place: int, call: SimCall) -> Seen:
    """Twilio: whole seconds, cut, but a completed call never shorter than one; a leg more where an agent took over."""
    talk_ms = max(call.talk_ms // 1000, 1) * 1000
    return Seen(call.outcome, call.started_ms // 1000 * 1000, talk_ms, 1 + is_led_on(place, call))


def by_asterisk(place: int, call: SimCall) -> Seen:
    """Asterisk: whole seconds, cut; an answer without a billed second is none, and a caller's giving up is no answer."""
    rows = 1 + rang_elsewhere(place) + was_swapped(place, call)
    talk_ms = call.talk_ms // 1000 * 1000
    outcome = "no-answer" if call.outcome == "canceled" or (call.outcome == "answered" and not talk_ms) else call.outcome
    return Seen(outcome, call.started_ms // 1000 * 1000, talk_ms, rows)


def by_freeswitch_json(_place: int, call: SimCall) -> Seen:
    """FreeSWITCH's JSON: to the millisecond, a leg on either side of the switch."""
    return Seen(call.outcome, call.started_ms, call.talk_ms, 1 + went_out(call))


def by_freeswitch_csv(_place: int, call: SimCall) -> Seen:
    """FreeSWITCH's CSV: the difference of two whole seconds, one row."""
    talk_ms = seconds_between(answered_ms(call), ended_ms(call)) * 1000 if call.outcome == "answered" else 0
    return Seen(call.outcome, call.started_ms // 1000 * 1000, talk_ms, 1)


def by_kamailio(_place: int, call: SimCall) -> Seen:
    """Kamailio: transactions with the second of their end; where nothing was challenged the first row is the answer itself."""
    answered = call.outcome == "answered"
    first_ms = call.started_ms if is_challenged(call) else answered_ms(call) or ended_ms(call)
    talk_ms = seconds_between(answered_ms(call), ended_ms(call)) * 1000 if answered else 0
    return Seen(call.outcome, first_ms // 1000 * 1000, talk_ms, 1 + answered + is_challenged(call))


def by_jambonz(place: int, call: SimCall) -> Seen:
    """Jambonz: to the millisecond; a leg more where an agent took over."""
    return Seen(call.outcome, call.started_ms, call.talk_ms, 1 + is_led_on(place, call))


SIGHTS: Final[dict[str, Sight]] = {
    "twilio": by_twilio,
    "twilio-pages": by_twilio,
    "calls": exactly,
    "asterisk-csv": by_asterisk,
    "freeswitch-json": by_freeswitch_json,
    "freeswitch-csv": by_freeswitch_csv,
    "kamailio-csv": by_kamailio,
    "jambonz-json": by_jambonz,
}
