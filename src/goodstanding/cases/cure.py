"""When is a cure looked at, over which days, and when is the customer reminded?"""

from dataclasses import dataclass
from typing import Final

from goodstanding.cases.case import Case
from goodstanding.cases.papers import State
from goodstanding.periods import DAY_MS, month_of

REMINDER_DAYS: Final = (7, 14, 23)
WEEK_DAYS: Final = 7
LAST_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time to measure, [since_ms, until_ms), and its name among a case's measurements."""

    name: str
    since_ms: int
    until_ms: int


def first_full_month(delivered_ms: int, zone: str) -> Window:
    """Return the first calendar month that begins at or after the proof of delivery, in a zone."""
    month = month_of(delivered_ms, zone)
    since_ms, until_ms = month.bounds_ms(zone)
    if since_ms < delivered_ms:
        since_ms, until_ms = month.next.bounds_ms(zone)
    return Window("month", since_ms, until_ms)


def windows_to_measure(case: Case, zone: str, now_ms: int) -> tuple[Window, ...]:
    """Return what is due to be measured and is not yet: weekly looks, the end of the window, the first full month."""
    if case.delivered_ms is None or not case.is_requirement or case.state not in {State.CURING, State.CURE_ASSESSED}:
        return ()
    windows = (*_weeks(case), *_ends(case, zone))
    known = {(one.window, one.until_ms) for one in case.measurements}
    return tuple(one for one in windows if one.until_ms <= now_ms and (one.name, one.until_ms) not in known)


def _weeks(case: Case) -> tuple[Window, ...]:
    began_ms = case.delivered_ms or 0
    if case.state is not State.CURING:
        return ()
    ends = (began_ms + day * DAY_MS for day in range(WEEK_DAYS, case.cure_days, WEEK_DAYS))
    return tuple(Window("week", began_ms, end) for end in ends)


def _ends(case: Case, zone: str) -> tuple[Window, ...]:
    deadline_ms = case.deadline_ms or 0
    last = Window("last-30-days", deadline_ms - LAST_DAYS * DAY_MS, deadline_ms)
    month = first_full_month(case.delivered_ms or 0, zone)
    if month.since_ms < deadline_ms < month.until_ms:
        return (last, Window("month-so-far", month.since_ms, deadline_ms), month)
    return (last, month)


@dataclass(frozen=True, slots=True)
class Reminders:
    """The day of the window whose reminder is due, if one is, and the days whose time has passed."""

    due: int | None
    overtaken: tuple[int, ...]


def reminders(case: Case, now_ms: int, written: tuple[int, ...] = ()) -> Reminders:
    """Say which reminder is due: the latest whose day has come; earlier ones are overtaken, and all are at the deadline.

    written  days whose reminder is on its way already
    """
    if case.delivered_ms is None or case.deadline_ms is None or case.state is not State.CURING:
        return Reminders(None, ())
    latest = max((*case.reminders_sent, *written), default=0)
    days = [day for day in REMINDER_DAYS if latest < day < case.cure_days]
    come = tuple(day for day in days if case.delivered_ms + day * DAY_MS <= now_ms)
    if now_ms >= case.deadline_ms:
        return Reminders(None, come)
    return Reminders(come[-1], come[:-1]) if come else Reminders(None, ())
