"""What must be known of a detector before it can run?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodstanding.signals.traffic.sighting import Pointing, Row

Parameters = Mapping[str, int]
Sequence = Callable[[Iterable[tuple[Any, ...]], Parameters], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A whole number that the edition gives a detector, and between which bounds it makes sense.

    means  a few words, with the unit: "attempts within a minute"
    """

    name: str
    means: str
    least: int = 1
    most: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Records:
    """Which records show a sighting: a condition on a relation.

    relation  "calls", "messages", "requests" ...; at its column of time
    subject   SQL over the relation's row (called `r`) that equals the sighting's subject; "" where there is none
    where     SQL over `r` that picks what the text counts; may use the detector's parameters
    of_anybody  whether the subject alone picks them, whoever's records they are: requests from one address to many accounts
    """

    relation: str
    at: str
    subject: str = ""
    where: str = "TRUE"
    of_anybody: bool = False


@dataclass(frozen=True, slots=True)
class Detector:
    """One line of the catalogue.

    name        e.g. "call-flood", the section of the edition that holds its parameters
    signal      of which clause it shows what, e.g. "P5.1"
    sees        what it looks for, in one sentence
    needs       relations it cannot do without; where no record of one was ever taken in, it is not assessable
    reads       kept relations its text reads (signals/traffic/kept.py)
    parameters  what the edition must give
    line        the parameter that `strength` is held against; for a share, per thousand
    why         a sentence with {strength}, {whole}, {line} and names of parameters in it; never a number or a text of anybody's
    text        the set detector's text, or what a sequence detector reads, ordered by (master, ..., time)
    sequence    reads those rows once, in bounded memory; None for a set detector
    days_before how many earlier days its baseline looks at
    is_derived  computed from cases and links, so that it never opens a case alone
    """

    name: str
    signal: str
    clause: str
    sees: str
    blind_to: str
    text: Path
    parameters: tuple[Parameter, ...]
    line: str
    why: str
    records: Records
    pointing: Pointing = Pointing.VIOLATOR
    needs: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    sequence: Sequence | None = None
    days_before: int = 0
    source: str = ""
    is_derived: bool = False

    @property
    def sql(self) -> str:
        """The text."""
        return self.text.read_text(encoding="utf-8")
