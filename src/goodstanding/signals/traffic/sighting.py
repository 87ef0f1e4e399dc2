"""What did a detector see: at which account, of whom, in which window, and how much?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from goodstanding.periods import DAY_MS


class Pointing(StrEnum):
    """Whom a sighting speaks against: the account that shows it, or somebody who does something to it."""

    VIOLATOR = "violator"
    VICTIM = "victim"
    EITHER = "either"


class Row(NamedTuple):
    """One row of a detector's text, or one thing a sequence detector saw.

    master, account  keys; account is the sub-account that did all of it, else the master
    subject          what it was done to or with, e.g. a number as a whole number; None where there is none
    since_ms         when the window begins
    until_ms         when the detector could know: the threshold was crossed, or a window of shares was over
    through_ms       after the last record that belongs to it, that day
    strength         a count, or the part of a share
    whole            of how many; 0 when strength is a plain count
    records          how many records show it
    """

    master: int
    account: int
    subject: int | str | None
    since_ms: int
    until_ms: int
    through_ms: int
    strength: int
    whole: int
    records: int


COLUMNS: Final = Row._fields


@dataclass(frozen=True, slots=True)
class Sighting:
    """A row under its detector, with the accounts' ids and the threshold it was held against.

    signal     e.g. "P5.1"; detector its name, e.g. "call-flood"
    threshold  a count, or per thousand of a share
    """

    clause: str
    signal: str
    detector: str
    pointing: Pointing
    account: str
    master: str
    subject: str | None
    row: Row
    threshold: int
    why: str

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What makes it the same sighting when it is seen again later: detector, master, subject and UTC day."""
        return self.detector, self.master, self.subject or "", self.row.since_ms // DAY_MS


def row_of(columns: tuple[Any, ...]) -> Row:
    """Read one row of a text, whole numbers as such."""
    master, account, subject, *numbers = columns
    since_ms, until_ms, through_ms, strength, whole, records = (int(number) for number in numbers)
    return Row(int(master), int(account), subject, since_ms, until_ms, through_ms, strength, whole, records)
