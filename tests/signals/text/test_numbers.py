"""Which telephone numbers are found, and which figures are none?"""

import pytest

from goodstanding.signals.text.facts import Kind
from goodstanding.signals.text.numbers import region_of
from signals.text.gathered import facts_of


def phones(text: str, region: str | None = None) -> list[tuple[str, str]]:
    return [(one.value, one.detail) for one in facts_of(text, region).identifiers if one.kind is Kind.PHONE]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("call (415) 555-0134 now", "US"),
        ("call (415) 555-0134 now", None),
        ("call 415-555-0134.", None),
        ("call +14155550134", None),
        ("ring +1 415 555 0134, ask for Ann", None),
        ("call 4155550134", "US"),
    ],
)
def test_a_number_is_read_as_e164_however_it_is_written(text: str, region: str | None) -> None:
    assert phones(text, region) == [("+14155550134", "")]


def test_two_numbers_beside_each_other_are_two() -> None:
    assert phones("415-555-0134 415-555-0178", "US") == [("+14155550134", ""), ("+14155550178", "")]
    assert phones("415-555-0134 415-555-0178") == [("+14155550134", ""), ("+14155550178", "")]


def test_a_number_that_costs_more_says_so() -> None:
    assert phones("call 0909 879 0000", "GB") == [("+449098790000", "premium-rate")]
    assert phones("call 0808 157 0000", "GB") == [("+448081570000", "toll-free")]


@pytest.mark.parametrize(
    "text",
    [
        "your code is 123456",
        "open 19.00-23.00 daily",
        "on 11:42:53 09/05/2020",
        "earn 1000-7000 baht",
        "order 4155550134 shipped",
        "see https://example.com/4155550134",
        "born 01/02/1980",
        "12345678901234567890",
    ],
)
@pytest.mark.parametrize("region", ["US", "TH", None])
def test_codes_dates_hours_and_orders_are_no_numbers(text: str, region: str | None) -> None:
    assert phones(text, region) == []


def test_neighbours_of_a_north_american_number_have_its_country() -> None:
    assert [region_of(f"+14165550{last}") for last in ("100", "134", "199")] == ["CA"] * 3


def test_the_region_of_a_number_is_its_country() -> None:
    assert region_of("+14155550134") == "US"
    assert region_of("12345") is None
