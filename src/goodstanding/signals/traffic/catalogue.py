"""Which detectors of traffic are there? The line here is the registration of a theme; its own module lists its detectors."""

from typing import Final

from goodstanding.signals.traffic.accounts import detectors as accounts
from goodstanding.signals.traffic.consent import detectors as consent
from goodstanding.signals.traffic.contact import detectors as contact
from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.flooding import detectors as flooding
from goodstanding.signals.traffic.fraud import detectors as fraud
from goodstanding.signals.traffic.identity import detectors as identity
from goodstanding.signals.traffic.kept import Kept
from goodstanding.signals.traffic.messaging import detectors as messaging
from goodstanding.signals.traffic.requests import detectors as requests

_THEMES: Final = (flooding, fraud, identity, contact, messaging, consent, requests, accounts)

DETECTORS: Final[tuple[Detector, ...]] = tuple(one for theme in _THEMES for one in theme.DETECTORS)
KEPT: Final[dict[str, Kept]] = {one.name: one for theme in _THEMES for one in theme.KEPT}
