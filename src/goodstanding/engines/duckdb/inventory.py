"""How are number listings kept as they stood, and how are the spans of holding made from them?"""

from pathlib import Path
from typing import Final

from goodstanding.engines.duckdb.archive import Archive
from goodstanding.engines.duckdb.relations import HELD_COLUMNS, OFF_PLAN_COLUMNS, OFF_PLAN_OF_HELD
from goodstanding.engines.duckdb.shapes import NUMBERS
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS
from goodstanding.periods import DAY_MS
from goodstanding.records.ports import Change, Partition, Reads

HELD_SQL: Final = Path(__file__).with_name("held.sql")
HELD: Final = "held"
OFF_PLAN: Final = "off_plan"
THE_ONLY_DAY: Final = 0


class InventoryWriter:
    """Keeps one file a listing day, and derives two from all of them: the spans of holding, and those that differ from the plan."""

    def __init__(self, archive: Archive, change: Change, intake: int) -> None:
        self._archive, self._change, self._intake = archive, change, intake

    def add(self, day: int) -> int:
        """Add the judged numbers to the listing of a day; return how many of them it already had."""
        columns = ", ".join(NUMBERS.columns)
        new = ", ".join("k.account" if name == "account" else f"j.{name}" for name in NUMBERS.columns)
        judged = f"SELECT {new} FROM judged AS j JOIN account_keys AS k ON k.id = j.account"
        held = self._archive.relation(self._change.partitions(NUMBERS.kind, days=[day]))
        both = f"{judged} UNION SELECT {columns} FROM {held}" if held else f"SELECT DISTINCT * FROM ({judged})"
        before = sum(partition.rows for partition in self._change.partitions(NUMBERS.kind, days=[day]))
        count = self._archive.connection.execute("SELECT COUNT(*) FROM judged").fetchall()[0][0]
        blank = Partition(NUMBERS.kind, day, self._archive.path_for(NUMBERS.kind, day, self._intake), 0, None, None)
        written = self._archive.write(f"SELECT * FROM ({both}) ORDER BY {NUMBERS.order}", blank, NUMBERS.at)
        self._change.replace_partition(written)
        return int(count) - (written.rows - before)

    def derive(self) -> None:
        """Make the spans of holding from every listing there is."""
        listings = [
            f"SELECT *, {partition.day * DAY_MS} AS as_of_ms FROM {self._archive.relation([partition])}"
            for partition in self._change.partitions(NUMBERS.kind)
            if partition.rows
        ]
        if not listings:
            return
        self._archive.connection.execute(f"CREATE OR REPLACE TEMP VIEW listings AS {' UNION ALL '.join(listings)}")
        text = HELD_SQL.read_text(encoding="utf-8").replace("$always_ms", str(ALWAYS_MS)).replace("$never_ms", str(NEVER_MS))
        self._write(HELD, f"SELECT * FROM ({text}) ORDER BY account, number, from_ms")
        show_inventory(self._archive, self._change)
        self._write(OFF_PLAN, f"SELECT * FROM ({OFF_PLAN_OF_HELD}) ORDER BY number, from_ms")

    def _write(self, kind: str, content: str) -> None:
        path = self._archive.path_for(kind, THE_ONLY_DAY, self._intake)
        self._change.replace_partition(self._archive.write(content, Partition(kind, THE_ONLY_DAY, path, 0, None, None), "from_ms"))


def show_inventory(archive: Archive, reads: Reads) -> None:
    """Make `held` and `off_plan` of the derived files, or empty ones."""
    for name, columns in ((HELD, HELD_COLUMNS), (OFF_PLAN, OFF_PLAN_COLUMNS)):
        archive.connection.execute(f"CREATE TABLE IF NOT EXISTS no_{name} ({columns})")
        relation = archive.relation(reads.partitions(name)) or f"no_{name}"
        archive.connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM {relation}")
