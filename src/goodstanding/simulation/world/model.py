"""What is a labelled world made of? Values only; times in milliseconds since 1970, UTC; `abuse` is the truth of each record."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from goodstanding.simulation.model import SimHolding


class Strength(StrEnum):
    """How openly an abuse is done."""

    BLATANT = "blatant"
    MODERATE = "moderate"
    CAREFUL = "careful"


# made by the hundred thousand: named tuples, as in the carrier's month
class WorldCall(NamedTuple):
    """One call; ring_ms and answered_by ("human", "machine", "fax") None where nobody tells."""

    account: str
    direction: str
    outcome: str
    caller: int
    callee: int
    started_ms: int
    talk_ms: int
    ring_ms: int | None = None
    answered_by: str | None = None
    abuse: str = ""


class WorldMessage(NamedTuple):
    """One message with its text; error is the provider's code of a final failure."""

    account: str
    direction: str
    status: str
    sender: int
    recipient: int
    at_ms: int
    body: str = ""
    error: int | None = None
    abuse: str = ""


class WorldRequest(NamedTuple):
    """One request to the programming interface; account is the one in its path."""

    account: str
    credential: str
    ip: str
    country: str
    method: str
    route: str
    status: int
    at_ms: int
    error: int | None = None
    target: str = ""
    abuse: str = ""


class WorldConsent(NamedTuple):
    """One entry of a consent ledger."""

    account: str
    recipient: int
    sender: str
    status: str
    how: str
    at_ms: int
    is_written: bool | None = None
    postal: str = ""
    abuse: str = ""


class WorldComplaint(NamedTuple):
    """One complaint about a number: kind as the `complaints` source writes it, e.g. "do-not-call", "spam", "traceback"."""

    account: str
    about: int
    complainant: int
    kind: str
    at_ms: int
    abuse: str = ""


class WorldSignalling(NamedTuple):
    """What the network said of one call, by the call's place in the world."""

    call: WorldCall
    attestation: str
    sip: int
    cause: int
    hung_up_by: str = ""


@dataclass(frozen=True, slots=True)
class WorldProfile:
    """What the provider knows of an account, from a day on."""

    account: str
    since_ms: int
    use_case: str = ""
    is_registered: bool | None = None
    has_agreement: bool | None = None
    is_trial: bool | None = None
    per_day: int | None = None
    countries: tuple[str, ...] = ()
    calls_per_second: int | None = None
    contacts: int | None = None
    payment: str = ""
    device: str = ""
    brand: str = ""
    domain: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class WorldAccount:
    """One account and its truth.

    shape     which business it is, or which abuse, e.g. "contact-centre", "call-flood"
    abuse     the signal it breaks, e.g. "P5.1"; "" for an honest one
    """

    account: str
    master: str
    name: str
    since_ms: int
    shape: str
    abuse: str = ""
    strength: Strength | None = None


@dataclass(slots=True)
class World:
    """Everything, as it is being made."""

    since_ms: int
    until_ms: int
    accounts: list[WorldAccount] = field(default_factory=list)
    holdings: list[SimHolding] = field(default_factory=list)
    calls: list[WorldCall] = field(default_factory=list)
    messages: list[WorldMessage] = field(default_factory=list)
    requests: list[WorldRequest] = field(default_factory=list)
    consents: list[WorldConsent] = field(default_factory=list)
    complaints: list[WorldComplaint] = field(default_factory=list)
    signalling: list[WorldSignalling] = field(default_factory=list)
    profiles: list[WorldProfile] = field(default_factory=list)
