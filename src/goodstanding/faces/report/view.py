"""What does the page say of one account and each of its requirements? Words are ready before the page is laid out."""

from dataclasses import dataclass

from goodstanding.faces.report import explain, words
from goodstanding.faces.report.charts import MOST_SLICES, Drawing, bullet, stack
from goodstanding.measures.readings import reading_text
from goodstanding.measures.standing import AccountStanding, RequirementStanding, Standing, Verdict
from goodstanding.measures.words import limit_text, range_text, share_text
from goodstanding.policy.clause import Limit

SHADES = {"OVER": "over", "near": "near", "within": "within", "n/a": "none"}
STANDING_SHADES = {
    Standing.VIOLATED: "over",
    Standing.AT_RISK: "near",
    Standing.GOOD: "within",
    Standing.NOT_ASSESSABLE: "none",
}
MOST_NUMBERS = 60
MOST_SHARES = 40
NO_DRAWING = Drawing()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: a name, what it counts, and in which shade."""

    name: str
    counts: str
    part: str
    whole: str
    share: str
    word: str
    shade: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One requirement, in words and drawings.

    say      sentences that belong beside the verdict
    counted  how it was counted, how sure it is, and what lies on the edge
    """

    clause: str
    title: str
    allowed: str
    share: str
    part: str
    whole: str
    word: str
    shade: str
    chart: Drawing
    say: tuple[str, ...]
    pace: Line | None
    pace_words: str
    counted: str
    drawn_shares: Drawing
    shares: tuple[Line, ...]
    more_shares: int
    numbers: str
    readings: tuple[Line, ...]
    evidence: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """One account: what was counted of it, and the clauses that nothing was counted for."""

    id: str
    account: str
    name: str
    standing: str
    shade: str
    is_urgent: bool
    cells: tuple[tuple[str, str, str], ...]
    requirements: tuple[Shown, ...]
    uncounted: tuple[str, ...]
    has_requirements: bool


def shown_account(account: AccountStanding, place: str, *, full_numbers: bool) -> ShownAccount:
    """Put one account in words; `place` is its id on the page."""
    marks = {one.clause: words.mark(one, account) for one in account.requirements}
    return ShownAccount(
        id=place,
        account="" if account.account == account.name else words.visible(account.account),
        name=words.visible(account.name),
        standing=str(account.standing),
        shade=STANDING_SHADES[account.standing],
        is_urgent=account.standing in {Standing.VIOLATED, Standing.AT_RISK},
        cells=tuple(_cell(one, marks[one.clause]) for one in account.requirements),
        requirements=tuple(shown(one, marks[one.clause], full_numbers=full_numbers) for one in account.requirements if one.whole),
        uncounted=tuple(_uncounted(one) for one in account.requirements if not one.whole),
        has_requirements=bool(account.requirements),
    )


def _cell(one: RequirementStanding, word: str) -> tuple[str, str, str]:
    share = share_text(one.part, one.whole, one.limit)
    return share, "" if word == "within" else SHADES[word], word if word == "OVER" else ""


def _uncounted(one: RequirementStanding) -> str:
    held = explain.not_assessed_text(one)
    return words.title_of(one.clause) + (f" ({held})" if held else "")


def shown(one: RequirementStanding, word: str, *, full_numbers: bool) -> Shown:
    """Put one requirement in words."""
    return Shown(
        clause=one.clause,
        title=words.title_of(one.clause).capitalize(),
        allowed=f"at most {_tight(limit_text(one.limit))}" if one.limit.part else "none allowed",
        share=_tight(share_text(one.part, one.whole, one.limit)),
        part=f"{one.part:,}",
        whole=f"{one.whole:,}",
        word=word,
        shade=SHADES[word],
        chart=bullet(one, SHADES[word]),
        say=_say(one, word),
        pace=_pace(one),
        pace_words=sentence(explain.pace_text(one)),
        counted=_counted(one),
        drawn_shares=stack(one.shares) if len(one.shares) > 1 else NO_DRAWING,
        shares=_shares(one),
        more_shares=max(len(one.shares) - MOST_SHARES, 0),
        numbers=_numbers(one, full=full_numbers),
        readings=_readings(one),
        evidence=words.plural(one.evidence.records, "number" if one.numbers is not None else "record"),
        sha256=one.evidence.sha256,
    )


def _say(one: RequirementStanding, word: str) -> tuple[str, ...]:
    if word == "within":
        return ()
    said = [words.cure_text(one), explain.contributors_text(one)]
    if word == "OVER":
        said.insert(1, explain.small_sample_text(one))
    return tuple(sentence(each) for each in said if each)


def _counted(one: RequirementStanding) -> str:
    sure = f"95 % interval {range_text(one.interval)}" if one.numbers is None else ""
    room = words.cure_text(one) if one.verdict is Verdict.COMPLIES else ""
    counts = f"counted as {one.reading}: {reading_text(one.clause, one.reading)}"
    said = [counts, sure, room, explain.edge_text(one), explain.not_assessed_text(one)]
    return " ".join(sentence(each) for each in said if each)


def _numbers(one: RequirementStanding, *, full: bool) -> str:
    numbers = one.numbers or ()
    listed = [f"{words.number_text(held.number, full=full)} ({held.transmissions:,})" for held in numbers[:MOST_NUMBERS]]
    rest = len(numbers) - MOST_NUMBERS
    return ", ".join(listed) + (f", and {rest:,} more" if rest > 0 else "")


def _shares(one: RequirementStanding) -> tuple[Line, ...]:
    if len(one.shares) < 2:
        return ()
    return tuple(
        _line(words.visible(share.account), "", (share.part, share.whole, one.limit), "", f"s{min(place, MOST_SLICES)}")
        for place, share in enumerate(one.shares[:MOST_SHARES])
    )


def _readings(one: RequirementStanding) -> tuple[Line, ...]:
    lines = []
    for other in one.readings:
        word = words.verdict_word(other.verdict)
        counts = reading_text(one.clause, other.reading)
        lines.append(_line(other.reading, counts, (other.part, other.whole, one.limit), word, SHADES[word]))
    return tuple(lines)


def _pace(one: RequirementStanding) -> Line | None:
    if one.pace is None or one.pace.whole == 0:
        return None
    word = words.verdict_word(one.pace.verdict)
    return _line("", "", (one.pace.part, one.pace.whole, one.limit), word, SHADES[word])


def _line(name: str, counts: str, counted: tuple[int, int, Limit], word: str, shade: str) -> Line:
    part, whole, limit = counted
    return Line(name, counts, f"{part:,}", f"{whole:,}", _tight(share_text(part, whole, limit)), word, shade)


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    return _tight(text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")) if text else ""


def _tight(text: str) -> str:
    """Keep a number and its sign on one line."""
    return text.replace(" %", "\u00a0%")
