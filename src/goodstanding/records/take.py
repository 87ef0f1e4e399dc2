"""What is to be taken in: which file, from which source, with which options?"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from goodstanding.errors import WrongUsage, near_match
from goodstanding.periods import EPOCH, zone_named
from goodstanding.records.sources.catalogue import SOURCES
from goodstanding.records.sources.mapped import MAPPED, mapped_source
from goodstanding.records.sources.source import Source

COMMON_OPTIONS = ("account", "zone", "as-of")
EXAMPLES: Final = {"name": "do-not-originate"}
LIST_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,26}")


@dataclass(frozen=True, slots=True)
class Take:
    """One file to take in, as written in --take SOURCE[:OPTION=VALUE,...]=FILE; now_ms is the clock when it is judged."""

    source: Source
    file: Path
    options: dict[str, str] = field(default_factory=dict)
    now_ms: int | None = None

    @property
    def zone(self) -> str | None:
        """The zone declared for times without an offset."""
        return self.options.get("zone")

    @property
    def as_of_day(self) -> int | None:
        """The day, counted from 1970, on which a listing was made, or None when the option is not given."""
        day = self.options.get("as-of")
        return None if day is None else day_named(day)

    @property
    def options_text(self) -> str:
        """The options in a fixed order, as the manifest keeps them."""
        return ",".join(f"{name}={value}" for name, value in sorted(self.options.items()))


def parse_take(text: str) -> Take:
    """Read one --take; WrongUsage names what is off and the nearest source or option."""
    name, mark, rest = _split_at_first(text)
    source = SOURCES.get(name)
    if source is None:
        known = near_match(name, SOURCES)
        hint = f"did you mean {known}?" if known else f"known sources: {', '.join(SOURCES)}"
        message = f"--take: no source is called {name!r}; {hint}"
        raise WrongUsage(message)
    if not mark:
        message = f"--take {text}: name a file, e.g. --take {name}=calls.csv"
        raise WrongUsage(message)
    options: dict[str, str] = {}
    while mark in {":", ","}:
        option, _, rest = rest.partition("=")
        value, mark, rest = _split_value(rest)
        options[_known_option(option.strip(), source)] = value
    if not rest:
        message = f"--take {text}: name a file after the last =, e.g. --take {name}:zone=UTC=calls.csv"
        raise WrongUsage(message)
    if "zone" in options:
        zone_named(options["zone"])
    if "as-of" in options:
        day_named(options["as-of"])
    _check_needs(source, options)
    return Take(_by_mapping(options) if source is MAPPED else source, Path(rest), options)


def _check_needs(source: Source, options: dict[str, str]) -> None:
    for name in source.needs:
        if name not in options:
            message = f"--take {source.name}: it needs {name}=, e.g. --take {source.name}:{name}={EXAMPLES[name]}=FILE"
            raise WrongUsage(message)
    if "name" in options and not LIST_NAME.fullmatch(options["name"]):
        message = f"--take {source.name}: name={options['name']} is no name of a list; use a-z, 0-9 and -, such as do-not-originate"
        raise WrongUsage(message)


def _by_mapping(options: dict[str, str]) -> Source:
    if "mapping" not in options:
        message = "--take mapped: name the mapping file, e.g. --take mapped:mapping=map.toml=calls.csv"
        raise WrongUsage(message)
    return mapped_source(Path(options["mapping"]))


def _split_at_first(text: str) -> tuple[str, str, str]:
    for at, letter in enumerate(text):
        if letter in ":=":
            return text[:at], letter, text[at + 1 :]
    return text, "", ""


def _split_value(text: str) -> tuple[str, str, str]:
    for at, letter in enumerate(text):
        if letter in ",=":
            return text[:at], letter, text[at + 1 :]
    return text, "", ""


def _known_option(name: str, source: Source) -> str:
    known = (*COMMON_OPTIONS, *source.options)
    if name in known:
        return name
    nearest = near_match(name, known)
    hint = f"did you mean {nearest}?" if nearest else f"it takes {', '.join(known)}"
    message = f"--take: {source.name} has no option {name!r}; {hint}"
    raise WrongUsage(message)


def day_named(text: str) -> int:
    """Read a day (2016-02-29) as days since 1970; WrongUsage for anything else."""
    try:
        return date.fromisoformat(text).toordinal() - EPOCH.toordinal()
    except ValueError as error:
        message = f"--take: as-of={text} is no day; write it as 2016-02-29"
        raise WrongUsage(message) from error
