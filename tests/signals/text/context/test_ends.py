"""Is a number the same however it is written, and is a stranger never taken for one that is known?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.context.ends import End, canonical, is_among, kind_of

KNOWN = frozenset({"+14155550100", "72345", "joe@example.com", "Acme"})


@pytest.mark.parametrize(
    "end", ["+14155550100", "14155550100", "4155550100", "(415) 555-0100", "001 415 555 0100", "72345", "JOE@example.com", "Acme"]
)
def test_one_end_is_found_however_it_is_written(end: str) -> None:
    assert is_among(end, KNOWN)


@pytest.mark.parametrize("end", ["+14155550101", "+4155550100", "2345", "joe@example.net", "", "+"])
def test_another_end_is_not(end: str) -> None:
    assert not is_among(end, KNOWN)


@given(st.integers(0, 99), st.integers(0, 99))
def test_two_numbers_are_the_same_exactly_when_their_digits_are(one: int, other: int) -> None:
    assert is_among(f"415-555-01{one:02}", {f"+141555501{other:02}"}) == (one == other)


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("+14155550100", End.NUMBER),
        ("72345", End.NUMBER),
        ("A12345", End.ALPHANUMERIC),
        ("a@b.example", End.MAIL),
        ("", End.ALPHANUMERIC),
    ],
)
def test_the_kind_of_an_end_is_told_by_its_letters(end: str, kind: End) -> None:
    assert kind_of(end) is kind


def test_lists_keep_ends_without_marks() -> None:
    assert [canonical(end) for end in (" +1 (415) 555-0100 ", "Joe@Example.com", " Acme ")] == [
        "+14155550100",
        "joe@example.com",
        "Acme",
    ]
