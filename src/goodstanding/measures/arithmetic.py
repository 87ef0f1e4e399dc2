"""What follows from part, whole and limit? Integers decide; the interval is only shown."""

from math import sqrt
from typing import Final

from goodstanding.measures.standing import Verdict
from goodstanding.policy.clause import Limit

Z_95: Final = 1.959963984540054


def verdict_of(part: int, whole: int, limit: Limit) -> Verdict:
    """Hold a measure against a limit; nothing to count is not assessable."""
    if whole == 0:
        return Verdict.NOT_ASSESSABLE
    return Verdict.VIOLATED if limit.is_exceeded_by(part, whole) else Verdict.COMPLIES


def room_of(part: int, whole: int, limit: Limit) -> int:
    """Return how many more calls of the part fit before a breach; each adds to part and whole alike."""
    spare = limit.part * whole - part * limit.whole
    return max(spare // (limit.whole - limit.part), 0) if limit.whole > limit.part else 0


def to_cure_of(part: int, whole: int, limit: Limit) -> int | None:
    """Return how many compliant calls bring a violated measure back within its limit; None when none can."""
    over = part * limit.whole - limit.part * whole
    if over <= 0:
        return 0
    return -(-over // limit.part) if limit.part else None


def is_near(part: int, whole: int, *, limit: Limit, near: Limit) -> bool:
    """Say whether a complying measure has used up `near` of what its limit allows; a limit of nothing has no near."""
    return limit.part > 0 and part * limit.whole * near.whole >= near.part * limit.part * whole and whole > 0


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share, to six places; (0, 1) when there is nothing to count.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    if whole == 0:
        return 0.0, 1.0
    share, square = part / whole, Z_95 * Z_95
    centre = share + square / (2 * whole)
    half = Z_95 * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return round(max((centre - half) / scale, 0.0), 6), round(min((centre + half) / scale, 1.0), 6)
