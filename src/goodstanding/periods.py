"""When does a month begin and end in its zone, and on which days does a zone's clock jump? No clock is read here."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodstanding.errors import WrongUsage

DAY_MS = 86_400_000
HOUR_MS = 3_600_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def zone_named(name: str) -> ZoneInfo:
    """Return the IANA zone of that name; WrongUsage when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"no time zone is called {name}; use an IANA name such as Europe/Berlin or UTC"
        raise WrongUsage(message) from error


def epoch_ms(moment: datetime) -> int:
    """Return whole milliseconds since 1970 for an aware datetime, cut and never rounded."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment_of(ms: int) -> datetime:
    """Return the aware UTC datetime of a count of milliseconds since 1970."""
    return EPOCH + timedelta(milliseconds=ms)


def text_of_instant(ms: int, zone: str = "UTC") -> str:
    """Write an instant for people, to the second: "2016-04-04 14:00:00 CEST (Europe/Berlin)", or "2016-04-04 12:00:00 UTC"."""
    at = moment_of(ms).astimezone(zone_named(zone))
    place = "" if zone == "UTC" else f" ({zone})"
    return f"{at:%Y-%m-%d %H:%M:%S %Z}{place}"


def iso_of_instant(ms: int, zone: str = "UTC") -> str:
    """Write an instant for programs, to the second (ISO 8601): "2016-04-04T12:00:00Z", or "2016-04-04T14:00:00+02:00"."""
    return moment_of(ms).astimezone(zone_named(zone)).isoformat(timespec="seconds").replace("+00:00", "Z")


def instant_of(text: str) -> int:
    """Read an instant with its offset ("2016-03-05T10:00:00Z") as milliseconds since 1970; WrongUsage for anything else."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        message = f"{text!r} is no instant; write it with its offset, as 2016-03-05T10:00:00Z or 2016-03-05T11:00:00+01:00"
        raise WrongUsage(message)
    return epoch_ms(at)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, printed as 2016-02."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read "2016-02"; WrongUsage for anything else."""
        year, _, month = text.partition("-")
        if len(year) == 4 and len(month) == 2 and (year + month).isdecimal() and 1 <= int(month) <= 12:
            return cls(int(year), int(month))
        message = f"{text!r} is no month; write it as 2016-02"
        raise WrongUsage(message)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return Month(self.year, self.month - 1) if self.month > 1 else Month(self.year - 1, 12)

    @property
    def number(self) -> int:
        """Months since January of the year 0, which puts months in one row."""
        return self.year * 12 + self.month - 1

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.next.first_day - self.first_day).days

    def bounds_ms(self, zone: str) -> tuple[int, int]:
        """Return [since, until) in milliseconds since 1970, for the month in an IANA zone."""
        return start_of_day_ms(self.first_day, zone), start_of_day_ms(self.next.first_day, zone)


def start_of_day_ms(day: date, zone: str) -> int:
    """Return the instant at which a day begins in a zone (the first one, should midnight come twice)."""
    return epoch_ms(datetime(day.year, day.month, day.day, tzinfo=zone_named(zone)))


def start_of_local_day_ms(ms: int, zone: str) -> int:
    """Return the start of the day an instant falls in, in a zone; what lies outside the calendar stays as it is."""
    if not 0 <= ms < epoch_ms(datetime(9000, 1, 1, tzinfo=UTC)):
        return ms
    return start_of_day_ms(moment_of(ms).astimezone(zone_named(zone)).date(), zone)


def month_of(ms: int, zone: str) -> Month:
    """Return the month an instant falls in, in a zone."""
    local = moment_of(ms).astimezone(zone_named(zone))
    return Month(local.year, local.month)


@dataclass(frozen=True, slots=True)
class OffsetSpan:
    """Local wall-clock readings [from_ms, until_ms), as if they were UTC, and how to read them.

    offset_ms  what to subtract to reach UTC
    kind       "plain", "fold" (the reading occurs twice; the first is taken) or "gap" (it never occurs)
    """

    from_ms: int
    until_ms: int
    offset_ms: int
    kind: str


def _offset_ms(at: datetime, zone: ZoneInfo) -> int:
    offset = at.astimezone(zone).utcoffset()
    return 0 if offset is None else offset // timedelta(milliseconds=1)


def _jumps(zone: ZoneInfo, first: datetime, last: datetime) -> list[tuple[datetime, int, int]]:
    """Find each (instant, offset before, offset after) between two instants, to the second."""
    found = []
    at = first
    while at < last:
        ahead = min(at + timedelta(days=7), last)
        before, after = _offset_ms(at, zone), _offset_ms(ahead, zone)
        if before != after:
            low, high = at, ahead
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                if _offset_ms(middle, zone) == before:
                    low = middle
                else:
                    high = middle
            found.append((high, before, after))
        at = ahead
    return found


def offset_spans(zone_name: str, *, first_year: int = 1995, last_year: int = 2045) -> list[OffsetSpan]:
    """List how a zone's wall-clock readings become UTC, with its folds and gaps, in order.

    Readings outside the years asked for take the nearest span's offset. Source: PEP 495 (fold = 0).
    """
    zone = zone_named(zone_name)
    first = datetime(first_year, 1, 1, tzinfo=UTC)
    last = datetime(last_year, 1, 1, tzinfo=UTC)
    spans: list[OffsetSpan] = []
    start = epoch_ms(first) - 100 * 366 * DAY_MS
    offset = _offset_ms(first, zone)
    for instant, before, after in _jumps(zone, first, last):
        at = epoch_ms(instant)
        low, high = sorted((at + before, at + after))
        kind = "gap" if after > before else "fold"
        spans += [OffsetSpan(start, low, before, "plain"), OffsetSpan(low, high, before, kind)]
        start, offset = high, after
    spans.append(OffsetSpan(start, epoch_ms(last) + 100 * 366 * DAY_MS, offset, "plain"))
    return spans
