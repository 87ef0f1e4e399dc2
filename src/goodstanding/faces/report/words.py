"""How is each number, share and standing put in words, the same in every view?"""

from typing import Final

from goodstanding.measures.standing import AccountStanding, MonthStanding, RequirementStanding, Standing, Verdict
from goodstanding.measures.words import limit_text
from goodstanding.policy.clause import Limit

TITLES: Final = {
    "req-1": "little-used numbers",
    "req-2": "short outbound calls",
    "req-3": "short toll-free calls",
    "req-4": "unanswered toll-free",
}
WORST_FIRST: Final = (Standing.VIOLATED, Standing.AT_RISK, Standing.GOOD, Standing.NOT_ASSESSABLE)
NEAR: Final = Limit(4, 5)
PERSON_DECIDES: Final = "Verdicts are counts; whether the policy was violated, a person determines."


def counted_text(one: RequirementStanding) -> str:
    """Write part and whole."""
    return f"{one.part:,} / {one.whole:,}"


def title_of(clause: str) -> str:
    """Name a requirement in a few words; a clause without any is named by its id."""
    return TITLES.get(clause, clause)


def counted_things(one: RequirementStanding) -> str:
    """Name what a requirement counts."""
    return "numbers" if one.numbers is not None else "calls"


def verdict_word(verdict: Verdict) -> str:
    """Say a verdict in the word of the tables."""
    return {Verdict.VIOLATED: "OVER", Verdict.COMPLIES: "within", Verdict.NOT_ASSESSABLE: "n/a"}[verdict]


def mark(one: RequirementStanding, account: AccountStanding) -> str:
    """Say in a word how one requirement stands, understood without colour: OVER, near, within or n/a."""
    if one.verdict is Verdict.COMPLIES and account.standing is not Standing.GOOD and (is_close(one) or _is_closest(one, account)):
        return "near"
    return verdict_word(one.verdict)


def is_close(one: RequirementStanding) -> bool:
    """Say whether a requirement has used up four fifths of its limit."""
    return (
        one.limit.part > 0 and one.whole > 0 and one.part * one.limit.whole * NEAR.whole >= NEAR.part * one.limit.part * one.whole
    )


def _is_closest(one: RequirementStanding, account: AccountStanding) -> bool:
    """Find what puts an account at risk when its edition calls it near before four fifths of a limit."""
    if account.standing is not Standing.AT_RISK or any(is_close(other) for other in account.requirements):
        return False
    assessed = [other for other in account.requirements if other.limit.part and other.whole]
    return one in assessed and all(
        one.part * one.limit.whole * other.limit.part * other.whole >= other.part * other.limit.whole * one.limit.part * one.whole
        for other in assessed
    )


def cure_text(one: RequirementStanding) -> str:
    """Say in calls what brings a violated requirement back, or how much room a kept one has."""
    if one.verdict is Verdict.VIOLATED:
        return _back_text(one)
    if one.verdict is Verdict.COMPLIES and one.limit.part:
        return f"room for {one.room:,} more before a breach" if one.room else "no room left: one more is a breach"
    return ""


def _back_text(one: RequirementStanding) -> str:
    if one.to_cure is None:
        return f"no number of further {counted_things(one)} brings it back"
    if one.numbers is not None:
        return f"{plural(one.to_cure, 'more transmission')} on these numbers would have been enough; so would releasing them"
    calls = "further call that complies brings" if one.to_cure == 1 else "further calls that comply bring"
    return f"{one.to_cure:,} {calls} it back within {limit_text(one.limit)}"


def plural(count: int, word: str) -> str:
    """Write a count and its word."""
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def number_text(number: str, *, full: bool) -> str:
    """Show a phone number in full, or its last four digits only."""
    return number if full else "••" + number[-4:]


def visible(text: str) -> str:
    """Make a name safe to show: what cannot be printed (escapes, line feeds, direction marks) shows as a mark."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else "�" for letter in text)


def sorted_accounts(accounts: tuple[AccountStanding, ...]) -> list[AccountStanding]:
    """Put the violated first, then those at risk, then the rest, each by name."""
    return sorted(accounts, key=lambda one: (WORST_FIRST.index(one.standing), one.name.casefold(), one.account))


def reconciled(month: MonthStanding) -> str:
    """Say how the month's rows became calls."""
    return (
        f"{plural(month.rows, 'row')} are {plural(month.calls, 'call')}; {month.unanswered:,} of {month.calls:,} went unanswered, "
        f"counted per call. {plural(month.messages, 'message')}."
    )


def summary(accounts: tuple[AccountStanding, ...]) -> str:
    """Count the master accounts by their standing."""
    parts = [f"{number} {word}" for word, number in tally(accounts) if number]
    return f"{plural(len(accounts), 'master account')}: " + (", ".join(parts) or "none")


def tally(accounts: tuple[AccountStanding, ...]) -> list[tuple[Standing, int]]:
    """Count accounts by standing, the worst first."""
    return [(word, sum(one.standing is word for one in accounts)) for word in WORST_FIRST]


def kept_text(accounts: tuple[AccountStanding, ...]) -> str:
    """Say how many master accounts kept every requirement that could be assessed."""
    assessed = [one for one in accounts if one.standing is not Standing.NOT_ASSESSABLE]
    kept = sum(one.standing is not Standing.VIOLATED for one in assessed)
    if not assessed:
        return "No master account could be assessed."
    return f"{kept:,} of {plural(len(assessed), 'assessed master account')} kept every requirement that could be counted."
