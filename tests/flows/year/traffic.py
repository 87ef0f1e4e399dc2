"""What did the customers of a made-up year do on each day, and how is it counted?"""

import hashlib
from dataclasses import dataclass
from random import Random

from flows.year.customers import BY_HAND, Behaviour, Customer
from goodstanding.cases.cure import Window
from goodstanding.cases.papers import CureMeasurement
from goodstanding.findings.finding import Finding
from goodstanding.measures.arithmetic import room_of, to_cure_of, verdict_of, wilson
from goodstanding.measures.standing import (
    AccountStanding,
    Evidence,
    MonthStanding,
    MonthState,
    RequirementStanding,
    Standing,
    Verdict,
)
from goodstanding.periods import DAY_MS, Month, month_of
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Edition

NUMBERS_HELD = 5
STEADY = frozenset({Behaviour.IGNORES, Behaviour.APPEALS_IN_VAIN})


@dataclass(slots=True)
class Traffic:
    """Counts the made-up traffic of a year."""

    customers: tuple[Customer, ...]
    edition: Edition
    seed: int

    def day(self, customer: Customer, clause: str, day_ms: int) -> tuple[int, int]:
        """Return the part and the whole of a requirement on a day; the same day always gives the same counts."""
        if customer.behaviour in BY_HAND or clause != customer.clause:
            return 0, 10
        breaks = self.breaks(customer, month_of(day_ms, "UTC"))
        random = Random(f"{self.seed} {customer.account} {clause} {day_ms}")
        if customer.behaviour is Behaviour.SMALL:
            return (int(breaks and random.random() < 0.2), int(random.random() < 0.4))
        return (random.randint(2, 4) if breaks else random.randint(0, 1)), 10

    @staticmethod
    def breaks(customer: Customer, month: Month) -> bool:
        """Say whether a customer breaches in a month: for one month, or three where it does not mend its ways."""
        months = 3 if customer.behaviour in STEADY else 1
        return customer.behaviour is not Behaviour.KEEPS and customer.month <= month.month < customer.month + months

    def count(self, customer: Customer, clause: str, since_ms: int, until_ms: int) -> tuple[int, int]:
        """Count a requirement over the days that lie wholly in [since_ms, until_ms)."""
        if clause == "req-1":
            silent = customer.behaviour is Behaviour.EXEMPTED
            return int(silent and self.breaks(customer, month_of(since_ms, "UTC"))), NUMBERS_HELD
        first = -(-since_ms // DAY_MS) * DAY_MS
        counts = [self.day(customer, clause, day) for day in range(first, until_ms - DAY_MS + 1, DAY_MS)]
        return sum(min(part, whole) for part, whole in counts), sum(whole for _, whole in counts)

    def month(self, month: Month) -> MonthStanding:
        """Return how everyone stood in a month, as a closing would."""
        accounts = tuple(
            AccountStanding(one.account, one.name, _word(found), found)
            for one in self.customers
            for found in [tuple(self._standing(one, requirement, month) for requirement in self.edition.requirements)]
        )
        return MonthStanding(str(month), self.edition.id, 0, 0, 0, 0, accounts, MonthState.CLOSED)

    def _standing(self, customer: Customer, requirement: Requirement, month: Month) -> RequirementStanding:
        since_ms, until_ms = month.bounds_ms(self.edition.zone)
        part, whole = self.count(customer, requirement.id, since_ms, until_ms)
        content = self.evidence(customer.account, requirement.id, since_ms, part)
        return RequirementStanding(
            clause=requirement.id,
            verdict=verdict_of(part, whole, requirement.limit),
            reading=requirement.reading.name,
            part=part,
            whole=whole,
            limit=requirement.limit,
            edge=0,
            small_sample=whole < requirement.reading.fewest,
            room=room_of(part, whole, requirement.limit),
            to_cure=to_cure_of(part, whole, requirement.limit),
            interval=wilson(part, whole),
            shares=(),
            readings=(),
            evidence=Evidence(part, hashlib.sha256(content).hexdigest()),
        )

    @staticmethod
    def evidence(account: str, clause: str, since_ms: int, part: int) -> bytes:
        """Return the ids of the records behind a part, sorted, each followed by a line feed."""
        return "".join(sorted(f"{account}-{clause}-{since_ms}-{number}\n" for number in range(part))).encode()

    def evidence_of(self, finding: Finding) -> bytes:
        """Return the record ids behind a finding."""
        part = finding.measured.part if finding.measured else 0
        return self.evidence(finding.account, finding.clause, finding.period.since_ms, part)

    def measure(self, finding: Finding, window: Window, *, exempt: frozenset[str] = frozenset()) -> CureMeasurement:
        """Count a requirement again, for a cure."""
        customer = next(one for one in self.customers if one.account == finding.account)
        part, whole = self.count(customer, finding.clause, window.since_ms, window.until_ms)
        part = 0 if exempt else part
        limit = next(one.limit for one in self.edition.requirements if one.id == finding.clause)
        sha256 = hashlib.sha256(self.evidence(finding.account, finding.clause, window.since_ms, part)).hexdigest()
        return CureMeasurement(
            window.name, window.since_ms, window.until_ms, part, whole, str(verdict_of(part, whole, limit)), sha256
        )


def _word(found: tuple[RequirementStanding, ...]) -> Standing:
    return Standing.VIOLATED if any(one.verdict is Verdict.VIOLATED for one in found) else Standing.GOOD
