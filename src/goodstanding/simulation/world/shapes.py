"""What is a way of living in the world: an honest business, or an abuse within ordinary traffic?"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from goodstanding.simulation.world.model import Strength, World


@dataclass(frozen=True, slots=True)
class Business:
    """An honest business of one shape.

    live  adds one master account of that key (sub-accounts are called KEY-something): numbers, profile, a month of traffic
    """

    shape: str
    live: Callable[[World, Random, str], None]


@dataclass(frozen=True, slots=True)
class Abuse:
    """One way of abusing.

    signal  what a detector should see, e.g. "P5.1"
    live    adds one master account of that key: ordinary traffic, and the abuse within it at a strength; `abuse` marks its records
    """

    shape: str
    signal: str
    live: Callable[[World, Random, str, Strength], None]
