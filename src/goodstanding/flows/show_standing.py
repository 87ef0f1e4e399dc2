"""How does each account stand in a month: as it was closed, or, while it is open, so far and at this pace?"""

from collections.abc import Sequence
from typing import Protocol

from goodstanding.flows.close_month import closed_standing
from goodstanding.measures.standing import AccountStanding, MonthStanding, MonthState
from goodstanding.periods import Month
from goodstanding.policy.edition import Edition
from goodstanding.records.ports import Manifest
from goodstanding.records.totals import Totals


class Rollups(Protocol):
    """Answers for an open month from the daily roll-ups."""

    def open_month(self, edition: Edition, month: Month) -> tuple[tuple[AccountStanding, ...], Totals]:
        """Return every account's standing so far, with its pace, and what fell in the month so far."""

    def last_record_ms(self, since_ms: int, until_ms: int) -> int | None:
        """Return the time of the newest record of the month."""

    def latest_month(self, zone: str) -> Month | None:
        """Return the month of the newest record."""


def standing_of(manifest: Manifest, rollups: Rollups, edition: Edition, month: Month) -> MonthStanding:
    """Return the month as it was last closed, else as it stands from the roll-ups."""
    closings = manifest.closings(str(month))
    if closings:
        return closed_standing(closings[-1])
    since_ms, until_ms = month.bounds_ms(edition.zone)
    accounts, total = rollups.open_month(edition, month)
    return MonthStanding(
        month=str(month),
        edition=edition.id,
        rows=total.rows,
        calls=total.calls,
        unanswered=total.unanswered,
        messages=total.messages,
        accounts=accounts,
        state=MonthState.OPEN,
        data_until_ms=rollups.last_record_ms(since_ms, until_ms),
    )


def only(accounts: Sequence[AccountStanding], wanted: str | None) -> tuple[AccountStanding, ...]:
    """Keep one account by its id or name, or all of them."""
    return tuple(one for one in accounts if wanted is None or wanted in (one.account, one.name))
