"""How does a month that is still open stand, answered from the roll-ups?

The three ratios come from the daily roll-ups; numbers (requirement 1) are counted from the records, and so is what an
edition reads in another way than the roll-ups were made for. The hash of the evidence comes with the closing.
"""

from collections import defaultdict
from typing import Final

from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.engines.duckdb.rollups import ACCOUNT_DAYS, COLUMNS, ROLLED, SHORT_BELOW_MS
from goodstanding.measures.forecast import pace_of
from goodstanding.measures.measure import (
    Counted,
    count,
    gathered,
    masters_of,
    measure_for,
    names_of,
    standings,
)
from goodstanding.measures.ports import Ledger
from goodstanding.measures.standing import AccountStanding, Evidence
from goodstanding.periods import DAY_MS, Month, start_of_local_day_ms
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Edition
from goodstanding.records.totals import Totals

IN_THE_TREE: Final = """
    FROM account_days AS r INNER JOIN tree AS t ON t.account = r.account
    WHERE r.measure = $measure AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
        AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms"""
SUMS: Final = ", ".join(f"SUM(r.c{at})" for at in range(COLUMNS))


class OpenMonths(MonthLedgers):
    """Answers for open months."""

    def open_totals(self, since_ms: int, until_ms: int) -> Totals:
        """Return what fell in the month so far."""
        return self.month_totals(since_ms, until_ms)

    def open_standing(self, edition: Edition, month: Month) -> tuple[AccountStanding, ...]:
        """Return every account's standing so far, with its pace."""
        since_ms, until_ms = month.bounds_ms(edition.zone)
        ledger = self.month_ledger(since_ms, until_ms)
        self._show_rollups(since_ms, until_ms)
        bounds = {"since_ms": since_ms, "until_ms": until_ms}
        counted = {}
        for one in edition.requirements:
            is_rolled = (
                measure_for(one) in ROLLED and one.reading.parameters.get("short_below_ms", SHORT_BELOW_MS) == SHORT_BELOW_MS
            )
            counted[one.id] = self._from_rollups(ledger, one, month, bounds) if is_rolled else count(ledger, one, bounds)
        return standings(edition, counted, names_of(ledger), masters_of(ledger, since_ms, until_ms))

    def _show_rollups(self, since_ms: int, until_ms: int) -> None:
        files = [
            one
            for one in self._manifest.partitions(ACCOUNT_DAYS)
            if one.first_ms is not None and one.last_ms is not None and one.first_ms < until_ms and one.last_ms >= since_ms
        ]
        relation = self._archive.relation(files)
        columns = ", ".join(f"CAST(0 AS BIGINT) AS c{at}" for at in range(COLUMNS))
        keys = "CAST(0 AS TINYINT) AS measure, CAST(0 AS BIGINT) AS at_ms, CAST(0 AS INTEGER) AS account"
        nothing = f"SELECT {keys}, {columns} WHERE FALSE"
        self._archive.connection.execute(
            f"CREATE OR REPLACE VIEW account_days AS {f'SELECT * FROM {relation}' if relation else nothing}"
        )

    def _from_rollups(self, ledger: Ledger, one: Requirement, month: Month, bounds: dict[str, int]) -> dict[int, Counted]:
        measure = measure_for(one)
        parameters = {**bounds, "measure": ROLLED.index(measure)}
        rows = ledger.rows(
            f"SELECT t.master, r.account, {SUMS}{IN_THE_TREE} GROUP BY t.master, r.account ORDER BY 1, 2", parameters
        )
        found = gathered([row for row in rows if any(row[2:])])
        adopted = measure.readings[one.reading.name]
        daily: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        by_day = (
            f"SELECT t.master, r.at_ms, SUM(r.c{adopted.part}), SUM(r.c{adopted.whole}){IN_THE_TREE} GROUP BY t.master, r.at_ms"
        )
        for master, at_ms, part, whole in ledger.rows(by_day, parameters):
            # days of 23 and 25 hours round to whole ones
            daily[int(master)][round((int(at_ms) - bounds["since_ms"]) / DAY_MS)] = (int(part), int(whole))
        days = self._days_counted(bounds)
        for master, one_counted in found.items():
            one_counted.evidence = Evidence(one_counted.sum(adopted.part), "")
            one_counted.pace = pace_of(daily[master], days_counted=days, month=month, limit=one.limit)
        return found

    def _days_counted(self, bounds: dict[str, int]) -> int:
        """Count the whole days that the records cover: those before the day of the newest one."""
        last_ms = self.last_record_ms(bounds["since_ms"], bounds["until_ms"])
        if last_ms is None:
            return 0
        return round((start_of_local_day_ms(last_ms, self._zone) - bounds["since_ms"]) / DAY_MS)
