"""How does the made-up month look as Asterisk writes it: rows of Master.csv, several to a call?

Times are the switch's wall clock. A row more for an extension that rang in vain, and one for a channel that was swapped
for another: it says ANSWERED and bills nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from goodstanding.simulation.legs import TRIED_MS, answered_ms, ended_ms, rang_elsewhere, was_swapped
from goodstanding.simulation.model import SimCall
from goodstanding.simulation.times import local_stamp

ZONE: Final = "America/New_York"
# a caller who gives up leaves no disposition of its own
DISPOSITION: Final = {"answered": "ANSWERED", "no-answer": "NO ANSWER", "busy": "BUSY", "canceled": "NO ANSWER", "failed": "FAILED"}
CONTEXT: Final = {"inbound": "from-trunk", "outbound": "from-internal"}


def calls(made: Iterable[SimCall]) -> Iterator[str]:
    """Write every call's rows, with all 21 columns and no header."""
    for place, call in enumerate(made):
        start_ms, end_ms = call.started_ms, ended_ms(call)
        own = f"{start_ms // 1000}.{place * 2}"
        numbers = f'"{call.account}","+{call.caller}","+{call.callee}","{CONTEXT[call.direction]}"'
        ends = f'{numbers},"","SIP/line-{place:08x}","SIP/trunk-{place:08x}","Dial",""'
        start, answer, end = (local_stamp(at_ms, ZONE) if at_ms else "" for at_ms in (start_ms, answered_ms(call), end_ms))
        if rang_elsewhere(place):
            tried = local_stamp(start_ms + TRIED_MS, ZONE)
            yield f'{ends},"{start}","","{tried}",{TRIED_MS // 1000},0,"NO ANSWER","DOCUMENTATION","{own}","","","{own}",0'
        if was_swapped(place, call):
            swapped = f"{start_ms // 1000}.{place * 2 + 1}"
            yield f'{ends},"{start}","{answer}","{answer}",4,0,"ANSWERED","DOCUMENTATION","{swapped}","","","{own}",1'
        timed = f'"{start}","{answer}","{end}",{(end_ms - start_ms) // 1000},{call.talk_ms // 1000}'
        yield f'{ends},{timed},"{DISPOSITION[call.outcome]}","DOCUMENTATION","{own}","","","{own}",2'
