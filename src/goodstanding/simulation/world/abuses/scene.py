"""What does an abuse need at hand while it fills one master account: accounts, numbers, times and records?"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import Final, Self, TypedDict, TypeVar, Unpack

from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.world.making import NPAS, Tenant, add_numbers, areas_in, midnight_ms, person
from goodstanding.simulation.world.model import Strength, World, WorldCall, WorldMessage, WorldRequest

SECOND_MS: Final = 1000
MINUTE_MS: Final = 60_000
_areas_in = cache(areas_in)
Kind = TypeVar("Kind")
Range = tuple[int, int]


class HowRung(TypedDict, total=False):
    """What an answered call is told that is not ordinary."""

    account: str
    direction: str
    ring_ms: int | None
    answered_by: str | None


class HowCalled(HowRung, total=False):
    """What a call is told that is not ordinary."""

    outcome: str
    talk_ms: int


class HowSent(TypedDict, total=False):
    """What a message is told that is not ordinary."""

    account: str
    direction: str
    status: str
    error: int | None


class HowAsked(TypedDict, total=False):
    """What a request is told that is not ordinary."""

    account: str
    credential: str
    ip: str
    country: str
    method: str
    error: int | None
    target: str


@dataclass(slots=True)
class Scene:
    """One master account as it is filled; every record it adds is marked with `signal`, "" for the honest ones.

    tenant    the master account, for its ordinary traffic
    accounts  the sub-accounts over which all is split, or the master alone
    held      the account of each number that is held
    known     people whom it has picked to be of one kind, so that nobody is of two: customers, who agreed, who wrote STOP
    """

    world: World
    rng: Random
    strength: Strength
    signal: str
    tenant: Tenant
    accounts: list[str]
    held: dict[int, str] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)

    @property
    def honest(self) -> Self:
        """Return the same scene, whose records are marked as honest."""
        return replace(self, signal="")

    @property
    def master(self) -> str:
        """Return the master account."""
        return self.world.accounts[-1].master

    @property
    def days(self) -> int:
        """Say how many days the world has."""
        return len(self.tenant.days)

    def pick(self, blatant: Kind, moderate: Kind, careful: Kind) -> Kind:
        """Return what belongs to the scene's strength."""
        return {Strength.BLATANT: blatant, Strength.MODERATE: moderate, Strength.CAREFUL: careful}[self.strength]

    def draw(self, blatant: Range, moderate: Range, careful: Range) -> int:
        """Draw a whole number from the range of the scene's strength, both ends included."""
        return self.rng.randint(*self.pick(blatant, moderate, careful))

    def chance(self, percent: float) -> bool:
        """Say yes in so many of a hundred cases."""
        return self.rng.random() * 100 < percent

    @property
    def area(self) -> int:
        """Return the area code where the business is."""
        return self.tenant.numbers[0] // 10_000_000 % 1000

    def own(self, count: int, *, areas: tuple[int, ...] = (), kind: str = "local") -> list[int]:
        """Give the accounts that many numbers in turn, held for long, in the home area or spread over others."""
        chosen = areas or (self.area,)
        found: list[int] = []
        for account, places in self._in_turn(count).items():
            found += add_numbers(self.world, self.rng, account, tuple(chosen[one % len(chosen)] for one in places), kind=kind)
        self.held.update((one.number, one.account) for one in self.world.holdings[-count:])
        return found

    def _in_turn(self, count: int) -> dict[str, list[int]]:
        """Share out the places of new numbers among the accounts."""
        turns: dict[str, list[int]] = {}
        for place in range(count):
            turns.setdefault(self.accounts[(len(self.held) + place) % len(self.accounts)], []).append(place)
        return turns

    def rent(self, spans: list[tuple[int, int | None]], *, areas: tuple[int, ...] = ()) -> list[int]:
        """Give the accounts a number for each span of time, without an end where it is None."""
        numbers, first = self.own(len(spans), areas=areas), len(self.world.holdings) - len(spans)
        for place, (since_ms, until_ms) in enumerate(spans, start=first):
            one = self.world.holdings[place]
            self.world.holdings[place] = replace(one, acquired_ms=since_ms, released_ms=until_ms)
        return numbers

    def line(self) -> int:
        """Pick one of the numbers that are held."""
        return self.rng.choice(tuple(self.held))

    def lines(self, count: int) -> list[int]:
        """Return that many held numbers, more of them taken if there are too few."""
        if len(self.held) < count:
            self.own(count - len(self.held))
        return list(self.held)[:count]

    def someone(self, *, near: float = 0) -> int:
        """Pick a person it does not know: in the home's zone in so many of a hundred cases."""
        areas = _areas_in(self.tenant.zone) if self.chance(near) else NPAS
        found = person(self.rng, areas)
        while found in self.known:
            found = person(self.rng, areas)
        return found

    def people(self, count: int, *, near: float = 0) -> list[int]:
        """Pick that many persons, each once, and know them."""
        found: list[int] = []
        for _ in range(count):
            found.append(self.someone(near=near))
            self.known.add(found[-1])
        return found

    def begin(self, hours: Range, span_ms: int = 0, *, after: float = 0) -> int:
        """Pick when something starts: a day late enough in the world that leaves room for the span, an hour of the home's clock."""
        last = max(0, self.days - 1 - -(-span_ms // DAY_MS))
        return self.on(self.rng.randint(min(last, int(self.days * after)), last), hours)

    def on(self, day: int, hours: Range, zone: str = "") -> int:
        """Pick an instant of a day between two hours of the clock at home, or of another zone's; within the world."""
        hour_ms = self.rng.randrange(hours[0] * HOUR_MS, hours[1] * HOUR_MS)
        at_ms = midnight_ms(zone or self.tenant.zone, self.world.since_ms, day) + hour_ms
        while at_ms >= self.world.until_ms:
            at_ms -= DAY_MS
        return at_ms if at_ms >= self.world.since_ms else at_ms + DAY_MS

    def pace(self, start_ms: int, gap_ms: float, count: int) -> Iterator[int]:
        """Yield that many instants about so far apart, none beyond the world."""
        at_ms = float(start_ms)
        for _ in range(count):
            if at_ms >= self.world.until_ms:
                return
            yield int(at_ms)
            at_ms += gap_ms * (0.4 + 1.2 * self.rng.random())

    def clip(self, at_ms: int) -> int:
        """Return the instant, or the world's last when it lies beyond."""
        return min(at_ms, self.world.until_ms - 1)

    def who(self, *numbers: int) -> str:
        """Return who holds one of the numbers, or any of the accounts."""
        for one in numbers:
            if one in self.held:
                return self.held[one]
        return self.rng.choice(self.accounts)

    def dial(self, at_ms: int, caller: int, callee: int, **how: Unpack[HowCalled]) -> WorldCall:
        """Add a call, by default outbound and not answered after ringing for a while."""
        ring_ms = self.rng.randrange(20_000, 36_000)
        call = WorldCall(self.who(caller, callee), "outbound", "no-answer", caller, callee, at_ms, 0, ring_ms)._replace(**how)
        self.world.calls.append(call._replace(abuse=self.signal))
        return self.world.calls[-1]

    def talk(self, at_ms: int, caller: int, callee: int, talk_ms: int, **how: Unpack[HowRung]) -> WorldCall:
        """Add a call that is answered after a few rings; of outbound ones it is told whether a person answers, as most do."""
        heard = None if how.get("direction") == "inbound" else "human" if self.chance(82) else "machine"
        answered = self.dial(at_ms, caller, callee, **how)._replace(outcome="answered", talk_ms=talk_ms)
        self.world.calls[-1] = answered._replace(ring_ms=how.get("ring_ms", self.ring()), answered_by=how.get("answered_by", heard))
        return self.world.calls[-1]

    def ring(self) -> int:
        """Draw how long it rings before somebody answers."""
        return self.rng.randrange(3_000, 19_000)

    def text(self, at_ms: int, sender: int, recipient: int, body: str, **how: Unpack[HowSent]) -> None:
        """Add a message, by default outbound and delivered."""
        message = WorldMessage(self.who(sender, recipient), "outbound", "delivered", sender, recipient, at_ms, body)._replace(**how)
        self.world.messages.append(message._replace(abuse=self.signal))

    def reply(self, at_ms: int, sender: int, recipient: int, body: str) -> None:
        """Add a message that somebody writes to a number that is held; one after the world's end is nobody's business."""
        if at_ms < self.world.until_ms:
            self.text(at_ms, sender, recipient, body, direction="inbound", status="received")

    def ask(self, at_ms: int, route: str, status: int, **how: Unpack[HowAsked]) -> None:
        """Add a request, by default a GET with the account's own credential from home."""
        account = self.who()
        request = WorldRequest(account, account, self.tenant.ip, "US", "GET", route, status, at_ms)._replace(**how)
        self.world.requests.append(request._replace(abuse=self.signal))
