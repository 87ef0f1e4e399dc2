"""What do the heads make of a text: which of them ask for a person's look, and how loudly?"""

from dataclasses import dataclass
from typing import Final

from goodstanding.signals.profile import Profile
from goodstanding.signals.text.facts import Facts
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.heads.head import HEADS, Head
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.score import Score, Scorer
from goodstanding.signals.verdict import Hit, View

FEWEST: Final = 50  # points under which a head's opinion is not worth listing


@dataclass(frozen=True, slots=True)
class Known:
    """What an account's samples and reviews teach."""

    profile: Profile


class HeadJudge:
    """Judges texts by one model."""

    def __init__(self, model: Model) -> None:
        self._scorer = Scorer(model)

    def learn(self, profile: Profile) -> Known:
        """Return what an account's samples and reviews teach, to be made once for each account."""
        return Known(profile)

    def judge(self, body: str, folded: Folded, second: Folded | None, facts: Facts, known: Known | None) -> list[Hit]:  # noqa: ARG002
        """Return a hit for each head whose points are worth listing; the whole text is its place."""
        views = (folded.text,) if second is None else (folded.text, second.text)
        points = self._scorer.highest(body, views)
        if max(points) < FEWEST:
            return []
        return [_hit(head, weighed(head, given), len(body)) for head, given in zip(HEADS, points, strict=True) if given >= FEWEST]

    def scores(self, body: str, folded: Folded, second: Folded | None, known: Known | None) -> tuple[Score, ...]:  # noqa: ARG002
        """Return every head's score as named parts, for the view that gives it most."""
        views = (folded.text,) if second is None else (folded.text, second.text)
        found = [[self._scorer.explain(head.id, body, view) for view in views] for head in HEADS]
        return tuple(max(of_head, key=lambda score: score.points) for of_head in found)


def weighed(head: Head, points: int) -> int:
    """Return the points that a head's score comes to: its cap holds until it is sure."""
    return points if head.cap is None or points >= head.sure else min(points, head.cap)


def _hit(head: Head, points: int, end: int) -> Hit:
    return Hit(head.clause, head.signal, f"head/{head.id}", (0, end), View.FOLDED, points, head.why)
