"""How are the heads trained, and how well do they do on texts they have not seen?

Rows are split by template into five folds. For each fold the heads are fitted on the other four, their lines chosen from
margins of those four, made whole, and the fold is scored by what would ship: the same weights, views and code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodstanding.progress import Progress, Silent
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.calibrate import ALLOWED, Judged, choose_lines
from goodstanding.signals.text.heads.features import NOT_LATIN, names_of
from goodstanding.signals.text.heads.fitting import DIETS, Fitted, Fitter, Lines, mean, whole
from goodstanding.signals.text.heads.head import HEADS
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.rows import Row, distinct, fold_of
from goodstanding.signals.text.heads.score import Points, Scorer
from goodstanding.signals.text.spaced import spaced, views_of

FOLDS = 5
MADE_UP = "made-up"
SHARE_WITHOUT_MADE_UP = 0.5  # of the mean of two machines: one sees the made-up texts, one does not


@dataclass(frozen=True, slots=True)
class Read:
    """A row with the features of its folded text."""

    row: Row
    folded: str
    names: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tried:
    """A row with the points it got from a model that had not seen its template."""

    row: Row
    fold: int
    points: Points


@dataclass(frozen=True, slots=True)
class Trained:
    """The model that ships, each row's points from cross-validation, and the models of the folds, to attack."""

    model: Model
    tried: tuple[Tried, ...]
    by_fold: tuple[Model, ...]


def train_heads(rows: Sequence[Row], fitter: Fitter, progress: Progress | None = None, *, parts: int = FOLDS) -> Trained:
    """Return a model trained on every row, with what its like did on rows held out."""
    say = progress or Silent()
    say.stage("reading features", rows=len(rows))
    known = [read(row) for row in distinct(rows)]
    folds = [fold_of(one.row.group, parts) for one in known]
    fitted: list[Sequence[Fitted]] = []
    for held in range(parts):
        say.stage(f"fitting without fold {held + 1} of {parts}", rows=len(known))
        fitted.append(fit(pick(known, folds, held, inside=False), fitter))
    judged = [
        [
            Judged(one.row, fitted[at][head].margin(one.names), NOT_LATIN not in one.names)
            for one, at in zip(known, folds, strict=True)
        ]
        for head in range(len(HEADS))
    ]
    models = tuple(whole(fitted[held], _lines(judged, folds, held)) for held in range(parts))
    scorers = [Scorer(model) for model in models]
    say.stage("scoring what was held out", rows=len(known))
    tried = tuple(Tried(one.row, at, points_of(scorers[at], one.row.text)) for one, at in zip(known, folds, strict=True))
    say.stage("fitting on everything", rows=len(known))
    return Trained(whole(fit(known, fitter), _lines(judged, folds, None)), tried, models)


def read(row: Row) -> Read:
    """Fold a row's text and name its features."""
    folded = fold(row.text).text
    return Read(row, folded, names_of(row.text, folded))


def fit(known: Sequence[Read], fitter: Fitter) -> Sequence[Fitted]:
    """Fit every head: the mean of a machine that sees the made-up texts and one that does not."""
    real = [one for one in known if one.row.source != MADE_UP]
    both = len(real) not in {0, len(known)}
    fitted: list[Fitted] = []
    for head in HEADS:
        everything = _fit_one(head.id, known, fitter)
        members = [(everything, 1.0)]
        if both and head.id in {"spam", "scam"}:
            members = [(everything, 1 - SHARE_WITHOUT_MADE_UP), (_fit_one(head.id, real, fitter), SHARE_WITHOUT_MADE_UP)]
        fitted.append(mean(members))
    return fitted


def points_of(scorer: Scorer, text: str) -> Points:
    """Return the points of a text as screening would: the highest of its views."""
    folded = fold(text)
    return scorer.highest(text, [view.text for view in views_of(folded, spaced(folded)).values()])


def pick(known: Sequence[Read], folds: Sequence[int], held: int, *, inside: bool) -> list[Read]:
    """Return the rows inside a fold, or those outside it."""
    return [one for one, at in zip(known, folds, strict=True) if (at == held) is inside]


def _fit_one(head: str, known: Sequence[Read], fitter: Fitter) -> Fitted:
    diet = DIETS[head]
    used = [one for one in known if one.row.label in diet.positive | diet.negative]
    is_positive = [one.row.label in diet.positive for one in used]
    if not 0 < sum(is_positive) < len(used):
        return Fitted(-1.0, {})
    return fitter.fit([one.names for one in used], is_positive, [one.row.weight for one in used])


def _lines(judged: Sequence[Sequence[Judged]], folds: Sequence[int], held: int | None) -> list[Lines]:
    return [
        choose_lines([one for one, at in zip(judged[place], folds, strict=True) if at != held], ALLOWED[head.id])
        for place, head in enumerate(HEADS)
    ]
