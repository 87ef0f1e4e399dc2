"""Which measures may a requirement name, under which readings and with which integers?

The measures room counts them and lies above this one; a test there holds its catalogue equal to
this table.
"""

from dataclasses import dataclass
from types import MappingProxyType

MOST = 1_000_000_000
"""The largest integer a clause may hold; anything larger is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One integer a measure binds, with its bounds (both allowed) and what it means."""

    name: str
    meaning: str
    least: int = 1
    most: int = MOST


@dataclass(frozen=True, slots=True)
class CountableMeasure:
    """A measure as a clause sees it: readings[0] is the one our own editions adopt."""

    id: str
    readings: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()


_SHORT_BELOW = Parameter("short_below_ms", "talk time in milliseconds under which a call is short", most=86_400_000)
_SHORT_READINGS = ("answered-calls", "all-attempts", "six-seconds")

COUNTABLE = MappingProxyType(
    {
        measure.id: measure
        for measure in (
            CountableMeasure(
                "transmissions",
                ("any-attempt", "active-number"),
                (Parameter("fewest_transmissions", "calls and messages a number needs in a month"),),
            ),
            CountableMeasure("short-outbound", _SHORT_READINGS, (_SHORT_BELOW,)),
            CountableMeasure("short-tollfree", _SHORT_READINGS, (_SHORT_BELOW,)),
            CountableMeasure("incomplete-tollfree", ("all-attempts", "without-canceled", "reached-someone")),
        )
    }
)
"""Every measure a requirement may name, by id."""
