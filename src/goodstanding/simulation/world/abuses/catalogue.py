"""Which abuses may an account of the labelled world do?"""

from typing import Final

from goodstanding.simulation.world.abuses import flooding, fraud, pumping
from goodstanding.simulation.world.shapes import Abuse

ABUSES: Final[tuple[Abuse, ...]] = (
    *flooding.ABUSES,
    *pumping.ABUSES,
    *fraud.ABUSES,
)
