from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.heads.rows import Label, distinct, fold_of, template_of
from signals.text.heads.heads_builders import a_row


def test_a_template_forgets_case_links_numbers_and_marks() -> None:
    assert template_of("Pay £12.50 at HTTPS://a.example/x!") == template_of("pay £7.99 at https://b.example/y")


def test_texts_of_one_template_are_one_row_and_empty_ones_none() -> None:
    rows = [a_row("Code 12", Label.HONEST), a_row("code 99!", Label.SPAM), a_row("...", Label.HONEST), a_row("other", Label.HONEST)]
    assert [row.text for row in distinct(rows)] == ["Code 12", "other"]


@given(st.text(), st.integers(2, 10))
def test_a_group_is_always_in_the_same_fold(group: str, folds: int) -> None:
    assert 0 <= fold_of(group, folds) < folds
    assert fold_of(group, folds) == fold_of(group, folds)


def test_groups_are_spread_over_the_folds() -> None:
    assert {fold_of(f"group {at}", 5) for at in range(100)} == set(range(5))
