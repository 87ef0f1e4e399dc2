from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.simulation.texts.attacks import ATTACKS

TEXT = "Please visit example.com/pay today, dear customer"


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_the_same_seed_gives_the_same_text_and_another_gives_another(name: str) -> None:
    attack = ATTACKS[name]
    assert attack(TEXT, Random(1), 0.5) == attack(TEXT, Random(1), 0.5)
    assert attack(TEXT, Random(1), 0.5) != attack(TEXT, Random(2), 0.5)


@pytest.mark.parametrize("name", sorted(ATTACKS))
@given(text=st.text())
def test_no_share_changes_nothing(name: str, text: str) -> None:
    assert ATTACKS[name](text, Random(1), 0.0) == text


def test_a_full_share_changes_every_letter_it_can() -> None:
    assert not ATTACKS["fullwidth"]("pay now", Random(1), 1.0).replace(" ", "").isascii()
    assert len(ATTACKS["zero-width"]("pay now", Random(1), 1.0)) == 13
    assert set(ATTACKS["leet"]("steal", Random(1), 1.0)).isdisjoint("steal")
    assert not any(one.isascii() for one in ATTACKS["homoglyphs"]("pay", Random(1), 1.0))


def test_links_and_addresses_are_not_set_apart() -> None:
    raw = "see example.com/pay or mail me@example.org please"
    assert "example.com/pay" in ATTACKS["spaced"](raw, Random(1), 1.0)
    assert "me@example.org" in ATTACKS["spaced"](raw, Random(1), 1.0)
    assert "please" not in ATTACKS["spaced"](raw, Random(1), 1.0)
