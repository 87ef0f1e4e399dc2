"""What are the building blocks of a world: people, numbers, accounts, hours, calls and texts?

Everything random comes from the Random that is handed in. US numbers have the exchange 555: people the lines from 2000 up,
customers those below, so that the two never meet. Foreign numbers hold 555 or zeros where a subscriber would be.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Final, NamedTuple

from goodstanding.periods import DAY_MS, HOUR_MS, epoch_ms, moment_of, zone_named
from goodstanding.simulation.model import SimHolding
from goodstanding.simulation.world.model import (
    Strength,
    World,
    WorldAccount,
    WorldCall,
    WorldConsent,
    WorldMessage,
    WorldRequest,
)

_AREAS: Final = {
    "America/New_York": """201 202 203 207 212 215 216 239 240 248 267 301 302 304 305 313 315 321 330 336 339 347 351 352 386 401
        404 407 410 412 413 419 434 440 443 470 475 478 484 508 513 516 517 518 540 551 561 567 570 571 585 586 603 607 609 610 614
        616 617 631 646 667 678 703 704 706 716 717 718 724 727 732 734 740 754 757 762 770 772 774 781 786 802 803 804 810 813 814
        828 843 845 848 856 857 859 860 862 863 864 878 904 908 910 912 914 917 919 937 941 947 954 973 978 980 984""",
    "America/Chicago": """205 214 217 224 225 228 251 254 256 262 281 309 312 314 316 318 319 320 325 331 334 337 361 402 405 409
        414 417 430 469 479 501 504 507 512 515 539 563 573 580 601 608 612 615 618 630 636 641 651 660 662 682 708 712 713 715 731
        763 769 773 779 806 815 816 817 830 832 847 870 901 903 918 920 936 940 952 956 972 979 985""",
    "America/Denver": "303 307 385 406 435 505 575 719 720 801 970",
    "America/Phoenix": "480 520 602 623 928",
    "America/Los_Angeles": """206 209 213 253 310 323 360 408 415 424 425 442 503 509 510 530 559 562 619 626 650 657 661 702 707
        714 747 760 775 805 818 831 858 909 916 925 949 951 971""",
}
ZONE_OF: Final[dict[int, str]] = {int(area): zone for zone, areas in _AREAS.items() for area in areas.split()}
NPAS: Final = tuple(ZONE_OF)
TOLL_FREE: Final = (800, 833, 844, 855, 866, 877, 888)
# what stands before the last digits of a made-up mobile, and how many those are
FOREIGN: Final[dict[str, tuple[int, int]]] = {
    "GB": (4475550, 5), "DE": (4915550, 6), "FR": (3365550, 4), "ES": (3465550, 4), "IT": (3935550, 5), "NL": (3165550, 4),
    "PL": (4855550, 4), "SE": (4670555, 4), "MX": (52225550, 4), "BR": (551195550, 4), "IN": (9185550, 5), "PH": (6395550, 5),
    "ID": (6285550, 4), "TH": (6685550, 4), "JP": (81905550, 4), "AU": (6145550, 4), "TR": (9055550, 5), "NG": (234805550, 4),
    "KE": (25475550, 4), "ZA": (2775550, 4), "CO": (573000, 6), "AR": (549115550, 4), "LV": (3712555, 4), "LT": (3706555, 4),
    "SO": (2527555, 4), "SL": (2322555, 4), "MV": (9607000, 3), "TN": (2162555, 4), "GM": (2203000, 3), "ZW": (26371555, 4),
    "CU": (535555, 4), "HT": (5093555, 4), "GN": (2246555, 5), "BF": (2267555, 4), "TD": (2356555, 4), "AZ": (99440555, 4),
    "EE": (3725555, 4),
}  # fmt: skip
# the last lines are left to those who may not be called, or may not call: see abuses/places.py
OWN_LINES, PEOPLES_LINES, TOLL_FREE_LINES = 2_000, 7_900, 7_000
# how much of an ordinary day's traffic falls on each day of the week, from Monday, in per cent
OFFICE: Final = (100, 105, 100, 100, 95, 20, 8)
SHOP: Final = (85, 85, 90, 95, 115, 130, 90)
ALWAYS: Final = (100,) * 7
UNREACHED: Final = (("no-answer", 32_000), ("no-answer", 25_000), ("busy", 1_000), ("failed", 0))
# the carrier's codes of a final failure: unreachable, unknown, landline, unknown error
DEAD: Final = (30003, 30005, 30006, 30008)


class Manner(NamedTuple):
    """How calls of a kind end: shares per thousand, mean talk with a person, talk with a machine, in milliseconds."""

    answered: int = 700
    machine: int = 0
    talk_ms: int = 120_000
    machine_ms: int = 20_000
    least_ms: int = 2_000


PLACED: Final = Manner()
RECEIVED: Final = Manner(950)


def person(rng: Random, areas: tuple[int, ...] = NPAS) -> int:
    """Pick the number of somebody in the United States."""
    return (1_000 + areas[int(rng.random() * len(areas))]) * 10_000_000 + 5_550_000 + OWN_LINES + int(rng.random() * PEOPLES_LINES)


def people(rng: Random, count: int, areas: tuple[int, ...] = NPAS) -> list[int]:
    """Pick different people."""
    found: dict[int, None] = {}
    while len(found) < count:
        found[person(rng, areas)] = None
    return list(found)


def foreigner(rng: Random, country: str) -> int:
    """Pick a made-up mobile of a country in FOREIGN."""
    before, digits = FOREIGN[country]
    scale: int = 10**digits
    return before * scale + int(rng.random() * scale)


def zone_of(number: int) -> str:
    """Return the zone of a US number; New York for others."""
    return ZONE_OF.get(number // 10_000_000 % 1000 if number // 10_000_000_000 == 1 else 0, "America/New_York")


def areas_in(zone: str) -> tuple[int, ...]:
    """Return the area codes of a zone."""
    return tuple(area for area, one in ZONE_OF.items() if one == zone)


def many(rng: Random, mean: float) -> int:
    """Pick a count around a mean, as independent events come."""
    if mean > 40:
        return max(0, round(rng.gauss(mean, mean**0.5)))
    count, left = 0, rng.expovariate(1.0)
    while left < mean:
        count, left = count + 1, left + rng.expovariate(1.0)
    return count


def between(rng: Random, low: float, high: float) -> float:
    """Pick a size between two, each order of magnitude as likely as the next."""
    return float(low * (high / low) ** rng.random())


@lru_cache(maxsize=1 << 12)
def midnight_ms(zone: str, since_ms: int, day: int) -> int:
    """Return when a day begins in a zone, counted from 0, the first UTC day of the span."""
    return epoch_ms(datetime.combine(day_at(since_ms, day), time(), zone_named(zone)))


def day_at(since_ms: int, day: int) -> date:
    """Return the date of a day counted from 0."""
    return moment_of(since_ms).date() + timedelta(days=day)


def add_account(world: World, key: str, shape: str, *, master: str = "", abuse: str = "", strength: Strength | None = None) -> str:
    """Add an account that has been there for a year; without a master it is its own."""
    since_ms = world.since_ms - 365 * DAY_MS
    world.accounts.append(WorldAccount(key, master or key, f"Customer {key}", since_ms, shape, abuse, strength))
    return key


def add_numbers(world: World, rng: Random, account: str, areas: tuple[int, ...], *, kind: str = "local") -> list[int]:
    """Give an account one number in each area named, as often as it is named, none of them anybody else's; held for months."""
    taken = {one.number for one in world.holdings}
    found: list[int] = []
    for area in areas:
        number = 0
        while not number or number in taken:
            number = (
                (1_000 + area) * 10_000_000
                + 5_550_000
                + int(rng.random() * (TOLL_FREE_LINES if kind == "toll-free" else OWN_LINES))
            )
        taken.add(number)
        found.append(number)
        acquired_ms = world.since_ms - int((20 + 500 * rng.random()) * DAY_MS)
        world.holdings.append(SimHolding(number, account, kind, acquired_ms))
    return found


@dataclass(slots=True)
class Tenant:
    """An account that acts: with its numbers, in its zone, over its interface.

    failing  per thousand of recipients that cannot be reached by text
    logged   each call and text placed leaves a request in the log
    abuse    the truth of what it does from here on; see `abusing`
    """

    world: World
    rng: Random
    account: str
    zone: str
    numbers: list[int]
    ip: str
    country: str = "US"
    failing: int = 20
    logged: bool = True
    abuse: str = ""

    def abusing(self, signal: str) -> "Tenant":
        """Return the same account, whose records from now on are that abuse."""
        return replace(self, abuse=signal)

    def under(self, name: str, *, numbers: list[int] | None = None) -> "Tenant":
        """Return a new sub-account, with the master's numbers unless it has its own."""
        mine = next(one for one in reversed(self.world.accounts) if one.account == self.account)
        key = f"{self.account}-{name}"
        self.world.accounts.append(replace(mine, account=key, name=f"{mine.name}, {name}"))
        return replace(self, account=key, numbers=self.numbers if numbers is None else numbers)

    @property
    def days(self) -> range:
        """The days of the span, counted from 0."""
        return range((self.world.until_ms - self.world.since_ms) // DAY_MS)

    def own(self) -> int:
        """Pick one of its numbers."""
        return self.numbers[int(self.rng.random() * len(self.numbers))]

    def at(self, day: int, since: float = 9, until: float = 17.5, zone: str = "") -> int:
        """Pick an instant of a day between two hours on its own clock, or on another zone's."""
        begins = midnight_ms(zone or self.zone, self.world.since_ms, day)
        return begins + int((since + (until - since) * self.rng.random()) * HOUR_MS)

    def volumes(self, mean: float, week: tuple[int, ...] = OFFICE) -> list[tuple[int, int]]:
        """Return how many there are on each day, around a mean of an ordinary day and the shape of a week."""
        weekday = day_at(self.world.since_ms, 0).weekday()
        return [(day, many(self.rng, mean * week[(weekday + day) % 7] / 100)) for day in self.days]

    def _is_within(self, at_ms: int) -> bool:
        return self.world.since_ms <= at_ms < self.world.until_ms

    def call_out(self, callee: int, at_ms: int, manner: Manner = PLACED, caller: int = 0) -> bool:
        """Place a call that ends in a manner; say whether a person answered."""
        made = self._call("outbound", caller or self.own(), callee, at_ms, manner)
        if self.logged:
            self.request(at_ms - 300, "Calls")
        return self.add_call(made) and made.answered_by == "human"

    def call_in(self, caller: int, at_ms: int, manner: Manner = RECEIVED, callee: int = 0) -> None:
        """Receive a call that ends in a manner."""
        self.add_call(self._call("inbound", caller, callee or self.own(), at_ms, manner)._replace(answered_by=None))

    def add_call(self, call: WorldCall) -> bool:
        """Add a call as it is, if it falls in the span."""
        if is_within := self._is_within(call.started_ms):
            self.world.calls.append(call)
        return is_within

    def _call(self, direction: str, caller: int, callee: int, at_ms: int, manner: Manner) -> WorldCall:
        random = self.rng.random
        if random() * 1000 >= manner.answered:
            outcome, ring_ms = UNREACHED[int(random() * len(UNREACHED))]
            ring_ms = int(ring_ms * (0.7 + 0.6 * random()))
            return WorldCall(self.account, direction, outcome, caller, callee, at_ms, 0, ring_ms, None, self.abuse)
        if random() * 1000 < manner.machine:
            talk_ms, ring_ms, who = int(manner.machine_ms * (0.7 + 0.6 * random())), 20_000 + int(6_000 * random()), "machine"
        else:
            more_ms = int(self.rng.expovariate(1.0) * (manner.talk_ms - manner.least_ms))
            talk_ms, ring_ms, who = manner.least_ms + more_ms, 3_000 + int(15_000 * random()), "human"
        return WorldCall(self.account, direction, "answered", caller, callee, at_ms, talk_ms, ring_ms, who, self.abuse)

    def text(self, recipient: int, at_ms: int, body: str, sender: int = 0) -> bool:
        """Send a text; say whether it arrived. The same recipient is unreachable every time."""
        error = None
        if (recipient * 2_654_435_761 >> 7) % 1000 < self.failing:
            error = DEAD[recipient % len(DEAD)]
        status = "delivered" if error is None else "undelivered"
        made = WorldMessage(self.account, "outbound", status, sender or self.own(), recipient, at_ms, body, error, self.abuse)
        if self.logged:
            self.request(at_ms - 200, "Messages")
        return self.add_text(made) and error is None

    def hear(self, sender: int, at_ms: int, body: str, recipient: int = 0) -> None:
        """Receive a text."""
        self.add_text(
            WorldMessage(self.account, "inbound", "received", sender, recipient or self.own(), at_ms, body, None, self.abuse)
        )

    def add_text(self, message: WorldMessage) -> bool:
        """Add a message as it is, if it falls in the span."""
        if is_within := self._is_within(message.at_ms):
            self.world.messages.append(message)
        return is_within

    def request(self, at_ms: int, route: str, status: int = 201, error: int | None = None, target: str = "") -> None:
        """Leave a request in the log, with its own credential, from its own address."""
        method = "POST" if status == 201 else "GET"
        made = WorldRequest(
            self.account, self.account, self.ip, self.country, method, route, status, at_ms, error, target, self.abuse
        )
        self.add_request(made)

    def add_request(self, request: WorldRequest) -> None:
        """Add a request as it is, if it falls in the span."""
        if self._is_within(request.at_ms):
            self.world.requests.append(request)

    def agree(self, recipient: int, at_ms: int, how: str = "web-form", sender: int = 0) -> None:
        """Enter into the ledger that somebody agreed in writing to be contacted, by any of its numbers unless one is named."""
        shown = f"+{sender}" if sender else ""
        self.world.consents.append(WorldConsent(self.account, recipient, shown, "opt-in", how, at_ms, True, "", self.abuse))

    def withdraw(self, recipient: int, at_ms: int, how: str = "keyword", sender: int = 0) -> None:
        """Enter into the ledger that somebody wants no more."""
        shown = f"+{sender}" if sender else ""
        self.world.consents.append(WorldConsent(self.account, recipient, shown, "opt-out", how, at_ms, None, "", self.abuse))


Truth = tuple[str, Strength]


def open_tenant(world: World, rng: Random, key: str, shape: str, numbers: int = 1, truth: Truth | None = None) -> Tenant:
    """Add a master account with numbers of one area and an address of its own, ready to act; truth is its abuse, if any."""
    add_account(world, key, shape, abuse=truth[0] if truth else "", strength=truth[1] if truth else None)
    area = NPAS[int(rng.random() * len(NPAS))]
    held = add_numbers(world, rng, key, (area,) * numbers)
    ip = f"198.{18 + int(rng.random() * 2)}.{int(rng.random() * 256)}.{1 + int(rng.random() * 254)}"
    return Tenant(world, rng, key, ZONE_OF[area], held, ip)
