"""How does the made-up month look as jambonz writes it: one array of recent calls, in milliseconds?

An unanswered record still carries a time of answer, and one whose caller gave up a status of 200: only `answered` tells.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.legs import answered_ms, ended_ms, is_led_on
from goodstanding.simulation.model import SimCall

SIP: Final = {"answered": 200, "no-answer": 480, "busy": 486, "canceled": 200, "failed": 503}
ENDING: Final = {
    "answered": "called party hungup",
    "no-answer": "no answer",
    "busy": "busy",
    "canceled": "caller hungup",
    "failed": "failed",
}


def calls(made: Iterable[SimCall]) -> Iterator[str]:
    """Write the array, a record a line, with a leg to the agent where a caller was led on."""
    before = "["
    for place, call in enumerate(made):
        yield before + _record(f"j{place:09d}", call, call.direction, to=str(call.callee), behind="")
        before = ","
        if is_led_on(place, call):
            yield before + _record(f"g{place:09d}", call, "outbound", to=f"agent-{place % 40}", behind=f"sip-{place}@sbc.invalid")
    yield "]" if before == "," else "[]"


def _record(sid: str, call: SimCall, direction: str, *, to: str, behind: str) -> str:
    answered = call.outcome == "answered"
    parent = f',"sip_parent_callid":"{behind}"' if behind else ""
    return (
        f'{{"account_sid":"{call.account}","call_sid":"{sid}","direction":"{direction}","from":"{call.caller}","to":"{to}",'
        f'"answered":{"true" if answered else "false"},"sip_status":{SIP[call.outcome]},"duration":{call.talk_ms // 1000},'
        f'"attempted_at":{call.started_ms},"answered_at":{answered_ms(call) or call.started_ms},"terminated_at":{ended_ms(call)},'
        f'"termination_reason":"{ENDING[call.outcome]}"{parent}}}'
    )
