"""Which abuses are there?"""

from typing import Final

from goodstanding.simulation.world.shapes import Abuse

ABUSES: Final[tuple[Abuse, ...]] = ()
