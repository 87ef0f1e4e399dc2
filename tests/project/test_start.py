"""How quickly does help come? It is answered without loading anything that counts."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from goodstanding.faces.cli.commands import run
from goodstanding.faces.cli.main import HELP

COMMAND = Path(sys.executable).with_name("goodstanding")
HEAVY = (
    "alembic", "asyncio", "click", "duckdb", "jinja2", "phonenumbers", "pydantic", "pyspark", "rich", "sqlalchemy", "sqlite3",
    "typer", "zoneinfo",
)  # fmt: skip
AT_MOST = 4
ROUNDS, RUNS = 3, 7


def loaded_by(*arguments: str) -> set[str]:
    """Name the top-level packages that a real run of the command imports."""
    command = [sys.executable, "-X", "importtime", str(COMMAND), *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return {line.rsplit("|", 1)[1].strip().partition(".")[0] for line in told.splitlines() if "|" in line}


def seconds(*arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ()])
def test_help_loads_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) & set(HEAVY) == set()


def test_the_list_of_heavy_libraries_is_looked_for_by_the_right_name() -> None:
    assert loaded_by("policy", "list") & set(HEAVY) >= {"typer", "rich"}


def test_help_takes_at_most_four_times_as_long_as_starting_python() -> None:
    ratios = []
    for _ in range(ROUNDS):
        taken = [(seconds(str(COMMAND), "--help"), seconds("-c", "pass")) for _ in range(RUNS)]
        ratios.append(min(one for one, _ in taken) / min(one for _, one in taken))
        if ratios[-1] <= AT_MOST:
            return
    pytest.fail(f"help took {min(ratios):.1f} times as long as starting Python")


def test_the_quick_help_is_the_real_help(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        Path(HELP).write_text(said, encoding="utf-8")
    assert Path(HELP).read_text(encoding="utf-8") == said
