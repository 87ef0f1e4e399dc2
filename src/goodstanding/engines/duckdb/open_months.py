"""How does a month that is still open stand, answered from the roll-ups?"""

from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.measures.measure import measure_month
from goodstanding.measures.standing import AccountStanding
from goodstanding.periods import Month
from goodstanding.policy.edition import Edition
from goodstanding.records.totals import Totals


class OpenMonths(MonthLedgers):
    """Answers for open months."""

    def open_totals(self, since_ms: int, until_ms: int) -> Totals:
        """Return what fell in the month so far."""
        return self.month_totals(since_ms, until_ms)

    def open_standing(self, edition: Edition, month: Month) -> tuple[AccountStanding, ...]:
        """Return every account's standing so far."""
        return measure_month(self.month_ledger(*month.bounds_ms(edition.zone)), edition, month)
