"""What must something that holds traffic be able to do, for detectors to run on it?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from goodstanding.signals.traffic.detector import Records
from goodstanding.signals.traffic.sighting import Row


class ListCopy(NamedTuple):
    """A list, the day its copy is of, and how many entries it has."""

    name: str
    as_of_day: int
    entries: int


class Proof(NamedTuple):
    """The records behind a sighting: how many, and the SHA-256 of their sorted ids, each followed by a line feed."""

    records: int
    sha256: str


class Ground(Protocol):
    """Runs bound queries over the relations that docs/decisions/0005 lists."""

    def holds(self, relation: str) -> bool:
        """Say whether any record of a relation was ever taken in; for a list, "listed:NAME"."""

    def rows(self, sql: str, parameters: Mapping[str, int]) -> list[tuple[Any, ...]]:
        """Return every row of one query, in its order."""

    def stream(self, sql: str, parameters: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one query, in its order, without holding them all."""

    def keep(self, name: str, sql: str, parameters: Mapping[str, int]) -> None:
        """Keep the rows of a query as a relation of that name, for the queries after it."""

    def accounts(self) -> Mapping[int, str]:
        """Return every account's id by its key."""

    def lists(self) -> Sequence[ListCopy]:
        """Return the lists that are there, by name."""

    def silent_days(self, since_ms: int, until_ms: int) -> Sequence[int]:
        """Return the UTC days (since 1970) without any call or message, between the first and the last that has one."""

    def proofs(self, records: Records, rows: Sequence[Row], parameters: Mapping[str, int]) -> Sequence[Proof]:
        """Hash the ids of the records behind each row."""
