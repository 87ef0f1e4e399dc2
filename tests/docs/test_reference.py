"""What a user can type or be told has its place in the reference: every command, option, source, reason, key and setting."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer

from goodstanding.faces.cli.commands import app
from goodstanding.measures.standing import (
    AccountStanding,
    HeldNumber,
    IntakeTally,
    MonthStanding,
    OtherReading,
    Pace,
    RequirementStanding,
    Share,
    StandingDocument,
)
from goodstanding.records.reasons import NOTES, REASONS
from goodstanding.records.sources.catalogue import SOURCES
from goodstanding.records.take import COMMON_OPTIONS
from project.files import PACKAGE, ROOT

REFERENCE = ROOT / "docs" / "reference"
OWN = ("calls", "messages", "numbers", "accounts")
SHOWN = (AccountStanding, HeldNumber, IntakeTally, MonthStanding, OtherReading, Pace, RequirementStanding, Share, StandingDocument)


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def missing(words: Iterator[str] | set[str], text: str) -> list[str]:
    """Name the words that stand nowhere in the text as code."""
    told = {word for span in re.findall(r"`([^`\n]+)`", text) for word in re.split(r"[^\w.:=-]+", span)}
    told |= {word.partition("=")[0] for word in told}
    return sorted(set(words) - told)


def commands(group: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


COMMANDS = dict(commands(typer.main.get_command(app)))


def test_every_command_has_its_place() -> None:
    assert {"check", "close", "quarantine export", "policy show"} <= set(COMMANDS)
    assert [name for name in COMMANDS if f"goodstanding {name}" not in page("commands.md")] == []


def test_every_option_has_its_place() -> None:
    options = {option for command in COMMANDS.values() for one in command.params for option in one.opts if option.startswith("--")}
    assert {"--take", "--fail-on", "--grace"} <= options
    assert missing(options - {"--help"}, page("commands.md")) == []


def test_every_source_and_option_has_its_place() -> None:
    text = page("sources.md")
    assert missing(set(SOURCES), text) == []
    assert missing({*COMMON_OPTIONS, *(option for source in SOURCES.values() for option in source.options)}, text) == []


def test_every_column_of_our_own_format_has_its_place() -> None:
    columns = {field.name for name in OWN for field in SOURCES[name].fields}
    assert missing(columns, page("sources.md")) == []


def test_every_reason_and_note_has_its_place_and_its_words() -> None:
    text = page("sources.md")
    assert [code for code, words in {**REASONS, **NOTES}.items() if f"| `{code}` | {words} |" not in text] == []


def test_every_reason_a_source_gives_has_its_words() -> None:
    given = {
        code for path in sources_texts() for code in re.findall(r"THEN '([a-z]+(?:-[a-z0-9]+)+)'", path.read_text(encoding="utf-8"))
    }
    codes = {code for code in given if code.endswith(("-missing", "-unreadable", "-absurd", "-unknown", "-declared", "-negative"))}
    assert len(codes) > 5
    assert codes - set(REASONS) == set()


def sources_texts() -> list[Path]:
    return sorted((PACKAGE / "records" / "sources").glob("*.sql"))


def test_every_key_of_the_document_has_its_place() -> None:
    keys = {field.name for shown in SHOWN for field in fields(shown)}
    assert missing(keys, page("json.md")) == []


def test_every_setting_of_the_environment_has_its_place() -> None:
    settings = set(re.findall(r"GOODSTANDING_[A-Z_]+", (PACKAGE / "settings.py").read_text(encoding="utf-8")))
    assert settings
    assert missing(settings, page("commands.md")) == []
