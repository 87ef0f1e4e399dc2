"""How are instants written, several hundred thousand of them, in the ways of the sources?"""

from email.utils import format_datetime
from functools import lru_cache
from typing import Final

from goodstanding.periods import moment_of, zone_named

MINUTE_MS: Final = 60_000


# traffic comes close together: most instants share their minute with one that has been written before
@lru_cache(maxsize=1 << 17)
def _minute(minute: int, between: str) -> str:
    return moment_of(minute * MINUTE_MS).strftime(f"%Y-%m-%d{between}%H:%M:")


def iso(ms: int) -> str:
    """Write an instant as ISO 8601 in UTC with milliseconds."""
    return f"{_minute(ms // MINUTE_MS, 'T')}{ms // 1000 % 60:02d}.{ms % 1000:03d}Z"


def iso_seconds(ms: int) -> str:
    """Write an instant as ISO 8601 in UTC to the second, cut."""
    return f"{_minute(ms // MINUTE_MS, 'T')}{ms // 1000 % 60:02d}Z"


def stamp(ms: int) -> str:
    """Write a wall clock in UTC to the second, cut."""
    return f"{_minute(ms // MINUTE_MS, ' ')}{ms // 1000 % 60:02d}"


@lru_cache(maxsize=1 << 17)
def _local_minute(minute: int, zone: str) -> str:
    return moment_of(minute * MINUTE_MS).astimezone(zone_named(zone)).strftime("%Y-%m-%d %H:%M:")


def local_stamp(ms: int, zone: str) -> str:
    """Write the wall clock of an IANA zone to the second, cut; its offset has to be of whole minutes."""
    return f"{_local_minute(ms // MINUTE_MS, zone)}{ms // 1000 % 60:02d}"


def day_of(ms: int) -> str:
    """Write the UTC day of an instant, 2016-02-01."""
    return moment_of(ms).date().isoformat()


@lru_cache(maxsize=1 << 17)
def _rfc2822_minute(minute: int) -> str:
    # the standard library's own names of days and months, which no locale changes
    return format_datetime(moment_of(minute * MINUTE_MS))[: -len("00 +0000")]


def rfc2822(ms: int) -> str:
    """Write an instant as Twilio's REST API does, to the second, cut."""
    return f"{_rfc2822_minute(ms // MINUTE_MS)}{ms // 1000 % 60:02d} +0000"
