"""How do those live who put two strangers in touch: taxis, couriers, markets, chats?"""

from random import Random
from typing import Final

from goodstanding.simulation.world.honest.offices import MINUTE_MS, near, write_both_ways
from goodstanding.simulation.world.honest.wording import a_brand, a_name, a_saying, an_answer
from goodstanding.simulation.world.making import ALWAYS, OFFICE, SHOP, Manner, between, open_tenant, person
from goodstanding.simulation.world.model import World

BRIEFLY: Final = Manner(answered=640, machine=60, talk_ms=18_000, least_ms=3_000)
ASKING: Final = (
    "Is it still available?",
    "Could I pick it up at 6?",
    "Would you take 40?",
    "Where are you?",
    "I am outside",
    "ok, deal",
)


def taxi(world: World, rng: Random, key: str) -> None:
    """Drivers and riders talk through the company's numbers: very short calls, the same two again within minutes."""
    tenant = open_tenant(world, rng, key, "taxi-dispatch", 2 + int(rng.random() * 7))
    drivers = near(rng, tenant, int(between(rng, 5, 70)))
    area = (tenant.numbers[0] // 10_000_000 % 1000,)
    for day, rides in tenant.volumes(between(rng, 6, 220), (70, 70, 75, 90, 140, 160, 95)):
        for _ in range(rides):
            rider, driver, own = person(rng, area), drivers[int(rng.random() * len(drivers))], tenant.own()
            at_ms = tenant.at(day, 5, 26)
            tenant.text(rider, at_ms, f"{a_name(rng)} is on the way in a silver car, {2 + int(rng.random() * 9)} minutes.", own)
            for _ in range(3):
                if rng.random() < 0.45:
                    break
                at_ms += int((0.4 + 2 * rng.random()) * MINUTE_MS)
                one, other = (driver, rider) if rng.random() < 0.7 else (rider, driver)
                tenant.call_in(one, at_ms, Manner(990, talk_ms=20_000, least_ms=4_000), own)
                if tenant.call_out(other, at_ms + 1_500, BRIEFLY, own):
                    break


def delivery(world: World, rng: Random, key: str) -> None:
    """Parcels are announced by text, with a link to follow them; couriers ring when nobody opens."""
    tenant = open_tenant(world, rng, key, "delivery", 1 + int(rng.random() * 3))
    brand = a_brand(rng)
    for day, parcels in tenant.volumes(between(rng, 8, 300), SHOP):
        for _ in range(parcels):
            person_there, own = person(rng), tenant.numbers[0]
            link = f"https://{brand.host}/t/{int(rng.random() * 10**8)}"
            at_ms = tenant.at(day, 7.5, 17)
            tenant.text(person_there, at_ms, f"{brand.name}: your parcel comes today between 12 and 6. Follow it: {link}", own)
            if rng.random() < 0.7:
                tenant.text(person_there, at_ms + 90 * MINUTE_MS, f"{brand.name}: your parcel was left at the front door.", own)
            elif rng.random() < 0.4:
                tenant.call_out(person_there, at_ms + 80 * MINUTE_MS, BRIEFLY)


def marketplace(world: World, rng: Random, key: str) -> None:
    """Buyers and sellers write and call through a pool of numbers, which hide theirs."""
    tenant = open_tenant(world, rng, key, "marketplace", int(between(rng, 10, 60)))
    tenant.failing = 4
    for day, deals in tenant.volumes(between(rng, 3, 60), ALWAYS):
        for _ in range(deals):
            pair, own = (person(rng), person(rng)), tenant.own()
            at_ms = tenant.at(day, 8, 21)
            for turn in range(2 + int(rng.random() * 7)):
                said = ASKING[int(rng.random() * len(ASKING))]
                tenant.hear(pair[turn % 2], at_ms, said, own)
                tenant.text(pair[1 - turn % 2], at_ms + 900, said, own)
                at_ms += int(rng.expovariate(1 / 400_000))
            if rng.random() < 0.4:
                tenant.call_in(pair[0], at_ms, Manner(990, talk_ms=50_000), own)
                tenant.call_out(pair[1], at_ms + 1_500, Manner(700, 100, 48_000), own)


def chat_bot(world: World, rng: Random, key: str) -> None:
    """A bot answers each message within a second; some people talk to it for hours."""
    tenant = open_tenant(world, rng, key, "chat-bot")
    # whoever writes can be written to
    tenant.failing = 0
    for day, talks in tenant.volumes(between(rng, 2, 50), ALWAYS):
        for _ in range(talks):
            somebody, at_ms = person(rng), tenant.at(day, 8, 23)
            for _ in range(150 if rng.random() < 0.01 else 2 + int(rng.expovariate(1 / 7))):
                tenant.hear(somebody, at_ms, an_answer(rng), tenant.numbers[0])
                tenant.text(somebody, at_ms + 800, a_saying(rng), tenant.numbers[0])
                at_ms += 6_000 + int(rng.expovariate(1 / 40_000))


def shop(world: World, rng: Random, key: str) -> None:
    """A small shop that copied numbers off paper: one text in eight reaches nobody."""
    tenant = open_tenant(world, rng, key, "small-shop")
    tenant.failing = 60 + int(rng.random() * 100)
    write_both_ways(tenant, between(rng, 1, 10), near(rng, tenant, 30 + int(rng.random() * 150)), SHOP)


def field_service(world: World, rng: Random, key: str) -> None:
    """Technicians on the road: a call before they come, a text if nobody answers."""
    tenant = open_tenant(world, rng, key, "field-service", 1 + int(rng.random() * 4))
    for day, visits in tenant.volumes(between(rng, 3, 150), OFFICE):
        for _ in range(visits):
            customer, at_ms = person(rng, (tenant.numbers[0] // 10_000_000 % 1000,)), tenant.at(day, 8, 17)
            if not tenant.call_out(customer, at_ms, Manner(650, 200, 40_000)):
                tenant.text(customer, at_ms + MINUTE_MS, a_saying(rng))
