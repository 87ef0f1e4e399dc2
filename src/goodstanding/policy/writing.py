"""How is a clause written as a TOML table, and how is it read back?"""

import re

from goodstanding.policy.clause import Clause, Example, Limit, Reading, Requirement, Use
from goodstanding.policy.countable import COUNTABLE, CountableMeasure
from goodstanding.policy.table import Table, did_you_mean

CLAUSE_ID = re.compile(r"use-[0-9]{2}|req-[0-9]")
_SIGNAL_ID = re.compile(r"P[0-9]{1,2}\.[0-9]{1,2}")
_WORDS = ("id", "title", "duty", "source", "authority", "person_decides")
_USE_KEYS = (*_WORDS, "reviewers", "cure_days", "signals")
_REQUIREMENT_KEYS = (*_WORDS, "measure", "limit", "example", "cure_days")
_OUTCOMES = ("complies", "violated")


def clause_from(table: Table) -> Clause:
    """Read one clause, of the kind its id says; ClauseInvalid names the key that is wrong."""
    return requirement_from(table) if table.clause.startswith("req-") else _use_from(table)


def _use_from(table: Table) -> Use:
    table.allow_only(*_USE_KEYS)
    return Use(
        id=_own_id(table),
        title=table.text("title"),
        duty=table.text("duty"),
        source=table.text("source"),
        reviewers=table.integer("reviewers", least=1, most=9) if table.has("reviewers") else 1,
        cure_days=table.integer("cure_days", most=366) if table.has("cure_days") else 0,
        authority=table.texts("authority"),
        signals=_signals(table),
        person_decides=table.text("person_decides"),
    )


def requirement_from(table: Table) -> Requirement:
    """Read one requirement, its reading checked against the measures that can be counted."""
    table.allow_only(*_REQUIREMENT_KEYS)
    limit = limit_from(table.table("limit"))
    return Requirement(
        id=_own_id(table),
        title=table.text("title"),
        duty=table.text("duty"),
        source=table.text("source"),
        reading=_reading(table.table("measure")),
        limit=limit,
        cure_days=table.integer("cure_days", most=366) if table.has("cure_days") else 30,
        examples=tuple(_example(example, limit) for example in table.tables("example")),
        authority=table.texts("authority"),
        person_decides=table.text("person_decides"),
    )


def limit_from(table: Table, *, least_part: int = 0) -> Limit:
    """Read part of whole: nothing up to everything, never of nothing."""
    table.allow_only("part", "whole")
    whole = table.integer("whole", least=1)
    return Limit(table.integer("part", least=least_part, most=whole), whole)


def _own_id(table: Table) -> str:
    if table.text("id") != table.clause:
        problem = f"`id` is {table.text('id')}, and an id belongs to one clause only"
        raise table.wrong(problem, "id", f"the file's name asks for `{table.clause}`")
    return table.clause


def _signals(table: Table) -> tuple[str, ...]:
    signals = table.texts("signals")
    for signal in signals:
        if not _SIGNAL_ID.fullmatch(signal):
            problem = f"`{signal}` is no signal id"
            raise table.wrong(problem, "signals", "write the use and the signal, such as P5.1")
    return signals


def _measure_named(table: Table) -> CountableMeasure:
    name = table.text("id")
    if name not in COUNTABLE:
        problem = f"unknown measure `{name}`"
        raise table.wrong(problem, "id", did_you_mean(name, tuple(COUNTABLE)))
    return COUNTABLE[name]


def _reading(table: Table) -> Reading:
    measure = _measure_named(table)
    parameters = {parameter.name: parameter for parameter in measure.parameters}
    table.allow_only("id", "reading", *parameters, "fewest")
    name = table.text("reading")
    if name not in measure.readings:
        problem = f"unknown reading `{name}` of {measure.id}"
        raise table.wrong(problem, "reading", did_you_mean(name, measure.readings))
    return Reading(
        measure=measure.id,
        name=name,
        parameters={key: table.integer(key, least=bounds.least, most=bounds.most) for key, bounds in parameters.items()},
        fewest=table.integer("fewest") if table.has("fewest") else 0,
    )


def _example(table: Table, limit: Limit) -> Example:
    table.allow_only("part", "whole", "expect")
    whole = table.integer("whole", least=1)
    part = table.integer("part", most=whole)
    expect = table.text("expect")
    if expect not in _OUTCOMES:
        problem = f"unknown outcome `{expect}`"
        raise table.wrong(problem, "expect", did_you_mean(expect, _OUTCOMES))
    outcome = _OUTCOMES[limit.is_exceeded_by(part, whole)]
    if outcome != expect:
        problem = f"the example says {part} of {whole} is `{expect}`, the limit says `{outcome}`"
        raise table.wrong(problem, "expect", f"the limit is {limit.part} of {limit.whole}")
    return Example(part, whole, expect)


def table_of(clause: Clause) -> dict[str, object]:
    """Write a clause as the table it is read from; `clause_from` gives the same clause back."""
    written: dict[str, object] = {
        "id": clause.id,
        "title": clause.title,
        "duty": clause.duty,
        "source": clause.source,
        "cure_days": clause.cure_days,
        "authority": list(clause.authority),
        "person_decides": clause.person_decides,
    }
    if isinstance(clause, Use):
        return written | {"reviewers": clause.reviewers, "signals": list(clause.signals)}
    reading = clause.reading
    measure = {"id": reading.measure, "reading": reading.name, **reading.parameters}
    return written | {
        "measure": measure | {"fewest": reading.fewest},
        "limit": {"part": clause.limit.part, "whole": clause.limit.whole},
        "example": [{"part": case.part, "whole": case.whole, "expect": case.expect} for case in clause.examples],
    }
