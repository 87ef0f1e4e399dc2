"""How many rows, calls, unanswered calls and messages fell in a stretch of time?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """What fell in [since, until): source rows behind the calls, calls, those unanswered, messages."""

    rows: int
    calls: int
    unanswered: int
    messages: int

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all happened."""
        return not (self.rows or self.messages)
