"""Which detectors of this theme are there?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.kept import Kept
from goodstanding.signals.traffic.messaging.lists import LISTS
from goodstanding.signals.traffic.messaging.pumping import PUMPING
from goodstanding.signals.traffic.messaging.spreading import SPREADING

_HERE: Final = Path(__file__).parent

KEPT: Final[tuple[Kept, ...]] = (
    Kept("sender_days", _HERE / "sender_days.sql"),
    Kept("seed_probes", _HERE / "seed_probes.sql"),
    Kept("template_senders", _HERE / "template_senders.sql"),
)
DETECTORS: Final[tuple[Detector, ...]] = (*SPREADING, *PUMPING, *LISTS)
