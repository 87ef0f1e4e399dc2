"""How do the roll-ups follow the records: one file a day and account, one a month and number?"""

from collections.abc import Collection

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.shapes import Shape
from goodstanding.records.ports import Change


class RollupWriter:
    """Derives the roll-ups again for what one intake touched."""

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def renew(self, archive: Archive, change: Change, shape: Shape, days: Collection[int], intake: int) -> None:
        """Renew the roll-ups of these days."""

    def renew_numbers(self, archive: Archive, change: Change, intake: int) -> None:
        """Renew the roll-ups that the inventory decides."""
