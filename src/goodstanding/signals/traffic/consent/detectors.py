"""Which detectors of this theme are there?"""

from pathlib import Path
from typing import Final

from goodstanding.signals.traffic.consent.asking import ASKING
from goodstanding.signals.traffic.consent.withdrawal import WITHDRAWAL
from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.kept import Kept

_HERE: Final = Path(__file__).parent

KEPT: Final[tuple[Kept, ...]] = (
    Kept("after_stop", _HERE / "after_stop.sql"),
    Kept("after_refusal", _HERE / "after_refusal.sql"),
    Kept("calls_after_wish", _HERE / "calls_after_wish.sql"),
    Kept("agreed", _HERE / "agreed.sql"),
    Kept("strangers", _HERE / "strangers.sql", reads=("agreed",)),
    Kept("uncalled_for", _HERE / "uncalled_for.sql", reads=("agreed",)),
    Kept("solicitations", _HERE / "solicitations.sql"),
    Kept("solicited_hours", _HERE / "solicited_hours.sql", reads=("solicitations",)),
)
DETECTORS: Final[tuple[Detector, ...]] = (*WITHDRAWAL, *ASKING)
