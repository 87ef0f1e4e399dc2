"""How well does a head do, and how sure can one be of it?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Figure:
    """One share: `hits` of `of`, which are templates, each counted once; its 95 % interval is Wilson's."""

    name: str
    hits: int
    of: int

    def share(self) -> float:
        """Return the share, 0.0 for nothing of nothing."""
        return self.hits / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95 % interval (Wilson 1927)."""
        if not self.of:
            return 0.0, 1.0
        share, many = self.share(), self.of
        middle = (share + _Z * _Z / (2 * many)) / (1 + _Z * _Z / many)
        half = _Z * math.sqrt(share * (1 - share) / many + _Z * _Z / (4 * many * many)) / (1 + _Z * _Z / many)
        return max(0.0, middle - half), min(1.0, middle + half)


def recall_at(points: Sequence[float], is_bad: Sequence[bool], precision: int = 99) -> Figure:
    """Return the most bad texts caught by any line at which so many in a hundred alarms are right."""
    ranked = sorted(zip(points, is_bad, strict=True), key=lambda one: -one[0])
    caught = best = 0
    for at, (score, bad) in enumerate(ranked, start=1):
        caught += bad
        is_end = at == len(ranked) or ranked[at][0] != score
        if is_end and caught * 100 >= at * precision:
            best = caught
    return Figure(f"recall at {precision} % precision", best, sum(is_bad))


def f1(caught: int, alarms: int, bad: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * caught / (alarms + bad) if alarms + bad else 0.0
