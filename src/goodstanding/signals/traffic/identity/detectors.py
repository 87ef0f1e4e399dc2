"""Which detectors see false numbers, and destinations that nobody should automate calls to?"""

from typing import Final

from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.identity.callers import CALLER_DETECTORS, CALLER_KEPT
from goodstanding.signals.traffic.identity.places import PLACE_DETECTORS
from goodstanding.signals.traffic.kept import Kept

KEPT: Final[tuple[Kept, ...]] = CALLER_KEPT
DETECTORS: Final[tuple[Detector, ...]] = (*CALLER_DETECTORS, *PLACE_DETECTORS)
