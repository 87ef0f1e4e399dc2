"""Which detectors see how people are called: how often, at which hour, how long it rings, who is left in silence?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.contact.persons import PERSONS
from goodstanding.signals.traffic.contact.quality import QUALITY
from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.kept import Kept

_HERE: Final = Path(__file__).parent

KEPT: Final[tuple[Kept, ...]] = (
    Kept("call_hours", _HERE / "call_hours.sql"),
    Kept("call_days", _HERE / "call_days.sql", reads=("call_hours",)),
    Kept("one_sided", _HERE / "one_sided.sql", reads=("repeat_callees", "repeat_calls", "repeat_replies")),
)
DETECTORS: Final[tuple[Detector, ...]] = (*QUALITY, *PERSONS)
