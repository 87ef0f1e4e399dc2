"""A scan in hourly steps ends with what one pass over the month sees, over a world in which most detectors see something."""

from pathlib import Path
from random import Random

from goodstanding.app import desk
from goodstanding.flows.scan_traffic import scan_traffic
from goodstanding.policy.load import load_editions
from goodstanding.policy.traffic import load_traffic
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.sighting import Sighting
from goodstanding.signals.traffic.thresholds import parameters_of
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.model import Strength
from goodstanding.simulation.world.world import a_world
from goodstanding.simulation.world.writing import write_world

HOUR_MS = 3_600_000
SINCE_MS, UNTIL_MS = 1_454_284_800_000, 1_456_790_400_000
EDITION = load_editions().named("2016-02-01")
GIVEN = parameters_of(DETECTORS, load_traffic(EDITION))


def test_steps_end_with_what_one_pass_sees(tmp_path: Path) -> None:
    """The steps are hours of the month picked at random, and the hours in which something became known."""
    rng = Random(11)
    world = a_world("2016-02", rng, honest=4, abuses=ABUSES[::2], strengths=(Strength.BLATANT,))
    with desk(Settings(now_ms=UNTIL_MS)) as held:
        for take in write_world(world, tmp_path, "calls"):
            held.take_in(parse_take(take), Silent())
        held.settle_down("UTC")
        ground, _ = held.ground(SINCE_MS, UNTIL_MS, days_before=28)

        def seen(until_ms: int) -> tuple[Sighting, ...]:
            return scan_traffic(ground, EDITION, GIVEN, since_ms=SINCE_MS, until_ms=until_ms, progress=Silent()).sightings

        whole = seen(UNTIL_MS)
        telling = sorted({one.row.until_ms - one.row.until_ms % HOUR_MS + HOUR_MS for one in whole})
        steps = {*rng.sample(telling, 6), *(rng.randrange(SINCE_MS + HOUR_MS, UNTIL_MS, HOUR_MS) for _ in range(2)), UNTIL_MS}
        known: dict[object, Sighting] = {}
        for until_ms in sorted(steps):
            for one in seen(until_ms):
                assert one.row.until_ms <= until_ms, f"{one.detector} knows what comes after the step"
                assert known.get(one.key, one).row.until_ms == one.row.until_ms, f"{one.detector} moved the moment of knowing"
                known[one.key] = one
    assert len({one.detector for one in whole}) > 25
    assert {key: repr(one) for key, one in known.items()} == {one.key: repr(one) for one in whole}
