"""Are numbers seen that are not the account's to show, and an honest office's left alone?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.traffic.field import DAY, HOUR, MINUTE, SECOND, SINCE_MS, Field, keeps_its_word

OWN = 14155550100
STRANGERS = 13125552000
CALLEES = 12125554000


def office(**said: int) -> Field:
    """An account that holds a number, and its plan of what the numbers shown are."""
    made = Field()
    made.add("held", number=OWN, **said)
    for prefix in (1415555, 1312555, 1212555):
        made.add("destinations", prefix=prefix)
    return made


def calls(
    made: Field, count: int, *, callers: int = 1, first: int = STRANGERS, at_ms: int = SINCE_MS + 10 * HOUR, **said: object
) -> None:
    for place in range(count):
        row = {"caller": first + place % callers, "callee": CALLEES + place, **said}
        made.add("calls", started_ms=at_ms + place * 20 * SECOND, **row)


@settings(max_examples=6, deadline=None)
@given(callers=st.integers(1, 8), count=st.integers(1, 40))
def test_foreign_callers_are_seen_from_so_many_numbers_and_calls(callers: int, count: int) -> None:
    made = office()
    calls(made, count, callers=callers)
    shown = min(callers, count)
    found = keeps_its_word(made, "foreign-callers", callers=4, calls=25)
    assert [(one.row.strength, one.row.until_ms) for one in found] == (
        [(count, SINCE_MS + DAY)] if shown >= 4 and count >= 25 else []
    )


def test_foreign_callers_are_a_share_of_the_days_calls() -> None:
    for own, seen in ((30, 1), (31, 0)):
        made = office()
        calls(made, 30, callers=6)
        calls(made, own, first=OWN, at_ms=SINCE_MS)
        assert len(keeps_its_word(made, "foreign-callers", per_thousand=500)) == seen


def test_one_number_verified_elsewhere_is_no_foreign_crowd() -> None:
    made = office()
    calls(made, 60)
    assert keeps_its_word(made, "foreign-callers") == []


def test_a_number_of_a_sister_account_counts_as_own_before_and_after_it_is_held() -> None:
    made = office()
    for place in range(6):
        made.add("held", account=3, number=STRANGERS + place, from_ms=SINCE_MS + 20 * DAY, until_ms=SINCE_MS + 21 * DAY)
    calls(made, 60, callers=6, account=2)
    assert keeps_its_word(made, "foreign-callers") == []


def test_nothing_is_said_of_an_account_without_an_inventory() -> None:
    made = office(account=4)
    calls(made, 60, callers=6)
    assert keeps_its_word(made, "foreign-callers") == []


def test_callers_of_forwarded_calls_are_not_foreign() -> None:
    made = office()
    for place in range(60):
        at_ms = SINCE_MS + 10 * HOUR + place * MINUTE
        made.add("calls", direction=1, caller=STRANGERS + place, callee=OWN, started_ms=at_ms)
        made.add("calls", caller=STRANGERS + place, callee=CALLEES, started_ms=at_ms + 5 * SECOND)
    assert keeps_its_word(made, "foreign-callers") == []


def test_withheld_numbers_say_nothing() -> None:
    made = office()
    calls(made, 60, caller=None)
    assert keeps_its_word(made, "foreign-callers") == []


def test_foreign_callers_of_one_sub_account_name_it_and_of_two_the_master() -> None:
    made = office()
    calls(made, 40, callers=5, account=2)
    calls(made, 40, callers=5, account=2, at_ms=SINCE_MS + 2 * DAY)
    calls(made, 1, account=3, at_ms=SINCE_MS + 2 * DAY)
    assert [(one.account, one.master) for one in keeps_its_word(made, "foreign-callers")] == [("AC2", "AC1"), ("AC1", "AC1")]


@settings(max_examples=5, deadline=None)
@given(count=st.integers(1, 6))
def test_a_forbidden_caller_is_seen_at_the_call_that_crosses_the_line(count: int) -> None:
    made = office()
    made.add("listed", list="do-not-originate", low=STRANGERS, high=STRANGERS)
    calls(made, count)
    found = keeps_its_word(made, "forbidden-callers", calls=3)
    assert [(one.subject, one.row.strength, one.row.until_ms) for one in found] == (
        [(f"+{STRANGERS}", count, SINCE_MS + 10 * HOUR + 40 * SECOND + 1)] if count >= 3 else []
    )


def test_a_forbidden_range_counts_where_it_covers_a_prefix() -> None:
    made = office()
    made.add("listed", list="do-not-originate", low=13125550000, high=13125559999)
    made.add("prefix_lists", prefix=1312555, list="do-not-originate")
    calls(made, 4)
    assert [one.row.records for one in keeps_its_word(made, "forbidden-callers")] == [4]


def test_a_forbidden_block_counts() -> None:
    made = office()
    made.add("listed", list="do-not-originate", low=13125552000, high=13125552999)
    made.add("number_lists", number=STRANGERS, list="do-not-originate")
    calls(made, 4)
    assert [one.row.records for one in keeps_its_word(made, "forbidden-callers")] == [4]


def test_a_forbidden_caller_that_called_in_before_may_be_relayed() -> None:
    made = office()
    made.add("listed", list="do-not-originate", low=STRANGERS, high=STRANGERS)
    made.add("calls", direction=1, caller=STRANGERS, callee=OWN, started_ms=SINCE_MS + 10 * HOUR + 70 * SECOND)
    calls(made, 10)
    assert [one.row.records for one in keeps_its_word(made, "forbidden-callers")] == [4]


@pytest.mark.parametrize(
    ("caller", "seen"),
    [(14159115501, 1), (10155550142, 1), (911, 1), (1415555014, 1), (210555014200, 1), (STRANGERS, 0), (1001, 0), (14155550142, 0)],
)
def test_numbers_nobody_can_have_are_invalid(caller: int, seen: int) -> None:
    made = office()
    for prefix, risk, code in ((1415911, 6, 1), (1015555, 6, 1), (2105550, 6, None), (911, 0, None), (1001, 0, None)):
        made.add("destinations", prefix=prefix, risk=risk, calling_code=code)
    calls(made, 10, caller=caller)
    assert [one.row.strength for one in keeps_its_word(made, "invalid-callers")] == [10] * seen


def test_numbers_of_fiction_count_once_several_are_shown_and_never_when_held() -> None:
    for shown, seen in ((3, 0), (4, 1)):
        made = office()
        calls(made, 12, callers=shown, first=13125550110)
        calls(made, 12, first=OWN, at_ms=SINCE_MS)
        assert [one.row.strength for one in keeps_its_word(made, "invalid-callers")] == [12] * seen


def test_a_few_invalid_callers_are_left_alone() -> None:
    made = office()
    made.add("destinations", prefix=1415911, risk=6)
    calls(made, 4, caller=14159115501)
    assert keeps_its_word(made, "invalid-callers") == []


def neighbours(made: Field, count: int, callers: int, *, shift: int = 1) -> None:
    for place in range(count):
        callee = 10_000_000_000 + (201 + place % 7) * 10_000_000 + 5552000 + place
        caller = callee - callee % 10_000 + 3000 + place % callers + (0 if shift else 10_000)
        made.add("calls", caller=caller, callee=callee, started_ms=SINCE_MS + 9 * HOUR + place * SECOND)


def test_neighbour_callers_are_seen() -> None:
    made = office()
    neighbours(made, 70, 70)
    calls(made, 20, first=OWN, at_ms=SINCE_MS)
    (found,) = keeps_its_word(made, "neighbour-callers")
    assert (found.row.strength, found.row.whole, found.row.records) == (70, 90, 70)


@pytest.mark.parametrize(("callers", "count", "shift"), [(1, 70, 1), (70, 49, 1), (70, 70, 0)])
def test_few_callers_few_calls_or_another_exchange_are_no_neighbours(callers: int, count: int, shift: int) -> None:
    made = office()
    neighbours(made, count, callers, shift=shift)
    assert keeps_its_word(made, "neighbour-callers") == []


def test_local_presence_with_held_numbers_is_allowed() -> None:
    made = office()
    neighbours(made, 70, 70)
    for row in list(made.rows["calls"]):
        made.add("held", number=row["caller"])
    assert keeps_its_word(made, "neighbour-callers") == []


def rotation(made: Field, callers: int, **said: object) -> None:
    for place in range(1, callers):
        made.add("held", number=OWN + place)
    calls(made, callers * 3, callers=callers, first=OWN, at_ms=SINCE_MS + 2 * HOUR, **{"talk_ms": 4000, **said})


def test_a_run_over_many_numbers_is_seen_though_they_are_held() -> None:
    made = office()
    rotation(made, 30)
    (found,) = keeps_its_word(made, "caller-rotation", callers=30, own_callers=30)
    assert (found.row.strength, found.row.records) == (30, 90)
    assert keeps_its_word(made, "caller-rotation", callers=30, own_callers=31) == []


@pytest.mark.parametrize("said", [{"talk_ms": 90_000}, {"talk_ms": None}, {"callee": CALLEES}])
def test_many_numbers_that_people_talk_to_or_one_callee_are_no_rotation(said: dict[str, object]) -> None:
    made = office()
    rotation(made, 30, **said)
    assert keeps_its_word(made, "caller-rotation", callers=30, own_callers=30) == []


def test_masked_numbers_that_are_called_as_much_as_they_call_are_no_rotation() -> None:
    made = office()
    rotation(made, 30)
    calls(made, 20, direction=1, first=STRANGERS, at_ms=SINCE_MS)
    assert keeps_its_word(made, "caller-rotation", callers=30, own_callers=30) == []


def test_own_numbers_used_in_turn_are_seen_though_hardly_a_call_was_answered() -> None:
    made = office()
    for place in range(30):
        made.add("held", number=OWN + place)
    calls(made, 60, callers=30, first=OWN, outcome=2, talk_ms=None)
    (found,) = keeps_its_word(made, "caller-rotation", callers=10, own_callers=30)
    assert (found.row.strength, found.row.records) == (30, 60)


def test_a_sales_teams_local_numbers_that_few_answer_are_no_rotation() -> None:
    made = office()
    for place in range(60):
        made.add("held", number=OWN + place)
    calls(made, 180, callers=60, first=OWN, outcome=2, talk_ms=None)
    assert keeps_its_word(made, "caller-rotation") == []


def test_a_run_over_many_numbers_of_others_is_seen_however_long_people_talk() -> None:
    for strangers, seen in ((16, 1), (15, 0)):
        made = office()
        for place in range(30 - strangers):
            made.add("held", number=OWN + place)
        calls(made, 60, callers=30, first=OWN, talk_ms=90_000)
        assert len(keeps_its_word(made, "caller-rotation", callers=30)) == seen


def signed(made: Field, weak: int, strong: int, **said: object) -> None:
    for place in range(weak + strong):
        at_ms = SINCE_MS + HOUR + place * SECOND
        row = {"caller": OWN, "callee": CALLEES + place, **said}
        made.add("calls", started_ms=at_ms, **row)
        made.add("signalling", call_id=made.rows["calls"][-1]["id"], attestation=3 if place < weak else 1, at_ms=at_ms)


def test_own_numbers_that_are_not_attested_are_seen_as_a_share() -> None:
    for weak, seen in ((10, 1), (9, 0)):
        made = office()
        signed(made, weak, 100 - weak)
        found = keeps_its_word(made, "weak-attestation", calls=5)
        assert [(one.row.strength, one.row.whole) for one in found] == [(weak, 100)] * seen


def test_the_attestation_of_other_numbers_is_not_the_accounts_own() -> None:
    made = office()
    signed(made, 100, 0, caller=STRANGERS)
    assert keeps_its_word(made, "weak-attestation", calls=10) == []


@pytest.mark.parametrize(("senders", "count", "own", "seen"), [(4, 25, 25, 1), (3, 25, 0, 0), (4, 24, 0, 0), (4, 25, 26, 0)])
def test_foreign_senders_are_seen_by_numbers_messages_and_share(senders: int, count: int, own: int, seen: int) -> None:
    made = office()
    for place in range(count):
        made.add("messages", account=2, sender=STRANGERS + place % senders, at_ms=SINCE_MS + place * SECOND)
    for place in range(own):
        made.add("messages", sender=OWN, at_ms=SINCE_MS + HOUR + place * SECOND)
    made.add("messages", sender=55512, at_ms=SINCE_MS + HOUR)
    found = keeps_its_word(made, "foreign-senders", per_thousand=500)
    assert [(one.account, one.row.strength, one.row.whole) for one in found] == [("AC2", count, count + own)] * seen
