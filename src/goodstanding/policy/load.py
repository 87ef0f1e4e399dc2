"""How do a folder's TOML files become editions, and what is said when one of them is wrong?

A folder holds one folder per edition: `edition.toml`, a file per clause called by its id,
`screening.toml` (read by `policy.screening`) and the lock. Unknown keys are refused everywhere: a
misspelt key must never quietly leave a default in its place.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from goodstanding.errors import ClauseInvalid, PolicyError, WrongUsage
from goodstanding.periods import zone_named
from goodstanding.policy.clause import Clause
from goodstanding.policy.edition import Edition, Editions
from goodstanding.policy.table import Table, did_you_mean
from goodstanding.policy.writing import CLAUSE_ID, clause_from, limit_from

PACKAGED = Path(__file__).with_name("editions")
SCREENING = "screening.toml"
_EDITION_KEYS = ("id", "title", "since", "until", "supersedes", "zone", "near", "source", "carried")


@dataclass(frozen=True, slots=True)
class _Draft:
    """One folder as read, before clauses are carried over from another."""

    heading: Table
    own: Mapping[str, Clause]


def load_editions(folder: Path | None = None) -> Editions:
    """Read every edition of a folder (the packaged ones by default), oldest first.

    PolicyError when there is none, ClauseInvalid (naming file, clause and key) when one is wrong.
    """
    root = PACKAGED if folder is None else folder
    places = sorted(path.parent for path in root.glob("*/edition.toml"))
    if not places:
        message = f"no edition in {root}; each edition is a folder with an edition.toml in it"
        raise PolicyError(message)
    drafts = {place.name: _draft(place) for place in places}
    editions = [_edition(draft, drafts) for draft in drafts.values()]
    editions.sort(key=lambda edition: (edition.since is not None, edition.since, edition.id))
    _refuse_overlaps(editions, drafts)
    return Editions(tuple(editions))


def _draft(place: Path) -> _Draft:
    heading = toml_table(place / "edition.toml", clause="edition")
    heading.allow_only(*_EDITION_KEYS)
    files = sorted(path for path in place.glob("*.toml") if path.name not in {"edition.toml", SCREENING})
    return _Draft(heading, {path.stem: clause_from(_clause_table(path)) for path in files})


def _clause_table(path: Path) -> Table:
    if not CLAUSE_ID.fullmatch(path.stem):
        hint = "a clause file is called use-01.toml to use-99.toml or req-1.toml to req-9.toml"
        problem = f"`{path.name}` names no clause"
        raise ClauseInvalid(problem, file=_short(path), clause=path.stem, key="(the file itself)", hint=hint)
    return toml_table(path, path.stem)


def _short(path: Path) -> str:
    return "/".join(path.parts[-3:])


def toml_table(path: Path, clause: str) -> Table:
    """Read one file as a table whose errors name file and clause; ClauseInvalid when it cannot be read as TOML."""
    file = _short(path)
    where = {"file": file, "clause": clause, "key": "(the file itself)"}
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), file, clause)
    except tomllib.TOMLDecodeError as error:
        hint = "mend that line; text stands in double quotes"
        problem = f"not TOML: {error}"
        raise ClauseInvalid(problem, **where, hint=hint) from error
    except OSError as error:
        problem = f"could not be read: {error.strerror}"
        raise ClauseInvalid(problem, **where, hint="make it a file you may read") from error
    except UnicodeDecodeError as error:
        problem = "not UTF-8 text"
        raise ClauseInvalid(problem, **where, hint="save it as UTF-8") from error


def _edition(draft: _Draft, drafts: Mapping[str, _Draft]) -> Edition:
    heading = draft.heading
    name, known = heading.file.split("/")[-2], tuple(drafts)
    if heading.text("id") != name:
        problem = f"`id` is {heading.text('id')}"
        raise heading.wrong(problem, "id", f"the folder's name asks for `{name}`")
    clauses = {**draft.own, **_carried(heading, draft, drafts)}
    return Edition(
        id=name,
        title=heading.text("title"),
        since=heading.day("since"),
        until=_until(heading),
        zone=_zone(heading),
        near=limit_from(heading.table("near"), least_part=1),
        supersedes=_one_of(heading, "supersedes", known) if heading.has("supersedes") else None,
        source=heading.text("source"),
        clauses=tuple(clauses[id_] for id_ in sorted(clauses, key=_published_order)),
    )


def _published_order(clause_id: str) -> tuple[bool, str]:
    """Uses first, then requirements, each by number."""
    return clause_id.startswith("req-"), clause_id


def _one_of(table: Table, key: str, known: tuple[str, ...]) -> str:
    word = table.text(key)
    if word not in known:
        problem = f"no edition is called `{word}`"
        raise table.wrong(problem, key, did_you_mean(word, known))
    return word


def _zone(heading: Table) -> str:
    try:
        return zone_named(heading.text("zone")).key
    except WrongUsage as error:
        raise heading.wrong(str(error), "zone") from error


def _until(heading: Table) -> date | None:
    since, until = heading.day("since"), heading.day("until")
    if since and until and until <= since:
        hint = "it is the first day no longer in force, so it must lie after `since`"
        problem = f"`until` is {until}, `since` is {since}"
        raise heading.wrong(problem, "until", hint)
    return until


def _carried(heading: Table, draft: _Draft, drafts: Mapping[str, _Draft]) -> dict[str, Clause]:
    """Take over clauses that stand in another edition's own files, with a source that says so."""
    if not heading.has("carried"):
        return {}
    table = heading.table("carried")
    table.allow_only("edition", "clauses", "source")
    there = drafts[_one_of(table, "edition", tuple(drafts))].own
    source = table.text("source")
    found: dict[str, Clause] = {}
    for id_ in table.texts("clauses"):
        if id_ in draft.own:
            problem = f"clause `{id_}` has a file here and is carried over too"
            raise table.wrong(problem, "clauses", "keep one of the two")
        if id_ not in there:
            hint = did_you_mean(id_, tuple(there))
            problem = f"no clause `{id_}` to carry over"
            raise table.wrong(problem, "clauses", hint)
        clause = there[id_]
        found[id_] = replace(clause, source=f"{source}; the same duty as {clause.source}")
    return found


def _refuse_overlaps(editions: list[Edition], drafts: Mapping[str, _Draft]) -> None:
    """Refuse two editions that claim one day; without `until` one ends where the next begins."""
    for older, newer in pairwise(editions):
        if older.since == newer.since or (older.until and newer.since and older.until > newer.since):
            problem = f"editions {older.id} and {newer.id} are in force on the same days"
            hint = f"{older.id} must end on or before the day {newer.id} begins"
            raise drafts[newer.id].heading.wrong(problem, "since", hint)
