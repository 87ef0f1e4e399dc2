"""The tree keeps its own rules: small modules, honest rooms, light help."""

import ast
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "goodstanding"
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = ("duckdb", "sqlalchemy", "alembic", "jinja2", "phonenumbers", "typer", "rich", "click", "pydantic")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_short_and_says_what_it_answers(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(tree)
    if module.name == "__init__.py":
        assert len(tree.body) == 1
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 45, node.name


def test_every_measure_text_states_its_grain() -> None:
    for path in (SOURCE / "measures").glob("*.sql"):
        assert path.read_text(encoding="utf-8").startswith("-- Grain"), path.name
    for path in (SOURCE / "records" / "sources").glob("*.sql"):
        assert path.read_text(encoding="utf-8").startswith("-- Takes"), path.name


def test_help_is_what_the_commands_say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from goodstanding.faces.cli.commands import app

    monkeypatch.setenv("COLUMNS", "100")
    app(["--help"], prog_name="goodstanding", standalone_mode=False)
    assert capsys.readouterr().out == (SOURCE / "faces" / "cli" / "help.txt").read_text(encoding="utf-8")


def test_help_loads_nothing_heavy() -> None:
    asked = "import sys; sys.argv = ['goodstanding', '--help']; from goodstanding.faces.cli.main import main; main(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in HEAVY if name in loaded]


def test_help_takes_at_most_four_times_as_long_as_doing_nothing() -> None:
    command = Path(sys.executable).with_name("goodstanding")

    def took(*arguments: str) -> float:
        began = time.perf_counter()
        subprocess.run(arguments, capture_output=True, check=True)
        return time.perf_counter() - began

    pairs = [(took(str(command), "--help"), took(sys.executable, "-c", "pass")) for _ in range(9)]
    assert statistics.median(ours / floor for ours, floor in pairs) <= 4


def test_the_policy_and_the_measures_name_the_same_things() -> None:
    from goodstanding.measures.catalogue import MEASURES
    from goodstanding.policy.countable import COUNTABLE

    assert {name: (set(one.readings), set(one.parameters)) for name, one in MEASURES.items()} == {
        name: (set(one.readings), {each.name for each in one.parameters}) for name, one in COUNTABLE.items()
    }


def test_every_target_has_a_word_of_help() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("demo", "test", "check", "fix", "golden", "bench", "test-spark"):
        assert f"\n{target} " in "\n" + shown


def test_every_reason_and_note_is_explained() -> None:
    from goodstanding.records.reasons import NOTES, REASONS

    page = (ROOT / "docs" / "reference" / "sources.md").read_text(encoding="utf-8")
    for code in (*REASONS, *NOTES):
        assert f"`{code}`" in page, code


def test_every_source_has_its_place_in_the_documentation() -> None:
    from goodstanding.records.sources.catalogue import SOURCES

    page = (ROOT / "docs" / "reference" / "sources.md").read_text(encoding="utf-8")
    for name in SOURCES:
        assert f"`{name}`" in page, name
