"""What does each reading of a requirement count, in plain words?"""

from types import MappingProxyType
from typing import Final

_SHORT: Final = {
    "answered-calls": "answered calls shorter than the line, of all answered calls",
    "all-attempts": "answered calls shorter than the line and calls nobody answered, of all attempts",
    "six-seconds": "answered calls shorter than six seconds, of all answered calls",
}
READINGS: Final = MappingProxyType(
    {
        "req-1": {
            "any-attempt": "numbers that carried too few calls or messages, attempts included, of the numbers held all month",
            "active-number": "numbers without three calls of twelve seconds or three messages, of the numbers held all month",
        },
        "req-2": _SHORT,
        "req-3": _SHORT,
        "req-4": {
            "all-attempts": "toll-free calls that were never answered, of all attempts",
            "without-canceled": "the same, leaving out calls whose caller hung up first",
            "reached-someone": "toll-free calls that reached no person or device behind the answering machine, of all attempts",
        },
    }
)


def reading_text(clause: str, reading: str) -> str:
    """Say what a reading counts; one without words of its own is named."""
    return READINGS.get(clause, {}).get(reading, reading)
