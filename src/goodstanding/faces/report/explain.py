"""What is said under a requirement: what cures it, who makes it, how sure it is, how else it could be read?"""

from goodstanding.faces.report.words import counted_things, cure_text, number_text, plural, verdict_word, visible
from goodstanding.measures.standing import RequirementStanding, Share, Verdict
from goodstanding.measures.words import range_text, share_text

MOST_SHARES = 3
MOST_NUMBERS = 8


def explained(one: RequirementStanding, *, full_numbers: bool = False) -> list[str]:
    """Return the sentences under one requirement, most useful first; none where nothing was counted."""
    if one.verdict is Verdict.NOT_ASSESSABLE:
        return []
    lines = [
        cure_text(one),
        small_sample_text(one),
        contributors_text(one),
        numbers_text(one, full=full_numbers),
        edge_text(one),
        not_assessed_text(one),
        readings_text(one),
        evidence_text(one),
    ]
    return [line for line in lines if line]


def small_sample_text(one: RequirementStanding) -> str:
    """Warn of a verdict that rests on few."""
    if not one.small_sample:
        return ""
    return (
        f"small sample: only {one.whole:,} counted, so the true share may be {range_text(one.interval)}; "
        "a person looks before any notice"
    )


def contributors_text(one: RequirementStanding) -> str:
    """Name the accounts of the tree that make most of the part."""
    makers = [share for share in one.shares if share.part]
    if len(one.shares) < 2 or not makers:
        return ""
    named = [_maker(share, one) for share in makers[:MOST_SHARES]]
    rest = makers[MOST_SHARES:]
    if rest:
        named.append(f"{plural(len(rest), 'more account')} {sum(share.part for share in rest):,}")
    return f"of these {one.part:,}: " + "; ".join(named)


def _maker(share: Share, one: RequirementStanding) -> str:
    return f"{visible(share.account)} {share.part:,} ({share_text(share.part, share.whole, one.limit)} of its own {share.whole:,})"


def numbers_text(one: RequirementStanding, *, full: bool) -> str:
    """List the numbers under the minimum with their transmissions."""
    if not one.numbers:
        return ""
    shown = ", ".join(f"{number_text(held.number, full=full)} ({held.transmissions})" for held in one.numbers[:MOST_NUMBERS])
    rest = len(one.numbers) - MOST_NUMBERS
    return f"numbers and their transmissions: {shown}" + (f", and {rest:,} more" if rest > 0 else "")


def edge_text(one: RequirementStanding) -> str:
    """Count the calls that a whole-second source could place on either side of the line."""
    if not one.edge:
        return ""
    lies = "lies" if one.edge == 1 else "lie"
    return f"edge: {plural(one.edge, 'call')} {lies} within one second of the line"


def not_assessed_text(one: RequirementStanding) -> str:
    """Count the numbers that were not held for the whole month."""
    if not one.not_assessed:
        return ""
    return f"{plural(one.not_assessed, 'number')} held for only a part of the month, not assessed"


def readings_text(one: RequirementStanding) -> str:
    """Put the other readings beside the adopted one."""
    others = [
        f"{other.reading} {other.part:,} / {other.whole:,}, {share_text(other.part, other.whole, one.limit)} "
        f"{verdict_word(other.verdict)}"
        for other in one.readings
        if other.whole
    ]
    return f"counted as {one.reading}; read otherwise: " + "; ".join(others) if others else ""


def evidence_text(one: RequirementStanding) -> str:
    """Say what stands behind the part."""
    if not one.evidence.records:
        return ""
    what = plural(one.evidence.records, "number" if counted_things(one) == "numbers" else "record")
    return f"evidence: {what}, sha256 begins {one.evidence.sha256[:16]}"


def pace_text(one: RequirementStanding) -> str:
    """Say on what the month's expected end rests, and when the limit would be crossed."""
    if one.pace is None:
        return ""
    crossing = f"; crosses the limit on {one.pace.crosses_on:%Y-%m-%d}" if one.pace.crosses_on else ""
    days = plural(one.pace.days_counted, "day")
    return f"after {days}, at the pace of the last seven: {range_text(one.pace.interval)} (95 %){crossing}"
