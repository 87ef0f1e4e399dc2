r"""Does a rule that an engine named really match, and where first?

Engines say which rules *may* match: a term counts for them wherever its letters stand. RE2 decides
here, term boundaries included, so that every engine gives the same answer. A boundary is ASCII's `\b`,
and only where the term itself ends in an ASCII letter, digit or underscore: Thai needs none.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import re2  # type: ignore[import-untyped]  # ships no types

from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Found, Pattern
from goodstanding.signals.text.syntax import check, options

_ANYWHERE = re2._Anchor.UNANCHORED  # noqa: SLF001 - has no public name
_COUNTED = re.compile(r"(?<!\\)((?:\\\\)*)\.\{\d+(?:,\d*)?\}")


def as_bytes(text: str) -> bytes:
    """Return what engines search: UTF-8, one `?` for a lone surrogate, a space for a vertical tab.

    RE2 does not count the vertical tab as white space, Hyperscan does. No offset in characters moves.
    """
    return text.replace("\v", " ").encode("utf-8", "replace")


def wider(expression: str) -> str:
    """Return an expression that matches wherever this one does, and is far smaller compiled: `.{0,80}` becomes `.*`.

    Engines are given this one: counting characters in UTF-8 costs them thousands of states, and RE2 confirms anyway.
    """
    return _COUNTED.sub(r"\1.*", expression)


class Places:
    """The rules' own expressions, each compiled when it is first needed."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Check every pattern; PackInvalid, naming the rule, when one cannot be run, or two share a name."""
        seen: set[str] = set()
        for pattern in patterns:
            if pattern.rule in seen:
                problem = "two rules have the same id"
                raise PackInvalid(problem, rule=pattern.rule, key="id", hint="rename one of them")
            seen.add(pattern.rule)
            check(pattern)
        self._patterns = tuple(patterns)
        self._compiled: dict[int, Any] = {}

    def find(self, numbers: Iterable[int], data: bytes) -> tuple[Found, ...]:
        """Return the first place of each of these rules that does match, in the order of the rules."""
        found = []
        for number in sorted(numbers):
            start, end = self._expression(number).Match(_ANYWHERE, data, 0, len(data))[0]
            if start >= 0:
                if not data.isascii():
                    start, end = len(data[:start].decode()), len(data[:end].decode())
                found.append(Found(self._patterns[number].rule, start, end))
        return tuple(found)

    def _expression(self, number: int) -> Any:
        compiled = self._compiled.get(number)
        if compiled is None:
            whole = re2.compile(_whole(self._patterns[number]).encode(), options(captures=False))
            compiled = self._compiled[number] = whole._regexp  # noqa: SLF001 - the wrapper's own search takes twice as long
        return compiled


def _whole(pattern: Pattern) -> str:
    terms = sorted(pattern.terms, key=lambda term: (-len(term), term))
    return "|".join([*map(_bounded, terms), *(f"(?:{expression})" for expression in pattern.expressions)])


def _bounded(term: str) -> str:
    before, after = (r"\b" if _is_word(letter) else "" for letter in (term[0], term[-1]))
    return f"{before}{re2.escape(term)}{after}"


def _is_word(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter == "_")
