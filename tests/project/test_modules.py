"""The shape a newcomer may rely on: short modules that each say what they answer."""

import ast
from collections.abc import Iterator
from pathlib import Path

from project.files import PACKAGE, modules, named

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
BARRED = ("FILTER (", "FILTER(", "QUALIFY", "DISTINCT ON", "GROUP BY ALL", "EXCLUDE", "//", "::")
QUERIES = sorted(PACKAGE.rglob("*.sql"))
MEASURES = [path for path in QUERIES if path.is_relative_to(PACKAGE / "measures")]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def parsed(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


def first_line(path: Path) -> str:
    return (ast.get_docstring(parsed(path)) or "").partition("\n")[0]


def test_there_are_modules_and_queries_to_look_at() -> None:
    assert len(modules()) > 50
    assert len(MEASURES) >= 4


def test_every_module_is_short() -> None:
    lengths = {named(path): len(text_of(path).splitlines()) for path in modules()}
    assert {name: lines for name, lines in lengths.items() if lines >= LONGEST_MODULE} == {}


def test_every_module_begins_by_saying_what_it_answers() -> None:
    assert [named(path) for path in modules() if not first_line(path).endswith((".", "?"))] == []


def test_every_function_fits_on_a_screen() -> None:
    lengths = {f"{named(path)}:{name}": lines for path in modules() for name, lines in functions(path)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_is_named_for_what_it_does() -> None:
    assert [named(path) for path in modules() if path.stem in VAGUE] == []


def test_an_init_holds_one_docstring_and_nothing_else() -> None:
    bodies = {named(path): parsed(path).body for path in modules() if path.name == "__init__.py"}
    assert [name for name, body in bodies.items() if [type(one) for one in body] != [ast.Expr]] == []


def test_every_folder_of_modules_says_what_it_is_for() -> None:
    without = {named(path.parent) for path in modules() if not (path.parent / "__init__.py").is_file()}
    # Alembic loads migrations as files, not as a package
    assert {folder for folder in without if "/migrations" not in folder} == set()


def test_every_query_begins_by_saying_what_it_reads_or_gives() -> None:
    assert [named(path) for path in QUERIES if not text_of(path).startswith("-- ")] == []


def test_every_measures_query_states_its_grain_first() -> None:
    assert [named(path) for path in MEASURES if not text_of(path).startswith("-- Grain ")] == []


def test_every_measures_query_keeps_to_the_dialect_duckdb_and_spark_share() -> None:
    words = {named(path): " ".join(line.split("--")[0] for line in text_of(path).upper().splitlines()) for path in MEASURES}
    assert {name: one for name, said in words.items() for one in BARRED if one in said} == {}
