from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.baseline import learn
from goodstanding.signals.text.heads.judge import hits_of
from goodstanding.signals.text.spaced import spaced
from goodstanding.signals.verdict import Hit, View
from signals.text.heads.heads_builders import a_profile, a_scorer

SCORER = a_scorer(win=60, prize=50)


def hits(text: str, *samples: str) -> list[Hit]:
    folded = fold(text)
    return list(hits_of(SCORER, text, folded, spaced(folded), learn(a_profile(*samples))))


def test_a_hit_lies_where_the_strongest_part_stands_in_the_raw_text() -> None:
    text = "Ca\u200bll: you W\u200bIN a prize"
    (hit,) = hits(text)
    assert (hit.clause, hit.signal, hit.rule) == ("use-08", "P8.16", "head/spam")
    assert text[slice(*hit.span)] == "W\u200bIN"
    assert hit.weight == 10 + 60 + 50 - 3


def test_a_view_in_which_words_are_joined_again_can_show_the_hit() -> None:
    text = "you w-i-n a p.r.i.z.e"
    (hit,) = hits(text)
    assert hit.view is View.SPACED
    assert text[slice(*hit.span)] in {"w-i-n", "p.r.i.z.e"}


def test_doubts_keep_silent() -> None:
    assert hits("a prize") == []


def test_a_head_never_refuses_and_never_quotes() -> None:
    (hit,) = hits("you win a prize")
    assert not hit.is_exact
    assert "prize" not in hit.why


def test_what_is_usual_for_the_account_makes_no_hit() -> None:
    assert hits("you win a prize", "You win a prize") == []
