"""How well do the heads do on texts they had not seen: by source, under attack, and by head?

A text counts as caught when the spam or the scam head reaches the line, in any view. Every text is one template.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodstanding.flows.train_heads import Trained, Tried, points_of, train_heads
from goodstanding.progress import Progress
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.baseline import learn, settle
from goodstanding.signals.text.heads.figures import Figure, f1, recall_at
from goodstanding.signals.text.heads.fitting import Fitter
from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.rows import Label, Row, distinct, fold_of
from goodstanding.signals.text.heads.score import Points, Scorer

UNWANTED = (0, 1)  # places of the spam and the scam head
_PLACES = {head.id: (at,) for at, head in enumerate(HEADS)}
Attack = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Quality:
    """What one source's texts say of the heads together; f1 in ten-thousandths, None for a source of one kind."""

    source: str
    f1: int | None
    figures: tuple[Figure, ...]


def measure(trained: Trained) -> tuple[Quality, ...]:
    """Return the figures of every source, from the points each row got from a model that had not seen its template."""
    sources = dict.fromkeys(one.row.source for one in trained.tried)
    return tuple(_quality(source, [one for one in trained.tried if one.row.source == source]) for source in sources)


def under_attack(trained: Trained, attacks: Mapping[str, Attack]) -> tuple[Figure, ...]:
    """Return the share of unwanted texts in Latin letters that are caught plainly, and after each attack."""
    bad = [one for one in trained.tried if one.row.label in {Label.SPAM, Label.SCAM} and _is_mostly_ascii(one.row.text)]
    scorers = [Scorer(model) for model in trained.by_fold]
    figures = [_caught("no attack", (one.points for one in bad))]
    for name, attack in attacks.items():
        figures.append(_caught(name, (points_of(scorers[one.fold], attack(one.row.text)) for one in bad)))
    return tuple(figures)


def left_out(rows: Sequence[Row], fitter: Fitter, sources: Iterable[str], progress: Progress) -> Iterator[Quality]:
    """Yield the figures of each source for a model trained on all the others, lines and all: how well it generalises.

    Templates that several sources share are given to the first of them before any is left out, so none teaches its own test.
    """
    known = list(distinct(rows))
    for source in sources:
        progress.stage(f"training without {source}", rows=len(known))
        scorer = Scorer(train_heads([row for row in known if row.source != source], fitter, parts=2).model)
        own = [row for row in known if row.source == source]
        yield _quality(source, [Tried(row, 0, points_of(scorer, row.text)) for row in own])


def unseen(model: Model, name: str, rows: Sequence[Row]) -> Quality:
    """Return the figures of a data set that was never trained on."""
    scorer = Scorer(model)
    return _quality(name, [Tried(row, 0, points_of(scorer, row.text)) for row in distinct(rows)])


def by_account(trained: Trained, accounts: Mapping[str, Sequence[Row]], samples: int = 50) -> tuple[Figure, Figure]:
    """Return the alarms on honest texts of accounts: without samples, and with each account's first fifty registered.

    A text is scored by a model whose training held no text of its wording.
    """
    scorers = [Scorer(model) for model in trained.by_fold]
    without: list[Points] = []
    settled: list[Points] = []
    for account, rows in accounts.items():
        baseline = learn(Profile(account, samples=tuple(row.text for row in rows[:samples])))
        for row in rows[samples:]:
            scorer, folded = scorers[fold_of(row.group, len(scorers))], fold(row.text).text
            without.append(scorer.points(row.text, folded))
            settled.append(without[-1] if baseline is None else settle(baseline, scorer, row.text, folded))
    return _caught("honest: without samples", without), _caught(f"honest: with {samples} samples", settled)


def _quality(source: str, tried: Sequence[Tried]) -> Quality:
    figures: list[Figure] = []
    for label in Label:
        own = [one.points for one in tried if one.row.label is label]
        if not own:
            continue
        figures.append(_caught(f"{label}: for review as spam or scam", own))
        figures += [_caught(f"{label}: {name} head", own, places) for name, places in _PLACES.items() if _speaks(name, label)]
    bad = [one.row.label in {Label.SPAM, Label.SCAM} for one in tried]
    if not any(bad) or all(bad):
        return Quality(source, None, tuple(figures))
    figures.append(recall_at([max(one.points[at] for at in UNWANTED) for one in tried], bad))
    alarms = [_is_alarm(one.points) for one in tried]
    caught = sum(alarm and is_bad for alarm, is_bad in zip(alarms, bad, strict=True))
    figures.append(Figure("precision", caught, sum(alarms)))
    return Quality(source, round(10_000 * f1(caught, sum(alarms), sum(bad))), tuple(figures))


def _speaks(head: str, label: Label) -> bool:
    """Say whether a head's share is worth a line: of honest texts, and of those it is there for."""
    return label is Label.HONEST or head == label or (head in {"abuse", "hate"} and label in {Label.ABUSE, Label.HATE})


def _caught(name: str, points: Iterable[Points], places: Sequence[int] = UNWANTED) -> Figure:
    alarms = [_is_alarm(one, places) for one in points]
    return Figure(name, sum(alarms), len(alarms))


def _is_alarm(points: Points, places: Sequence[int] = UNWANTED) -> bool:
    return any(HEADS[at].given(points[at]) >= LINE for at in places)


def _is_mostly_ascii(text: str) -> bool:
    return sum(map(str.isascii, text)) * 10 > len(text) * 9
