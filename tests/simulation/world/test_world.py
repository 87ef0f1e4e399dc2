"""A world mixes honest businesses with each abuse at each strength, in an order that says nothing of either."""

from collections import Counter
from random import Random

import pytest

from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.abuses.whose import whose
from goodstanding.simulation.world.honest.catalogue import BUSINESSES
from goodstanding.simulation.world.model import Strength, World
from goodstanding.simulation.world.world import a_world

SOME = ABUSES[:2]


@pytest.fixture(scope="module")
def world() -> World:
    return a_world("2016-02", Random(4), honest=len(BUSINESSES), abuses=SOME, times=2)


def test_it_has_as_many_of_each_as_were_asked_for(world: World) -> None:
    masters = [one for one in world.accounts if one.account == one.master]
    assert {one.shape for one in masters if not one.abuse} == {one.shape for one in BUSINESSES}
    abusing = Counter((one.shape, one.strength) for one in masters if one.abuse)
    assert abusing == {(abuse.shape, strength): 2 for abuse in SOME for strength in Strength}


def test_records_are_in_the_order_of_time(world: World) -> None:
    for times in (
        [one.started_ms for one in world.calls],
        *([one.at_ms for one in some] for some in (world.messages, world.requests)),
    ):
        assert times == sorted(times)


def test_no_number_is_held_by_two(world: World) -> None:
    assert len({one.number for one in world.holdings}) == len(world.holdings)


def test_the_truth_of_a_record_is_that_of_its_account(world: World) -> None:
    abuses = {one.account: one.abuse for one in world.accounts}
    assert all(one.abuse in {"", abuses[one.account]} for one in (*world.calls, *world.messages))
    assert all(one.abuse in {"", abuses[whose(one, abuses)]} for one in world.requests)


def test_signalling_is_there_for_some_and_says_how_the_call_ended(world: World) -> None:
    calls = set(world.calls)
    assert 0 < len(world.signalling) < len(world.calls)
    assert all(one.call in calls and (one.sip == 200) == (one.call.outcome == "answered") for one in world.signalling)


def test_honest_accounts_get_one_complaint_in_thousands_of_contacts(world: World) -> None:
    honest = {one.account for one in world.accounts if not one.abuse}
    stray = [one for one in world.complaints if one.account in honest]
    assert len(stray) * 2_000 < len(world.calls) + len(world.messages)


def test_the_same_seed_makes_the_same_world() -> None:
    one, same, other = (
        a_world("2016-02", Random(seed), honest=2, abuses=SOME[:1], strengths=(Strength.CAREFUL,)) for seed in (1, 1, 2)
    )
    assert one == same != other
