from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.features import names_of
from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.model import load
from goodstanding.signals.text.heads.score import Scorer
from signals.text.heads.heads_builders import a_model, a_scorer

MODEL = load()
SHIPPED, FRESH = Scorer(MODEL), Scorer(MODEL)
some_words = st.lists(st.sampled_from(["win", "call", "now", "free", "call now", "win!", "0800", "ok"]), max_size=12).map(" ".join)


def test_points_are_the_start_and_what_words_pairs_and_facts_carry() -> None:
    assert a_scorer(win=40, now=5).points("win call now", "win call now") == (10 + 40 + 5 + 20 - 3, 5, 0, 0)


def test_a_word_said_twice_counts_once() -> None:
    scorer = a_scorer(win=40)
    assert scorer.points("win win win", "win win win") == scorer.points("win", "win")


@given(some_words)
def test_parts_add_up_to_the_points(text: str) -> None:
    for at, head in enumerate(HEADS):
        score = SHIPPED.explain(head.id, text, text)
        assert score.points == sum(part.points for part in score.parts) == SHIPPED.points(text, text)[at]


@given(some_words)
def test_what_training_counts_is_what_scoring_adds_but_for_rounding(text: str) -> None:
    model = a_model(win=37, call=11, free=-8, ok=3)
    names = names_of(text, text)
    exact = model.start[0] + sum(model.weights[name][0] * count for name, count in names.items() if name in model.weights)
    assert abs(100 * Scorer(model).points(text, text)[0] - exact) <= 50 * (len(names) + 1)


@given(st.text(max_size=200))
def test_scoring_remembers_without_changing_its_mind(text: str) -> None:
    folded = fold(text).text
    assert SHIPPED.points(text, folded) == SHIPPED.points(text, folded) == FRESH.points(text, folded)


def test_the_view_that_gives_most_counts() -> None:
    assert a_scorer(win=40).highest("w!n", ["w!n", "win"]) == a_scorer(win=40).points("win", "win")


def test_one_word_cannot_carry_more_than_the_line() -> None:
    assert a_scorer(win=9000).points("win", "win")[0] == 10 + LINE - 3


def test_a_long_text_and_one_huge_word_are_bounded() -> None:
    for text in ("win " * 400_000, "a" * 1_000_000, "é" * 10_000):
        assert all(abs(points) < 2_000_000 for points in SHIPPED.points(text, text))


def test_the_shipped_model_knows_a_scam_from_a_code() -> None:
    scam = "urgent! you have won a £1000 prize. call 09015550100 now to claim"
    code = "your code is 123456. it expires in 10 minutes. do not share it with anyone."
    assert SHIPPED.points(scam, scam)[0] >= LINE > max(SHIPPED.points(code, code))


def test_hate_stays_under_the_line_until_it_is_sure() -> None:
    hate = HEADS[3]
    assert hate.given(150) < LINE <= hate.given(hate.sure)
