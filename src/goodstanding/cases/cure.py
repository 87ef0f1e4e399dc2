"""Which windows are measured on the way to a cure, and when is the customer reminded?

Two windows count, and both are shown: the first full calendar month after the notice, and the last 30 days of the cure window.
Weekly looks show progress and count for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goodstanding.cases.case import Case
from goodstanding.cases.papers import State
from goodstanding.periods import DAY_MS, month_of

WEEK_MS: Final = 7 * DAY_MS
LAST_DAYS: Final = 30
REMINDER_DAYS: Final = (7, 14, 23, 29)
MONTH, MONTH_SO_FAR, LAST, WEEK = "month", "month-so-far", "last-30-days", "week"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time to measure, [since_ms, until_ms), and what it is called."""

    name: str
    since_ms: int
    until_ms: int


def windows_due(case: Case, zone: str, now_ms: int) -> Iterator[Window]:
    """Yield the windows that have ended by now and are not measured yet; only the newest of the weekly looks."""
    if case.delivered_ms is None or case.deadline_ms is None or not case.is_requirement:
        return
    measured = {(one.window, one.since_ms, one.until_ms) for one in case.measurements}
    for window in _windows(case.delivered_ms, case.deadline_ms, zone, now_ms):
        if (window.name, window.since_ms, window.until_ms) not in measured:
            yield window


def _windows(delivered_ms: int, deadline_ms: int, zone: str, now_ms: int) -> Iterator[Window]:
    weeks = (min(now_ms, deadline_ms - 1) - delivered_ms) // WEEK_MS
    if now_ms < deadline_ms and weeks > 0:
        yield Window(WEEK, delivered_ms, delivered_ms + weeks * WEEK_MS)
    month_since_ms, month_until_ms = month_of(delivered_ms, zone).next.bounds_ms(zone)
    if now_ms >= month_until_ms:
        yield Window(MONTH, month_since_ms, month_until_ms)
    elif now_ms >= deadline_ms > month_since_ms:
        yield Window(MONTH_SO_FAR, month_since_ms, min(deadline_ms, month_until_ms))
    if now_ms >= deadline_ms:
        yield Window(LAST, deadline_ms - LAST_DAYS * DAY_MS, deadline_ms)


def reminder_due(case: Case, now_ms: int) -> int | None:
    """Return the day of the window whose reminder is due and not sent; one overtaken by a later day is left out."""
    if case.state is not State.CURING or case.delivered_ms is None or case.deadline_ms is None or now_ms >= case.deadline_ms:
        return None
    passed = [day for day in REMINDER_DAYS if case.delivered_ms + day * DAY_MS <= now_ms]
    return passed[-1] if passed and passed[-1] not in case.reminders_sent else None
