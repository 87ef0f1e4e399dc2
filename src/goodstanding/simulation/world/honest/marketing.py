"""How do those live who write to many with their consent: launches, clubs, campaigns, causes?"""

from collections.abc import Iterable
from random import Random
from typing import Final

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.honest.offices import MINUTE_MS, near
from goodstanding.simulation.world.honest.wording import Brand, a_brand, a_name, an_answer
from goodstanding.simulation.world.making import Manner, Tenant, add_numbers, between, open_tenant, people, zone_of
from goodstanding.simulation.world.model import World

OFFERS: Final = (
    "{brand}: 20% off everything until Sunday, code SPRING. Shop: https://{host}/s Reply STOP to end",
    "{brand}: new arrivals are in the store! See them: https://{host}/new Text STOP to opt out",
    "{brand}: members save $15 this weekend. https://{host}/club Reply STOP to unsubscribe",
    "{brand}: free delivery today only. https://{host}/d Reply STOP to stop",
    "{brand}: your points expire soon, use them at https://{host}/p STOP to end",
    "{brand}: double points on all orders this week. https://{host}/x Reply STOP to end",
)
LAUNCH: Final = "{brand}: it is here! You asked to be told first: https://{host}/launch Reply STOP to end"
WAYS: Final = ("web-form", "paper-form", "point-of-sale", "keyword")


class List:
    """Those who agreed to be written to, less those who had enough."""

    def __init__(self, tenant: Tenant, members: Iterable[int]) -> None:
        self.tenant, self.members, self._gone = tenant, list(members), set[int]()
        rng = tenant.rng
        for one in self.members:
            before_ms = int((3 + 600 * rng.random()) * DAY_MS)
            tenant.agree(one, tenant.world.since_ms - before_ms, WAYS[int(rng.random() * len(WAYS))])

    def blast(self, body: str, opens_ms: int, within_ms: int, *, stopping: float = 0.005, sticky: bool = True) -> None:
        """Write to everybody within a time, by day where they are; whoever answers STOP gets one confirmation and no more."""
        tenant, random = self.tenant, self.tenant.rng.random
        later_ms = {"America/Denver": 60, "America/Phoenix": 60, "America/Los_Angeles": 90}
        for one in self.members:
            if one in self._gone:
                continue
            at_ms = opens_ms + int(random() * within_ms) + later_ms.get(zone_of(one), 0) * MINUTE_MS
            own = tenant.numbers[one % len(tenant.numbers)] if sticky else tenant.numbers[0]
            if tenant.text(one, at_ms, body, own):
                draw = random()
                if draw < stopping:
                    self._stop(one, at_ms + int(5_000 + random() * 40 * MINUTE_MS), own)
                elif draw < stopping + 0.01:
                    tenant.hear(one, at_ms + int(random() * 90 * MINUTE_MS), an_answer(tenant.rng), own)

    def _stop(self, one: int, at_ms: int, own: int) -> None:
        tenant, random = self.tenant, self.tenant.rng.random
        self._gone.add(one)
        tenant.hear(one, at_ms, ("STOP", "Stop", "stop", "UNSUBSCRIBE", "Stop please")[int(random() * 5)], own)
        tenant.withdraw(one, at_ms)
        tenant.text(one, at_ms + 1_500, "You are unsubscribed and will get no more messages. Reply START to come back.", own)
        if random() < 0.05:
            tenant.hear(one, at_ms + 3 * MINUTE_MS, "START", own)
            tenant.agree(one, at_ms + 3 * MINUTE_MS, "keyword")
            self._gone.discard(one)


def _offer(brand: Brand, body: str) -> str:
    return body.format(brand=brand.name, host=brand.host)


def _market(tenant: Tenant, members: int, blasts: int) -> None:
    rng, brand = tenant.rng, a_brand(tenant.rng)
    club = List(tenant, people(rng, members))
    days = sorted(rng.sample(list(tenant.days)[:-1], blasts))
    for day, body in zip(days, rng.sample(OFFERS, blasts), strict=True):
        club.blast(_offer(brand, body), tenant.at(day, 12, 15, "America/New_York"), int((0.5 + 2 * rng.random()) * 60) * MINUTE_MS)


def launch(world: World, rng: Random, key: str) -> None:
    """A product launch: everybody who asked is told within the hour, through one toll-free number."""
    tenant = open_tenant(world, rng, key, "product-launch")
    tenant.numbers = add_numbers(world, rng, key, (844,), kind="toll-free")
    brand = a_brand(rng)
    fans = List(tenant, people(rng, int(between(rng, 500, 40_000))))
    opens_ms = tenant.at(3 + int(rng.random() * 22), 12, 14, "America/New_York")
    fans.blast(_offer(brand, LAUNCH), opens_ms, 60 * MINUTE_MS)


def club(world: World, rng: Random, key: str) -> None:
    """A shop's club: two to four offers a month."""
    tenant = open_tenant(world, rng, key, "club")
    _market(tenant, int(between(rng, 40, 3_000)), 2 + int(rng.random() * 3))


def pool(world: World, rng: Random, key: str) -> None:
    """A large club, written to through a pool of numbers, each member always from the same one."""
    tenant = open_tenant(world, rng, key, "sender-pool", 5 + int(rng.random() * 20))
    _market(tenant, int(between(rng, 500, 8_000)), 2)


def sloppy(world: World, rng: Random, key: str) -> None:
    """A club whose list nobody cleans: one in twenty texts reaches nobody."""
    tenant = open_tenant(world, rng, key, "sloppy-list")
    tenant.failing = 40 + int(rng.random() * 25)
    _market(tenant, int(between(rng, 120, 2_500)), 2)


def tester(world: World, rng: Random, key: str) -> None:
    """Several wordings of one offer, each to a few, to see which one is liked."""
    tenant = open_tenant(world, rng, key, "a-b-tester", 1 + int(rng.random() * 3))
    brand, members = a_brand(rng), people(rng, int(between(rng, 120, 3_000)))
    opens_ms = tenant.at(6 + int(rng.random() * 15), 13, 15, "America/New_York")
    for place, body in enumerate(OFFERS):
        List(tenant, members[place :: len(OFFERS)]).blast(_offer(brand, body), opens_ms, 30 * MINUTE_MS)


def cause(world: World, rng: Random, key: str) -> None:
    """A charity or a campaign: volunteers write to supporters one by one on three evenings, and many answer."""
    tenant = open_tenant(world, rng, key, "person-to-person", 3 + int(rng.random() * 12))
    members = people(rng, int(between(rng, 120, 2_500)))
    for one in members:
        tenant.agree(one, world.since_ms - int(rng.random() * 300 * DAY_MS))
    asked = "will you join us on Saturday? Reply STOP to end"
    for place, day in enumerate(sorted(rng.sample(list(tenant.days)[1:-1], 3))):
        for one in members[place::3]:
            at_ms, own = tenant.at(day, 15, 19.5, zone_of(one)), tenant.numbers[one % len(tenant.numbers)]
            volunteer = a_name(rng)
            tenant.text(one, at_ms, f"Hi, this is {volunteer} with Clean River, {asked}", own)
            draw = rng.random()
            if draw < 0.25:
                tenant.hear(one, at_ms + int(rng.expovariate(1 / 900_000)), an_answer(rng), own)
                tenant.text(one, at_ms + 40 * MINUTE_MS, f"Thank you! See you there, {volunteer}", own)
            elif draw < 0.27:
                stop_ms = at_ms + int(rng.random() * 30 * MINUTE_MS)
                tenant.hear(one, stop_ms, "STOP", own)
                tenant.withdraw(one, stop_ms)


def gathering(world: World, rng: Random, key: str) -> None:
    """A town hall: every member is called within the hour and asked to stay on the line."""
    tenant = open_tenant(world, rng, key, "town-hall")
    members = near(rng, tenant, int(between(rng, 150, 3_000)))
    opens_ms = tenant.at(8 + int(rng.random() * 15), 17.5, 18.5)
    for one in members:
        tenant.agree(one, world.since_ms - 90 * DAY_MS)
        tenant.call_out(one, opens_ms + int(rng.random() * 40 * MINUTE_MS), Manner(640, 480, 400_000, 8_000))
