"""How is a month closed, so that the same records always give the same bytes, and late ones a restatement?"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

import msgspec

from goodstanding.errors import MonthError
from goodstanding.measures.document import month_from_json, month_to_json
from goodstanding.measures.measure import measure_month
from goodstanding.measures.ports import Ledger
from goodstanding.measures.standing import MonthStanding, MonthState
from goodstanding.periods import DAY_MS, Month, moment_of
from goodstanding.policy.edition import Edition
from goodstanding.progress import Progress
from goodstanding.records.ports import Closing, Manifest
from goodstanding.records.totals import Totals


class Closer(Protocol):
    """Puts a month's records, and what they were made of, before the flow."""

    def inputs_sha256(self, since_ms: int, until_ms: int) -> str:
        """Hash everything a month's verdict depends on but the edition: record files, tree and inventory."""

    def month(self, since_ms: int, until_ms: int) -> tuple[Ledger, Totals]:
        """Put the month's records before the measures, and count what fell in it."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing came to.

    is_new   False when nothing had changed since the last closing
    changes  what a restatement changed, one line of words each; empty for a first closing
    """

    month: MonthStanding
    sequence: int
    is_new: bool
    changes: tuple[str, ...]


def close_month(  # noqa: PLR0913 - what is closed, by what, when, and whether it is kept
    manifest: Manifest,
    closer: Closer,
    edition: Edition,
    month: Month,
    *,
    now_ms: int,
    grace_days: int,
    keep: bool,
    progress: Progress,
) -> Closed:
    """Count a month and store its verdicts with a hash over inputs and outputs; late records make a restatement."""
    since_ms, until_ms = month.bounds_ms(edition.zone)
    _refuse_early(month, until_ms + grace_days * DAY_MS, now_ms, grace_days)
    inputs = _hashed({"records": closer.inputs_sha256(since_ms, until_ms), "edition": repr(edition)})
    earlier = manifest.closings(str(month))
    if earlier and earlier[-1].inputs_sha256 == inputs:
        last = earlier[-1]
        return Closed(closed_standing(last), last.sequence, is_new=False, changes=())
    ledger, total = closer.month(since_ms, until_ms)
    progress.stage(f"counting {month}", rows=total.calls + total.messages)
    counted = MonthStanding(
        month=str(month),
        edition=edition.id,
        rows=total.rows,
        calls=total.calls,
        unanswered=total.unanswered,
        messages=total.messages,
        accounts=measure_month(ledger, edition, month),
        state=MonthState.RESTATED if earlier else MonthState.CLOSED,
    )
    changes = differences(closed_standing(earlier[-1]), counted) if earlier else ()
    closing = _closing(counted, inputs, now_ms, len(earlier) + 1, changes)
    if keep:
        with manifest.change() as change:
            change.record_closing(closing)
    return Closed(replace(counted, sha256=closing.sha256), closing.sequence, is_new=True, changes=changes)


def _refuse_early(month: Month, from_ms: int, now_ms: int, grace_days: int) -> None:
    if now_ms < from_ms:
        first = moment_of(from_ms).date().isoformat()
        message = (
            f"{month} can be closed from {first} on, {grace_days} days after its end, for late records; --grace DAYS changes that"
        )
        raise MonthError(message)


def _closing(month: MonthStanding, inputs: str, now_ms: int, sequence: int, changes: tuple[str, ...]) -> Closing:
    document = canonical(month_to_json(month))
    return Closing(
        month=month.month,
        sequence=sequence,
        edition=month.edition,
        closed_at_ms=now_ms,
        inputs_sha256=inputs,
        sha256=_hashed({"inputs": inputs, "document": document}),
        document=document,
        changes=canonical(list(changes)) if changes else None,
    )


def closed_standing(closing: Closing) -> MonthStanding:
    """Read a closed month as it was stored, with its hash."""
    return replace(month_from_json(json.loads(closing.document)), sha256=closing.sha256)


def canonical(value: Any) -> str:
    """Write JSON that is the same bytes for the same value: sorted keys, no blanks."""
    return msgspec.json.encode(value, order="sorted").decode()


def _hashed(value: Mapping[str, str]) -> str:
    return hashlib.sha256(canonical(dict(value)).encode()).hexdigest()


def differences(before: MonthStanding, after: MonthStanding) -> tuple[str, ...]:
    """Say in words what a restatement changed: totals, then each account and clause."""
    changed = [
        f"{name}: {old:,} became {new:,}"
        for name, old, new in (
            ("calls", before.calls, after.calls),
            ("rows", before.rows, after.rows),
            ("messages", before.messages, after.messages),
        )
        if old != new
    ]
    old_counts, new_counts = _counts(before), _counts(after)
    for key in sorted(old_counts.keys() | new_counts.keys()):
        if old_counts.get(key) != new_counts.get(key):
            account, clause = key
            changed.append(f"{account}, {clause}: {_worded(old_counts.get(key))} became {_worded(new_counts.get(key))}")
    return tuple(changed)


def _counts(month: MonthStanding) -> dict[tuple[str, str], tuple[int, int, str]]:
    return {
        (account.account, one.clause): (one.part, one.whole, str(one.verdict))
        for account in month.accounts
        for one in account.requirements
    }


def _worded(count: tuple[int, int, str] | None) -> str:
    return "nothing" if count is None else f"{count[0]:,} of {count[1]:,} ({count[2]})"
