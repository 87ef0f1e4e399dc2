"""How do offices, call centres and lines that people call live: steadily, both ways, at every size?"""

from random import Random
from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.model import SimHolding
from goodstanding.simulation.world.honest.wording import a_saying, an_answer
from goodstanding.simulation.world.making import (
    ALWAYS,
    OFFICE,
    SHOP,
    Manner,
    Tenant,
    add_numbers,
    between,
    foreigner,
    many,
    midnight_ms,
    open_tenant,
    people,
    person,
    zone_of,
)
from goodstanding.simulation.world.model import World, WorldCall

DESK: Final = Manner(answered=720, machine=180, talk_ms=190_000)
RINGING_IN: Final = Manner(answered=900, talk_ms=210_000)
MINUTE_MS: Final = 60_000
NEARBY: Final = ("GB", "DE", "MX", "IN", "PH", "FR", "JP", "AU", "BR", "NL")
FAR: Final = ("LV", "SO", "LT", "SL", "GM", "MV", "TN")
DEPARTMENTS: Final = ("sales", "support", "billing", "returns", "night")


def near(rng: Random, tenant: Tenant, count: int) -> list[int]:
    """Pick people of the tenant's own area."""
    return people(rng, count, (tenant.numbers[0] // 10_000_000 % 1000,))


def talk_both_ways(
    tenant: Tenant, per_day: float, customers: list[int], *, inward: int = 500, week: tuple[int, ...] = OFFICE
) -> None:
    """Let customers call and be called, the same ones again and again."""
    random = tenant.rng.random
    for day, count in tenant.volumes(per_day, week):
        for _ in range(count):
            customer, at_ms = customers[int(random() * len(customers))], tenant.at(day)
            if random() * 1000 < inward:
                tenant.call_in(customer, at_ms, RINGING_IN)
            elif not tenant.call_out(customer, at_ms, DESK) and random() < 0.3:
                tenant.call_out(customer, at_ms + int((2 + 90 * random()) * MINUTE_MS), DESK)


def write_both_ways(tenant: Tenant, per_day: float, customers: list[int], week: tuple[int, ...] = OFFICE) -> None:
    """Let a counter and its customers write to each other by hand."""
    random = tenant.rng.random
    for day, count in tenant.volumes(per_day, week):
        for _ in range(count):
            customer, at_ms = customers[int(random() * len(customers))], tenant.at(day)
            own = tenant.numbers[customer % len(tenant.numbers)]
            arrived = tenant.text(customer, at_ms, a_saying(tenant.rng), own)
            if arrived and random() < 0.5:
                tenant.hear(customer, at_ms + int((0.5 + 20 * random()) * MINUTE_MS), an_answer(tenant.rng), own)


def contact_centre(world: World, rng: Random, key: str) -> None:
    """A call centre with departments as sub-accounts."""
    tenant = open_tenant(world, rng, key, "contact-centre", 3 + int(rng.random() * 12))
    per_day = between(rng, 12, 450)
    customers = people(rng, int(per_day * 8) + 20)
    departments = DEPARTMENTS[: 2 + int(rng.random() * 4)]
    for name in departments:
        talk_both_ways(tenant.under(name), per_day / len(departments), customers, inward=300 + int(rng.random() * 600))


def small_office(world: World, rng: Random, key: str) -> None:
    """A handful of calls and texts a week."""
    tenant = open_tenant(world, rng, key, "small-office", 1 + int(rng.random() * 3))
    customers = near(rng, tenant, 8 + int(rng.random() * 60))
    talk_both_ways(tenant, between(rng, 0.5, 12), customers)
    write_both_ways(tenant, between(rng, 0.2, 6), customers)


def restaurant(world: World, rng: Random, key: str) -> None:
    """Tables are booked by telephone and confirmed by text."""
    tenant = open_tenant(world, rng, key, "restaurant")
    guests = near(rng, tenant, 150 + int(rng.random() * 400))
    for day, count in tenant.volumes(between(rng, 5, 60), SHOP):
        for _ in range(count):
            guest, at_ms = guests[int(rng.random() * len(guests))], tenant.at(day, 11, 21)
            tenant.call_in(guest, at_ms, Manner(850, talk_ms=60_000))
            if rng.random() < 0.6:
                tenant.text(
                    guest, at_ms + MINUTE_MS, f"Your table for {2 + int(rng.random() * 6)} tonight is booked. See you then!"
                )


def help_line(world: World, rng: Random, key: str) -> None:
    """A toll-free line with a menu: many short calls, the same people again, some who give up."""
    tenant = open_tenant(world, rng, key, "help-line")
    tenant.numbers = add_numbers(world, rng, key, (800, 888)[: 1 + int(rng.random() * 2)], kind="toll-free")
    for day, count in tenant.volumes(between(rng, 5, 400), OFFICE if rng.random() < 0.5 else ALWAYS):
        for _ in range(count):
            caller, at_ms = person(rng), tenant.at(day, 8, 20)
            menu = rng.random() < 0.3
            tenant.call_in(caller, at_ms, Manner(960, talk_ms=45_000 if menu else 330_000, least_ms=14_000))
            if rng.random() < 0.12:
                tenant.call_in(
                    caller, at_ms + int((1 + 8 * rng.random()) * MINUTE_MS), Manner(960, talk_ms=200_000, least_ms=14_000)
                )


def conference_bridge(world: World, rng: Random, key: str) -> None:
    """One number that everybody calls at ten o'clock sharp."""
    tenant = open_tenant(world, rng, key, "conference-bridge")
    staff = people(rng, int(between(rng, 10, 260)))
    for day, meetings in tenant.volumes(1.6):
        for _ in range(min(meetings, 4)):
            opens_ms = midnight_ms(tenant.zone, world.since_ms, day) + (9 + int(rng.random() * 8)) * HOUR_MS
            for one in rng.sample(staff, int(len(staff) * (0.5 + 0.5 * rng.random()))):
                at_ms = opens_ms + int(rng.gauss(0, 90_000))
                tenant.call_in(one, at_ms, Manner(990, talk_ms=2_300_000, least_ms=60_000))
                if rng.random() < 0.05:
                    tenant.call_out(one, at_ms + 5 * MINUTE_MS, Manner(900, talk_ms=1_800_000), tenant.numbers[0])


def fax_service(world: World, rng: Random, key: str) -> None:
    """Faxes: tried again every two minutes while the other end is busy."""
    tenant = open_tenant(world, rng, key, "fax-service", 2 + int(rng.random() * 6))
    offices = people(rng, 60 + int(rng.random() * 500))
    for day, count in tenant.volumes(between(rng, 4, 250)):
        for _ in range(count):
            other, at_ms, own = offices[int(rng.random() * len(offices))], tenant.at(day, 7, 19), tenant.own()
            talk_ms = 15_000 + int(rng.expovariate(1 / 45_000))
            if rng.random() < 0.4:
                tenant.add_call(WorldCall(key, "inbound", "answered", other, own, at_ms, talk_ms, 4_000))
                continue
            busy = int(rng.random() * 4) if rng.random() < 0.3 else 0
            for attempt in range(busy):
                tried_ms = at_ms + attempt * 2 * MINUTE_MS
                tenant.add_call(WorldCall(key, "outbound", "busy", own, other, tried_ms, 0, 800))
            started_ms = at_ms + busy * 2 * MINUTE_MS
            tenant.add_call(WorldCall(key, "outbound", "answered", own, other, started_ms, talk_ms, 5_000, "fax"))


def number_block(world: World, rng: Random, key: str) -> None:
    """An employer with consecutive extensions, who once a month calls every colleague of another block in a row."""
    tenant = open_tenant(world, rng, key, "number-block")
    base = tenant.numbers[0] - tenant.numbers[0] % 100
    taken = {one.number for one in world.holdings}
    block = [number for number in range(base, base + 100) if number not in taken]
    world.holdings += [SimHolding(number, key, "local", world.since_ms - 300 * 24 * HOUR_MS) for number in block]
    tenant.numbers += block
    first = person(rng) // 100 * 100
    colleagues = list(range(first, first + 30 + int(rng.random() * 50)))
    talk_both_ways(tenant, between(rng, 10, 250), [*people(rng, 300), *colleagues])
    for place, one in enumerate(colleagues):
        tenant.call_out(one, tenant.at(9, 10, 10.01) + place * 3 * MINUTE_MS, Manner(820, 200, 60_000))


def international(world: World, rng: Random, key: str) -> None:
    """A trader with customers abroad, once in a while in a country that costs more."""
    tenant = open_tenant(world, rng, key, "international", 2 + int(rng.random() * 4))
    countries = rng.sample(NEARBY, 2 + int(rng.random() * 5))
    partners = [foreigner(rng, one) for one in countries for _ in range(6 + int(rng.random() * 30))]
    partners += [foreigner(rng, one) for one in rng.sample(FAR, int(rng.random() * 3))]
    talk_both_ways(tenant, between(rng, 2, 120), [*partners, *people(rng, len(partners))], inward=350)
    if rng.random() < 0.3:
        tenant.call_out(19005550000 + int(rng.random() * 9999), tenant.at(11), Manner(1000, talk_ms=100_000))


def telehealth(world: World, rng: Random, key: str) -> None:
    """Doctors call patients from the practice's number, and send the link of the video room before."""
    tenant = open_tenant(world, rng, key, "telehealth", 1 + int(rng.random() * 5))
    for day, count in tenant.volumes(between(rng, 4, 200)):
        for _ in range(count):
            patient = person(rng)
            at_ms = tenant.at(day, 9, 17, zone_of(patient))
            link = f"https://rooms.example/{int(rng.random() * 10**6)}"
            tenant.text(patient, at_ms - 10 * MINUTE_MS, f"Your visit starts in 10 minutes. Join here: {link}")
            if rng.random() < 0.5 and not tenant.call_out(patient, at_ms, Manner(780, 150, 700_000)):
                tenant.call_out(patient, at_ms + 4 * MINUTE_MS, Manner(780, 150, 700_000))


def number_hoarder(world: World, rng: Random, key: str) -> None:
    """Many numbers for call tracking, each of which rings now and then."""
    tenant = open_tenant(world, rng, key, "number-hoarder", int(between(rng, 40, 300)))
    for number in tenant.numbers:
        for _ in range(1 + many(rng, 4)):
            tenant.call_in(person(rng), tenant.at(int(rng.random() * len(tenant.days))), RINGING_IN, number)
