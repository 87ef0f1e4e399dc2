"""How is each number, share and standing put in words, the same in every view?"""

from typing import Final

from goodstanding.measures.standing import AccountStanding, RequirementStanding, Standing, Verdict
from goodstanding.policy.clause import Limit

TITLES: Final = {
    "req-1": "numbers used < twice",
    "req-2": "outbound < 12 s",
    "req-3": "toll-free < 12 s",
    "req-4": "toll-free unanswered",
}
WORST_FIRST: Final = (Standing.VIOLATED, Standing.AT_RISK, Standing.GOOD, Standing.NOT_ASSESSABLE)


def share_text(part: int, whole: int, limit: Limit) -> str:
    """Write a share in per cent, cut, with as many digits as it takes to show on which side of the limit it lies."""
    if whole == 0:
        return "–"
    over = limit.is_exceeded_by(part, whole)
    for digits in range(1, 10):
        scale = 10**digits
        shown = part * 100 * scale // whole
        shown_over = shown * limit.whole > limit.part * 100 * scale
        if shown_over == over:
            return f"{shown // scale}.{shown % scale:0{digits}d} %"
    return f"{part}/{whole}"


def limit_text(limit: Limit) -> str:
    """Write a limit in per cent."""
    return f"{limit.part * 100 // limit.whole} %" if limit.part * 100 % limit.whole == 0 else f"{limit.part}/{limit.whole}"


def counted_text(one: RequirementStanding) -> str:
    """Write part and whole."""
    return f"{one.part:,} / {one.whole:,}"


def mark(one: RequirementStanding, standing: Standing | None = None) -> str:
    """Say in a word how one requirement stands; understood without colour."""
    if one.verdict is Verdict.NOT_ASSESSABLE:
        return "n/a"
    if one.verdict is Verdict.VIOLATED:
        return "OVER" + (f", {one.whole} only" if one.small_sample else "")
    return "near" if standing is Standing.AT_RISK and is_close(one) else "within"


def is_close(one: RequirementStanding) -> bool:
    """Say whether a complying requirement has used up four fifths of its limit."""
    return one.limit.part > 0 and one.whole > 0 and one.part * one.limit.whole * 5 >= 4 * one.limit.part * one.whole


def cure_text(one: RequirementStanding) -> str:
    """Say in calls what brings a violated requirement back, or how much room a kept one has."""
    if one.verdict is Verdict.VIOLATED and one.clause == "req-1":
        return f"{one.to_cure:,} more transmissions on these numbers bring it back, or releasing them"
    if one.verdict is Verdict.VIOLATED and one.to_cure is None:
        return "no number of further calls brings it back"
    if one.verdict is Verdict.VIOLATED:
        return f"{one.to_cure:,} further compliant calls bring it back within {limit_text(one.limit)}"
    if one.verdict is Verdict.COMPLIES and one.limit.part:
        return f"room for {one.room:,} more before a breach"
    return ""


def masked(number: str) -> str:
    """Show the last four digits of a number."""
    return "•" * max(len(number) - 4, 0) + number[-4:]


def sorted_accounts(accounts: tuple[AccountStanding, ...]) -> list[AccountStanding]:
    """Put the violated first, then those at risk, then the rest, each by name."""
    return sorted(accounts, key=lambda one: (WORST_FIRST.index(one.standing), one.name, one.account))


def summary(accounts: tuple[AccountStanding, ...]) -> str:
    """Say how many master accounts kept all requirements."""
    count = {word: sum(one.standing is word for one in accounts) for word in WORST_FIRST}
    parts = [f"{number} {word}" for word, number in count.items() if number]
    return f"{len(accounts)} master account{'s' if len(accounts) != 1 else ''}: " + (", ".join(parts) or "none")
