"""Which words and numbers point at one person, and which at nobody?"""

from itertools import pairwise

import pytest

from goodstanding.signals.text.facts import MOST_OF_A_KIND, Kind
from signals.text.gathered import facts_of


def found(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.value) for one in facts_of(text).identifiers]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("MRN 12345678 is ready", Kind.RECORD_NUMBER, "12345678"),
        ("medical record no. A-4471234", Kind.RECORD_NUMBER, "a-4471234"),
        ("Member ID: XYZ123456789", Kind.MEMBER_NUMBER, "xyz123456789"),
        ("DOB 01/02/1980", Kind.DATE, "01/02/1980"),
        ("date of birth: March 4, 1971", Kind.DATE, "march 4, 1971"),
        ("write ann.lee@example.com", Kind.EMAIL, "ann.lee@example.com"),
        ("login from 192.0.2.7 seen", Kind.ADDRESS, "192.0.2.7"),
        ("Hi Anna, your visit", Kind.NAME, "Anna"),
        ("Dear Anna Lee: your visit", Kind.NAME, "Anna Lee"),
        ("see Dr. Osei today", Kind.NAME, "Osei"),
        ("patient Anna Lee arrived", Kind.NAME, "Anna Lee"),
    ],
)
def test_an_identifier_is_told_by_its_form_and_its_company(text: str, kind: Kind, value: str) -> None:
    assert found(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "12345678 is ready",
        "chart toppers of 1999 are here",
        "on 01/02/1980 we met",
        "Dear Customer, your parcel",
        "Hi there, it is us",
        "Hello World! How are you",
        "hi anna, see you",
        "firmware version 1.2.3.4",
        "300.1.2.3 and 1.2.3",
        "price @ home.ok then",
        "member of the month",
        "xxxxxx@example.com confirmed",
        "",
    ],
)
def test_the_same_forms_without_company_point_at_nobody(text: str) -> None:
    assert found(text) == []


def test_no_identifier_lies_in_a_link_or_over_another() -> None:
    text = "https://example.com/ann@example.com?card=4111111111111111 DOB 01/02/1980 and MRN 4155550134"
    facts = facts_of(text, "US")
    spans = sorted([link.span for link in facts.links] + [one.span for one in facts.identifiers])
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [one.kind for one in facts.identifiers] == [Kind.DATE, Kind.RECORD_NUMBER]


def test_no_more_are_kept_than_anybody_looks_at() -> None:
    assert len(facts_of("ann@example.com " * 100).identifiers) == MOST_OF_A_KIND
