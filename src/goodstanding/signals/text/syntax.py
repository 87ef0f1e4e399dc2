r"""May this term or expression of a rule be run on any text, in bounded time and on every engine?

Expressions are RE2's, over folded text, so lower case. What engines read differently is refused, as is
what grows when compiled: a pack comes from people, and one bad line must not stop a batch.
"""

import re
from typing import Any

import re2  # type: ignore[import-untyped]  # ships no types

from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Pattern

LONGEST = 2_000  # characters of one expression or term
MOST_REPEATS = 250  # the bound of one {m,n}
LARGEST = 6_000  # instructions once compiled; a nested repeat multiplies them
_MEMORY = 256 << 20  # the ceiling of one automaton, not what it takes
_REPEAT = re.compile(r"(?<!\\)(?:\\\\)*\{(\d+)(?:,(\d*))?\}")
_ODD = re.compile(r"(?<!\\)(?:\\\\)*\(\?(?!:)|\\[CQEzZGKRXhHvV]|\[\[:|\[\^?\[|&&|\[[^\]]*\.\{")


def options(*, captures: bool = True) -> Any:
    """Return RE2's options for expressions of packs: quiet, a dot that matches line ends, room for large rules."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.dot_nl = True
    chosen.never_capture = not captures
    chosen.max_mem = _MEMORY
    return chosen


def check(pattern: Pattern, *, file: str = "") -> None:
    """Raise PackInvalid, naming rule and key, unless every term and expression of it can be run."""
    for term in pattern.terms:
        if problem := _problem_of_term(term):
            raise PackInvalid(problem, rule=pattern.rule, key="terms", file=file, hint="terms are looked for in folded text")
    for expression in pattern.expressions:
        if problem := problem_of(expression):
            hint = "expressions are of RE2's syntax: linear time, no look-around, no back-references"
            raise PackInvalid(problem, rule=pattern.rule, key="patterns", file=file, hint=hint)


def _problem_of_term(term: str) -> str:
    if not term.strip() or term != term.strip():
        return "a term is empty, or begins or ends with a space"
    if len(term) > LONGEST:
        return f"a term is longer than {LONGEST} characters"
    return "" if term == term.lower() else f"the term `{term[:40]}` is not in lower case"


def problem_of(expression: str) -> str:
    """Return what is wrong with an expression, in words, or nothing."""
    shown = f"the expression `{expression[:60]}`"
    if len(expression) > LONGEST:
        return f"{shown} is longer than {LONGEST} characters"
    if _ODD.search(expression):
        return f"{shown} uses inline flags, named groups or classes that engines read differently"
    for least, most in _REPEAT.findall(expression):
        if max(int(least[:9]), int(most[:9] or 0)) > MOST_REPEATS:
            return f"{shown} repeats more than {MOST_REPEATS} times"
    return _problem_once_compiled(expression, shown)


def _problem_once_compiled(expression: str, shown: str) -> str:
    try:
        compiled = re2.compile(expression, options())
    except re2.error as error:
        why = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        return f"{shown} is not of RE2's syntax: {why[:80]}"
    if compiled.search("") is not None:
        return f"{shown} matches the empty text, so it would match every message"
    size = compiled._regexp.ProgramSize()  # noqa: SLF001 - the wrapper has no public name for it
    return f"{shown} is too large once compiled ({size} steps)" if size > LARGEST else ""
