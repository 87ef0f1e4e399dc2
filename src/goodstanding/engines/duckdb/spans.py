"""Who was whose master, and who held which number, from when until when? Spans, made from dated snapshots."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

ALWAYS_MS: Final = -(1 << 62)
NEVER_MS: Final = 1 << 62


class Seen(NamedTuple):
    """An account's place in the tree, as one snapshot shows it; as_of_ms is the start of the snapshot's day."""

    account: int
    as_of_ms: int
    master: int


class TreeSpan(NamedTuple):
    """One account under one master, [since_ms, until_ms)."""

    account: int
    master: int
    since_ms: int
    until_ms: int


def tree_spans(seen: Iterable[Seen], accounts: Iterable[int]) -> list[TreeSpan]:
    """Cover all time for every account: a snapshot holds until the next one, and the first one also before itself.

    An account in no snapshot is its own master. A master that is itself under another is followed to the root.
    """
    by_account: dict[int, list[Seen]] = defaultdict(list)
    for one in seen:
        by_account[one.account].append(one)
    if all(len(dated) == 1 for dated in by_account.values()):
        return _unmoved({account: dated[0].master for account, dated in by_account.items()}, accounts)
    spans = []
    for account in sorted({*accounts, *by_account}):
        dated = sorted(by_account.get(account, [Seen(account, ALWAYS_MS, account)]), key=lambda one: one.as_of_ms)
        starts = [ALWAYS_MS, *(one.as_of_ms for one in dated[1:])]
        ends = [*starts[1:], NEVER_MS]
        for one, since, until in zip(dated, starts, ends, strict=True):
            if since < until:
                spans.append(TreeSpan(account, one.master, since, until))
    return _rooted(_joined(spans))


def _unmoved(masters: Mapping[int, int], accounts: Iterable[int]) -> list[TreeSpan]:
    """Return one span an account: no account was ever seen in two places."""
    spans = []
    for account in sorted({*accounts, *masters}):
        passed, master = {account}, masters.get(account, account)
        while master not in passed and masters.get(master, master) != master:
            passed.add(master)
            master = masters[master]
        spans.append(TreeSpan(account, master, ALWAYS_MS, NEVER_MS))
    return spans


def _joined(spans: list[TreeSpan]) -> list[TreeSpan]:
    """Put neighbouring spans under the same master together."""
    joined: list[TreeSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and (last.account, last.master, last.until_ms) == (span.account, span.master, span.since_ms):
            joined[-1] = TreeSpan(last.account, last.master, last.since_ms, span.until_ms)
        else:
            joined.append(span)
    return joined


def _rooted(spans: list[TreeSpan]) -> list[TreeSpan]:
    """Replace a master that has a master of its own in that time by the root of the tree."""
    above: dict[int, list[TreeSpan]] = defaultdict(list)
    for span in spans:
        above[span.account].append(span)
    rooted = []
    for span in spans:
        rooted += _climb(span, above, frozenset({span.account}))
    return _joined(rooted)


def _climb(span: TreeSpan, above: dict[int, list[TreeSpan]], passed: frozenset[int]) -> list[TreeSpan]:
    if span.master == span.account or span.master in passed:
        return [span]
    parents = [p for p in above.get(span.master, ()) if p.since_ms < span.until_ms and span.since_ms < p.until_ms]
    if not parents or all(p.master == p.account for p in parents):
        return [span]
    climbed = []
    for parent in parents:
        since, until = max(span.since_ms, parent.since_ms), min(span.until_ms, parent.until_ms)
        step = TreeSpan(span.account, parent.master, since, until)
        climbed += _climb(step, above, passed | {span.master})
    return climbed
