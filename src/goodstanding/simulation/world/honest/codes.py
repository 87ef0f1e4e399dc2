"""How do those live who send codes and whose interface is busy: bursts, repeats, outages, new keys, travel?"""

from random import Random
from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.honest.offices import MINUTE_MS, near, talk_both_ways, write_both_ways
from goodstanding.simulation.world.honest.wording import a_brand, some_code
from goodstanding.simulation.world.making import ALWAYS, Manner, Tenant, between, foreigner, open_tenant, people, person
from goodstanding.simulation.world.model import World, WorldRequest

ABROAD: Final = (
    "GB",
    "DE",
    "FR",
    "ES",
    "IT",
    "NL",
    "PL",
    "SE",
    "MX",
    "BR",
    "IN",
    "PH",
    "ID",
    "TH",
    "JP",
    "AU",
    "TR",
    "NG",
    "KE",
    "CO",
)
SPOKEN: Final = Manner(answered=780, machine=60, talk_ms=19_000, least_ms=12_500)


def _ask(tenant: Tenant, user: int, at_ms: int, brand: str, *, hurried: float = 0.09) -> None:
    """A user asks for a code, and again when it does not come."""
    rng = tenant.rng
    for _ in range(3):
        tenant.text(user, at_ms, f"{some_code(rng)} is your {brand} code. It is valid for 10 minutes.")
        if rng.random() > hurried:
            return
        at_ms += int((25 + 80 * rng.random()) * 1_000)
    if rng.random() < 0.3:
        tenant.call_out(user, at_ms, SPOKEN)


def two_factor(world: World, rng: Random, key: str) -> None:
    """Codes at all hours, to many countries; a busy hour now and then, and one morning on which everybody asks three times."""
    tenant = open_tenant(world, rng, key, "two-factor", 1 + int(rng.random() * 6))
    tenant.failing = 20 + int(rng.random() * 30)
    brand, per_day = a_brand(rng).name, between(rng, 8, 600)
    countries = rng.sample(ABROAD, 2 + int(rng.random() * 12))
    abroad = int(rng.random() * 300)
    users = [
        foreigner(rng, countries[int(rng.random() ** 2 * len(countries))]) if rng.random() * 1000 < abroad else person(rng)
        for _ in range(int(per_day * 9) + 20)
    ]
    storm, rush = rng.sample(list(tenant.days), 2)
    for day, count in tenant.volumes(per_day, ALWAYS):
        for _ in range(count):
            hours = (7, 23) if rng.random() < 0.85 else (0, 24)
            _ask(tenant, users[int(rng.random() * len(users))], tenant.at(day, *hours), brand)
    for day, hurried in ((storm, 0.75), (rush, 0.12)):
        opens_ms = tenant.at(day, 9, 20)
        for _ in range(int(per_day / 3)):
            _ask(
                tenant, users[int(rng.random() * len(users))], opens_ms + int(rng.random() * 45 * MINUTE_MS), brand, hurried=hurried
            )


def bank(world: World, rng: Random, key: str) -> None:
    """A bank: codes, and alerts of a payment, to which a customer answers YES or NO."""
    tenant = open_tenant(world, rng, key, "bank-alerts", 2)
    brand, customers = a_brand(rng).name, people(rng, int(between(rng, 40, 1_500)))
    for day, count in tenant.volumes(len(customers) / 9, ALWAYS):
        for _ in range(count):
            one, at_ms, own = customers[int(rng.random() * len(customers))], tenant.at(day, 7, 23), tenant.numbers[0]
            if rng.random() < 0.4:
                _ask(tenant, one, at_ms, brand)
            else:
                amount = f"${int(between(rng, 3, 900))}"
                tenant.text(
                    one, at_ms, f"{brand}: a payment of {amount} was made with your card. Was it you? Reply YES or NO.", own
                )
                if rng.random() < 0.2:
                    tenant.hear(one, at_ms + int(rng.expovariate(1 / 120_000)), "YES", own)


def _refused(tenant: Tenant, at_ms: int, route: str, status: int, error: int | None) -> None:
    tenant.add_request(tenant_request(tenant, at_ms, route, status, error))


def tenant_request(tenant: Tenant, at_ms: int, route: str, status: int, error: int | None = None) -> WorldRequest:
    """Make a request as the tenant's own program makes it."""
    method = "GET" if status in {200, 404} else "POST"
    return WorldRequest(tenant.account, tenant.account, tenant.ip, tenant.country, method, route, status, at_ms, error)


def outage(world: World, rng: Random, key: str) -> None:
    """A program that tries again: after an outage every text is sent until it goes out, too fast, some of them twice."""
    tenant = open_tenant(world, rng, key, "retry-storm", 2)
    brand, per_day = a_brand(rng).name, between(rng, 10, 250)
    customers = people(rng, 200)
    write_both_ways(tenant, per_day, customers)
    opens_ms = tenant.at(int(rng.random() * len(tenant.days)), 9, 16)
    for customer in customers[: int(20 + per_day)]:
        at_ms = opens_ms + int(rng.random() * 20 * MINUTE_MS)
        for _ in range(2 + int(rng.random() * 9)):
            status, error = ((503, None), (429, 20429), (500, None))[int(rng.random() * 3)]
            _refused(tenant, at_ms, "Messages", status, error)
            at_ms += 1_000 + int(rng.random() * 4_000)
        for _ in range(1 + int(rng.random() * 2.2)):
            tenant.text(customer, at_ms, f"{brand}: your order has been packed and leaves today.", tenant.numbers[0])
            at_ms += 2_000


def rotation(world: World, rng: Random, key: str) -> None:
    """New credentials: the old ones in use beside them for a day, and one forgotten program refused for two."""
    tenant = open_tenant(world, rng, key, "credential-rotation", 2)
    write_both_ways(tenant, between(rng, 10, 200), people(rng, 300))
    turn_ms = tenant.at(4 + int(rng.random() * 20), 9, 15)
    new = f"SK{int(rng.random() * 10**12):032d}"
    mine = [one for one in world.requests if one.account == key]
    world.requests[:] = [one for one in world.requests if one.account != key]
    for one in mine:
        is_new = one.at_ms > turn_ms + rng.random() * 24 * HOUR_MS
        world.requests.append(one._replace(credential=new) if is_new else one)
    for minute in range(0, 2 * 24 * 60, 5 + int(rng.random() * 20)):
        _refused(tenant, turn_ms + 24 * HOUR_MS + minute * MINUTE_MS, "Messages", 401, 20003)


def traveller(world: World, rng: Random, key: str) -> None:
    """A one-person firm whose owner works from abroad for a week."""
    tenant = open_tenant(world, rng, key, "traveller")
    customers = near(rng, tenant, 20 + int(rng.random() * 100))
    talk_both_ways(tenant, between(rng, 2, 30), customers)
    write_both_ways(tenant, between(rng, 1, 15), customers)
    since_ms = tenant.at(3 + int(rng.random() * 15), 0, 12)
    until_ms = since_ms + 7 * 24 * HOUR_MS
    away = ("DE", "MX", "JP", "ES")[int(rng.random() * 4)]
    for place, one in enumerate(world.requests):
        if one.account == key and since_ms <= one.at_ms < until_ms:
            world.requests[place] = one._replace(ip="203.0.113.77", country=away)
