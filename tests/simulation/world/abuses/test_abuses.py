from functools import lru_cache
from random import Random

import pytest

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.model import Strength, World
from goodstanding.simulation.world.shapes import Abuse

SINCE_MS = 1_454_284_800_000  # 2016-02-01
SEEDS = (1, 2, 3)


def lived(abuse: Abuse, strength: Strength, seed: int = 1, days: int = 29) -> World:
    world = World(SINCE_MS, SINCE_MS + days * DAY_MS)
    abuse.live(world, Random(f"{abuse.shape} {strength} {seed}"), f"AC{seed}", strength)
    return world


def times(world: World) -> list[int]:
    return [
        *(one.started_ms for one in world.calls),
        *(one.at_ms for one in world.messages),
        *(one.at_ms for one in world.requests),
        *(one.at_ms for one in world.complaints),
        *(one.at_ms for one in world.consents if one.at_ms >= world.since_ms),
    ]


def marked(world: World) -> list[object]:
    kinds = (world.calls, world.messages, world.requests, world.consents, world.complaints)
    return [one for kind in kinds for one in kind if one.abuse]  # type: ignore[attr-defined]


@lru_cache(maxsize=512)
def volume(abuse: Abuse, strength: Strength) -> int:
    return sum(len(marked(lived(abuse, strength, seed))) for seed in SEEDS)


everywhere = pytest.mark.parametrize("abuse", ABUSES, ids=[one.shape for one in ABUSES])


def test_shapes_are_named_once() -> None:
    assert len({one.shape for one in ABUSES}) == len(ABUSES)


@everywhere
def test_the_stronger_the_more(abuse: Abuse) -> None:
    blatant, moderate, careful = (volume(abuse, strength) for strength in Strength)
    assert blatant > moderate > careful > 0


@everywhere
@pytest.mark.parametrize("strength", Strength)
def test_records_lie_within_the_world_and_say_whose_they_are(abuse: Abuse, strength: Strength) -> None:
    world = lived(abuse, strength)
    accounts = {one.account for one in world.accounts}
    assert all(world.since_ms <= one < world.until_ms for one in times(world))
    assert {one.account for kind in (world.calls, world.messages, world.holdings) for one in kind} <= accounts  # type: ignore[attr-defined]
    assert {one.abuse for one in marked(world)} == {abuse.signal}  # type: ignore[attr-defined]
    assert {(one.master, one.shape, one.abuse, one.strength) for one in world.accounts} == {
        ("AC1", abuse.shape, abuse.signal, strength)
    }
    assert all(one.released_ms is None or one.acquired_ms < one.released_ms for one in world.holdings)
    assert len({one.number for one in world.holdings}) == len(world.holdings)


@everywhere
def test_the_same_seed_lives_the_same(abuse: Abuse) -> None:
    assert lived(abuse, Strength.CAREFUL, 7) == lived(abuse, Strength.CAREFUL, 7)


@everywhere
def test_a_short_world_will_do(abuse: Abuse) -> None:
    world = lived(abuse, Strength.CAREFUL, 3, days=8)
    assert marked(world)
    assert all(world.since_ms <= one < world.until_ms for one in times(world))


@everywhere
def test_honest_traffic_surrounds_it(abuse: Abuse) -> None:
    world = lived(abuse, Strength.MODERATE)
    assert any(not one.abuse for kind in (world.calls, world.messages) for one in kind)  # type: ignore[attr-defined]


def test_half_of_them_split_it_over_sub_accounts() -> None:
    counts = [len(lived(ABUSES[0], Strength.CAREFUL, seed, days=3).accounts) for seed in range(60)]
    assert 15 <= sum(count > 1 for count in counts) <= 45
    assert all(count == 1 or 3 <= count <= 9 for count in counts)
