"""Which customers has the made-up carrier, and what do they do in a month?

Every account is there for one reason: to keep the requirements in an ordinary way, to break one of them, or to sit exactly
on a limit. The numbers 555 are not in use; nobody is called.
"""

from random import Random

from goodstanding.periods import DAY_MS, Month
from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimHolding, SimMessage

HOUR_MS = 3_600_000
WORKING_HOURS = (8, 9, 10, 10, 11, 13, 14, 15, 16, 17, 19, 21)
DISTANT = 1_212_555_0000
TOLL_FREE = 1_800_555_0000
UK_FREEPHONE = 44_800_555_0000


class Town:
    """Makes accounts, numbers and traffic, one customer after the other."""

    def __init__(self, month: Month, rng: Random) -> None:
        self.month, self.rng = month, rng
        self.since_ms, self.until_ms = month.bounds_ms("UTC")
        self.accounts: list[SimAccount] = []
        self.holdings: list[SimHolding] = []
        self.calls: list[SimCall] = []
        self.messages: list[SimMessage] = []

    def account(self, key: str, name: str, master: str | None = None) -> str:
        """Add an account; without a master it is its own."""
        self.accounts.append(SimAccount(f"AC{key}", f"AC{master}" if master else f"AC{key}", name))
        return f"AC{key}"

    def number(self, account: str, number: int, *, kind: str = "local", acquired_ms: int | None = None) -> int:
        """Give an account a number, by default since a year before the month."""
        self.holdings.append(
            SimHolding(number, account, kind, self.since_ms - 365 * DAY_MS if acquired_ms is None else acquired_ms)
        )
        return number

    def at(self) -> int:
        """Pick a whole second in the month, in working hours more often than not."""
        day, hour = self._below(self.month.days), WORKING_HOURS[self._below(len(WORKING_HOURS))]
        return self.since_ms + day * DAY_MS + hour * HOUR_MS + self._below(3600) * 1000

    def _below(self, end: int) -> int:
        """Pick a whole number under end; twice as quick as randrange, and as good for made-up traffic."""
        return int(self.rng.random() * end)

    def someone(self) -> int:
        """Pick the number of somebody outside."""
        return DISTANT + self._below(10_000)

    def outbound(self, account: str, caller: int, *, count: int, short: int, unanswered: int = 0) -> None:
        """Place calls of which `count` are answered and `short` of those are under twelve seconds."""
        for place in range(count + unanswered):
            answered = place < count
            talk = self._talk(short=place < short) if answered else 0
            outcome = "answered" if answered else self.rng.choice(("no-answer", "busy", "no-answer", "failed"))
            self.calls.append(SimCall(account, "outbound", outcome, caller, self.someone(), self.at(), talk))

    def inbound(self, account: str, callee: int, *, count: int, short: int, incomplete: int) -> None:
        """Receive `count` answered calls, `short` of them under twelve seconds, and `incomplete` unanswered ones."""
        for place in range(count + incomplete):
            answered = place < count
            talk = self._talk(short=place < short) if answered else 0
            outcome = "answered" if answered else self.rng.choice(("no-answer", "busy", "canceled"))
            self.calls.append(SimCall(account, "inbound", outcome, self.someone(), callee, self.at(), talk))

    def _talk(self, *, short: bool) -> int:
        return 1000 + self._below(11_000) if short else 12_000 + int(self.rng.expovariate(1 / 90_000))

    def text(self, account: str, sender: int, *, count: int, replies: int = 0) -> None:
        """Send messages, and receive replies."""
        for place in range(count + replies):
            ends = (sender, self.someone()) if place < count else (self.someone(), sender)
            direction = "outbound" if place < count else "inbound"
            self.messages.append(SimMessage(account, direction, *ends, self.at()))

    def finished(self) -> Carrier:
        """Return everything, calls and messages in the order of time."""
        return Carrier(
            month=str(self.month),
            since_ms=self.since_ms,
            until_ms=self.until_ms,
            accounts=tuple(self.accounts),
            holdings=tuple(self.holdings),
            calls=tuple(sorted(self.calls, key=lambda call: call.started_ms)),
            messages=tuple(sorted(self.messages, key=lambda message: message.sent_ms)),
        )


def simulate(month: Month, rng: Random, *, calls: int = 200_000) -> Carrier:
    """Make a month of about so many calls and half as many messages; small customers keep their exact counts."""
    town = Town(month, rng)
    scale = max(calls, 5_000)
    _contact_centre(town, scale * 40 // 100)
    _one_time_passwords(town, scale * 20 // 100)
    _answering_service(town, scale * 15 // 100)
    _clinic(town, scale * 5 // 100)
    _dialer_with_one_bad_branch(town, scale * 20 // 100)
    _parked_numbers(town)
    _toll_free_breakers(town)
    _exactly_on_each_limit(town)
    _small_ones(town)
    _moves_in_mid_month(town)
    return town.finished()


def _contact_centre(town: Town, calls: int) -> None:
    centre = town.account("harbour", "Harbour Contact Centre")
    north = town.account("harbour-north", "Harbour North", "harbour")
    for place, account in enumerate((centre, north)):
        line = town.number(account, 1_415_555_1000 + place)
        town.outbound(account, line, count=calls * 35 // 100, short=calls * 2 // 100, unanswered=calls * 15 // 100)


def _one_time_passwords(town: Town, calls: int) -> None:
    codes = town.account("keyturn", "Keyturn Codes")
    lines = [town.number(codes, 1_628_555_2000 + place) for place in range(20)]
    for line in lines:
        town.text(codes, line, count=calls // 10, replies=calls // 200)
        town.outbound(codes, line, count=calls // 25, short=calls // 400, unanswered=calls // 100)


def _answering_service(town: Town, calls: int) -> None:
    line = town.account("lantern", "Lantern Answering")
    one, two = town.number(line, TOLL_FREE + 100, kind="toll-free"), town.number(line, UK_FREEPHONE + 1, kind="toll-free")
    town.inbound(line, one, count=calls * 60 // 100, short=calls * 3 // 100, incomplete=calls * 4 // 100)
    town.inbound(line, two, count=calls * 34 // 100, short=calls * 1 // 100, incomplete=calls * 2 // 100)


def _clinic(town: Town, calls: int) -> None:
    clinic = town.account("bluebird", "Bluebird Clinic")
    line = town.number(clinic, 1_503_555_3000)
    town.outbound(clinic, line, count=calls * 8 // 10, short=calls // 200, unanswered=calls * 2 // 10)
    town.text(clinic, line, count=calls, replies=calls // 4)


def _dialer_with_one_bad_branch(town: Town, calls: int) -> None:
    dialer = town.account("acme", "Acme Dialer")
    good = town.account("acme-good", "Acme East", "acme")
    bad = town.account("acme-bad", "Acme West", "acme")
    town.number(dialer, 1_702_555_4000)
    town.text(dialer, 1_702_555_4000, count=50)
    town.outbound(good, town.number(good, 1_702_555_4001), count=calls * 40 // 100, short=calls * 1 // 100)
    town.outbound(
        bad, town.number(bad, 1_702_555_4002), count=calls * 30 // 100, short=calls * 9 // 100, unanswered=calls * 30 // 100
    )


def _parked_numbers(town: Town) -> None:
    parked = town.account("parked", "Parked Numbers")
    for place in range(40):
        number = town.number(parked, 1_775_555_5000 + place)
        town.text(parked, number, count=(0, 1, 2, 5)[place % 4])
    late = town.number(parked, 1_775_555_5100, acquired_ms=town.since_ms + DAY_MS)
    town.text(parked, late, count=1)


def _toll_free_breakers(town: Town) -> None:
    night = town.account("nightowl", "Night Owl")
    town.inbound(night, town.number(night, TOLL_FREE + 200, kind="toll-free"), count=900, short=20, incomplete=101)
    hasty = town.account("hasty", "Hasty Helpline")
    town.inbound(hasty, town.number(hasty, TOLL_FREE + 300, kind="toll-free"), count=800, short=121, incomplete=10)


def _exactly_on_each_limit(town: Town) -> None:
    exact = town.account("exactly", "Exactly Ltd")
    line = town.number(exact, 1_808_555_6000)
    free = town.number(exact, TOLL_FREE + 400, kind="toll-free")
    town.outbound(exact, line, count=98, short=9, unanswered=30)
    for talk in (11_999, 12_000):
        town.calls.append(SimCall(exact, "outbound", "answered", line, town.someone(), town.at(), talk))
    town.inbound(exact, free, count=90, short=9, incomplete=10)
    twice = town.number(exact, 1_808_555_6001)
    town.text(exact, twice, count=2)


def _small_ones(town: Town) -> None:
    tiny = town.account("tiny", "Tiny Shop")
    town.outbound(tiny, town.number(tiny, 1_907_555_7000), count=11, short=2)
    town.account("quiet", "Quiet House")
    edge = town.account("midnight", "Midnight Oil")
    line = town.number(edge, 1_907_555_7100)
    town.outbound(edge, line, count=30, short=1)
    for started_ms in (town.until_ms - 1, town.until_ms):
        town.calls.append(SimCall(edge, "outbound", "answered", line, town.someone(), started_ms, 5_000))


def _moves_in_mid_month(town: Town) -> None:
    for key, name in (("larch", "Larch Group"), ("maple", "Maple Group")):
        town.account(key, name)
    mover = town.account("mover", "Moving Branch", "larch")
    town.accounts.append(SimAccount(mover, "ACmaple", "Moving Branch", town.since_ms + 14 * DAY_MS))
    line = 1_360_555_8000
    town.outbound(mover, line, count=400, short=20)
