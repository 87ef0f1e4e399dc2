"""What happens to a made-up carrier's customers in a year: who keeps the requirements, who does not, and what becomes of each?

Every customer has one part to play. The part says how many of its forty calls a month are short, what becomes of its letters,
and what the persons who review it do; the truth is the outcome that due process must give it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goodstanding.periods import DAY_MS, Month, moment_of

YEAR: Final = 2016
CALLS: Final = 40
FEW_CALLS: Final = 10
SHORT_MS, LONG_MS = 5_000, 60_000
# 10 of 40 is over one in ten, 2 of 40 is not
MANY, FEW = 10, 2


@dataclass(frozen=True, slots=True)
class Part:
    """One customer's part.

    breaches    the months (1 to 12) in which it has too many short calls
    calls       answered outbound calls a month
    is_idle     it also holds a number that nobody uses, all year
    by_hand     the clause under which a person finds something, or ""
    letters     "arrive", "bounce once" or "vanish"
    truth       how its first case must end: the outcome, or the state it is left in
    """

    name: str
    breaches: frozenset[int] = frozenset()
    calls: int = CALLS
    is_idle: bool = False
    by_hand: str = ""
    letters: str = "arrive"
    truth: str = "no case"


PARTS: Final = (
    Part("keeps to it"),
    Part("cures in time", breaches=frozenset({2}), truth="cured"),
    Part("goes on and is suspended", breaches=frozenset({2, 3, 4, 5}), truth="violation"),
    Part("letter bounces, then cures", breaches=frozenset({3}), letters="bounce once", truth="cured"),
    Part("letters vanish", breaches=frozenset({4, 5, 6}), letters="vanish", truth="noticed"),
    Part("victim of pumping", breaches=frozenset({5}), truth="victim"),
    Part("too few calls to tell", breaches=frozenset({6}), calls=FEW_CALLS, truth="no violation"),
    Part("appeals, and it stands", breaches=frozenset({2, 3, 4}), truth="violation"),
    Part("appeals, and it is reversed", breaches=frozenset({2, 3, 4}), truth="no violation"),
    Part("keeps a number for failover", is_idle=True, truth="cured"),
    Part("active harm, nobody confirms the stop", by_hand="use-01", truth="violation"),
    Part("active harm, the stop is confirmed", by_hand="use-14", truth="violation"),
    Part("something the list does not name", by_hand="other", truth="no violation"),
)


@dataclass(frozen=True, slots=True)
class Customer:
    """A master account with its part; `number` counts the customers from 1."""

    number: int
    part: Part

    @property
    def account(self) -> str:
        """Its id."""
        return f"AC{self.number:04d}"

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers it holds, from the range kept for fiction: one in use, and an idle one where its part has it."""
        held = f"+1415555{100 + self.number % 100:04d}"
        return (held, f"+1212555{100 + self.number % 100:04d}") if self.part.is_idle else (held,)


def customers(count: int) -> list[Customer]:
    """Return so many customers; every part is played, and those left over keep to the policy."""
    return [Customer(number, PARTS[number - 1] if number <= len(PARTS) else PARTS[0]) for number in range(1, count + 1)]


def months() -> list[Month]:
    """Return the months of the year in which the policy of 2016-02-01 governs."""
    return [Month(YEAR, number) for number in range(2, 13)]


def calls_of(customer: Customer, month: Month, *, until_ms: int) -> Iterator[tuple[str, ...]]:
    """Yield a month's calls as rows of our own CSV, spread evenly over the month, those before `until_ms` alone."""
    since_ms, end_ms = month.bounds_ms("UTC")
    part = customer.part
    short = (MANY * part.calls // CALLS if month.month in part.breaches else FEW * part.calls // CALLS) or 0
    for place in range(part.calls):
        at_ms = since_ms + (end_ms - since_ms) * place // part.calls + 3_600_000
        # the short ones are spread over the month too
        is_short = (place * short) // part.calls != ((place + 1) * short) // part.calls
        if at_ms < until_ms:
            when = f"{moment_of(at_ms):%Y-%m-%dT%H:%M:%S}Z"
            talk = str(SHORT_MS if is_short else LONG_MS)
            ends = (customer.numbers[0], f"+1303555{100 + place % 100:04d}")
            yield (f"{customer.account}-{month}-{place:03d}", customer.account, "outbound", "answered", *ends, when, talk)


def days() -> Iterator[int]:
    """Yield the start of each day, from the first of March, when the first month is over, to the end of the next January."""
    first, _ = Month(YEAR, 3).bounds_ms("UTC")
    for day in range(337):
        yield first + day * DAY_MS
