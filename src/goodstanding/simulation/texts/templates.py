"""Which wordings are there, by language and kind? Hand-written, in the files under `phrases`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PHRASES = Path(__file__).with_name("phrases")


@dataclass(frozen=True, slots=True)
class Template:
    """One wording: `{slots}` are filled, and of `[one|another]` one is taken.

    sectors  those whose businesses alone would say this, which begin it in the file ("@clinic,salon ..."); none is any
    """

    id: str
    language: str
    kind: str
    wording: str
    sectors: tuple[str, ...] = ()


@cache
def templates(collection: str) -> tuple[Template, ...]:
    """Return every wording of a collection ("honest" or "twins"), by language, kind and place in its file."""
    found: list[Template] = []
    for path in sorted((PHRASES / collection).glob("*.toml")):
        for kind, wordings in _read(path).items():
            name = f"{collection}/{path.stem}/{kind}"
            found += [_template(f"{name}/{at}", path.stem, kind, written) for at, written in enumerate(wordings)]
    return tuple(found)


@cache
def by_language(collection: str) -> Mapping[str, Mapping[str, tuple[Template, ...]]]:
    """Return the wordings of a collection by language, then by kind."""
    sorted_out: dict[str, dict[str, tuple[Template, ...]]] = {}
    for one in templates(collection):
        kinds = sorted_out.setdefault(one.language, {})
        kinds[one.kind] = (*kinds.get(one.kind, ()), one)
    return sorted_out


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return one of the files of words that fill slots: "words" (by language), "sectors" or "twin_kinds"."""
    return _read(PHRASES / f"{name}.toml")


def _template(name: str, language: str, kind: str, written: str) -> Template:
    if not written.startswith("@"):
        return Template(name, language, kind, written)
    sectors, _, wording = written[1:].partition(" ")
    return Template(name, language, kind, wording, tuple(sectors.split(",")))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
