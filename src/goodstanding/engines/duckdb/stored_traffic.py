"""How does the record store put a span of time before the detectors, from the files that can hold something of it?"""

from typing import Final

from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.engines.duckdb.inventory import HELD, show_inventory
from goodstanding.engines.duckdb.listing import entries_of
from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.engines.duckdb.relations import put_tree, show_directions
from goodstanding.engines.duckdb.shapes import BESIDE, CALLS, MESSAGES
from goodstanding.engines.duckdb.traffic import ENTRIES, put_traffic
from goodstanding.periods import DAY_MS

TRAFFIC: Final = (CALLS, MESSAGES)


class StoredTraffic(MonthLedgers):
    """Puts spans of a workspace's records before the detectors."""

    def span_ms(self) -> tuple[int, int] | None:
        """Return the times of the first and the last record, or None when there is none."""
        found = [one for shape in TRAFFIC for one in self._manifest.partitions(shape.kind)]
        first = [one.first_ms for one in found if one.first_ms is not None]
        last = [one.last_ms for one in found if one.last_ms is not None]
        return (min(first), max(last)) if first and last else None

    def ground(self, since_ms: int, until_ms: int, *, days_before: int) -> tuple[DuckdbGround, dict[str, int]]:
        """Put [since_ms, until_ms) and the days before it in place; what stands beside traffic is there as a whole."""
        archive, from_ms = self._archive, since_ms - days_before * DAY_MS
        for shape in TRAFFIC:
            archive.show(f"ever_{shape.kind}", shape, self._manifest.partitions(shape.kind))
            archive.show(shape.kind, shape, self._partitions(shape.kind, from_ms, until_ms))
        for shape in BESIDE:
            archive.show(f"{shape.kind}_taken", shape, self._manifest.partitions(shape.kind))
        show_inventory(archive, self._manifest)
        show_directions(archive.connection)
        put_tree(archive.connection, self._tree())
        self._put_names()
        taken = {**{shape.kind: f"{shape.kind}_taken" for shape in BESIDE}, ENTRIES: entries_of(archive, self._manifest)}
        ever = {**{shape.kind: f"ever_{shape.kind}" for shape in TRAFFIC}, HELD: HELD}
        return put_traffic(archive.connection, taken, since_ms=since_ms, until_ms=until_ms, ever=ever)
