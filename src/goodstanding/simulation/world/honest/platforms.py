"""How do those live under whom others live, or whose numbers come and go?"""

from random import Random

from goodstanding.periods import DAY_MS
from goodstanding.simulation.model import SimHolding
from goodstanding.simulation.world.honest.offices import near, talk_both_ways, write_both_ways
from goodstanding.simulation.world.honest.reminding import remind
from goodstanding.simulation.world.honest.wording import a_brand
from goodstanding.simulation.world.making import (
    NPAS,
    ZONE_OF,
    Manner,
    Tenant,
    add_numbers,
    between,
    many,
    open_tenant,
    person,
)
from goodstanding.simulation.world.model import World


def platform(world: World, rng: Random, key: str) -> None:
    """A software house with up to forty small customers, each a sub-account that does something else."""
    master = open_tenant(world, rng, key, "platform")
    for place in range(int(between(rng, 8, 41))):
        area = NPAS[int(rng.random() * len(NPAS))]
        tenant = master.under(f"t{place:02d}", numbers=[])
        tenant.numbers, tenant.zone = add_numbers(world, rng, tenant.account, (area,) * (1 + int(rng.random() * 2))), ZONE_OF[area]
        _live_small(tenant, place)


def _live_small(tenant: Tenant, place: int) -> None:
    rng = tenant.rng
    customers = near(rng, tenant, 15 + int(rng.random() * 120))
    per_day = between(rng, 0.5, 25)
    if place % 3 == 0:
        remind(tenant, per_day, a_brand(rng).name)
    if place % 3 == 1:
        write_both_ways(tenant, per_day, customers)
    talk_both_ways(tenant, per_day / 2, customers)


def turnover(world: World, rng: Random, key: str) -> None:
    """An agency that takes a number for each advertisement and gives it back when the advertisement ends."""
    tenant = open_tenant(world, rng, key, "number-turnover")
    for _ in range(int(between(rng, 8, 70))):
        (number,) = add_numbers(world, rng, key, (NPAS[int(rng.random() * len(NPAS))],))
        held = world.holdings.pop()
        since_ms = world.since_ms + int(rng.random() * 24 * DAY_MS)
        until_ms = since_ms + int((4 + 40 * rng.random()) * DAY_MS)
        world.holdings.append(
            SimHolding(held.number, key, "local", since_ms, until_ms if until_ms < world.until_ms - DAY_MS else None)
        )
        for _ in range(2 + many(rng, 12)):
            at_ms = since_ms + int(rng.random() * (min(until_ms, world.until_ms) - since_ms))
            tenant.call_in(person(rng), at_ms, Manner(880, talk_ms=100_000), number)
