import pytest

from goodstanding.signals.text.heads.features import NOT_LATIN
from goodstanding.signals.text.heads.fitting import DIETS, Fitted, Lines, mean, whole
from goodstanding.signals.text.heads.head import HEADS
from goodstanding.signals.text.heads.rows import Label


def test_the_line_of_each_head_lies_at_a_hundred_points() -> None:
    fitted = [Fitted(-0.5, {"win": 1.2}), Fitted(0.0, {}), Fitted(0.0, {}), Fitted(0.0, {})]
    model = whole(fitted, [Lines(0.7, 0.4), *[Lines(0.0, 0.0)] * 3])
    assert model.start[0] + model.weights["win"][0] == 100 * 100
    assert model.weights[NOT_LATIN][0] == 3000
    assert model.start[1:] == (10_000, 10_000, 10_000)


def test_features_that_carry_nothing_are_left_out() -> None:
    assert whole([Fitted(0.0, {"x": 0.000001})] * 4, [Lines(0.0, 0.0)] * 4).weights == {}


def test_the_mean_of_two_heads_is_a_head() -> None:
    both = mean([(Fitted(1.0, {"a": 1.0}), 0.5), (Fitted(0.0, {"a": 2.0, "b": 4.0}), 0.5)])
    assert both.margin({"a": 2, "b": 1}) == pytest.approx(0.5 + 3.0 + 2.0)


def test_every_head_has_a_diet_and_none_takes_a_label_for_and_against() -> None:
    assert set(DIETS) == {head.id for head in HEADS}
    assert all(not diet.positive & diet.negative and Label.HONEST in diet.negative for diet in DIETS.values())
