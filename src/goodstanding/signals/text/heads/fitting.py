"""How do fitted weights become whole points, and which texts does each head learn from?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from goodstanding.signals.text.heads.features import NOT_LATIN
from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.rows import Label

_HUNDREDTHS_A_UNIT = 100 * 100  # a unit of margin is worth a hundred points
MOST_FEATURES = 26_000  # of one head, kept in the model: the strongest


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
class Lines:
    """The margins at which one head asks for review: of texts in Latin letters, and of others."""

    latin: float
    other: float


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


def mean(members: Sequence[tuple[Fitted, float]]) -> Fitted:
    """Return the weighted mean of fitted heads, which is a linear head again; the shares add up to one."""
    weights: dict[str, float] = {}
    for one, share in members:
        for name, weight in one.weights.items():
            weights[name] = weights.get(name, 0.0) + share * weight
    return Fitted(sum(one.start * share for one, share in members), weights)


def whole(fitted: Sequence[Fitted], lines: Sequence[Lines]) -> Model:
    """Return a model of whole numbers in which each head's lines lie at 100 points; the weakest features are dropped."""
    heads = list(zip(fitted, lines, strict=True))
    start = tuple(100 * LINE + round((one.start - line.latin) * _HUNDREDTHS_A_UNIT) for one, line in heads)
    table: dict[str, list[int]] = {NOT_LATIN: [0] * len(HEADS)}
    for at, (one, line) in enumerate(heads):
        for name, weight in _strongest(one.weights):
            table.setdefault(name, [0] * len(HEADS))[at] = round(weight * _HUNDREDTHS_A_UNIT)
        table[NOT_LATIN][at] += round((line.latin - line.other) * _HUNDREDTHS_A_UNIT)
    return Model(start, {name: tuple(own) for name, own in sorted(table.items()) if any(own)})


def _strongest(weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    ranked = sorted(weights.items(), key=lambda one: (-abs(one[1]), one[0]))
    yield from ranked[:MOST_FEATURES]
