from collections.abc import Mapping, Sequence
from functools import cache

from goodstanding.engines.training.linear import LinearFitter
from goodstanding.flows.measure_heads import by_account, left_out, measure, under_attack, unseen
from goodstanding.flows.model_card import Findings, Source, card
from goodstanding.flows.train_heads import MADE_UP, Trained, train_heads
from goodstanding.progress import Silent
from goodstanding.signals.text.heads.fitting import Fitted
from goodstanding.signals.text.heads.model import write
from goodstanding.signals.text.heads.rows import Label, Row, Traffic
from signals.text.heads.heads_builders import a_row

_HONEST = ("see you at the", "are you coming to the", "thanks for the", "meet me by the", "i left my bag at the")
_SPAM = ("win cash now at the", "claim your free prize from the", "free ringtone offer of the", "you won the")
_SCAM = ("your account is locked verify at the", "pay the customs fee now to the", "urgent confirm your card with the")
_PLACES = ("park", "school", "harbour", "library", "station", "bakery", "market", "museum", "pool", "tower", "bridge", "garden")


class Knowing:
    """Fits without a machine: words of the positive rows only."""

    def fit(self, rows: Sequence[Mapping[str, int]], is_positive: Sequence[bool], weights: Sequence[float]) -> Fitted:
        good = {name for row, bad in zip(rows, is_positive, strict=True) if not bad for name in row}
        bad = {name for row, bad in zip(rows, is_positive, strict=True) if bad for name in row}
        assert len(weights) == len(rows)
        return Fitted(-0.5, dict.fromkeys(bad - good, 0.1) | dict.fromkeys(good - bad, -0.05))


def rows() -> list[Row]:
    kinds = ((Label.HONEST, _HONEST), (Label.SPAM, _SPAM), (Label.SCAM, _SCAM))
    real = [a_row(f"{words} {place}", label) for label, openings in kinds for words in openings for place in _PLACES]
    business = [a_row(f"Reminder: your visit to the {place} is at 9", Label.HONEST, Traffic.BUSINESS, MADE_UP) for place in _PLACES]
    return [*real, *business]


@cache
def trained() -> Trained:
    return train_heads(rows(), Knowing())


def test_every_template_is_scored_once_by_a_model_that_had_not_seen_it() -> None:
    assert len(trained().tried) == len(rows())
    assert {one.fold for one in trained().tried} == set(range(5))


def test_training_twice_gives_the_same_model_in_any_order_of_rows() -> None:
    again = train_heads(list(reversed(rows())), LinearFitter(), parts=2)
    assert write(again.model) == write(train_heads(rows(), LinearFitter(), parts=2).model)


def test_a_fitted_machine_knows_spam_it_has_not_seen() -> None:
    (person, _) = measure(train_heads(rows(), LinearFitter(), parts=2))
    assert person.f1 is not None
    assert person.f1 > 9000


def test_heads_without_texts_to_learn_from_stay_silent() -> None:
    assert all(one.points[2] < 100 and one.points[3] < 100 for one in trained().tried)


def test_figures_count_templates_by_source_and_label() -> None:
    (person, business) = measure(trained())
    counts = {figure.name: figure.of for figure in person.figures}
    assert counts["honest: for review as spam or scam"] == len(_HONEST) * len(_PLACES)
    assert counts["scam: scam head"] == len(_SCAM) * len(_PLACES)
    assert business.f1 is None


def test_an_attack_that_changes_nothing_costs_nothing_and_one_that_erases_costs_all() -> None:
    plain, same, erased = under_attack(trained(), {"nothing": lambda text: text, "erase": lambda _: "ok"})
    assert plain.hits == same.hits > 0
    assert erased.hits == 0


def test_a_source_left_out_is_scored_by_a_model_of_the_others() -> None:
    others = [
        a_row(f"{words} {place}", Label.SPAM, source="elsewhere") for words in ("win cash", "free prize") for place in _PLACES
    ]
    (quality,) = left_out([*rows(), *others], Knowing(), ["elsewhere"], Silent())
    assert (quality.source, quality.figures[0].of) == ("elsewhere", len(others))


def test_samples_of_an_account_can_only_lessen_alarms() -> None:
    own = [a_row(f"{words} {place}", Label.HONEST) for place in _PLACES for words in (_HONEST[0], _SPAM[0])]
    without, settled = by_account(trained(), {"made-up-1": own}, samples=4)
    assert without.of == settled.of == len(own) - 4
    assert settled.hits < without.hits


def test_the_card_names_data_licences_figures_and_blind_spots() -> None:
    one = Source("made-up-set", "A made-up set", "MIT", "nobody", 12, "training")
    quality = measure(trained())
    page = card([one], Findings(quality, [], quality, [], [unseen(trained().model, "A test", rows())]))
    for words in ("A made-up set", "MIT", "nobody", "95 % interval", "## Blind spots", "### A test", "use-11"):
        assert words in page
    assert not [line for line in page.splitlines() if line != line.rstrip()]
