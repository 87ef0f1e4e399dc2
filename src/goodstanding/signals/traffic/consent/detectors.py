"""Which detectors of this theme are there?"""

from typing import Final

from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.kept import Kept

KEPT: Final[tuple[Kept, ...]] = ()
DETECTORS: Final[tuple[Detector, ...]] = ()
