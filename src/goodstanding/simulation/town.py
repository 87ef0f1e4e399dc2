"""How is one customer after the other given accounts, numbers and traffic?

Randomness comes from the generator that is handed in, and from nowhere else. The numbers have the exchange 555, where nobody
is called.
"""

from random import Random
from typing import Final

from goodstanding.periods import DAY_MS, Month
from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimHolding, SimMessage

HOUR_MS: Final = 3_600_000
WORKING_HOURS: Final = (8, 9, 10, 10, 11, 13, 14, 15, 16, 17, 19, 21)
DISTANT: Final = 1_212_555_0000
LINE_MS: Final = 12_000
MEAN_TALK_MS: Final = 90_000
UNREACHED: Final = ("no-answer", "busy", "no-answer", "failed")
ABANDONED: Final = ("no-answer", "busy", "canceled")


class Town:
    """Collects what the customers of one carrier hold and do in one month."""

    def __init__(self, month: Month, rng: Random) -> None:
        self.month, self.rng = month, rng
        self.since_ms, self.until_ms = month.bounds_ms("UTC")
        self._days = month.days
        self.accounts: list[SimAccount] = []
        self.holdings: list[SimHolding] = []
        self.calls: list[SimCall] = []
        self.messages: list[SimMessage] = []

    def account(self, key: str, name: str, master: str | None = None) -> str:
        """Add an account; without a master it is its own."""
        self.accounts.append(SimAccount(f"AC{key}", f"AC{master or key}", name, self.since_ms))
        return f"AC{key}"

    def number(self, account: str, number: int, *, kind: str = "local", since_day: int = -365, until_day: int | None = None) -> int:
        """Give an account a number, by default since a year before the month and until further notice; days count from 0."""
        released_ms = None if until_day is None else self.since_ms + until_day * DAY_MS
        self.holdings.append(SimHolding(number, account, kind, self.since_ms + since_day * DAY_MS, released_ms))
        return number

    # int(random() * end) is twice as quick as randrange, and as good for made-up traffic
    def at(self) -> int:
        """Pick a millisecond of the month, in working hours."""
        random = self.rng.random
        day, hour = int(random() * self._days), WORKING_HOURS[int(random() * len(WORKING_HOURS))]
        return self.since_ms + day * DAY_MS + hour * HOUR_MS + int(random() * HOUR_MS)

    def on_the_second(self) -> int:
        """Pick a whole second of the month, in working hours."""
        at_ms = self.at()
        return at_ms - at_ms % 1000

    def someone(self) -> int:
        """Pick the number of somebody outside."""
        return DISTANT + int(self.rng.random() * 10_000)

    def outbound(self, account: str, caller: int, *, count: int, short: int, unanswered: int = 0) -> None:
        """Place calls of which `count` are answered and `short` of those are under twelve seconds."""
        for place in range(count):
            self.call_out(account, caller, self.at(), self._talk(short=place < short))
        for _ in range(unanswered):
            outcome = UNREACHED[int(self.rng.random() * len(UNREACHED))]
            self.calls.append(SimCall(account, "outbound", outcome, caller, self.someone(), self.at(), 0))

    def call_out(self, account: str, caller: int, at_ms: int, talk_ms: int) -> None:
        """Place one call that is answered."""
        self.calls.append(SimCall(account, "outbound", "answered", caller, self.someone(), at_ms, talk_ms))

    def inbound(self, account: str, callee: int, *, count: int, short: int, incomplete: int) -> None:
        """Receive `count` answered calls, `short` of them under twelve seconds, and `incomplete` unanswered ones."""
        for place in range(count):
            talk = self._talk(short=place < short)
            self.calls.append(SimCall(account, "inbound", "answered", self.someone(), callee, self.at(), talk))
        for _ in range(incomplete):
            outcome = ABANDONED[int(self.rng.random() * len(ABANDONED))]
            self.calls.append(SimCall(account, "inbound", outcome, self.someone(), callee, self.at(), 0))

    def _talk(self, *, short: bool) -> int:
        """Pick a talk time that is on the same side of the line in every source: none from 11 s up to the line."""
        return 1000 + int(self.rng.random() * (LINE_MS - 2000)) if short else LINE_MS + int(self.rng.expovariate(1 / MEAN_TALK_MS))

    def text(self, account: str, sender: int, *, count: int, replies: int = 0) -> None:
        """Send messages that arrive, one in fifty with a picture, and receive replies."""
        for place in range(count):
            channel = "mms" if place % 50 == 49 else "sms"
            self.messages.append(SimMessage(account, "outbound", "delivered", sender, self.someone(), self.at(), channel))
        for _ in range(replies):
            self.messages.append(SimMessage(account, "inbound", "received", self.someone(), sender, self.at()))

    def finished(self) -> Carrier:
        """Return everything, calls and messages in the order of time, listed as the month began, in its middle and at its end."""
        return Carrier(
            month=str(self.month),
            since_ms=self.since_ms,
            until_ms=self.until_ms,
            accounts=tuple(self.accounts),
            holdings=tuple(self.holdings),
            calls=tuple(sorted(self.calls, key=lambda call: call.started_ms)),
            messages=tuple(sorted(self.messages, key=lambda message: message.sent_ms)),
            snapshots_ms=(self.since_ms, self.since_ms + 14 * DAY_MS, self.until_ms),
        )
