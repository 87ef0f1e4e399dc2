"""What is a made-up carrier made of? Values only; times in milliseconds since 1970, UTC."""

from dataclasses import dataclass
from typing import NamedTuple


# made by the hundred thousand: a named tuple is as fixed as a frozen dataclass, and made in a third of the time
class SimCall(NamedTuple):
    """One call: who placed it for or to which account, and how it ended; talk_ms is 0 unless answered."""

    account: str
    direction: str
    outcome: str
    caller: int
    callee: int
    started_ms: int
    talk_ms: int


class SimMessage(NamedTuple):
    """One message of an account, whatever its segments."""

    account: str
    direction: str
    status: str
    sender: int
    recipient: int
    sent_ms: int
    channel: str = "sms"


@dataclass(frozen=True, slots=True)
class SimHolding:
    """One number and who holds it; released_ms is None while it is held."""

    number: int
    account: str
    kind: str
    acquired_ms: int
    released_ms: int | None = None


@dataclass(frozen=True, slots=True)
class SimAccount:
    """One account and the master it is under from since_ms on."""

    account: str
    master: str
    name: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """A whole month of one carrier.

    accounts      as they stood when the month began, and once more for each move within it
    snapshots_ms  when the accounts and the numbers were listed; each the start of a day
    """

    month: str
    since_ms: int
    until_ms: int
    accounts: tuple[SimAccount, ...]
    holdings: tuple[SimHolding, ...]
    calls: tuple[SimCall, ...]
    messages: tuple[SimMessage, ...]
    snapshots_ms: tuple[int, ...]

    def accounts_at(self, at_ms: int) -> list[SimAccount]:
        """Return every account as it stood at an instant."""
        return list({one.account: one for one in self.accounts if one.since_ms <= at_ms}.values())

    def holdings_at(self, at_ms: int) -> list[SimHolding]:
        """Return the numbers held at an instant; a released number is simply not among them."""
        return [one for one in self.holdings if one.acquired_ms <= at_ms and (one.released_ms is None or at_ms < one.released_ms)]
