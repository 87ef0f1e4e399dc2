"""What is a made-up carrier made of? Values only; times in milliseconds since 1970, UTC."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SimCall:
    """One call: who placed it for or to which account, and how it ended."""

    account: str
    direction: str
    outcome: str
    caller: int
    callee: int
    started_ms: int
    talk_ms: int


@dataclass(frozen=True, slots=True)
class SimMessage:
    """One message of an account."""

    account: str
    direction: str
    sender: int
    recipient: int
    sent_ms: int


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
    """One account and the master it is under from since_ms on (None: ever since)."""

    account: str
    master: str
    name: str
    since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A whole month of one carrier."""

    month: str
    since_ms: int
    until_ms: int
    accounts: tuple[SimAccount, ...]
    holdings: tuple[SimHolding, ...]
    calls: tuple[SimCall, ...]
    messages: tuple[SimMessage, ...]
