"""Which rules of the packs match a text, and where? The port behind Hyperscan and its fallback."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pattern:
    r"""What one rule looks for in folded text.

    terms        literal words or phrases, already folded; they match between word boundaries
    expressions  regular expressions in RE2's syntax, over folded text; `\\b` and `\\w` are ASCII,
                 `.` matches line ends as well
    """

    rule: str
    terms: tuple[str, ...] = ()
    expressions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule matched first: offsets into the text that was searched, in characters."""

    rule: str
    start: int
    end: int


Choose = Callable[[set[int]], Collection[int]]


class Matcher(Protocol):
    """Finds every rule that matches a text, once each, in the order of the rules; bounded time for any text."""

    def find(self, text: str, choose: Choose | None = None) -> Sequence[Found]:
        """Return the first place of each rule that matches.

        choose  is told which rules may match, by their numbers, before the dear look for their places; returns those
                whose places are asked for
        """
        ...


class Matchers(Protocol):
    """Makes matchers; may keep compiled forms on disk by the hash of their content."""

    def compile(self, patterns: Sequence[Pattern]) -> Matcher:
        """Return a matcher; PackInvalid, naming the rule, when a pattern is not of the syntax, slow or too large."""
        ...
