"""How are a share, a limit and an interval written, so that rounding never hides on which side of a limit a share lies?"""

from typing import Final

from goodstanding.policy.clause import Limit

MOST_DIGITS: Final = 12


def share_text(part: int, whole: int, limit: Limit) -> str:
    """Write a share in per cent, rounded, with as many digits as it takes to show on which side of the limit it lies.

    The digits come from integers. Only a share that is the limit exactly is written like the limit.
    """
    if whole == 0:
        return "–"
    side = _sign(part * limit.whole - limit.part * whole)
    for digits in range(1, MOST_DIGITS):
        scale = 10**digits
        shown = (200 * scale * part + whole) // (2 * whole)
        if _sign(shown * limit.whole - limit.part * 100 * scale) == side:
            return f"{shown // scale:,}.{shown % scale:0{digits}d} %"
    return f"{part}/{whole}"


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def limit_text(limit: Limit) -> str:
    """Write a limit in per cent, or as the fraction it is where per cent would need rounding."""
    for digits in range(4):
        shown, left = divmod(limit.part * 100 * 10**digits, limit.whole)
        if left == 0:
            cut = 10**digits
            return f"{shown // cut}.{shown % cut:0{digits}d} %" if digits else f"{shown} %"
    return f"{limit.part}/{limit.whole}"


def range_text(interval: tuple[float, float]) -> str:
    """Write an interval of shares in per cent."""
    return f"{interval[0] * 100:.1f} to {interval[1] * 100:.1f} %"
