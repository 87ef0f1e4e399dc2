"""The building blocks of a world: numbers that nobody has, hours on the right clock, counts around their mean."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.periods import DAY_MS, HOUR_MS, Month, moment_of, zone_named
from goodstanding.simulation.world.abuses.places import DO_NOT_ORIGINATE, PSAP
from goodstanding.simulation.world.making import (
    FOREIGN,
    NPAS,
    OWN_LINES,
    ZONE_OF,
    Manner,
    Tenant,
    add_numbers,
    between,
    foreigner,
    many,
    open_tenant,
    people,
    person,
    zone_of,
)
from goodstanding.simulation.world.model import World

BOUNDS = Month(2016, 3).bounds_ms("UTC")


@pytest.fixture
def tenant() -> Tenant:
    return open_tenant(World(*BOUNDS), Random(1), "AC1", "shop", 3)


@given(st.integers(0, 1 << 30))
@settings(max_examples=50)
def test_people_have_numbers_of_the_exchange_555_that_no_customer_has(seed: int) -> None:
    number = person(Random(seed))
    assert number // 10_000_000 % 1000 in ZONE_OF
    assert 5_550_000 + OWN_LINES <= number % 10_000_000 <= 5_559_999


def test_customers_never_share_a_number_even_where_an_area_is_almost_full() -> None:
    world, rng = World(*BOUNDS), Random(1)
    held = [*add_numbers(world, rng, "AC1", (NPAS[0],) * 1_000), *add_numbers(world, rng, "AC2", (NPAS[0],) * 900)]
    assert len(set(held)) == 1_900
    assert all(number % 10_000 < OWN_LINES for number in held)


@given(st.integers(0, 1 << 30))
@settings(max_examples=50)
def test_nobody_has_a_number_of_the_emergency_services_or_one_that_may_not_call(seed: int) -> None:
    rng, world = Random(seed), World(*BOUNDS)
    numbers = [person(rng, (415, 212, 312)), *add_numbers(world, rng, "AC1", (800, 833, 888), kind="toll-free")]
    barred = [(first * 10**digits, (first + 1) * 10**digits) for first, digits in (*PSAP, *DO_NOT_ORIGINATE)]
    assert not any(low <= one < high for one in numbers for low, high in barred)


def test_people_of_a_crowd_are_all_different() -> None:
    assert len(set(people(Random(1), 5_000, NPAS[:1]))) == 5_000


@pytest.mark.parametrize("country", FOREIGN)
def test_foreigners_have_numbers_of_a_fixed_length(country: str) -> None:
    before, digits = FOREIGN[country]
    numbers = {foreigner(Random(seed), country) for seed in range(20)}
    assert {len(str(one)) for one in numbers} == {len(str(before)) + digits}


@given(st.integers(0, 30), st.sampled_from(sorted(set(ZONE_OF.values()))))
@settings(max_examples=60)
def test_hours_are_those_of_the_zone_on_the_day_its_clock_jumps_too(day: int, zone: str) -> None:
    tenant = open_tenant(World(*BOUNDS), Random(day), "AC1", "shop")
    local = moment_of(tenant.at(day, 9, 17, zone)).astimezone(zone_named(zone))
    # a day begins at midnight and is counted in hours from there: on the thirteenth of March the clock is one ahead
    assert 9 <= local.hour <= 18
    assert local.day == day + 1


def test_an_area_code_says_the_zone() -> None:
    assert (zone_of(12125550100), zone_of(14155550100), zone_of(4915550123456)) == (
        "America/New_York", "America/Los_Angeles", "America/New_York",
    )  # fmt: skip


@pytest.mark.parametrize("mean", [0.3, 5, 39, 41, 900])
def test_counts_lie_around_their_mean(mean: float) -> None:
    rng = Random(3)
    counts = [many(rng, mean) for _ in range(600)]
    assert min(counts) >= 0
    assert abs(sum(counts) / 600 - mean) < 5 * (mean / 600) ** 0.5


def test_each_order_of_magnitude_is_as_likely_as_the_next() -> None:
    rng = Random(3)
    sizes = [between(rng, 1, 10_000) for _ in range(2_000)]
    assert 0.4 < sum(size < 100 for size in sizes) / 2_000 < 0.6


def test_nothing_is_added_beyond_the_span(tenant: Tenant) -> None:
    for at_ms in (BOUNDS[0] - 1, BOUNDS[1]):
        tenant.text(person(tenant.rng), at_ms, "hi")
        tenant.call_out(person(tenant.rng), at_ms)
    assert not tenant.world.calls
    assert not tenant.world.messages


def test_who_cannot_be_reached_by_text_never_can(tenant: Tenant) -> None:
    tenant.failing = 300
    some = people(tenant.rng, 200)
    first = [tenant.text(one, BOUNDS[0] + HOUR_MS, "hi") for one in some]
    assert first == [tenant.text(one, BOUNDS[0] + DAY_MS, "hi") for one in some]
    assert 20 < first.count(False) < 120
    assert {one.status for one in tenant.world.messages if one.error} == {"undelivered"}


def test_a_manner_says_how_calls_end(tenant: Tenant) -> None:
    reached = [tenant.call_out(person(tenant.rng), BOUNDS[0] + HOUR_MS, Manner(600, 500, 60_000)) for _ in range(400)]
    answered = [one for one in tenant.world.calls if one.outcome == "answered"]
    assert 190 < len(answered) < 290
    assert reached.count(True) == sum(one.answered_by == "human" for one in answered)
    assert all(one.talk_ms == 0 for one in tenant.world.calls if one.outcome != "answered")


def test_every_call_and_text_placed_leaves_a_request(tenant: Tenant) -> None:
    tenant.text(person(tenant.rng), BOUNDS[0] + HOUR_MS, "hi")
    tenant.call_out(person(tenant.rng), BOUNDS[0] + HOUR_MS)
    tenant.call_in(person(tenant.rng), BOUNDS[0] + HOUR_MS)
    assert [(one.route, one.status) for one in tenant.world.requests] == [("Messages", 201), ("Calls", 201)]
