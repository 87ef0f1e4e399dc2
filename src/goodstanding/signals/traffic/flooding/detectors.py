"""Which detectors see too much at once?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector, Parameter, Records
from goodstanding.signals.traffic.flooding.messages import MESSAGE_DETECTORS, MESSAGE_KEPT
from goodstanding.signals.traffic.kept import Kept

_HERE: Final = Path(__file__).parent

CALL_FLOOD: Final = Detector(
    name="call-flood",
    signal="P5.1",
    clause="use-05",
    sees="many calls to one number within minutes",
    blind_to="a flood spread over master accounts; a busy line that really gets so many calls from one customer",
    text=_HERE / "call_flood.sql",
    parameters=(
        Parameter("within_s", "seconds in which the attempts fall", most=3600),
        Parameter("attempts", "attempts to one number within that time", least=3),
    ),
    line="attempts",
    why="{strength} calls went to one number within {within_s} seconds, where {line} are many",
    records=Records("calls", "started_ms", subject="r.callee", where="r.direction = 2"),
    source="FBI and DHS advisories on telephony denial of service",
)

KEPT: Final[tuple[Kept, ...]] = (*MESSAGE_KEPT,)
DETECTORS: Final = (CALL_FLOOD, *MESSAGE_DETECTORS)
