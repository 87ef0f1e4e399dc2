"""Which master accounts kept the requirements of a month, and what stands behind each verdict?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from goodstanding.errors import PolicyError
from goodstanding.measures.arithmetic import is_near, room_of, to_cure_of, verdict_of, wilson
from goodstanding.measures.catalogue import MEASURES, TRANSMISSIONS, Measure, text_named
from goodstanding.measures.ports import Ledger
from goodstanding.measures.standing import (
    AccountStanding,
    Evidence,
    HeldNumber,
    OtherReading,
    Pace,
    RequirementStanding,
    Share,
    Standing,
    Verdict,
)
from goodstanding.periods import Month
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Edition

NO_RECORDS: Final = Evidence(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


class Name(NamedTuple):
    """How an account is known: its id and its name."""

    id: str
    name: str


@dataclass(slots=True)
class Counted:
    """What one measure found for one master account: its accounts' columns, and what is behind the part."""

    accounts: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    evidence: Evidence = NO_RECORDS
    numbers: list[HeldNumber] = field(default_factory=list)
    not_assessed: int = 0
    pace: Pace | None = None
    _sums: tuple[int, ...] | None = None

    def sum(self, column: int) -> int:
        """Sum a column over the tree; every account has been added when this is first asked."""
        if self._sums is None:
            self._sums = tuple(map(sum, zip(*(columns for _, columns in self.accounts), strict=True)))
        return self._sums[column] if self._sums else 0


def measure_month(ledger: Ledger, edition: Edition, month: Month) -> tuple[AccountStanding, ...]:
    """Measure every requirement of the edition for every master account, in the order of their ids."""
    since_ms, until_ms = month.bounds_ms(edition.zone)
    bounds = {"since_ms": since_ms, "until_ms": until_ms}
    names, masters = names_of(ledger), masters_of(ledger, since_ms, until_ms)
    counted = {one.id: count(ledger, one, bounds) for one in edition.requirements}
    return standings(edition, counted, names, masters)


def standings(
    edition: Edition, counted: Mapping[str, Mapping[int, Counted]], names: Mapping[int, Name], masters: Iterable[int]
) -> tuple[AccountStanding, ...]:
    """Put what was counted together, for every master account there is."""
    everyone = {*masters, *(master for found in counted.values() for master in found)}
    nothing = {one.id: requirement_standing(one, Counted(), names) for one in edition.requirements}
    found = []
    for master in sorted(everyone, key=lambda key: names[key].id):
        requirements = tuple(
            requirement_standing(one, counted[one.id][master], names) if master in counted[one.id] else nothing[one.id]
            for one in edition.requirements
        )
        word = standing_word(requirements, edition)
        found.append(AccountStanding(names[master].id, names[master].name, word, requirements))
    return tuple(found)


def names_of(ledger: Ledger) -> dict[int, Name]:
    """Return every account's id and name by its key."""
    rows = ledger.rows("SELECT account, id, name FROM accounts", {})
    return {int(key): Name(str(account), str(name)) for key, account, name in rows}


def masters_of(ledger: Ledger, since_ms: int, until_ms: int) -> set[int]:
    """Return the accounts that were nobody's sub-account at some time of the month."""
    rows = ledger.rows(
        "SELECT DISTINCT master FROM tree WHERE since_ms < $until_ms AND until_ms > $since_ms",
        {"since_ms": since_ms, "until_ms": until_ms},
    )
    return {int(row[0]) for row in rows}


def measure_for(requirement: Requirement) -> Measure:
    """Return the measure a requirement is read by; PolicyError when there is none."""
    measure = MEASURES.get(requirement.reading.measure)
    if measure is None or requirement.reading.name not in measure.readings:
        message = f"{requirement.id}: no measure {requirement.reading.measure} with reading {requirement.reading.name}"
        raise PolicyError(message)
    return measure


def count(ledger: Ledger, requirement: Requirement, bounds: Mapping[str, int]) -> dict[int, Counted]:
    """Count one requirement for every master account that has anything to count."""
    measure = measure_for(requirement)
    parameters = {**bounds, **requirement.reading.parameters}
    if measure is TRANSMISSIONS:
        ledger.keep("per_number", text_named("transmissions_per_number"), parameters)
    found = gathered(ledger.rows(measure.sql, parameters))
    if measure is TRANSMISSIONS:
        listed(ledger, found, parameters, "SELECT master, COUNT(*) FROM holdings_partial GROUP BY master")
    adopted = measure.readings[requirement.reading.name].part
    if any(one.sum(adopted) for one in found.values()):
        for master, evidence in ledger.evidence(evidence_text(measure), parameters).items():
            found[master].evidence = evidence
    return found


def evidence_text(measure: Measure) -> str:
    """Return the query that lists the records behind a measure's adopted part."""
    if measure is TRANSMISSIONS:
        return f"SELECT master, number AS id FROM ({text_named('transmissions_under')})"
    return text_named(f"{measure.text}_records")


def gathered(rows: Sequence[tuple[Any, ...]]) -> dict[int, Counted]:
    """Gather rows of (master, account, counts ...) by master."""
    found: dict[int, Counted] = {}
    for master, account, *columns in rows:
        found.setdefault(int(master), Counted()).accounts.append((int(account), tuple(map(int, columns))))
    return found


def listed(ledger: Ledger, found: dict[int, Counted], parameters: Mapping[str, int], partial: str) -> None:
    """List the numbers of `per_number` that are under the minimum, and count those held for a part of the month (`partial`)."""
    for master, number, transmissions in ledger.rows(text_named("transmissions_under"), parameters):
        found[int(master)].numbers.append(HeldNumber(f"+{number}", int(transmissions)))
    for master, count_of in ledger.rows(partial, {}):
        found.setdefault(int(master), Counted()).not_assessed = int(count_of)


def requirement_standing(requirement: Requirement, counted: Counted, names: Mapping[int, Name]) -> RequirementStanding:
    """Turn counts into one requirement's standing."""
    measure = measure_for(requirement)
    adopted = measure.readings[requirement.reading.name]
    part, whole, limit = counted.sum(adopted.part), counted.sum(adopted.whole), requirement.limit
    verdict = verdict_of(part, whole, limit)
    per_number = measure is TRANSMISSIONS
    missing = counted.sum(2) if per_number else 0
    return RequirementStanding(
        clause=requirement.id,
        verdict=verdict,
        reading=requirement.reading.name,
        part=part,
        whole=whole,
        limit=limit,
        edge=0 if measure.edge is None else counted.sum(measure.edge),
        small_sample=0 < whole < requirement.reading.fewest,
        room=room_of(part, whole, limit),
        to_cure=(missing if per_number else to_cure_of(part, whole, limit)) if verdict is Verdict.VIOLATED else None,
        interval=wilson(part, whole),
        shares=_shares(counted, names, adopted.part, adopted.whole),
        readings=_other_readings(requirement, measure, counted),
        evidence=counted.evidence,
        numbers=tuple(counted.numbers) if per_number else None,
        not_assessed=counted.not_assessed if per_number else None,
        pace=counted.pace,
    )


def _shares(counted: Counted, names: Mapping[int, Name], part: int, whole: int) -> tuple[Share, ...]:
    shares = [Share(names[account].id, columns[part], columns[whole]) for account, columns in counted.accounts]
    return tuple(sorted(shares, key=lambda share: (-share.part, share.account)))


def _other_readings(requirement: Requirement, measure: Measure, counted: Counted) -> tuple[OtherReading, ...]:
    others = []
    for name, columns in measure.readings.items():
        if name != requirement.reading.name:
            part, whole = counted.sum(columns.part), counted.sum(columns.whole)
            others.append(OtherReading(name, part, whole, verdict_of(part, whole, requirement.limit)))
    return tuple(others)


def standing_word(requirements: Sequence[RequirementStanding], edition: Edition) -> Standing:
    """Say one account's month in a word: the worst of its requirements."""
    verdicts = {one.verdict for one in requirements}
    if Verdict.VIOLATED in verdicts:
        return Standing.VIOLATED
    if any(
        one.verdict is Verdict.COMPLIES and is_near(one.part, one.whole, limit=one.limit, near=edition.near) for one in requirements
    ):
        return Standing.AT_RISK
    return Standing.GOOD if Verdict.COMPLIES in verdicts else Standing.NOT_ASSESSABLE
