"""Builders for cases, shared by the tests of the case machine and of its stores."""

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.papers import Notice
from goodstanding.findings.finding import Finding, Span
from goodstanding.measures.standing import Evidence, RequirementStanding, Verdict
from goodstanding.policy.clause import Limit

FEBRUARY = Span(1_454_284_800_000, 1_456_790_400_000, "2016-02")
CUSTOMER = Actor(ActorKind.CUSTOMER, "customer")


def person(name: str) -> Actor:
    return Actor(ActorKind.PERSON, name)


def measured(clause: str = "req-2", *, is_small: bool = False) -> RequirementStanding:
    return RequirementStanding(
        clause=clause,
        verdict=Verdict.VIOLATED,
        reading="answered-calls",
        part=11,
        whole=100,
        limit=Limit(1, 10),
        edge=0,
        small_sample=is_small,
        room=0,
        to_cure=10,
        interval=(0.06, 0.19),
        shares=(),
        readings=(),
        evidence=Evidence(11, "e" * 64),
    )


def finding(clause: str = "req-2", *, number: int = 0, is_small: bool = False) -> Finding:
    counted = measured(clause, is_small=is_small) if clause.startswith("req-") else None
    return Finding(
        f"F-{number:016x}",
        clause,
        "2016-02-01",
        "AC1",
        "Account 1",
        FEBRUARY,
        Evidence(11, "e" * 64),
        counted,
        "" if counted else "seen",
    )


def notice(number: int, at_ms: int) -> Notice:
    return Notice("a" * 64, f"<{number}@example.org>", at_ms, "en")
