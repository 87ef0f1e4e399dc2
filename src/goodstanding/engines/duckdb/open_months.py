"""How does a month that is still open stand, answered from the roll-ups?

The three ratios and the totals come from the daily roll-ups, numbers (requirement 1) from the monthly one. What an edition
reads in another way than the roll-ups were made for, or a month they were not made for, is counted from the records. The hash
of the evidence comes with the closing.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from goodstanding.engines.duckdb.idle_numbers import FEWEST_TRANSMISSIONS, HELD_NUMBERS, IDLE_NUMBERS, NO_NUMBERS
from goodstanding.engines.duckdb.ledger import DuckdbLedger
from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.engines.duckdb.relations import put_tree
from goodstanding.engines.duckdb.rollups import COLUMNS, ROLLED, ROLLUP_OF, SHORT_BELOW_MS, TOTALS
from goodstanding.engines.duckdb.tree import tree_from
from goodstanding.measures.catalogue import TRANSMISSIONS, text_named
from goodstanding.measures.forecast import WINDOW_DAYS, pace_of
from goodstanding.measures.measure import Counted, Name, count, gathered, listed, measure_for, standings
from goodstanding.measures.standing import AccountStanding, Evidence
from goodstanding.periods import DAY_MS, Month, start_of_day_ms, start_of_local_day_ms
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Edition
from goodstanding.records.totals import Totals

SUMS: Final = ", ".join(f"SUM(r.c{at})" for at in range(COLUMNS))
NO_DAYS: Final = f"""(SELECT CAST(0 AS TINYINT) AS measure, CAST(0 AS BIGINT) AS at_ms, CAST(0 AS INTEGER) AS account,
    {", ".join(f"CAST(0 AS BIGINT) AS c{at}" for at in range(COLUMNS))} WHERE FALSE)"""

# where the sums begin in a row of measure, master, account and four paces
SUMS_FROM: Final = 7


class OpenMonths(MonthLedgers):
    """Answers for open months."""

    def open_month(self, edition: Edition, month: Month) -> tuple[tuple[AccountStanding, ...], Totals]:
        """Return every account's standing so far, with its pace, and what fell in the month so far."""
        since_ms, until_ms = bounds = month.bounds_ms(edition.zone)
        snapshots, keys = self._manifest.account_snapshots(), self._manifest.account_keys()
        tree = tree_from(snapshots, keys.values(), self._zone)
        called = {one.account: one.name for one in snapshots}
        names = {key: Name(one, called.get(key, one)) for one, key in keys.items()}
        put_tree(self._archive.connection, tree)
        rolled = [one for one in edition.requirements if self._is_rolled(one)]
        counted, totals = self._from_days(rolled, month, bounds)
        for one in edition.requirements:
            if self._is_followed(one, month):
                counted[one.id] = self._from_idle_numbers(one, month)
            elif one not in rolled:
                counted[one.id] = self._from_records(one, bounds)
        masters = {span.master for span in tree if span.since_ms < until_ms and span.until_ms > since_ms}
        return standings(edition, counted, names, masters), totals

    def _is_rolled(self, one: Requirement) -> bool:
        return measure_for(one) in ROLLED and one.reading.parameters.get("short_below_ms", SHORT_BELOW_MS) == SHORT_BELOW_MS

    def _is_followed(self, one: Requirement, month: Month) -> bool:
        followed = self._manifest.partitions(HELD_NUMBERS, days=[month.number])
        is_within = one.reading.parameters.get("fewest_transmissions", 0) <= FEWEST_TRANSMISSIONS
        return measure_for(one) is TRANSMISSIONS and bool(followed) and is_within

    def _from_days(
        self, rolled: Sequence[Requirement], month: Month, bounds: tuple[int, int]
    ) -> tuple[dict[str, dict[int, Counted]], Totals]:
        """Read the daily roll-ups once: each row is (measure, master, account, parts and wholes for the pace, the sums).

        Rows of nothing are left out, and the totals come as one row.
        """
        files = [one for kind in ROLLUP_OF.values() for one in self._manifest.partitions(kind) if one.meets(*bounds)]
        days, counted_ms, recent_ms = self._days_counted(month, bounds)
        adopted = {ROLLED.index(measure_for(one)): measure_for(one).readings[one.reading.name] for one in rolled}
        chosen = [_chosen({measure: getattr(of, name) for measure, of in adopted.items()}) for name in ("part", "whole")]
        paces = [
            f"SUM(CASE WHEN r.at_ms < {counted_ms} AND r.at_ms >= {from_ms} THEN {column} ELSE 0 END)"
            for from_ms in (bounds[0], recent_ms)
            for column in chosen
        ]
        keys = ", ".join(f"CASE WHEN r.measure = {TOTALS} THEN 0 ELSE {key} END" for key in ("t.master", "r.account"))
        rows = self._archive.connection.execute(
            f"""SELECT r.measure, {keys}, {", ".join(paces)}, {SUMS}
                FROM {self._archive.relation(files) or NO_DAYS} AS r INNER JOIN tree AS t ON t.account = r.account
                WHERE r.at_ms >= {bounds[0]} AND r.at_ms < {bounds[1]} AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
                GROUP BY ALL HAVING GREATEST({SUMS}) > 0 ORDER BY 1, 2, 3"""
        ).fetchall()
        of_measure: dict[int, list[tuple[int, ...]]] = {measure: [] for measure in range(TOTALS + 1)}
        for row in rows:
            of_measure[row[0]].append(row)
        totals = Totals(*(of_measure[TOTALS][0][SUMS_FROM : SUMS_FROM + 4] if of_measure[TOTALS] else (0, 0, 0, 0)))
        found = {}
        for one in rolled:
            rows_of = of_measure[ROLLED.index(measure_for(one))]
            found[one.id] = gathered([(*row[1:3], *row[SUMS_FROM:]) for row in rows_of])
            part = measure_for(one).readings[one.reading.name].part
            for master, past in gathered([row[1:SUMS_FROM] for row in rows_of]).items():
                counted = found[one.id][master]
                counted.evidence = Evidence(counted.sum(part), "")
                counted.pace = pace_of(
                    (past.sum(0), past.sum(1)), (past.sum(2), past.sum(3)), days_counted=days, month=month, limit=one.limit
                )
        return found, totals

    def _days_counted(self, month: Month, bounds: tuple[int, int]) -> tuple[int, int, int]:
        """Return the whole days before that of the newest record, their end, and the start of the window that sets the pace."""
        since_ms, _ = bounds
        last_ms = self.last_record_ms(*bounds)
        if last_ms is None:
            return 0, since_ms, since_ms
        end_ms = start_of_local_day_ms(last_ms, self._zone)
        # days of 23 and 25 hours round to whole ones
        days = round((end_ms - since_ms) / DAY_MS)
        window = month.first_day + timedelta(days=max(days - WINDOW_DAYS, 0))
        return days, end_ms, start_of_day_ms(window, self._zone)

    def _from_idle_numbers(self, one: Requirement, month: Month) -> dict[int, Counted]:
        """Add up what the monthly roll-up says: numbers held, less those that have left it, are those that may be wanting."""
        connection = self._archive.connection
        idle = self._archive.relation(self._manifest.partitions(IDLE_NUMBERS, days=[month.number]))
        held = self._archive.relation(self._manifest.partitions(HELD_NUMBERS, days=[month.number]))
        if held is None:
            return {}
        ledger = DuckdbLedger(connection)
        ledger.keep("per_number", f"SELECT * FROM {idle or NO_NUMBERS}", {})
        columns = "h.master, h.account, h.numbers, COALESCE(c.under, 0), COALESCE(c.missing, 0), COALESCE(c.inactive, 0)"
        counted = ledger.rows(
            f"""SELECT {columns} FROM {held} AS h LEFT JOIN ({text_named(TRANSMISSIONS.text)}) AS c
                    ON c.master = h.master AND c.account = h.account
                WHERE h.numbers > 0 ORDER BY h.master, h.account""",
            one.reading.parameters,
        )
        found = gathered(counted)
        listed(
            ledger,
            found,
            one.reading.parameters,
            f"SELECT master, SUM(not_assessed) FROM {held} WHERE not_assessed > 0 GROUP BY master",
        )
        adopted = TRANSMISSIONS.readings[one.reading.name].part
        for counts in found.values():
            counts.evidence = Evidence(counts.sum(adopted), "")
        return found

    def _from_records(self, one: Requirement, bounds: tuple[int, int]) -> dict[int, Counted]:
        ledger, _ = self.month(*bounds)
        return count(ledger, one, {"since_ms": bounds[0], "until_ms": bounds[1]})


def _chosen(columns: Mapping[int, int]) -> str:
    """Return SQL that takes a column by the measure of the row."""
    cases = " ".join(f"WHEN {measure} THEN r.c{column}" for measure, column in columns.items())
    return f"CASE r.measure {cases} ELSE 0 END" if cases else "0"
