"""Is a code told from the other numbers of a text?"""

import pytest

from goodstanding.signals.text.context.passcode import code_in


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Your code is 123456", "123456"),
        ("G-123456 is your verification code", "G-123456"),
        ("PIN: 123 456", "123 456"),
        ("See you at 1830", None),
        ("the code word is swordfish", None),
        ("code 123456789", None),
        ("", None),
    ],
)
def test_a_code_is_found_where_it_stands(body: str, code: str | None) -> None:
    span = code_in(body)
    assert (body[slice(*span)] if span else None) == code
