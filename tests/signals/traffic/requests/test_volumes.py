"""Are too many requests seen, and a client that backs off or a list cleaned before sending not?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

NOON = SINCE_MS + 10 * DAY + 12 * HOUR
WINDOW = 5 * MINUTE


@settings(max_examples=4)
@given(kinds=st.integers(49, 53))
def test_fuzzing_is_many_different_refusals_in_an_hour(kinds: int) -> None:
    made = Field()
    for place in range(80):
        made.add("requests", route=f"Route{place % kinds}", status=404, at_ms=NOON + place * SECOND)
    found = keeps_its_word(made, "fuzzing")
    assert [(one.row.strength, one.row.records) for one in found] == ([(kinds, 80)] if kinds >= 51 else [])


def test_a_clients_one_mistake_made_a_thousand_times_is_no_fuzzing() -> None:
    made = Field()
    for place in range(80):
        made.add("requests", status=400, error=21211, at_ms=NOON + place * SECOND)
    assert keeps_its_word(made, "fuzzing") == []


def storm(sizes: tuple[int, ...], *, refused_of_ten: int = 6) -> Field:
    """So many requests in each minute."""
    made = Field()
    for minute, size in enumerate(sizes):
        for place in range(size):
            status = 429 if place % 10 < refused_of_ten else 201
            made.add("requests", status=status, at_ms=NOON + minute * MINUTE + place * (MINUTE // size))
    return made


def test_overload_is_asking_on_while_most_is_refused() -> None:
    (found,) = keeps_its_word(storm((10, 10, 10, 10, 10, 10)), "overload", requests=50)
    assert (found.row.strength, found.row.whole, found.row.until_ms) == (30, 50, NOON + WINDOW)


def test_it_is_seen_across_the_hour_and_over_sub_accounts() -> None:
    made = Field()
    for place in range(60):
        made.add("requests", account=2 + place % 2, status=429, at_ms=NOON - 3 * MINUTE + place * 6 * SECOND)
    assert [one.account for one in keeps_its_word(made, "overload", requests=50)] == ["AC1"]


def test_a_client_that_backs_off_or_is_mostly_served_or_stops_soon_is_none() -> None:
    assert keeps_its_word(storm((60, 20, 10, 10, 10)), "overload", requests=50) == []
    assert keeps_its_word(storm((10, 10, 10, 10, 10), refused_of_ten=5), "overload", requests=50) == []
    assert keeps_its_word(storm((20, 20, 20, 20)), "overload", requests=50) == []


def test_a_client_that_waits_as_long_as_it_may_is_none_although_it_asks_evenly() -> None:
    assert keeps_its_word(storm((60, 20, *[10] * 12)), "overload", requests=50) == []


@settings(max_examples=4)
@given(above=st.integers(-2, 2))
def test_a_contract_is_broken_above_so_many_times_its_rate(above: int) -> None:
    made, calls = Field(), 300 + above
    made.add("profiles", calls_per_second=1)
    for place in range(calls):
        made.add("requests", route="Calls", at_ms=NOON + place * 900)
    assert [one.row.strength for one in keeps_its_word(made, "over-contract", times=1000)] == ([calls] if above > 0 else [])


def test_five_minutes_count_wherever_they_begin_and_a_rate_noted_as_the_span_begins_is_known() -> None:
    made = Field()
    made.add("profiles", calls_per_second=1, at_ms=SINCE_MS)
    for place in range(310):
        made.add("requests", route="Calls", at_ms=NOON + WINDOW // 2 + place * 900)
    assert [one.row.strength for one in keeps_its_word(made, "over-contract", times=1000)] == [310]


def test_without_a_contracted_rate_nothing_is_said() -> None:
    made = Field()
    made.add("profiles")
    for place in range(100):
        made.add("requests", route="Calls", at_ms=NOON + place * 100)
    assert keeps_its_word(made, "over-contract", times=1) == []


def looking(lookups: int, *, unfound_of_ten: int = 3, sends: int = 0) -> Field:
    made = Field()
    for place in range(lookups):
        status = 404 if place % 10 < unfound_of_ten else 200
        made.add("requests", method="GET", route="PhoneNumbers", status=status, at_ms=NOON + place * SECOND)
    for place in range(sends):
        made.add("messages", at_ms=NOON + place * SECOND)
    return made


def test_lookups_without_sending_are_seen_when_the_day_is_over() -> None:
    (found,) = keeps_its_word(looking(60, sends=2), "lookups-alone", lookups=50)
    assert (found.row.strength, found.row.whole, found.row.until_ms) == (60, 62, NOON + 12 * HOUR)


def test_a_list_cleaned_before_sending_or_full_of_real_numbers_is_none() -> None:
    assert keeps_its_word(looking(60, sends=3), "lookups-alone", lookups=50) == []
    assert keeps_its_word(looking(60, unfound_of_ten=1), "lookups-alone", lookups=50) == []
    assert keeps_its_word(looking(49), "lookups-alone", lookups=50) == []


def test_an_account_that_says_it_verifies_numbers_may_look_them_up() -> None:
    made = looking(60)
    made.add("profiles", use_case="number verification")
    assert keeps_its_word(made, "lookups-alone", lookups=50) == []
