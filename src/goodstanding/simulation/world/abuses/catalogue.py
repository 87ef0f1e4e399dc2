"""Which abuses may an account of the labelled world do?"""

from typing import Final

from goodstanding.simulation.world.abuses import enumeration, flooding, fraud, messaging, pumping, requests, spreading, takeover
from goodstanding.simulation.world.shapes import Abuse

ABUSES: Final[tuple[Abuse, ...]] = (
    *flooding.ABUSES,
    *pumping.ABUSES,
    *fraud.ABUSES,
    *enumeration.ABUSES,
    *requests.ABUSES,
    *takeover.ABUSES,
    *spreading.ABUSES,
    *messaging.ABUSES,
)
