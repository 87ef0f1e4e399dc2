"""What do the tests of the simulation look at? One small month, made once."""

from random import Random

import pytest

from goodstanding.periods import Month
from goodstanding.simulation.carrier import simulate
from goodstanding.simulation.model import Carrier


@pytest.fixture(scope="session")
def carrier() -> Carrier:
    """Return the smallest month there is; nobody changes it."""
    return simulate(Month(2016, 2), Random(7), calls=5_000)
