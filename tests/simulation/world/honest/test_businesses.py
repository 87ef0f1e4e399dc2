"""Honest businesses keep the law, and the busiest hours of some look like abuse."""

from collections import Counter, defaultdict
from itertools import pairwise
from random import Random

import pytest

from goodstanding.periods import DAY_MS, HOUR_MS, Month, moment_of, zone_named
from goodstanding.simulation.world.honest.catalogue import BUSINESSES
from goodstanding.simulation.world.making import zone_of
from goodstanding.simulation.world.model import World
from goodstanding.simulation.world.shapes import Business

BOUNDS = Month(2016, 2).bounds_ms("UTC")
MINUTE_MS = 60_000


def lived(business: Business, seed: int = 1) -> World:
    world = World(*BOUNDS)
    business.live(world, Random(f"{business.shape} {seed}"), "AC1")
    return world


def named(shape: str, seed: int = 1) -> World:
    return lived(next(one for one in BUSINESSES if one.shape == shape), seed)


def local_hour(number: int, at_ms: int) -> int:
    return moment_of(at_ms).astimezone(zone_named(zone_of(number))).hour


# of the module's scope, so that all tests of one business come together and its world is made once
@pytest.fixture(scope="module", params=BUSINESSES, ids=[one.shape for one in BUSINESSES])
def business(request: pytest.FixtureRequest) -> Business:
    made: Business = request.param
    return made


@pytest.fixture(scope="module")
def world(business: Business) -> World:
    return lived(business)


def test_records_lie_within_the_month_and_belong_to_its_accounts(business: Business, world: World) -> None:
    times = [*(one.started_ms for one in world.calls), *(one.at_ms for one in (*world.messages, *world.requests))]
    assert times
    assert all(BOUNDS[0] <= one < BOUNDS[1] for one in times)
    accounts = {one.account for one in world.accounts}
    assert {one.account for one in (*world.calls, *world.messages, *world.requests, *world.holdings)} <= accounts
    assert {(one.master, one.shape, one.abuse) for one in world.accounts} == {("AC1", business.shape, "")}


def test_it_shows_numbers_that_it_holds_and_nobody_has_two_of_them(world: World) -> None:
    held = {one.number for one in world.holdings}
    assert len(held) == len(world.holdings)
    assert {one.caller for one in world.calls if one.direction == "outbound"} <= held
    assert {one.sender for one in world.messages if one.direction == "outbound"} <= held
    assert {one.callee for one in world.calls if one.direction == "inbound"} <= held


def test_nothing_of_it_is_abuse(world: World) -> None:
    assert not any(one.abuse for one in (*world.calls, *world.messages, *world.requests, *world.consents, *world.complaints))


def test_nobody_is_written_to_after_saying_stop_but_once_to_confirm(world: World) -> None:
    said = defaultdict(list)
    for one in world.consents:
        said[one.recipient].append((one.at_ms, one.status))
    stopped = {number for number, words in said.items() if max(words)[1] == "opt-out"}
    after = Counter(
        text.recipient for text in world.messages
        if text.direction == "outbound" and text.recipient in stopped and text.at_ms > max(said[text.recipient])[0]
    )  # fmt: skip
    assert max(after.values(), default=0) <= 1


def test_offers_go_out_by_day_where_they_arrive_to_people_who_agreed(world: World) -> None:
    agreed = {one.recipient for one in world.consents if one.status == "opt-in"}
    offers = [one for one in world.messages if one.direction == "outbound" and "STOP" in one.body]
    assert all(one.recipient in agreed and 8 <= local_hour(one.recipient, one.at_ms) < 21 for one in offers)


def test_the_same_seed_lives_the_same() -> None:
    assert named("debt-collector") == named("debt-collector") != named("debt-collector", 2)


def test_sizes_differ_by_orders_of_magnitude() -> None:
    sizes = sorted(len(named("contact-centre", seed).calls) for seed in range(12))
    assert sizes[0] * 5 < sizes[-1]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_collector_keeps_to_seven_attempts_in_seven_days_and_to_the_day(seed: int) -> None:
    attempts = defaultdict(list)
    for call in sorted(named("debt-collector", seed).calls, key=lambda one: one.started_ms):
        attempts[call.callee].append(call.started_ms)
        assert 8 <= local_hour(call.callee, call.started_ms) < 21
    for times in attempts.values():
        assert all(later - first >= 6 * DAY_MS for first, later in zip(times, times[7:], strict=False))


def test_a_school_calls_everybody_within_ten_minutes() -> None:
    calls = sorted(one.started_ms for one in named("school-alert").calls if one.direction == "outbound")
    within = max(sum(first <= one < first + 10 * MINUTE_MS for one in calls) for first in calls[::50])
    assert within > len(calls) / 4


def test_a_launch_writes_to_everybody_within_hours_of_one_wording() -> None:
    texts = [one for one in named("product-launch").messages if "launch" in one.body]
    assert len(texts) > 400
    assert len({one.body for one in texts}) == len({one.sender for one in texts}) == 1
    assert max(one.at_ms for one in texts) - min(one.at_ms for one in texts) < 3 * HOUR_MS


def test_an_alarm_centre_calls_the_same_people_again_within_minutes_at_night_too() -> None:
    calls = sorted((one.callee, one.started_ms) for one in named("alarm-monitoring").calls)
    assert any(a == b and later - first < 10 * MINUTE_MS for (a, first), (b, later) in pairwise(calls))
    assert any(local_hour(number, at_ms) < 6 for number, at_ms in calls)
