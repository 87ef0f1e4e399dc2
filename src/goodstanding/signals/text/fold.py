"""How does a text read once disguises are taken off, and which raw characters does each letter stand for?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """One view of a text.

    text      lower case, compatible forms composed, look-alike letters made plain
    offsets   offsets[i] is the raw offset where text[i] begins, with len(raw) at the end; None when they are the same
    disguised raw spans of words in which folding changed letters, dropped invisible ones, or mixed scripts
    """

    text: str
    offsets: tuple[int, ...] | None = None
    disguised: tuple[tuple[int, int], ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span behind text[start:end]."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]
