"""Which detectors see toll-free numbers called for what the call pays somebody?"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.sighting import Pointing

_HERE: Final = Path(__file__).parent
_ANSWERED: Final = Records("calls", "started_ms", where="r.direction = 1 AND r.toll_free = 1 AND r.is_call = 1 AND r.outcome = 1")
_SOURCE: Final = "FCC on toll-free traffic pumping (8YY access charge reform 2020, proposed fine 2022)"

TOLL_FREE_PUMPING: Final = Detector(
    name="toll-free-pumping",
    signal="P11.7",
    clause="use-11",
    sees="calls on toll-free numbers, over at once or of one length, from few blocks, off hours, or sudden",
    blind_to="pumping with varied lengths; what was said, or that nothing was; callers spread over carriers; a small part of a day",
    text=_HERE / "toll_free_pumping.sql",
    parameters=(
        Parameter("calls", "answered calls on toll-free numbers that day", least=10),
        Parameter("short_ms", "milliseconds under which an answered call is over at once", most=60_000),
        Parameter("dead", "per thousand of them over at once or of the most common length in steps of ten seconds", most=1000),
        Parameter("concentrated", "per thousand of them from the three busiest blocks of callers", most=1000),
        Parameter("off_hours", "per thousand of them in the evening, at night or at a weekend of North America", most=1000),
        Parameter("times", "times the mean day of the week before"),
    ),
    line="dead",
    why="{strength} of {whole} calls on toll-free numbers were over at once or of one length, above {line} per thousand, "
    "and their callers, hours or number are not what they were",
    records=_ANSWERED,
    pointing=Pointing.VICTIM,
    reads=("toll_free_calls",),
    days_before=7,
    source=_SOURCE,
)
TOLL_FREE_SURGE: Final = Detector(
    name="toll-free-surge",
    signal="P11.7",
    clause="use-11",
    sees="more calls on toll-free numbers within an hour than before, out of hours, from a few blocks or again and again from the "
    "same callers, none of them held for long or all for about as long",
    blind_to="pumping by day or from all over the country; numbers already pumped for a week; what was said, or that nothing was",
    text=_HERE / "toll_free_surge.sql",
    parameters=(
        Parameter("within_s", "seconds of a clock window, a divisor of a day", least=3600, most=86_400),
        Parameter("calls", "answered calls on toll-free numbers within it", least=10),
        Parameter("block_calls", "calls from a block of a thousand callers that make it busy", least=3),
        Parameter("blocks", "busy blocks at most"),
        Parameter("block_mean", "calls from each busy block, in the mean", least=3),
        Parameter("concentrated", "per thousand of the calls from busy blocks", most=1000),
        Parameter("off_hours", "per thousand of them in the evening, at night or at a weekend of North America", most=1000),
        Parameter("long_ms", "milliseconds from which a call is long"),
        Parameter("long", "per thousand of them long, at most, where they vary in length", least=0, most=1000),
        Parameter("short_ms", "milliseconds under which an answered call is over at once", most=60_000),
        Parameter("times", "times the busiest such window of the week before"),
    ),
    line="calls",
    why="{strength} calls on toll-free numbers came out of hours from a few callers or blocks of them, where {line} are many",
    records=_ANSWERED,
    pointing=Pointing.VICTIM,
    reads=("toll_free_calls",),
    days_before=7,
    source=_SOURCE,
)
TOLL_FREE_TRICKLE: Final = replace(
    TOLL_FREE_SURGE,
    name="toll-free-trickle",
    sees="more calls on toll-free numbers on one day than before, out of hours, from a few blocks or again and again from the "
    "same callers, none of them held for long or all for about as long",
)

PUMPING: Final = (TOLL_FREE_PUMPING, TOLL_FREE_SURGE, TOLL_FREE_TRICKLE)
