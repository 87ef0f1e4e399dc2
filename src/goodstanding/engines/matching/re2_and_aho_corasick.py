"""Which rules match, where Hyperscan has no wheel? Aho-Corasick finds terms, a set of RE2 finds expressions.

Slower than Hyperscan where expressions are many, with the same answers.
"""

from collections.abc import Sequence

import re2  # type: ignore[import-untyped]  # ships no types
from ahocorasick_rs import BytesAhoCorasick

from goodstanding.engines.matching.places import Places, as_bytes, wider
from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Choose, Found, Pattern
from goodstanding.signals.text.syntax import options


class Fallback:
    """Finds terms in one pass and expressions in another; safe to share between threads."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Compile; PackInvalid, naming the rule, when a pattern cannot be run."""
        self._places = Places(patterns)
        terms = [(term, number) for number, pattern in enumerate(patterns) for term in pattern.terms]
        self._of_term = [number for _, number in terms]
        self._terms = BytesAhoCorasick([term.encode() for term, _ in terms]) if terms else None
        self._of_expression = [number for number, pattern in enumerate(patterns) for _ in pattern.expressions]
        self._expressions = re2.Set.SearchSet(options())
        for pattern in patterns:
            for expression in pattern.expressions:
                self._expressions.Add(wider(expression))
        if self._of_expression:
            self._compile_set(patterns)

    def _compile_set(self, patterns: Sequence[Pattern]) -> None:
        try:
            self._expressions.Compile()
        except re2.error as error:
            rule = next(pattern.rule for pattern in patterns if pattern.expressions)
            hint = "split the folder of rules, or shorten the repeats in it"
            problem = "the expressions are too many for one set"
            raise PackInvalid(problem, rule=rule, key="patterns", hint=hint) from error

    def find(self, text: str, choose: Choose | None = None) -> Sequence[Found]:
        """Return the first place of each rule that matches."""
        data = as_bytes(text)
        seen: set[int] = set()
        if self._terms is not None:
            seen.update(self._of_term[index] for index, _, _ in self._terms.find_matches_as_indexes(data, overlapping=True))
        if self._of_expression:
            seen.update(self._of_expression[index] for index in self._expressions.Match(data) or ())
        return self._places.find(choose(seen) if choose else seen, data) if seen else ()


class FallbackMatchers:
    """Makes matchers that need no particular processor; keeps nothing on disk."""

    def compile(self, patterns: Sequence[Pattern]) -> Fallback:
        """Return a matcher; PackInvalid, naming the rule, when a pattern is not of the syntax, slow or too large."""
        return Fallback(patterns)
