"""Is another business than the declared one seen, and a sale, a traveller, a company of many words or busy numbers not?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, NEVER, SINCE_MS, Field, keeps_its_word

NOON = SINCE_MS + 10 * DAY + 12 * HOUR


def sending(count: int, *, days: int = 3, per_day: int | None = 10, apart: int = 1, calls: bool = False) -> Field:
    made = Field()
    made.add("profiles", per_day=per_day, at_ms=SINCE_MS)
    for day in range(days):
        for place in range(count):
            at_ms = SINCE_MS + (2 + day * apart) * DAY + 12 * HOUR + place * MINUTE
            made.add("calls" if calls else "messages", **{"started_ms" if calls else "at_ms": at_ms})
    return made


@settings(max_examples=5)
@given(messages=st.integers(28, 33))
def test_more_than_three_times_the_declared_on_three_days_is_seen(messages: int) -> None:
    found = keeps_its_word(sending(messages), "over-declared", messages=5)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(messages, 10)] if messages > 30 else [])


@settings(max_examples=3)
@given(calls=st.integers(29, 32))
def test_calls_are_held_against_what_is_declared_likewise(calls: int) -> None:
    found = keeps_its_word(sending(calls, calls=True), "over-declared-calls", calls=5)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(calls, 10)] if calls > 30 else [])


def test_fewer_days_of_sale_or_nothing_declared_are_none() -> None:
    assert keeps_its_word(sending(40, days=2), "over-declared", messages=5) == []
    assert keeps_its_word(sending(40, apart=4), "over-declared", messages=5, days=4) == []
    assert keeps_its_word(sending(40, per_day=None), "over-declared", messages=5) == []


def test_a_tree_may_send_what_all_its_accounts_declared() -> None:
    made = sending(40)
    made.add("profiles", account=2, per_day=10)
    assert keeps_its_word(made, "over-declared", messages=5) == []


def abroad(strays: int, *, days: int = 3, countries: str | None = "US CA", calls: bool = False) -> Field:
    made = Field()
    made.add("profiles", countries=countries)
    made.add("destinations", prefix=1212555)
    made.add("destinations", prefix=9997005, country="XX", calling_code=999)
    for day in range(days):
        for place in range(40):
            recipient = 99_970_055_501 if place < strays else 12_125_550_100
            at_ms = NOON + day * DAY + place * MINUTE
            if calls:
                made.add("calls", callee=recipient, started_ms=at_ms)
            else:
                made.add("messages", recipient=recipient, at_ms=at_ms)
    return made


@settings(max_examples=5)
@given(strays=st.integers(1, 4))
def test_a_share_to_undeclared_countries_on_three_days_is_seen(strays: int) -> None:
    found = keeps_its_word(abroad(strays), "undeclared-countries", messages=2)
    assert [(one.row.strength, one.row.whole) for one in found] == ([(strays, 40)] if strays > 2 else [])


def test_calls_to_undeclared_countries_are_seen_likewise() -> None:
    assert [one.row.strength for one in keeps_its_word(abroad(3, calls=True), "undeclared-countries-calls", calls=2)] == [3]
    assert keeps_its_word(abroad(2, calls=True), "undeclared-countries-calls", calls=2) == []


def test_declared_countries_few_days_and_no_declaration_are_none() -> None:
    assert keeps_its_word(abroad(20, countries="US XX"), "undeclared-countries", messages=2) == []
    assert keeps_its_word(abroad(20, countries=None), "undeclared-countries", messages=2) == []
    assert keeps_its_word(abroad(20, days=2), "undeclared-countries", messages=2) == []


def branded(brands: int, *, senders: int | None = None, use_case: str | None = "marketing", account: int = 1) -> Field:
    made = Field()
    made.add("profiles", account=account, use_case=use_case)
    for place in range(brands * 3):
        brand = place % brands
        sender = 14_155_550_100 + (brand if senders is None else place // 3 % senders)
        made.add("messages", account=account, brand=1000 + brand, sender=sender, at_ms=NOON + place * MINUTE)
    return made


@settings(max_examples=5)
@given(brands=st.integers(3, 6))
def test_five_brands_with_senders_of_their_own_are_seen(brands: int) -> None:
    found = keeps_its_word(branded(brands, account=2), "many-brands", messages=3)
    assert [(one.account, one.row.strength) for one in found] == ([("AC2", brands)] if brands >= 5 else [])


def test_brands_that_share_a_sender_but_link_to_hosts_of_their_own_are_seen() -> None:
    made = branded(5, senders=1)
    for row in made.rows["messages"]:
        row["host"] = row["brand"] + 1
    (found,) = keeps_its_word(made, "many-brands", messages=3)
    assert found.row.strength == 5
    for row in made.rows["messages"]:
        row["host"] = 7
    assert keeps_its_word(made, "many-brands", messages=3) == []


def test_branches_with_senders_of_their_own_that_link_to_one_host_are_none() -> None:
    made = branded(6)
    for row in made.rows["messages"]:
        row["host"] = 7
    assert keeps_its_word(made, "many-brands", messages=3) == []


def test_a_company_of_many_words_a_reseller_and_an_unknown_use_are_none() -> None:
    assert keeps_its_word(branded(6, senders=1), "many-brands", messages=3) == []
    assert keeps_its_word(branded(6, use_case="isv"), "many-brands", messages=3) == []
    assert keeps_its_word(branded(6, use_case=None), "many-brands", messages=3) == []


def test_sub_accounts_are_the_tenants_of_a_reseller() -> None:
    assert keeps_its_word(tenants(1), "many-brands", messages=3, brands=3) == []
    assert len(keeps_its_word(tenants(2), "many-brands", messages=3)) == 1


def tenants(each: int) -> Field:
    made = Field()
    for account in (1, 2, 3):
        made.add("profiles", account=account, use_case="marketing")
        for brand in range(each):
            for place in range(3):
                number = account * 10 + brand
                made.add("messages", account=account, brand=number, sender=14_155_550_100 + number, at_ms=NOON + place * MINUTE)
    return made


def test_brands_are_counted_from_day_to_day_and_a_company_names_a_sale_as_it_likes() -> None:
    for senders, seen in ((6, 2), (1, 0)):
        made = Field()
        made.add("profiles", use_case="marketing")
        for day in range(6):
            for place in range(3):
                sender = 14_155_550_100 + day % senders
                made.add(
                    "messages", brand=1000 + day, host=day % senders, sender=sender, at_ms=SINCE_MS + (3 * day + 1) * DAY + place
                )
        assert len(keeps_its_word(made, "many-brands", messages=3)) == seen


def held(given_up: int, kept: int, *, for_days: int = 5, used: bool = False) -> Field:
    made = Field()
    for place in range(given_up + kept):
        until_ms = NOON + place if place < given_up else NEVER
        number = 14_155_550_100 + place
        made.add("held", account=2, number=number, from_ms=NOON - for_days * DAY, until_ms=until_ms)
        if used:
            made.add("messages", sender=number, at_ms=NOON - DAY + place)
    return made


@settings(max_examples=5)
@given(given_up=st.integers(3, 7))
def test_numbers_given_up_unused_are_hoarded(given_up: int) -> None:
    found = keeps_its_word(held(given_up, 10), "number-hoarding", numbers=5)
    assert [(one.account, one.row.strength, one.row.whole) for one in found] == (
        [("AC2", given_up, given_up + 10)] if given_up >= 5 else []
    )


def test_few_of_many_long_held_or_used_numbers_are_none() -> None:
    assert keeps_its_word(held(5, 45), "number-hoarding", numbers=5) == []
    assert keeps_its_word(held(6, 0, for_days=31), "number-hoarding", numbers=5) == []
    assert keeps_its_word(held(6, 0, used=True), "number-hoarding", numbers=5) == []
