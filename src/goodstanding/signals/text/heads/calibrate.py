"""Where does each head's line lie? As low as honest texts allow, chosen on texts the fitted weights have not seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodstanding.signals.text.heads.fitting import Lines
from goodstanding.signals.text.heads.rows import Label, Row, Traffic


@dataclass(frozen=True, slots=True)
class Allowed:
    """How many honest texts in a thousand may reach the line, by who writes them; business is split by alphabet.

    spare  margin on top, for heads whose alarms on honest texts are too few to count on
    """

    person: int
    business: int
    business_other: int
    spare: float = 0.0


ALLOWED = {
    "spam": Allowed(person=4, business=45, business_other=36),
    "scam": Allowed(person=1, business=15, business_other=15),
    "abuse": Allowed(person=1, business=1, business_other=1, spare=0.08),
    "hate": Allowed(person=1, business=1, business_other=1, spare=0.08),
}

LOWEST = -0.3  # the margin below which no line may lie, however easy the texts: what says nothing must not reach it


@dataclass(frozen=True, slots=True)
class Judged:
    """One row with a head's margin, given by weights that had not seen the row's group."""

    row: Row
    margin: float
    is_latin: bool


def choose_lines(judged: Sequence[Judged], allowed: Allowed) -> Lines:
    """Return the lowest lines that keep honest texts of every kind below what is allowed."""
    honest = [one for one in judged if one.row.label is Label.HONEST]
    person = [one.margin for one in honest if one.row.traffic is Traffic.PERSON]
    latin = [one.margin for one in honest if one.row.traffic is Traffic.BUSINESS and one.is_latin]
    other = [one.margin for one in honest if one.row.traffic is Traffic.BUSINESS and not one.is_latin]
    line = max(LOWEST, _lowest(person, allowed.person), _lowest(latin, allowed.business))
    apart = max(LOWEST, _lowest(other, allowed.business_other)) if other else line
    return Lines(line + allowed.spare, apart + allowed.spare)


def _lowest(margins: Sequence[float], allowed: int) -> float:
    """Return the lowest line that at most so many in a thousand reach."""
    if not margins:
        return float("-inf")
    ranked = sorted(margins, reverse=True)
    over = len(ranked) * allowed // 1000
    return ranked[over] + 1e-6 if over < len(ranked) else ranked[-1]
