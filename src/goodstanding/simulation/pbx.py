"""How does the made-up month look as switches write it: rows of legs, several to a call?

Switch clocks are written in UTC. Calls are answered after a ring of whole seconds, so that a source that
subtracts whole seconds loses only what a whole second cannot say.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.model import SimCall
from goodstanding.simulation.times import stamp

RING_MS: Final = 4_000
CAUSE: Final = {
    "answered": "NORMAL_CLEARING",
    "no-answer": "NO_ANSWER",
    "busy": "USER_BUSY",
    "canceled": "ORIGINATOR_CANCEL",
    "failed": "CALL_REJECTED",
}
SIP: Final = {"no-answer": 480, "busy": 486, "canceled": 487, "failed": 503}
DISPOSITION: Final = {"answered": "ANSWERED", "no-answer": "NO ANSWER", "busy": "BUSY", "canceled": "CANCEL", "failed": "FAILED"}


def _times(call: SimCall) -> tuple[int, int | None, int]:
    if call.outcome != "answered":
        return call.started_ms, None, call.started_ms + RING_MS
    return call.started_ms, call.started_ms + RING_MS, call.started_ms + RING_MS + call.talk_ms


def asterisk(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write Master.csv: a row for the caller's channel, and for each unanswered extension rung before it."""
    for place, call in enumerate(calls):
        start, answer, end = _times(call)
        context = "from-trunk" if call.direction == "inbound" else "from-internal"
        linked = f"{start // 1000}.{place}"
        legs = [("NO ANSWER", None)] if place % 3 == 0 else []
        for sequence, (disposition, answered) in enumerate([*legs, (DISPOSITION[call.outcome], answer)]):
            talk = call.talk_ms // 1000 if answered is not None else 0
            yield (
                f'"{call.account}","+{call.caller}","+{call.callee}","{context}","","SIP/a-{place:08x}","SIP/b-{place:08x}","Dial",'
                f'"","{stamp(start)}","{stamp(answered) if answered is not None else ""}","{stamp(end)}",'
                f"{(end - start) // 1000},{talk},"
                f'"{disposition}","DOCUMENTATION","{linked}","","","{linked}",{sequence}'
            )


def freeswitch_json(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write a record for the A leg, and one for the B leg behind it."""
    for place, call in enumerate(calls):
        start, answer, end = _times(call)
        first, second = f"a{place:015x}", f"b{place:015x}"
        common = {
            "call_uuid": first,
            "accountcode": call.account,
            "sip_from_user": f"%2B{call.caller}",
            "sip_to_user": f"%2B{call.callee}",
            "hangup_cause": CAUSE[call.outcome],
            "start_epoch": str(start // 1000),
            "start_uepoch": str(start * 1000),
            "answer_epoch": str((answer or 0) // 1000),
            "answer_uepoch": str((answer or 0) * 1000),
            "end_uepoch": str(end * 1000),
            "billsec": str(call.talk_ms // 1000),
            "billmsec": str(call.talk_ms),
        }
        context = "public" if call.direction == "inbound" else "default"
        yield json.dumps({"variables": {"uuid": first, "direction": "inbound", "context": context, **common}})
        behind = {"uuid": second, "direction": "outbound", "originating_leg_uuid": first}
        yield json.dumps({"variables": {**common, **behind}})


def freeswitch_csv(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write the template called example, A legs only."""
    for place, call in enumerate(calls):
        start, answer, end = _times(call)
        context = "public" if call.direction == "inbound" else "outward"
        # what a switch writes as billsec is the difference of two whole seconds
        billsec = end // 1000 - answer // 1000 if answer is not None else 0
        cells = (
            "",
            f"+{call.caller}",
            f"+{call.callee}",
            context,
            stamp(start),
            stamp(answer) if answer is not None else "",
            stamp(end),
        )
        yield (
            ",".join(f'"{cell}"' for cell in cells)
            + f',"{(end - start) // 1000}","{billsec}","{CAUSE[call.outcome]}","f{place:015x}","","{call.account}","PCMU","PCMU"'
        )


def kamailio(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write rows of acc: a challenge, the INVITE's end, and the BYE."""
    yield "method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user,account,direction"
    for place, call in enumerate(calls):
        start, answer, _ = _times(call)
        ends = f"+{call.caller},+{call.callee},{call.account},{call.direction}"
        identity = f"f{place:x},t{place:x},k{place:09d}@switch"
        if answer is None:
            yield f"INVITE,{identity},{SIP[call.outcome]},,{stamp(start)},{ends}"
        else:
            # acc writes the answer's time; whole seconds on both sides
            yield f"INVITE,{identity},200,OK,{stamp(start)},{ends}"
            yield f"BYE,{identity},200,OK,{stamp(start + call.talk_ms)},{ends}"


def jambonz(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write RecentCalls records, one a line."""
    for place, call in enumerate(calls):
        start, answer, end = _times(call)
        yield json.dumps(
            {
                "account_sid": call.account,
                "call_sid": f"j{place:09d}",
                "direction": call.direction,
                "from": str(call.caller),
                "to": str(call.callee),
                "answered": answer is not None,
                "sip_status": 200 if answer is not None else SIP[call.outcome],
                "attempted_at": start,
                "answered_at": answer or 0,
                "terminated_at": end,
                "duration": call.talk_ms // 1000,
            }
        )
