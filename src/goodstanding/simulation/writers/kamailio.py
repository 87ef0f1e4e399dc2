"""How does the made-up month look as Kamailio's accounting writes it: a row a transaction, tied by Call-ID?"""

from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.legs import answered_ms, ended_ms, is_challenged
from goodstanding.simulation.model import SimCall
from goodstanding.simulation.times import stamp

SIP: Final = {
    "no-answer": (480, "Temporarily Unavailable"),
    "busy": (486, "Busy Here"),
    "canceled": (487, "Request Terminated"),
    "failed": (503, "Service Unavailable"),
}


def calls(made: Iterable[SimCall]) -> Iterator[str]:
    """Write the challenge, where there was one, the end of the INVITE, and the BYE."""
    yield "method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user,account,direction"
    for place, call in enumerate(made):
        ends = f"+{call.caller},+{call.callee},{call.account},{call.direction}"
        identity = f"f{place:x},t{place:x},k{place:09d}@proxy.invalid"
        answer_ms, ended = answered_ms(call), stamp(ended_ms(call))
        if is_challenged(call):
            yield f"INVITE,{identity},407,Proxy Authentication Required,{stamp(call.started_ms)},{ends}"
        if answer_ms:
            yield f"INVITE,{identity},200,OK,{stamp(answer_ms)},{ends}"
            yield f"BYE,{identity},200,OK,{ended},{ends}"
        else:
            code, reason = SIP[call.outcome]
            yield f"INVITE,{identity},{code},{reason},{ended},{ends}"
