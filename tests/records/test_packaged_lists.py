"""Do the lists that come with the program say what they are?"""

import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from goodstanding.records.destinations import calling_code
from goodstanding.records.packaged_lists import PackagedList, packaged_lists, range_of


def test_two_lists_come_with_the_program() -> None:
    assert [one.name for one in packaged_lists()] == ["high-risk", "sanctioned"]


@pytest.mark.parametrize("one", packaged_lists(), ids=lambda one: one.name)
def test_every_range_begins_with_a_country_code_that_is_assigned(one: PackagedList) -> None:
    assert {calling_code(str(span.low)) for span in one.ranges} <= set(COUNTRY_CODE_TO_REGION_CODE)
    assert all(len(str(span.low)) == len(str(span.high)) and span.low < span.high for span in one.ranges)


def test_a_range_holds_the_numbers_of_one_length() -> None:
    assert range_of("53", 7) == (5_300_000, 5_399_999)
