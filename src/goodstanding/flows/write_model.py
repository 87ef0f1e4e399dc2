"""How does a set of labelled texts become a model file and the card that tells of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodstanding.flows.measure_heads import Attack, by_account, left_out, measure, under_attack, unseen
from goodstanding.flows.model_card import Findings, Source, card
from goodstanding.flows.train_heads import MADE_UP, Trained, train_heads
from goodstanding.progress import Progress
from goodstanding.signals.text.heads.fitting import Fitter
from goodstanding.signals.text.heads.model import write
from goodstanding.signals.text.heads.rows import DataSet, Label, Row


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What is made up for training and for measuring.

    rows      labelled texts to train on, beside the data sets
    attacks   ways to disguise a text, by name
    accounts  honest texts of made-up accounts, in the order they were sent
    """

    rows: Sequence[Row]
    attacks: Mapping[str, Attack]
    accounts: Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Written:
    """The model's file and its card, and how many texts it was trained on."""

    model: str
    card: str
    texts: int


def write_model(sets: Sequence[DataSet], made_up: MadeUp, fitter: Fitter, *, each_left_out: bool, progress: Progress) -> Written:
    """Train on the sets and on made-up texts, measure by cross-validation, and write both files; the same input, the same bytes.

    each_left_out  train once more without each set that holds spam or scams, and measure on it: what to expect of other texts
    """
    used = [one for one in sets if not one.is_test]
    rows = [row for one in used for row in one.rows] + list(made_up.rows)
    trained = train_heads(rows, fitter, progress)
    progress.stage("measuring", rows=len(trained.tried))
    names = [one.id for one in used if _holds_unwanted(one)] if each_left_out else []
    findings = Findings(
        quality=measure(trained),
        attacks=under_attack(trained, made_up.attacks),
        left_out=list(left_out(rows, fitter, names, progress)),
        accounts=by_account(trained, made_up.accounts),
        tests=[unseen(trained.model, one.title, one.rows) for one in sets if one.is_test],
    )
    return Written(write(trained.model), card(_sources(sets, trained), findings), len(trained.tried))


def _holds_unwanted(one: DataSet) -> bool:
    return any(row.label in {Label.SPAM, Label.SCAM} for row in one.rows)


def _sources(sets: Sequence[DataSet], trained: Trained) -> list[Source]:
    def seen(name: str) -> int:
        return sum(one.row.source == name for one in trained.tried)

    told = [
        Source(
            one.id,
            one.title,
            one.licence,
            one.attribution,
            len(one.rows) if one.is_test else seen(one.id),
            "testing only" if one.is_test else "training",
        )
        for one in sets
    ]
    made = Source(MADE_UP, "Made-up business texts and their evil twins", "Apache-2.0", "this project", seen(MADE_UP), "training")
    return [*told, made]
