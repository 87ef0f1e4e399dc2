from random import Random
from typing import Any

import pytest

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.model import Strength, World
from goodstanding.simulation.world.shapes import Abuse

SINCE_MS = 1_454_284_800_000  # 2016-02-01
SEEDS = (1, 2)
Worlds = dict[tuple[Strength, int], World]


def lived(abuse: Abuse, strength: Strength, seed: int = 1, days: int = 10) -> World:
    world = World(SINCE_MS, SINCE_MS + days * DAY_MS)
    abuse.live(world, Random(f"{abuse.shape} {strength} {seed}"), f"AC{seed}", strength)
    return world


# of the module's scope, so that all tests of one abuse come together and its worlds are made once
@pytest.fixture(scope="module", params=ABUSES, ids=[one.shape for one in ABUSES])
def abuse(request: pytest.FixtureRequest) -> Abuse:
    made: Abuse = request.param
    return made


@pytest.fixture(scope="module")
def worlds(abuse: Abuse) -> Worlds:
    return {(strength, seed): lived(abuse, strength, seed) for strength in Strength for seed in SEEDS}


def records(world: World) -> list[Any]:
    return [*world.calls, *world.messages, *world.requests, *world.complaints, *world.consents]


def test_shapes_are_named_once() -> None:
    assert len({one.shape for one in ABUSES}) == len(ABUSES)


def test_the_stronger_the_more(worlds: Worlds) -> None:
    blatant, moderate, careful = (
        sum(bool(one.abuse) for seed in SEEDS for one in records(worlds[strength, seed])) for strength in Strength
    )
    assert blatant > moderate > careful > 0


def test_records_lie_within_the_world(worlds: Worlds) -> None:
    for world in worlds.values():
        times = [getattr(one, "at_ms", None) or one.started_ms for one in (*world.calls, *world.messages, *world.requests)]
        assert all(world.since_ms <= one < world.until_ms for one in times)
        assert all(one.at_ms < world.until_ms for one in (*world.consents, *world.complaints))
        assert all(one.released_ms is None or one.acquired_ms < one.released_ms < world.until_ms for one in world.holdings)


def test_records_say_whose_they_are_and_what_is_wrong_with_them(abuse: Abuse, worlds: Worlds) -> None:
    for (strength, seed), world in worlds.items():
        accounts, truth = {one.account for one in world.accounts}, (f"AC{seed}", abuse.shape, abuse.signal, strength)
        assert {(one.master, one.shape, one.abuse, one.strength) for one in world.accounts} == {truth}
        assert {one.account for one in (*world.calls, *world.messages, *world.consents, *world.complaints)} <= accounts
        assert {one.account for one in (*world.holdings, *world.profiles)} <= accounts
        assert all(one.account in accounts or one.credential in accounts for one in world.requests)
        assert {one.abuse for one in records(world)} - {""} == {abuse.signal}
        assert any(one.abuse for one in records(world))
        assert len({one.number for one in world.holdings}) == len(world.holdings)


def test_honest_traffic_surrounds_it(worlds: Worlds) -> None:
    assert all(any(not one.abuse for one in (*world.calls, *world.messages)) for world in worlds.values())


def test_the_same_seed_lives_the_same(abuse: Abuse, worlds: Worlds) -> None:
    assert lived(abuse, Strength.CAREFUL) == worlds[Strength.CAREFUL, 1]


def test_half_of_them_split_it_over_sub_accounts() -> None:
    counts = [len(lived(ABUSES[0], Strength.CAREFUL, seed, days=3).accounts) for seed in range(60)]
    assert 15 <= sum(count > 1 for count in counts) <= 45
    assert all(count == 1 or 3 <= count <= 9 for count in counts)
