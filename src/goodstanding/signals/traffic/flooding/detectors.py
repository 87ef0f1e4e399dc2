"""Which detectors see too much at once?"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.flooding.messages import MESSAGE_DETECTORS, MESSAGE_KEPT
from goodstanding.signals.traffic.kept import Kept
from goodstanding.signals.traffic.sighting import Pointing

_HERE: Final = Path(__file__).parent

_CALLS: Final = "r.is_call = 1 AND r.outcome <> 0"

REPEAT_CALLEES: Final = Kept("repeat_callees", _HERE / "repeat_callees.sql")
REPEAT_CALLS: Final = Kept("repeat_calls", _HERE / "repeat_calls.sql", reads=("repeat_callees",))
REPEAT_REPLIES: Final = Kept("repeat_replies", _HERE / "repeat_replies.sql", reads=("repeat_callees",))
TOLL_FREE_CALLS: Final = Kept("toll_free_calls", _HERE / "toll_free_calls.sql")

CALL_FLOOD: Final = Detector(
    name="call-flood",
    signal="P5.1",
    clause="use-05",
    sees="many calls to one number within minutes, most of them without a talk",
    blind_to="a flood spread over master accounts; one that hides behind as many calls coming in; a mass alert to one line",
    text=_HERE / "call_flood.sql",
    parameters=(
        Parameter("within_s", "seconds in which the attempts fall", most=86_400),
        Parameter("attempts", "attempts to one number within that time that led to no talk", least=20),
        Parameter("talk_s", "seconds from which an answered call is a talk"),
        Parameter("idle_share", "per thousand of the attempts within that time that led to no talk", most=1000),
        Parameter("any_attempts", "attempts to one number within that time, talks too", least=20),
    ),
    line="attempts",
    why="{strength} calls went to one number within {within_s} seconds, where {line} without a talk are many",
    records=Records("calls", "started_ms", subject="r.callee", where=f"r.direction = 2 AND {_CALLS}"),
    reads=("repeat_calls",),
    source="FBI and DHS advisories on telephony denial of service",
)
CALL_SIEGE: Final = replace(
    CALL_FLOOD,
    name="call-siege",
    sees="calls to one number for a whole hour, hardly any of them with a talk",
    blind_to="a siege over several masters or below the line; a line that answers and holds; whether a failing line is retried",
)
CALL_SURGE: Final = replace(
    CALL_FLOOD,
    name="call-surge",
    sees="many calls to one number within ten minutes, hardly any of them with a talk",
    blind_to="a surge spread over master accounts or hidden behind calls coming in; whether a failing line is retried",
)

_QUICK: Final = (
    "((r.outcome = 4 AND COALESCE(r.ring_ms, 0) <= $quick_ms) OR (r.outcome = 2 AND r.ring_ms <= $quick_ms) "
    "OR (r.outcome = 1 AND COALESCE(r.talk_ms, 0) <= $quick_ms))"
)
SPACED_ATTEMPTS: Final = Detector(
    name="spaced-attempts",
    signal="P5.2",
    clause="use-05",
    sees="attempts to one number, given up at once and a few seconds apart, for a long time",
    blind_to="attempts further apart; unanswered ones whose ringing nobody timed; chains over midnight, which begin anew",
    text=_HERE / "spaced_attempts.sql",
    parameters=(
        Parameter("quick_ms", "milliseconds of ringing or talk within which an attempt is given up", most=60_000),
        Parameter("gap_s", "seconds between two attempts of a chain at most", most=3600),
        Parameter("lasting_s", "seconds that a chain must last", most=86_400),
        Parameter("attempts", "attempts in a chain", least=3),
    ),
    line="attempts",
    why="{strength} calls to one number were given up at once, at most {gap_s} seconds apart, for more than {lasting_s} seconds",
    records=Records("calls", "started_ms", subject="r.callee", where=f"r.direction = 2 AND {_CALLS} AND {_QUICK}"),
    reads=("repeat_calls",),
    source="patents on telephony denial of service against emergency lines; FBI and DHS advisories",
)
CALL_LOOP: Final = Detector(
    name="call-loop",
    signal="P5.5",
    clause="use-05",
    sees="calls to a number and from it that take turns within minutes, as two answering machines would",
    blind_to="loops through a third number, or of which one direction runs over another provider",
    text=_HERE / "call_loop.sql",
    parameters=(
        Parameter("within_s", "seconds in which the turns fall", most=86_400),
        Parameter("turns", "changes of direction between the two numbers within that time", least=3),
    ),
    line="turns",
    why="calls to a number and from it took turns {strength} times within {within_s} seconds, where {line} are many",
    records=Records(
        "calls",
        "started_ms",
        subject="CASE WHEN r.direction = 2 THEN r.callee WHEN r.direction = 1 THEN r.caller "
        "WHEN r.caller > r.callee THEN r.caller ELSE r.callee END",
        where=f"r.direction IN (1, 2, 3) AND {_CALLS}",
    ),
    reads=("repeat_calls", "repeat_replies"),
    source="Twilio error 30039 for loops of messages; the line for calls is ours",
)
TOLL_FREE_FLOOD: Final = Detector(
    name="toll-free-flood",
    signal="P5.7",
    clause="use-05",
    sees="calls on toll-free numbers from one block of callers within an hour, over at once or equally long",
    blind_to="silence of varied length; callers spread over many blocks or withheld; what was said, or that nothing was",
    text=_HERE / "toll_free_flood.sql",
    parameters=(
        Parameter("short_ms", "milliseconds under which an answered call is over at once", most=60_000),
        Parameter("calls", "answered calls from one block of ten thousand callers within a clock hour", least=3),
        Parameter("share", "per thousand of them over at once, where the longer ones vary in length", most=1000),
    ),
    line="calls",
    why="{strength} calls on toll-free numbers came from one block of callers, over at once or equally long",
    records=Records(
        "calls",
        "started_ms",
        subject="CAST(CAST((r.caller - r.caller % 10000) / 10000 AS BIGINT) AS VARCHAR) || '****'",
        where="r.direction = 1 AND r.toll_free = 1 AND r.is_call = 1 AND r.outcome = 1",
    ),
    pointing=Pointing.VICTIM,
    reads=("toll_free_calls",),
    source="FCC on toll-free traffic pumping and access charge reform (2020)",
)

KEPT: Final[tuple[Kept, ...]] = (REPEAT_CALLEES, REPEAT_CALLS, REPEAT_REPLIES, TOLL_FREE_CALLS, *MESSAGE_KEPT)
DETECTORS: Final = (CALL_FLOOD, CALL_SURGE, CALL_SIEGE, SPACED_ATTEMPTS, CALL_LOOP, TOLL_FREE_FLOOD, *MESSAGE_DETECTORS)
