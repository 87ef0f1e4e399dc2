"""Does a number's beginning say the country, and what speaks against it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.records.destinations import Risk, destination_of


@pytest.mark.parametrize(
    ("prefix", "country", "code", "risk"),
    [
        (1415555, "US", 1, Risk.ORDINARY),
        (1604555, "CA", 1, Risk.ORDINARY),
        (1268555, "AG", 1, Risk.ORDINARY),
        (1800555, "US", 1, Risk.TOLL_FREE),
        (1900555, "US", 1, Risk.PREMIUM),
        (1911555, "US", 1, Risk.IMPOSSIBLE),
        (1415911, "US", 1, Risk.IMPOSSIBLE),
        (1415055, "US", 1, Risk.IMPOSSIBLE),
        (1115555, "US", 1, Risk.IMPOSSIBLE),
        (4990012, "DE", 49, Risk.PREMIUM),
        (4918055, "DE", 49, Risk.SHARED_COST),
        (4930123, "DE", 49, Risk.ORDINARY),
        (4491512, "GB", 44, Risk.PREMIUM),
        (4415345, "JE", 44, Risk.ORDINARY),
        (7701555, "KZ", 7, Risk.ORDINARY),
        (7495123, "RU", 7, Risk.ORDINARY),
        (3906698, "VA", 39, Risk.ORDINARY),
        (3980012, "IT", 39, Risk.TOLL_FREE),
        (8001234, "001", 800, Risk.TOLL_FREE),
        (8811234, "001", 881, Risk.HIGH_RISK),
        (9791234, "001", 979, Risk.HIGH_RISK),
        (2101234, None, None, Risk.IMPOSSIBLE),
        (911, None, None, Risk.ORDINARY),
        (55512, None, None, Risk.ORDINARY),
    ],
)
def test_a_prefix_says_country_code_and_risk(prefix: int, country: str | None, code: int | None, risk: Risk) -> None:
    assert destination_of(prefix) == (country, code, risk)


@given(st.integers(1, 9_999_999))
def test_every_prefix_has_an_answer(prefix: int) -> None:
    found = destination_of(prefix)
    assert (found.country is None) == (found.calling_code is None)
    assert found.calling_code is None or str(prefix).startswith(str(found.calling_code))
