"""Does the page of context rules say of each rule what its docstring says?"""

import inspect
from pathlib import Path

import pytest

from goodstanding.signals.text.context.catalogue import RULES
from goodstanding.signals.text.context.context import Rule

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "context-rules.md"


def part_of(rule: Rule, name: str) -> str:
    """Return what a docstring says after one of its marginal words, on one line."""
    said: list[str] = []
    for line in inspect.getdoc(rule.judge).splitlines()[2:]:  # type: ignore[union-attr]
        if line.startswith(name):
            said = [line.removeprefix(name).strip()]
        elif said and line.startswith(" "):
            said.append(line.strip())
        elif said:
            break
    return " ".join(said).replace("|", "/")


def row(rule: Rule) -> str:
    first = (inspect.getdoc(rule.judge) or "").partition("\n")[0]
    what = first.removeprefix("Report ").rpartition(", ")[0]
    cells = (
        f"`{rule.id}`",
        rule.signal,
        rule.clause,
        what,
        part_of(rule, "Yields"),
        part_of(rule, "Abstains"),
        part_of(rule, "Blind to"),
    )
    return f"| {' | '.join(cells)} |"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_its_row(rule: Rule) -> None:
    assert row(rule) in PAGE.read_text(encoding="utf-8").splitlines()


def test_no_row_is_left_of_a_rule_that_went() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `context/")]
    assert rows == [row(rule) for rule in RULES]
