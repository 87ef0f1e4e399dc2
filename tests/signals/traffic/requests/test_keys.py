"""Is a key in the wrong hands seen, and a traveller, a rotation or a new office not?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodstanding.signals.traffic.sighting import Pointing
from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

NOON = SINCE_MS + 10 * DAY + 12 * HOUR
PREMIUM = 99_970_055_501


def failing(attempts: int, owners: int, *, every_ms: int = SECOND, tree: int = 40) -> Field:
    made = Field(tree=tuple((one, one) for one in range(1, tree)))
    for place in range(attempts):
        made.add(
            "requests", account=1 + place % owners, credential=f"AC{1 + place % owners}", status=401, at_ms=NOON + place * every_ms
        )
    return made


@settings(max_examples=4)
@given(attempts=st.integers(18, 22), owners=st.integers(5, 7))
def test_failed_sign_ins_need_both_many_attempts_and_many_owners(attempts: int, owners: int) -> None:
    found = keeps_its_word(failing(attempts, owners), "failed-sign-ins")
    assert [one.row.strength for one in found] == ([attempts] if attempts >= 20 and owners >= 6 else [])


def test_they_are_known_at_the_attempt_that_crosses_both_lines() -> None:
    (found,) = keeps_its_word(failing(60, 6), "failed-sign-ins")
    assert (found.row.until_ms, found.pointing, found.row.records) == (NOON + 19 * SECOND + 1, Pointing.EITHER, 60)


def test_an_address_that_was_let_in_before_names_its_account() -> None:
    made = failing(60, 6)
    made.add("requests", account=30, credential="AC30", at_ms=NOON - DAY)
    (found,) = keeps_its_word(made, "failed-sign-ins")
    assert found.master == "AC30"


def test_a_broken_deployment_that_repeats_its_one_key_is_none() -> None:
    made = failing(60, 1)
    made.add("requests", credential="AC1", at_ms=NOON - DAY)
    assert keeps_its_word(made, "failed-sign-ins", unknown_attempts=30) == []


def test_hundreds_of_failures_at_one_account_from_an_address_never_let_in_are_seen() -> None:
    assert keeps_its_word(failing(29, 1), "failed-sign-ins", unknown_attempts=30) == []
    assert len(keeps_its_word(failing(30, 1), "failed-sign-ins", unknown_attempts=30)) == 1


def test_slow_failures_and_an_address_that_many_share_are_left_alone() -> None:
    assert keeps_its_word(failing(60, 6, every_ms=MINUTE), "failed-sign-ins") == []
    made = failing(60, 6)
    for one in range(30, 34):
        made.add("requests", account=one, credential=f"AC{one}", at_ms=NOON - DAY)
    assert keeps_its_word(made, "failed-sign-ins") == []


def probing(accounts: int, *, credential: str = "AC1", first: int = 4) -> Field:
    made = Field(tree=((1, 1), (2, 1), (3, 1), *((one, one) for one in range(4, 40))))
    for place in range(accounts):
        made.add("requests", account=first + place, credential=credential, status=404, method="GET", at_ms=NOON + place * MINUTE)
    return made


@settings(max_examples=4)
@given(accounts=st.integers(9, 12))
def test_a_credential_denied_many_foreign_accounts_is_seen_at_the_line(accounts: int) -> None:
    found = keeps_its_word(probing(accounts), "foreign-accounts")
    assert [(one.master, one.row.strength) for one in found] == ([("AC1", accounts)] if accounts >= 11 else [])


def test_accounts_named_in_the_path_count_as_well_and_ones_own_do_not() -> None:
    foreign, own = Field(), Field()
    for place in range(12):
        foreign.add("requests", credential="SK1", target=f"AC9{place}", status=403, at_ms=NOON + place * MINUTE)
        own.add("requests", credential="SK1", target="AC2", status=403, at_ms=NOON + place * MINUTE)
    assert len(keeps_its_word(foreign, "foreign-accounts")) == 1
    assert keeps_its_word(own, "foreign-accounts") == []


def test_a_key_with_no_known_owner_is_nobodys() -> None:
    assert keeps_its_word(probing(20, credential="SK7"), "foreign-accounts") == []


def travelling(calls: int, *, days: int = 5, callee: int = PREMIUM, after_ms: int = HOUR) -> Field:
    made = Field()
    made.add("destinations", prefix=int(str(PREMIUM)[:7]), country="XX", calling_code=999, risk=3)
    made.add("destinations", prefix=1212555)
    for day in range(1, days + 1):
        made.add("requests", country="US", at_ms=NOON - day * DAY)
    made.add("requests", country="FR", at_ms=NOON)
    for place in range(calls):
        made.add("calls", callee=callee, started_ms=NOON + after_ms + place * SECOND)
    return made


@settings(max_examples=4)
@given(calls=st.integers(28, 31))
def test_a_takeover_is_a_new_country_and_then_a_burst(calls: int) -> None:
    found = keeps_its_word(travelling(calls), "account-takeover")
    assert [(one.row.strength, one.pointing) for one in found] == ([(calls, Pointing.VICTIM)] if calls >= 30 else [])


def test_a_traveller_without_a_burst_is_none() -> None:
    assert keeps_its_word(travelling(40, callee=12_125_550_100), "account-takeover") == []
    assert keeps_its_word(travelling(40, after_ms=25 * HOUR), "account-takeover") == []


def test_a_bad_list_of_numbers_that_nobody_has_is_no_burst() -> None:
    made = travelling(40)
    made.rows["destinations"][0] |= {"calling_code": 1, "risk": 6}
    assert keeps_its_word(made, "account-takeover") == []


def test_a_tree_of_few_days_has_no_habits_to_break() -> None:
    assert keeps_its_word(travelling(60, days=2), "account-takeover") == []


def test_an_account_that_always_calls_there_is_none() -> None:
    made = travelling(60)
    for place in range(20):
        made.add("calls", callee=PREMIUM, started_ms=NOON - DAY + place * MINUTE)
    assert keeps_its_word(made, "account-takeover") == []


def opening(calls: int, *, is_done: bool = True) -> Field:
    made = travelling(calls)
    made.rows["requests"] = []
    made.add("requests", route="DialingPermissions/Countries", status=200 if is_done else 403, at_ms=NOON)
    return made


def test_permissions_opened_before_a_burst_are_seen_and_a_refused_change_is_not() -> None:
    (found,) = keeps_its_word(opening(30), "permissions-opened")
    assert (found.row.records, found.pointing, found.row.until_ms) == (1, Pointing.EITHER, NOON + HOUR + 29 * SECOND + 1)
    assert keeps_its_word(opening(29), "permissions-opened") == []
    assert keeps_its_word(opening(60, is_done=False), "permissions-opened") == []


def abroad(recipients: list[int], *, country: str = "ZZ", usual: int = 10, days: int = 4, known: bool = False) -> Field:
    """Text so many recipients abroad after a login from FR and a change of permissions; as usual at home on the days before."""
    made = travelling(0, days=max(days, 3))
    made.add("requests", route="Geo-permissions", at_ms=NOON)
    for day in range(1, days + 1):
        for place in range(usual):
            made.add("messages", at_ms=NOON - day * DAY + place * MINUTE)
    for prefix in sorted({int(str(one)[:7]) for one in recipients}):
        made.add("destinations", prefix=prefix, country=country, calling_code=999, risk=0)
    if known:
        made.add("messages", recipient=recipients[0], at_ms=NOON - DAY)
    for place, one in enumerate(recipients):
        made.add("messages", recipient=one, at_ms=NOON + HOUR + place * SECOND)
    return made


NARROW = [999_125_550_000 + place * 1_009 for place in range(40)]
SPREAD = [999_105_550_000 + place % 10 * 10_000_000_000 + place for place in range(40)]
KEYS = ("account-takeover", "permissions-opened")


@pytest.mark.parametrize("name", KEYS)
def test_a_range_of_a_new_country_that_is_filled_counts_as_a_costly_one(name: str) -> None:
    (found,) = keeps_its_word(abroad(NARROW), name)
    assert (found.row.strength, found.row.until_ms) == (40, NOON + HOUR + 29 * SECOND + 1)


@pytest.mark.parametrize("name", KEYS)
def test_a_business_that_opens_in_a_country_writes_to_all_its_networks(name: str) -> None:
    assert keeps_its_word(abroad(SPREAD), name) == []


@pytest.mark.parametrize("name", KEYS)
def test_a_country_reached_before_a_drop_in_a_days_traffic_and_a_new_account_are_none(name: str) -> None:
    assert keeps_its_word(abroad(NARROW, known=True), name) == []
    assert keeps_its_word(abroad(NARROW, usual=80), name) == []
    assert keeps_its_word(abroad(NARROW, days=2), name) == []


def test_whoever_works_from_a_country_may_write_there() -> None:
    assert keeps_its_word(abroad(NARROW, country="FR"), "account-takeover") == []


def reading(readings: int, *, credential: str = "SK9", ip: str = "198.51.100.7", usual: int = 1) -> Field:
    made = Field()
    for day in range(1, 8):
        for place in range(usual):
            made.add("requests", credential="AC1", method="GET", route="Messages", status=200, at_ms=NOON - day * DAY + place)
    for place in range(readings):
        made.add(
            "requests", credential=credential, ip=ip, method="GET", route="Recordings", status=200, at_ms=NOON + place * SECOND
        )
    return made


def test_a_new_credential_from_a_new_address_that_reads_everything_is_seen() -> None:
    assert keeps_its_word(reading(19), "bulk-reading", readings=20) == []
    (found,) = keeps_its_word(reading(20), "bulk-reading", readings=20)
    assert (found.subject, found.row.records) == ("SK9", 20)


def test_a_known_key_a_known_address_and_a_busy_tree_may_read_as_much() -> None:
    assert keeps_its_word(reading(40, credential="AC1"), "bulk-reading", readings=20) == []
    assert keeps_its_word(reading(40, ip="192.0.2.1"), "bulk-reading", readings=20) == []
    assert keeps_its_word(reading(40, usual=8), "bulk-reading", readings=20) == []
