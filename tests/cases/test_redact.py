from hypothesis import given
from hypothesis import strategies as st

from goodstanding.cases.redact import redacted, sha256_of_number, without_numbers


@given(digits=st.text("0123456789", min_size=7, max_size=15), mark=st.sampled_from(["", "+"]))
def test_only_the_last_four_digits_of_a_number_are_shown(digits: str, mark: str) -> None:
    shown = redacted(mark + digits)
    assert shown == mark + "*" * (len(digits) - 4) + digits[-4:]


@given(digits=st.text("0123456789", min_size=1, max_size=6))
def test_a_short_code_is_hidden_but_for_two(digits: str) -> None:
    assert sum(one.isdigit() for one in redacted(digits)) == min(2, len(digits))


def test_an_exempted_number_is_known_by_its_hash() -> None:
    assert sha256_of_number("+14155550100") == "40d3f4e02db27d66cf4cfdda506c2c945f115a7955cc8491dda98ce5beabcda0"


@given(before=st.text(max_size=5), number=st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True))
def test_a_number_within_a_text_is_redacted(before: str, number: str) -> None:
    assert number not in without_numbers(f"{before} {number} is not in use")
