import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.media.plain import LONGEST, plain_text

# letters and marks of any alphabet, and no control characters
TEXTS = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\N{ZERO WIDTH NO-BREAK SPACE}"))


@given(TEXTS)
def test_text_in_any_alphabet_comes_back(text: str) -> None:
    assert plain_text(text.encode()) == text
    assert plain_text(text.encode("utf-8-sig")) == text
    assert plain_text(text.encode("utf-16")) == text


def test_text_of_one_byte_a_letter_is_read_as_western() -> None:
    assert plain_text("Schöne Grüße".encode("latin-1")) == "Schöne Grüße"


@pytest.mark.parametrize("content", [b"a\0b", b"\1", os.urandom(4_000), "hi".encode("utf-16-le"), b"\x7fELF\2"])
def test_control_characters_are_no_text(content: bytes) -> None:
    assert plain_text(content) is None


def test_a_letter_cut_at_the_limit_does_not_spoil_the_rest() -> None:
    text = plain_text(b"a" * (LONGEST - 1) + "é".encode() * 10)
    assert text == "a" * (LONGEST - 1)
