"""Where is an open month heading, and on which day would it cross a limit?

Part and whole are projected apart, each at its own pace of the last seven whole days. Nothing is said for the first three days.
"""

from datetime import timedelta
from typing import Final

from goodstanding.measures.arithmetic import verdict_of, wilson
from goodstanding.measures.standing import Pace
from goodstanding.periods import Month
from goodstanding.policy.clause import Limit

WINDOW_DAYS: Final = 7
SILENT_DAYS: Final = 3

PartWhole = tuple[int, int]


def pace_of(so_far: PartWhole, recent: PartWhole, *, days_counted: int, month: Month, limit: Limit) -> Pace | None:
    """Project a month.

    so_far        part and whole of the whole days counted
    recent        part and whole of the last WINDOW_DAYS of them
    days_counted  whole days of the month that have passed

    Returns None in the first three days, when nothing happened lately, and when no day is left.
    """
    left = month.days - days_counted
    (part, whole), (recent_part, recent_whole) = so_far, recent
    if days_counted < SILENT_DAYS or left <= 0 or recent_whole == 0:
        return None
    days = min(days_counted, WINDOW_DAYS)
    to_come = recent_whole * left // days
    at_end = (part + recent_part * left // days, whole + to_come)
    low, high = wilson(recent_part, recent_whole)
    # every count times the window's days, so that the pace stays an integer
    crossing = next(
        (
            day
            for day in range(1, left + 1)
            if limit.is_exceeded_by(part * days + recent_part * day, whole * days + recent_whole * day)
        ),
        None,
    )
    crosses = None if crossing is None or limit.is_exceeded_by(part, whole) else crossing
    return Pace(
        days_counted=days_counted,
        part=at_end[0],
        whole=at_end[1],
        interval=(round((part + low * to_come) / at_end[1], 6), round((part + high * to_come) / at_end[1], 6)),
        crosses_on=None if crosses is None else month.first_day + timedelta(days=days_counted + crosses - 1),
        verdict=verdict_of(*at_end, limit),
    )
