"""Are texts spread over numbers and pumped codes seen, and honest pools, chains and new markets not?"""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, UNTIL_MS, Field, keeps_its_word, seen

NOON = SINCE_MS + 12 * HOUR
FILTERED = {"status": "undelivered", "error": 30007}


def a_pool(
    numbers: int, each: int, *, filtered: int = 0, stops: int = 0, replies: int = 0, says: int = 2, brands: int = 1
) -> Field:
    made = Field()
    for place in range(numbers * each):
        ending = FILTERED if place < filtered else {}
        brand = place % brands
        made.add(
            "messages", sender=14155550100 + place % numbers, recipient=12125550000 + place, at_ms=NOON + place * SECOND,
            template=77 + brand, says=says, brand=500 + brand, **ending,
        )  # fmt: skip
    for place in range(stops + replies):
        own, person = 14155550100 + place % numbers, 12125550000 + place
        made.add(
            "messages", direction=1, sender=person, recipient=own, at_ms=NOON + 2 * HOUR + place, says=3 if place < stops else 0
        )
    return made


@settings(max_examples=5)
@given(numbers=st.integers(6, 14))
def test_one_text_by_many_numbers_is_seen_exactly_from_the_line_on(numbers: int) -> None:
    found = keeps_its_word(a_pool(numbers, 10, filtered=8), "snowshoe", messages=50)
    assert [(one.row.strength, one.subject, one.row.until_ms) for one in found] == (
        [(numbers, "77", SINCE_MS + DAY)] if numbers >= 10 else []
    )


def test_wishes_to_stop_tell_a_snowshoe_where_nothing_is_filtered() -> None:
    assert len(keeps_its_word(a_pool(12, 15, stops=7), "snowshoe")) == 1


def test_a_pool_of_local_numbers_for_people_who_agreed_passes() -> None:
    assert keeps_its_word(a_pool(15, 20, filtered=2, stops=3), "snowshoe") == []


def test_a_campaign_by_persons_that_people_answer_passes() -> None:
    assert keeps_its_word(a_pool(12, 15, stops=7, replies=60), "snowshoe") == []


def test_codes_from_a_pool_are_no_snowshoe() -> None:
    assert keeps_its_word(a_pool(12, 15, filtered=12, says=1), "snowshoe") == []


def test_few_numbers_with_much_each_are_no_snowshoe() -> None:
    assert keeps_its_word(a_pool(12, 12, filtered=12), "snowshoe", each=11) == []


@pytest.mark.parametrize(("registered", "brands", "seen"), [(0, 3, 1), (1, 3, 0), (None, 3, 0), (0, 2, 0)])
def test_a_grey_route_carries_several_brands_unregistered(registered: int | None, brands: int, seen: int) -> None:
    made = a_pool(12, 13, says=1, brands=brands)
    made.add("profiles", is_registered=registered)
    assert len(keeps_its_word(made, "grey-route")) == seen


def test_a_grey_route_of_unknown_standing_shows_in_what_carriers_refuse() -> None:
    assert len(keeps_its_word(a_pool(12, 13, filtered=6, brands=3), "grey-route")) == 1


def test_a_platform_that_people_answer_is_no_grey_route() -> None:
    assert keeps_its_word(a_pool(12, 13, filtered=6, brands=3, replies=40), "grey-route") == []


def a_box(numbers: int = 12, *, brands: int = 3, says: int = 1, by_turns: bool = True) -> Field:
    """Send fifteen messages by each number, of the brands by turns, or each number of one brand."""
    made = Field()
    made.add("profiles", is_registered=1, use_case="customer-care")
    for place in range(numbers * 15):
        number = place % numbers
        brand = (place // numbers if by_turns else number) % brands
        made.add(
            "messages", sender=14155550100 + number, recipient=12125550000 + place, at_ms=NOON + place * SECOND,
            template=77 + brand, says=says, brand=500 + brand,
        )  # fmt: skip
    return made


def test_a_registered_grey_route_shows_in_codes_of_several_brands_by_turns() -> None:
    (found,) = keeps_its_word(a_box(), "grey-route")
    assert (found.row.strength, found.row.records) == (12, 180)


@pytest.mark.parametrize("said", [{"brands": 2}, {"says": 0}, {"by_turns": False}, {"numbers": 9}])
def test_few_brands_no_codes_numbers_of_their_own_or_few_numbers_are_no_grey_route(said: dict[str, Any]) -> None:
    assert keeps_its_word(a_box(**said), "grey-route") == []


def test_codes_by_a_reseller_or_by_few_busy_numbers_are_no_grey_route() -> None:
    made = a_box()
    made.rows["profiles"][0]["use_case"] = "isv"
    assert keeps_its_word(made, "grey-route") == []
    assert keeps_its_word(a_box(), "grey-route", few=14) == []


def burnt(numbers: int, *, days: int = 3, filtered: int = 6) -> Field:
    made = Field()
    for place in range(numbers):
        own, taken_ms = 14155550100 + place, SINCE_MS + place * DAY
        made.add("held", number=own, from_ms=taken_ms, until_ms=taken_ms + days * DAY)
        for at in range(30):
            ending = FILTERED if at < filtered else {}
            made.add("messages", sender=own, recipient=12125550000 + at, at_ms=taken_ms + HOUR + at * MINUTE, **ending)
    return made


def test_burnt_numbers_are_known_when_the_third_is_given_back() -> None:
    found = keeps_its_word(burnt(4), "burnt-numbers")
    assert [(one.row.until_ms - SINCE_MS) // DAY for one in found] == [5, 5, 5, 6]
    assert {(one.row.strength, one.row.whole) for one in found} == {(6, 30)}


@pytest.mark.parametrize(("numbers", "days", "filtered"), [(2, 3, 6), (4, 8, 6), (4, 3, 3)])
def test_numbers_held_longer_fewer_or_hardly_filtered_are_not_burnt(numbers: int, days: int, filtered: int) -> None:
    assert keeps_its_word(burnt(numbers, days=days, filtered=filtered), "burnt-numbers") == []


def fallen_silent(numbers: int, *, messages: int = 100, filtered: int = 11, age: int = 1, later_h: int = 97) -> Field:
    made = Field()
    for place in range(numbers):
        own, first_ms = 14155550100 + place, SINCE_MS + 7 * DAY + place * HOUR
        made.add("held", number=own, from_ms=first_ms - age * DAY)
        for at in range(messages):
            ending = FILTERED if at < filtered else {}
            made.add("messages", sender=own, recipient=12125550000 + at, at_ms=first_ms + at * MINUTE, **ending)
        made.add("messages", sender=own, at_ms=first_ms + later_h * HOUR)
    return made


def test_new_numbers_that_fall_silent_after_a_filtered_burst_are_burnt_though_kept() -> None:
    found = keeps_its_word(fallen_silent(4), "burnt-numbers")
    assert [(one.row.until_ms - SINCE_MS - 11 * DAY) // HOUR for one in found] == [2, 2, 2, 3]
    assert {(one.row.strength, one.row.whole) for one in found} == {(11, 100)}


@pytest.mark.parametrize("said", [{"messages": 99}, {"filtered": 10}, {"age": 7}, {"later_h": 50}])
def test_numbers_that_send_little_or_on_are_old_or_hardly_filtered_are_not_burnt(said: dict[str, int]) -> None:
    assert seen(fallen_silent(4, **said), "burnt-numbers") == []


def test_a_number_still_held_is_not_burnt() -> None:
    made = burnt(4)
    for row in made.rows["held"]:
        row["until_ms"] = UNTIL_MS + DAY
    assert seen(made, "burnt-numbers") == []


def codes(people: int, *, block: int = 447700900000, again: int = 1, at_ms: int = NOON, **said: Any) -> Field:
    made = Field()
    for place in range(people * again):
        made.add("messages", recipient=block + place % people, at_ms=at_ms + place * SECOND, **{"says": 1, **said})
    return made


@settings(max_examples=5)
@given(people=st.integers(15, 25))
def test_pumped_codes_are_seen_at_the_number_that_crosses(people: int) -> None:
    found = keeps_its_word(codes(people), "code-pumping")
    assert [(one.row.strength, one.row.until_ms) for one in found] == ([(people, NOON + 19 * SECOND + 1)] if people >= 20 else [])


def test_it_points_away_from_the_account_and_at_the_block() -> None:
    (found,) = keeps_its_word(codes(40), "code-pumping")
    assert (found.pointing, found.subject) == ("victim", "+447700900000")


def test_one_user_who_asks_often_is_no_block() -> None:
    assert keeps_its_word(codes(5, again=12), "code-pumping") == []


def test_at_home_it_takes_three_times_as_many() -> None:
    assert keeps_its_word(codes(59, block=12125550000), "code-pumping") == []
    assert len(keeps_its_word(codes(60, block=12125550000), "code-pumping")) == 1


def test_a_range_that_was_there_before_is_known() -> None:
    made = codes(12, at_ms=NOON)
    for place in range(30):
        made.add("messages", recipient=447700900000 + place, at_ms=NOON + 5 * DAY + place, says=1)
    assert keeps_its_word(made, "code-pumping") == []


def test_texts_that_are_no_codes_are_not_pumped() -> None:
    assert keeps_its_word(codes(59, says=0), "code-pumping") == []
    assert keeps_its_word(codes(60, says=0, block=12125550000), "code-pumping") == []
    assert keeps_its_word(codes(60, says=2), "code-pumping") == []


def test_what_is_not_known_to_be_a_code_takes_three_times_as_many() -> None:
    assert len(keeps_its_word(codes(60, says=None), "code-pumping")) == 1


def probed(bursts: int, *, seeds: int = 2, filtered: int = 4, chatter: int = 0) -> Field:
    """Send a message to each seed before each burst of sixty, one burst a day."""
    made = Field()
    for burst in range(bursts):
        at_ms = NOON + burst * DAY
        for place in range(seeds + chatter):
            made.add("messages", recipient=12125559000 + place, at_ms=at_ms - 20 * MINUTE + place * SECOND)
        for place in range(60):
            ending = FILTERED if place < filtered else {}
            made.add("messages", recipient=12125550000 + burst * 100 + place, at_ms=at_ms + place * SECOND, **ending)
    return made


def test_probes_before_the_third_burst_are_seen_that_day() -> None:
    (found,) = keeps_its_word(probed(3), "seeding")
    assert (found.row.strength, found.row.records, found.row.until_ms) == (3, 2, SINCE_MS + 3 * DAY)


def test_probes_before_two_bursts_or_of_one_person_are_chance() -> None:
    assert seen(probed(2), "seeding") == []
    assert seen(probed(3, seeds=1), "seeding") == []


def test_a_trial_run_before_a_mailing_that_arrives_is_ordinary() -> None:
    assert seen(probed(3, filtered=1), "seeding") == []


def test_a_busy_hour_before_a_burst_is_no_probe() -> None:
    assert seen(probed(3, chatter=19), "seeding") == []


def wide(people: int, lost: int, **said: Any) -> Field:
    """Send codes into a range so wide that no block of a thousand is met often."""
    made = Field()
    for place in range(people):
        status = "undelivered" if place < lost else "delivered"
        made.add(
            "messages", recipient=447700900000 + place * 1009, at_ms=NOON + place * SECOND, status=status, **{"says": 1, **said}
        )
    return made


@pytest.mark.parametrize(("people", "lost", "count"), [(50, 13, 1), (49, 20, 0), (52, 13, 0), (50, 50, 0)])
def test_a_pumped_range_is_seen_from_the_line_on_where_receipts_come(people: int, lost: int, count: int) -> None:
    assert len(keeps_its_word(wide(people, lost), "pumped-range")) == count


def test_a_range_at_home_or_without_codes_is_not_pumped() -> None:
    assert keeps_its_word(wide(50, 25, sender=447700900999), "pumped-range") == []
    assert keeps_its_word(wide(50, 25, says=0), "pumped-range") == []
