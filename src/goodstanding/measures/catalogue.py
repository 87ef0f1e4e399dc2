"""Which measures are there, which columns does each yield, and what does each reading take from them?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a reading finds its part and whole among a measure's columns (counted after master and account)."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of counting.

    text        file name, without .sql, of the query that counts
    parameters  what it binds, beside the month
    readings    each reading's columns
    columns     what the query calls them
    edge        column of the edge count, or None where a line has no edge
    """

    id: str
    text: str
    parameters: tuple[str, ...]
    readings: dict[str, Columns]
    columns: tuple[str, ...]
    edge: int | None = None

    @property
    def sql(self) -> str:
        """The counting query."""
        return text_named(self.text)


_SHORT_COLUMNS: Final = ("answered", "answered_short", "edge", "attempts", "attempts_short", "six_seconds")
_SHORT: Final = {"answered-calls": Columns(1, 0), "all-attempts": Columns(4, 3), "six-seconds": Columns(5, 0)}

SHORT_OUTBOUND: Final = Measure("short-outbound", "short_outbound", ("short_below_ms",), _SHORT, _SHORT_COLUMNS, edge=2)
SHORT_TOLLFREE: Final = Measure("short-tollfree", "short_tollfree", ("short_below_ms",), _SHORT, _SHORT_COLUMNS, edge=2)
INCOMPLETE_TOLLFREE: Final = Measure(
    "incomplete-tollfree",
    "incomplete_tollfree",
    (),
    {"all-attempts": Columns(1, 0), "without-canceled": Columns(3, 2), "reached-someone": Columns(4, 0)},
    ("attempts", "incomplete", "curable_attempts", "curable_incomplete", "reached_nobody"),
)
TRANSMISSIONS: Final = Measure(
    "transmissions",
    "transmissions",
    ("fewest_transmissions",),
    {"any-attempt": Columns(1, 0), "active-number": Columns(3, 0)},
    ("numbers", "under", "missing", "inactive"),
)

MEASURES: Final = {measure.id: measure for measure in (TRANSMISSIONS, SHORT_OUTBOUND, SHORT_TOLLFREE, INCOMPLETE_TOLLFREE)}


def text_named(name: str) -> str:
    """Return the SQL text of that name."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
