from goodstanding.engines.training.linear import FEWEST_TEXTS, LinearFitter

ROWS = [{"win": 1, "x": 1}, {"win": 2}, {"win": 1, "ok": 1}, {"ok": 1}, {"ok": 2}, {"ok": 1, "once": 1}]
BAD = [True, True, True, False, False, False]


def test_words_of_positive_rows_get_weight_and_rare_ones_none() -> None:
    fitted = LinearFitter().fit(ROWS, BAD, [1.0] * 6)
    assert fitted.weights["win"] > 0 > fitted.weights["ok"]
    assert "once" not in fitted.weights
    assert FEWEST_TEXTS > 1


def test_the_order_of_features_changes_nothing() -> None:
    turned = [dict(reversed(row.items())) for row in ROWS]
    assert LinearFitter().fit(turned, BAD, [1.0] * 6) == LinearFitter().fit(ROWS, BAD, [1.0] * 6)
