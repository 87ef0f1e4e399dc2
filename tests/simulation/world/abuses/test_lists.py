from random import Random

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.abuses.lists import lists_of
from goodstanding.simulation.world.model import Strength, World

SINCE_MS = 1_454_284_800_000  # 2016-02-01


def listed_in(shape: str, per_thousand: int) -> tuple[World, dict[str, tuple[tuple[int, int], ...]]]:
    world = World(SINCE_MS, SINCE_MS + 8 * DAY_MS)
    next(one for one in ABUSES if one.shape == shape).live(world, Random(1), "AC1", Strength.BLATANT)
    return world, lists_of(world, per_thousand=per_thousand)


def is_on(number: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= number <= high for low, high in ranges)


def test_whoever_is_sold_to_against_a_register_is_on_it_and_nobody_else() -> None:
    world, lists = listed_in("listed-people", 0)
    assert lists["do-not-call"] == tuple((one, one) for one in sorted({one.callee for one in world.calls if one.abuse}))
    assert not lists["reassigned"]


def test_some_whom_honest_accounts_call_are_on_the_register_too() -> None:
    world, lists = listed_in("call-flood", 200)
    called = {one.callee for one in world.calls if one.direction == "outbound"}
    assert 0 < len(lists["do-not-call"]) < len(called)


def test_numbers_that_changed_hands_are_those_contacted_years_after() -> None:
    world, lists = listed_in("changed-hands", 0)
    assert lists["reassigned"] == tuple((one, one) for one in sorted({one.recipient for one in world.messages if one.abuse}))


def test_what_goes_to_a_listed_place_is_on_its_list() -> None:
    for shape, name in (("sanctioned-places", "sanctioned"), ("emergency-misused", "emergency"), ("arbitrage", "high-cost")):
        world, lists = listed_in(shape, 0)
        assert all(is_on(one.callee, lists[name]) for one in world.calls if one.abuse)
    world, lists = listed_in("barred-numbers", 0)
    assert all(is_on(one.caller, lists["do-not-originate"]) for one in world.calls if one.abuse)
