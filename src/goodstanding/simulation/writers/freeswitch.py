"""How does the made-up month look as FreeSWITCH writes it: JSON with every leg, or CSV with the A legs?

JSON carries epochs, and strings that are percent-encoded; a record comes twice now and then, as when the receiver's first
answer is lost. The CSV has the wall clock and whole seconds: its billsec is the difference of two of them.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.legs import answered_ms, ended_ms, seconds_between, was_sent_twice, went_out
from goodstanding.simulation.model import SimCall
from goodstanding.simulation.times import local_stamp

ZONE: Final = "America/New_York"
OUTWARD: Final = "outward"
CAUSE: Final = {
    "answered": "NORMAL_CLEARING",
    "no-answer": "NO_ANSWER",
    "busy": "USER_BUSY",
    "canceled": "ORIGINATOR_CANCEL",
    "failed": "CALL_REJECTED",
}


def json_legs(made: Iterable[SimCall]) -> Iterator[str]:
    """Write a record for each A leg, and one for the B leg behind it."""
    for place, call in enumerate(made):
        first, second = f"a{place:07x}-0000-4000-8000-000000000001", f"a{place:07x}-0000-4000-8000-000000000002"
        context = "public" if call.direction == "inbound" else "default"
        shared = _shared(call)
        record = f'{{"variables":{{"uuid":"{first}","call_uuid":"{first}","direction":"inbound","context":"{context}",{shared}}}}}'
        yield record
        if went_out(call):
            behind = f'"uuid":"{second}","call_uuid":"{first}","originating_leg_uuid":"{first}","direction":"outbound"'
            yield f'{{"variables":{{{behind},{shared}}}}}'
        if was_sent_twice(place):
            yield record


def _shared(call: SimCall) -> str:
    start_ms, answer_ms, end_ms = call.started_ms, answered_ms(call), ended_ms(call)
    billsec = seconds_between(answer_ms, end_ms) if answer_ms else 0
    return (
        f'"accountcode":"{call.account}","sip_from_user":"%2B{call.caller}","sip_to_user":"%2B{call.callee}",'
        f'"hangup_cause":"{CAUSE[call.outcome]}","start_epoch":"{start_ms // 1000}","start_uepoch":"{start_ms * 1000}",'
        f'"answer_epoch":"{answer_ms // 1000}","answer_uepoch":"{answer_ms * 1000}",'
        f'"end_epoch":"{end_ms // 1000}","end_uepoch":"{end_ms * 1000}","billsec":"{billsec}","billmsec":"{call.talk_ms}"'
    )


def csv_rows(made: Iterable[SimCall]) -> Iterator[str]:
    """Write the template called example, without a header: every value quoted, A legs only."""
    for place, call in enumerate(made):
        answer_ms, end_ms = answered_ms(call), ended_ms(call)
        billsec = seconds_between(answer_ms, end_ms) if answer_ms else 0
        context = "public" if call.direction == "inbound" else OUTWARD
        start, end = local_stamp(call.started_ms, ZONE), local_stamp(end_ms, ZONE)
        answer = local_stamp(answer_ms, ZONE) if answer_ms else ""
        yield (
            f'"","+{call.caller}","+{call.callee}","{context}","{start}","{answer}","{end}",'
            f'"{seconds_between(call.started_ms, end_ms)}","{billsec}","{CAUSE[call.outcome]}",'
            f'"a{place:07x}-0000-4000-8000-000000000001","","{call.account}","PCMU","PCMU"'
        )
