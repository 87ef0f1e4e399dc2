"""Where on a bar does a share lie? The bar ends at twice the limit, so that the limit stands in its middle."""

from dataclasses import dataclass

from goodstanding.policy.clause import Limit


@dataclass(frozen=True, slots=True)
class Scale:
    """A bar of so many cells; `part / whole` of everything is where it ends."""

    limit: Limit
    cells: int

    @property
    def end(self) -> Limit:
        """The share at the bar's end: twice the limit, and everything for a limit of nothing or of more than half."""
        doubled = Limit(2 * self.limit.part, self.limit.whole)
        return doubled if 0 < doubled.part < doubled.whole else Limit(1, 1)

    @property
    def line(self) -> int:
        """The cell before which the limit stands."""
        return self._cells(self.limit.part, self.limit.whole)

    def filled(self, part: int, whole: int) -> int:
        """Return how many cells a share fills; over the limit always passes the line, within never does."""
        if whole == 0 or part == 0:
            return 0
        filled = min(self._cells(part, whole), self.cells)
        over = self.limit.is_exceeded_by(part, whole)
        return max(filled, min(self.line + 1, self.cells)) if over else min(filled, self.line)

    def is_beyond(self, part: int, whole: int) -> bool:
        """Say whether a share goes on past the bar's end."""
        return self.end.is_exceeded_by(part, whole)

    def place(self, share: float) -> float:
        """Place a bound that is only shown, such as an interval's, in cells."""
        return round(min(max(share * self.end.whole / self.end.part, 0.0), 1.0) * self.cells, 1)

    def _cells(self, part: int, whole: int) -> int:
        return self.cells * part * self.end.whole // (self.end.part * whole)
