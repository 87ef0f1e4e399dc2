"""Which detectors see calls that ring once, to be called back or to learn who is there?"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records

_HERE: Final = Path(__file__).parent
_OUTBOUND: Final = "r.direction = 2 AND r.is_call = 1 AND r.outcome <> 0"
_QUICK: Final = (
    "((r.outcome = 4 AND COALESCE(r.ring_ms, 0) <= $ring_ms) OR (r.outcome = 2 AND r.ring_ms <= $ring_ms) "
    "OR (r.outcome = 1 AND r.talk_ms <= $talk_ms))"
)

WANGIRI: Final = Detector(
    name="wangiri",
    signal="P11.5",
    clause="use-11",
    sees="calls to very many numbers within an hour that ring once and are given up",
    blind_to="call-backs; unanswered calls whose ringing nobody timed (see unanswered-run); attempts spread over master accounts",
    text=_HERE / "one_ring.sql",
    parameters=(
        Parameter("within_s", "seconds of a clock window, a divisor of a day", least=3600, most=86_400),
        Parameter("ring_ms", "milliseconds of ringing within which a call is given up", most=6000),
        Parameter("talk_ms", "milliseconds of talk within which an answered call is over", most=3000),
        Parameter("share", "per thousand of the window's calls given up", most=1000),
        Parameter("spread", "calls given up per hundred numbers at most", least=100),
        Parameter("talked", "per thousand of the window's calls that talked for 20 seconds, at most", least=0, most=1000),
        Parameter("numbers", "numbers called so", least=3),
        Parameter(
            "foreign_numbers", "the same where half of the calls show a caller of another country or one dear to call", least=3
        ),
    ),
    line="numbers",
    why="{strength} calls rang once and were given up, where {line} numbers called so within {within_s} seconds are many",
    records=Records("calls", "started_ms", where=f"{_OUTBOUND} AND {_QUICK}"),
    reads=("call_hours",),
    source="FCC and FTC on one-ring calls; GSMA FF.21; the lines are ours",
)
PING_CALLS: Final = replace(
    WANGIRI,
    name="ping-calls",
    signal="P10.2",
    clause="use-10",
    sees="calls to very many numbers within a day that end before anybody could speak, as if to learn who is there",
    blind_to="pinging slower than the line or mixed with as many talks; unanswered calls whose ringing nobody timed",
    source="47 CFR 64.1200(a)(8) on dialling to find out lines; the lines are ours",
)
UNANSWERED_RUN: Final = Detector(
    name="unanswered-run",
    signal="P11.5",
    clause="use-11",
    sees="an hour of very many calls that hardly anybody could answer, where nobody knows how long they rang",
    blind_to="how long the calls rang, so a list of numbers nobody picks up looks the same; fewer calls than the line",
    text=_HERE / "unanswered_run.sql",
    parameters=(
        Parameter("attempts", "calls within a clock hour", least=10),
        Parameter("share", "per thousand of them given up or unanswered with unknown ringing", most=1000),
        Parameter("spread", "calls per hundred numbers at most", least=100),
    ),
    line="share",
    why="{strength} of {whole} calls within an hour were given up or not answered, above {line} per thousand",
    records=Records("calls", "started_ms", where=_OUTBOUND),
    reads=("call_hours",),
    source="GSMA FF.21 on one-ring calls; the lines are ours",
)

ONE_RING: Final = (WANGIRI, PING_CALLS, UNANSWERED_RUN)
