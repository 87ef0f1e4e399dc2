"""What does an edition say once a caller has set some of its readings, limits or parameters?

A setting reads CLAUSE.PARAM=VALUE (`req-2.limit=15/100`) or names the edition's own `zone` or
`near`. It is written into the clause's table and read again by the loader's own code, so that
nothing passes here that a file may not say.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from goodstanding.errors import ClauseInvalid, WrongUsage, near_match
from goodstanding.periods import zone_named
from goodstanding.policy.clause import Clause, Requirement
from goodstanding.policy.countable import COUNTABLE
from goodstanding.policy.edition import Edition
from goodstanding.policy.table import Table
from goodstanding.policy.writing import clause_from, limit_from, table_of

_PART_OF_WHOLE = re.compile(r"([0-9]{1,10})/([0-9]{1,10})")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,10}")
_OF_THE_EDITION = ("zone", "near")


def amended(edition: Edition, settings: Sequence[str]) -> Edition:
    """Return the edition with every setting applied and listed; WrongUsage when one is off.

    Settings are applied together, the last one winning, and checked at the end. A requirement
    whose limit is changed loses its examples, for they tell of the limit as it was.
    """
    tables: dict[str, dict[str, Any]] = {}
    changed = edition
    for setting in settings:
        target, param, value = _split(setting)
        if target == "edition":
            changed = _with_edition_setting(changed, param, value)
        else:
            clause = _requirement(edition, target)
            table = tables.setdefault(clause.id, table_of(clause))
            _set(table, clause, param=param, value=value)
    clauses = tuple(_read_again(each, tables.get(each.id)) for each in edition.clauses)
    return replace(changed, clauses=clauses, amendments=(*edition.amendments, *settings))


def _split(setting: str) -> tuple[str, str, str]:
    name, equals, value = setting.partition("=")
    target, dot, param = name.partition(".")
    if name in _OF_THE_EDITION:
        target, dot, param = "edition", ".", name
    if not (target and dot and param and equals and value):
        message = f"--set {setting}: write CLAUSE.PARAM=VALUE, such as req-2.limit=15/100"
        raise WrongUsage(message)
    return target, param, value


def _requirement(edition: Edition, clause_id: str) -> Requirement:
    clause = edition.clause(clause_id)
    if not isinstance(clause, Requirement):
        message = f"--set {clause_id}: only requirements are counted; a use has nothing to set"
        raise WrongUsage(message)
    return clause


def _with_edition_setting(edition: Edition, param: str, value: str) -> Edition:
    if param not in _OF_THE_EDITION:
        raise _unknown("edition", param, _OF_THE_EDITION)
    if param == "zone":
        return replace(edition, zone=zone_named(value).key)
    table = Table(_part_of_whole("edition.near", value), "--set", "edition", "near.")
    try:
        return replace(edition, near=limit_from(table, least_part=1))
    except ClauseInvalid as error:
        raise _as_wrong_usage(error) from error


def _set(table: dict[str, Any], clause: Requirement, *, param: str, value: str) -> None:
    place = f"{clause.id}.{param}"
    integers = [each.name for each in COUNTABLE[clause.reading.measure].parameters]
    match param:
        case "reading":
            table["measure"]["reading"] = value
        case "limit":
            table |= {"limit": _part_of_whole(place, value), "example": []}
        case "limit.part" | "limit.whole":
            table["limit"][param.removeprefix("limit.")] = _whole_number(place, value)
            table["example"] = []
        case _ if param in (*integers, "fewest"):
            table["measure"][param] = _whole_number(place, value)
        case _:
            known = ("reading", "limit", "limit.part", "limit.whole", "fewest", *integers)
            raise _unknown(clause.id, param, known)


def _read_again(clause: Clause, table: dict[str, Any] | None) -> Clause:
    if table is None:
        return clause
    try:
        return clause_from(Table(table, "--set", clause.id))
    except ClauseInvalid as error:
        raise _as_wrong_usage(error) from error


def _part_of_whole(place: str, value: str) -> dict[str, int]:
    found = _PART_OF_WHOLE.fullmatch(value)
    if found is None:
        message = f"--set {place}={value}: write two whole numbers, such as 15/100"
        raise WrongUsage(message)
    return {"part": int(found[1]), "whole": int(found[2])}


def _whole_number(place: str, value: str) -> int:
    if not _WHOLE_NUMBER.fullmatch(value):
        message = f"--set {place}={value}: write a whole number, such as 20"
        raise WrongUsage(message)
    return int(value)


def _unknown(target: str, param: str, known: Sequence[str]) -> WrongUsage:
    near = near_match(param, known)
    hint = f"did you mean {near}?" if near else f"what can be set: {', '.join(known)}"
    return WrongUsage(f"--set {target}.{param}: {target} has no such parameter; {hint}")


def _as_wrong_usage(error: ClauseInvalid) -> WrongUsage:
    problem = str(error).partition("\n")[0]
    key = error.key.removeprefix("measure.")
    return WrongUsage(f"--set {error.clause}.{key}: {problem}; {error.hint}")
