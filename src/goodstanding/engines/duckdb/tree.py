"""What does the manifest say of the account tree, as spans of time?"""

from collections.abc import Iterable

from goodstanding.engines.duckdb.spans import Seen, TreeSpan, tree_spans
from goodstanding.periods import start_of_local_day_ms
from goodstanding.records.ports import AccountSnapshot, Reads


def tree_of(reads: Reads, zone: str) -> list[TreeSpan]:
    """Return the tree's spans."""
    return tree_from(reads.account_snapshots(), reads.account_keys().values(), zone)


def tree_from(snapshots: Iterable[AccountSnapshot], accounts: Iterable[int], zone: str) -> list[TreeSpan]:
    """Make spans of dated snapshots; a move takes effect at the start of its day in the zone."""
    starts: dict[int, int] = {}
    seen = []
    for one in snapshots:
        start = starts.get(one.as_of_ms)
        if start is None:
            start = starts[one.as_of_ms] = start_of_local_day_ms(one.as_of_ms, zone)
        seen.append(Seen(one.account, start, one.master))
    return tree_spans(seen, accounts)
