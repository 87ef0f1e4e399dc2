"""How are instants written, several hundred thousand of them, in the ways of the sources?"""

from functools import lru_cache

from goodstanding.periods import DAY_MS, moment_of


@lru_cache(maxsize=512)
def _day(day: int) -> str:
    return moment_of(day * DAY_MS).date().isoformat()


def _clock(ms: int) -> str:
    seconds = ms % DAY_MS // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def iso(ms: int) -> str:
    """Write an instant as ISO 8601 in UTC with milliseconds."""
    return f"{_day(ms // DAY_MS)}T{_clock(ms)}.{ms % 1000:03d}Z"


def stamp(ms: int) -> str:
    """Write a switch's wall clock, to the second."""
    return f"{_day(ms // DAY_MS)} {_clock(ms)}"


def rfc2822(ms: int) -> str:
    """Write an instant as Twilio's REST API does."""
    return moment_of(ms).strftime("%a, %d %b %Y %H:%M:%S +0000")
