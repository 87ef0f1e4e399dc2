"""Which numbers prove themselves cards, accounts or people's, and which only look so?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn

from goodstanding.signals.text.facts import Kind
from signals.text.gathered import facts_of

CARD = "4111111111111111"  # a test number every card network publishes
IBAN = "GB82WEST12345698765432"  # the example of ISO 13616


def of(kind: Kind, text: str) -> list[str]:
    return [one.value for one in facts_of(text, "US").identifiers if one.kind is kind]


@pytest.mark.parametrize(
    "text", [f"card {CARD}", "4111 1111 1111 1111 please", "pay with 4111-1111-1111-1111.", "my amex 3782 822463 10005"]
)
def test_a_card_is_found_in_the_groups_it_is_printed_in(text: str) -> None:
    assert of(Kind.CARD, text) in ([CARD], ["378282246310005"])


@pytest.mark.parametrize(
    "text",
    [
        "card 4111111111111112",
        f"tracking number {CARD}",
        f"your order {CARD} has shipped",
        f"call {CARD}",
        f"https://example.com/{CARD}",
        f"x{CARD}",
        "41 1111 1111 1111 11",
        "0000000000000000",
        "9111111111111111",
        "630427373398 arrived",
    ],
)
def test_a_number_without_sum_issuer_groups_or_sense_is_no_card(text: str) -> None:
    assert of(Kind.CARD, text) == []


def test_the_nearest_word_decides_between_card_and_order() -> None:
    assert of(Kind.CARD, f"for order 17 charge card {CARD}") == [CARD]
    assert of(Kind.CARD, f"card order {CARD}") == []


@given(body=st.text("0123456789", min_size=14, max_size=14))
def test_exactly_one_last_digit_makes_a_card(body: str) -> None:
    found = [digit for digit in "0123456789" if of(Kind.CARD, f"card number 4{body}{digit} ok")]
    assert found == [luhn.calc_check_digit("4" + body)]


@pytest.mark.parametrize("text", [f"IBAN {IBAN}", "to GB82 WEST 1234 5698 7654 32 by friday", "gb82west12345698765432."])
def test_an_iban_is_found_whole_or_in_groups(text: str) -> None:
    assert of(Kind.IBAN, text) == [IBAN]


@given(digits=st.text("0123456789", min_size=14, max_size=14), slip=st.integers(1, 9))
def test_an_iban_with_wrong_check_digits_is_none(digits: str, slip: int) -> None:
    check = iban.calc_check_digits(f"GB00WEST{digits}")
    wrong = f"{(int(check) + slip) % 97:02}"
    assert of(Kind.IBAN, f"to GB{check}WEST{digits} now") == [f"GB{check}WEST{digits}"]
    assert of(Kind.IBAN, f"to GB{wrong}WEST{digits} now") == []


@pytest.mark.parametrize("text", ["219-09-9998 on file", "SSN 219099998", "social security number is 219 09 9998"])
def test_a_social_security_number_needs_dashes_or_its_name(text: str) -> None:
    assert of(Kind.SSN, text) == ["219099998"]


@pytest.mark.parametrize(
    "text", ["219099998", "000-12-3456", "666-12-3456", "900-12-3456", "219-00-9998", "order 219-09-9998", "1219-09-9998"]
)
def test_other_nine_digits_are_no_social_security_number(text: str) -> None:
    assert of(Kind.SSN, text) == []


def test_an_npi_needs_its_sum_and_its_name() -> None:
    assert of(Kind.NPI, "NPI: 1234567893") == ["1234567893"]
    assert of(Kind.NPI, "NPI: 1234567894") == []
    assert of(Kind.NPI, "account 1234567893") == []
