"""Which detectors see what an account is: its declared use, its numbers, its kin, its cases?"""

from typing import Final

from goodstanding.signals.traffic.accounts import declared, derived
from goodstanding.signals.traffic.kept import Kept

KEPT: Final[tuple[Kept, ...]] = ()
DETECTORS: Final = (*derived.DETECTORS, *declared.DETECTORS)
