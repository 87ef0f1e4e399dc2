"""Which detectors see how an account's calls end as a whole: unanswered, cut short, dropped, without a ring?"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"
_RUNG: Final = f"{_OUTBOUND} AND r.outcome IN (2, 4) AND r.ring_ms IS NOT NULL"

FAILED_DIALLING: Final = Detector(
    name="failed-dialling",
    signal="P7.12",
    clause="use-07",
    sees="a day of very many calls that few answer, and these not for long",
    blind_to="poor calls among as many good ones; why they fail; accounts below the smallest sample",
    text=_HERE / "failed_dialling.sql",
    parameters=(
        Parameter("attempts", "outbound calls that day", least=10),
        Parameter("at_least", "answered calls that day"),
        Parameter("answered", "per thousand of the calls answered, at most", most=1000),
        Parameter("curt", "per thousand of the answered calls over before 30 seconds", most=1000),
        Parameter("brief", "per thousand of the answered calls over within 6 seconds", most=1000),
    ),
    line="answered",
    why="{strength} of {whole} calls were not answered, most others were over before 30 seconds",
    records=Records("calls", "started_ms", where=_OUTBOUND),
    reads=("call_days",),
    source="published quality norms of carriers for diallers (answer-seizure ratio, length of call), made stricter",
)
SHORT_RING: Final = Detector(
    name="short-ring",
    signal="P7.13",
    clause="use-07",
    sees="a day on which half of the calls that nobody took had rung for less than 15 seconds",
    blind_to="calls whose ringing nobody timed; who hung up; small samples",
    text=_HERE / "short_ring.sql",
    parameters=(
        Parameter("unanswered", "calls that nobody took, with timed ringing", least=10),
        Parameter("share", "per thousand of them under 15 seconds", most=1000),
        Parameter("hasty", "per thousand of them under 12 seconds", most=1000),
        Parameter("attempts", "outbound calls that day"),
    ),
    line="share",
    why="{strength} of {whole} calls that nobody took rang for less than 15 seconds, above {line} per thousand",
    records=Records("calls", "started_ms", where=_RUNG),
    needs=("ring",),
    reads=("call_days",),
    source="16 CFR 310.4(b)(4)(ii) and norms of carriers: 15 seconds or four rings",
)
HURRIED_SOLICITING: Final = replace(
    SHORT_RING,
    name="hurried-soliciting",
    signal="P8.9",
    clause="use-08",
    sees="a busy day of a dialler on which half of the calls that nobody took had rung for less than 15 seconds",
    blind_to="whether the calls were telemarketing; calls whose ringing nobody timed; who hung up",
    source="47 CFR 64.1200(a)(6); 16 CFR 310.4(b)(4)(ii)",
)
ABANDONED_CALLS: Final = Detector(
    name="abandoned-calls",
    signal="P8.8",
    clause="use-08",
    sees="days on which too many of the calls that a person answered were over within 3 seconds",
    blind_to="who hung up, so people who hang up at once are counted; silence after 3 seconds; campaigns within an account",
    text=_HERE / "abandoned_calls.sql",
    parameters=(
        Parameter("live", "calls that a person answered, in the days so far", least=10),
        Parameter("live_a_day", "the same on that day"),
        Parameter("share", "per thousand of them over within 3 seconds, so far and that day", most=1000),
    ),
    line="share",
    why="{strength} of {whole} calls that a person answered were over within 3 seconds, above {line} per thousand",
    records=Records("calls", "started_ms", where=f"{_OUTBOUND} AND r.outcome = 1 AND r.answered_by = 1"),
    needs=("answered_by",),
    reads=("call_days",),
    source="47 CFR 64.1200(a)(7); 16 CFR 310.4(b)(4)(i): 3 per hundred in 30 days, with room for people who hang up themselves",
)
RINGLESS_VOICEMAIL: Final = Detector(
    name="ringless-voicemail",
    signal="P9.7",
    clause="use-09",
    sees="a day on which most answered calls went to a machine without ringing",
    blind_to="drops by other ways than a call; machines that are not told from people; calls whose ringing nobody timed",
    text=_HERE / "ringless_voicemail.sql",
    parameters=(
        Parameter("answered", "answered calls of which is known what answered, and after how long", least=10),
        Parameter("share", "per thousand of them a machine within a second", most=1000),
    ),
    line="share",
    why="{strength} of {whole} answered calls went to a machine within a second, above {line} per thousand",
    records=Records(
        "calls", "started_ms", where=f"{_OUTBOUND} AND r.outcome = 1 AND r.answered_by IS NOT NULL AND r.ring_ms IS NOT NULL"
    ),
    needs=("ring", "answered_by"),
    reads=("call_days",),
    source="FCC 22-85: a ringless voicemail is a call",
)

QUALITY: Final = (FAILED_DIALLING, SHORT_RING, HURRIED_SOLICITING, ABANDONED_CALLS, RINGLESS_VOICEMAIL)
