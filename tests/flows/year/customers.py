"""Who are the customers of a made-up carrier's year, and how does each behave?"""

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

ZONES: Final = ("UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe")


class Behaviour(StrEnum):
    """What a customer does in the year."""

    KEEPS = "keeps the policy"
    CURES = "breaches, is told, cures"
    IGNORES = "breaches and ignores it"
    BOUNCES = "first letter comes back"
    UNREACHABLE = "no letter ever arrives"
    VICTIM = "is the victim of others"
    SMALL = "has few calls"
    APPEALS_IN_VAIN = "appeals; it stands"
    APPEALS_WELL = "appeals; it is reversed"
    EXEMPTED = "holds a number for failover"
    STOPPED = "prohibited use; the stop runs out"
    CONFIRMED = "prohibited use; the stop is confirmed"
    TWO_REVIEWERS = "prohibited use; two reviewers"


BY_HAND: Final = {Behaviour.STOPPED: "use-01", Behaviour.CONFIRMED: "use-05", Behaviour.TWO_REVIEWERS: "use-14"}
WEIGHTS: Final = {Behaviour.KEEPS: 6, Behaviour.CURES: 4, Behaviour.IGNORES: 2}


@dataclass(frozen=True, slots=True)
class Customer:
    """A made-up customer: its account, where it is, how it behaves, and the month (1 to 9) in which it breaches."""

    account: str
    name: str
    zone: str
    behaviour: Behaviour
    month: int

    @property
    def clause(self) -> str:
        """The clause it breaches."""
        if self.behaviour is Behaviour.EXEMPTED:
            return "req-1"
        return BY_HAND.get(self.behaviour, f"req-{2 + self.month % 3}")


def made_up_customers(accounts: int, random: Random) -> tuple[Customer, ...]:
    """Return so many customers, every behaviour among them where there is room; most keep the policy or cure."""
    behaviours = list(Behaviour)[:accounts]
    more = random.choices(list(WEIGHTS), weights=list(WEIGHTS.values()), k=max(accounts - len(behaviours), 0))
    return tuple(
        Customer(f"AC{place:04d}", f"Customer {place}", ZONES[place % len(ZONES)], behaviour, random.randint(1, 9))
        for place, behaviour in enumerate((*behaviours, *more), start=1)
    )
