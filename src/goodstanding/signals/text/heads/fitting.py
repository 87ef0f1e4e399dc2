"""How do fitted weights become whole points, and which texts does each head learn from?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.rows import Label

POINTS_A_UNIT = 100  # one unit of the machine's margin
MOST_FEATURES = 60_000  # kept in the shipped model: the strongest


@dataclass(frozen=True, slots=True)
class Fitted:
    """One head in floats: margin = start + the sum of weight times count."""

    start: float
    weights: Mapping[str, float]

    def margin(self, names: Mapping[str, int]) -> float:
        """Return how far a text lies on the positive side."""
        weights = self.weights
        return self.start + sum(weights[name] * count for name, count in names.items() if name in weights)


class Fitter(Protocol):
    """Fits one head; the engine behind it is for training only."""

    def fit(self, rows: Sequence[Mapping[str, int]], is_positive: Sequence[bool], weights: Sequence[float]) -> Fitted:
        """Return weights by which positive rows get high margins, the same every time."""
        ...


@dataclass(frozen=True, slots=True)
class Diet:
    """Which labels a head takes for itself, and which against; others it does not see."""

    positive: frozenset[Label]
    negative: frozenset[Label]


_HONEST = frozenset({Label.HONEST})
DIETS: Mapping[str, Diet] = {
    "spam": Diet(frozenset({Label.SPAM, Label.SCAM}), _HONEST),
    "scam": Diet(frozenset({Label.SCAM}), _HONEST),
    "abuse": Diet(frozenset({Label.ABUSE, Label.HATE}), frozenset({Label.HONEST, Label.SPAM, Label.SCAM})),
    "hate": Diet(frozenset({Label.HATE}), frozenset({Label.HONEST, Label.SPAM, Label.SCAM, Label.ABUSE})),
}


def whole(fitted: Sequence[Fitted], lines: Sequence[float]) -> Model:
    """Return a model of whole numbers in which each head's line lies at 100 points; the weakest features are dropped."""
    scale = 100 * POINTS_A_UNIT
    start = tuple(100 * LINE + round((one.start - line) * scale) for one, line in zip(fitted, lines, strict=True))
    table: dict[str, list[int]] = {}
    for at, one in enumerate(fitted):
        for name, weight in _strongest(one.weights):
            table.setdefault(name, [0] * len(HEADS))[at] = round(weight * scale)
    return Model(start, {name: tuple(own) for name, own in sorted(table.items()) if any(own)})


def _strongest(weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield a head's strongest features, the same in every run."""
    ranked = sorted(weights.items(), key=lambda one: (-abs(one[1]), one[0]))
    yield from ranked[:MOST_FEATURES]
