"""The made-up carrier is the same each time, and has every customer it is said to have."""

from collections import Counter
from random import Random

import pytest

from goodstanding.periods import DAY_MS, Month
from goodstanding.simulation.carrier import simulate
from goodstanding.simulation.model import Carrier


def test_the_same_seed_makes_the_same_month(carrier: Carrier) -> None:
    assert simulate(Month(2016, 2), Random(7), calls=5_000) == carrier


def test_another_seed_makes_another_month(carrier: Carrier) -> None:
    other = simulate(Month(2016, 2), Random(8), calls=5_000)
    assert other.calls != carrier.calls
    assert other.holdings == carrier.holdings


@pytest.mark.parametrize("calls", [5_000, 12_000])
def test_the_scale_is_about_what_was_asked_for(calls: int) -> None:
    made = simulate(Month(2016, 2), Random(1), calls=calls)
    assert calls <= len(made.calls) <= calls + 3_000
    assert calls // 3 <= len(made.messages) <= calls * 2 // 3


@pytest.mark.parametrize("month", [Month(2016, 2), Month(2015, 12), Month(2023, 3)])
def test_everything_falls_in_the_month_but_one_call(month: Month) -> None:
    made = simulate(month, Random(1), calls=5_000)
    assert (made.since_ms, made.until_ms) == month.bounds_ms("UTC")
    outside = [call for call in made.calls if not made.since_ms <= call.started_ms < made.until_ms]
    assert [call.started_ms for call in outside] == [made.until_ms]
    assert all(made.since_ms <= message.sent_ms < made.until_ms for message in made.messages)


def test_calls_and_messages_come_in_the_order_of_time(carrier: Carrier) -> None:
    assert list(carrier.calls) == sorted(carrier.calls, key=lambda call: call.started_ms)
    assert list(carrier.messages) == sorted(carrier.messages, key=lambda message: message.sent_ms)


def test_every_number_belongs_to_nobody(carrier: Carrier) -> None:
    numbers = {held.number for held in carrier.holdings}
    for call in carrier.calls:
        numbers |= {call.caller, call.callee}
    for message in carrier.messages:
        numbers |= {message.sender, message.recipient}
    assert {number // 10_000 % 1000 for number in numbers} == {555}


def test_only_answered_calls_have_talk_time(carrier: Carrier) -> None:
    assert all((call.talk_ms > 0) == (call.outcome == "answered") for call in carrier.calls)


def test_there_is_a_call_on_either_side_of_midnight(carrier: Carrier) -> None:
    last = [call.started_ms - carrier.until_ms for call in carrier.calls if call.account == "ACmidnight"][-2:]
    assert last == [-1, 0]


def test_there_is_a_call_on_either_side_of_twelve_seconds(carrier: Carrier) -> None:
    near = {call.talk_ms for call in carrier.calls if call.account == "ACexactly" and abs(call.talk_ms - 12_000) <= 1}
    assert near == {11_999, 12_000}


def test_one_branch_moves_in_mid_month(carrier: Carrier) -> None:
    masters = [
        next(one.master for one in carrier.accounts_at(at_ms) if one.account == "ACmover")
        for at_ms in (carrier.since_ms, carrier.since_ms + 14 * DAY_MS - 1, carrier.since_ms + 14 * DAY_MS)
    ]
    assert masters == ["AClarch", "AClarch", "ACmaple"]


def test_listings_show_a_bought_number_and_lose_a_released_one(carrier: Carrier) -> None:
    listed = [{held.number for held in carrier.holdings_at(at_ms)} for at_ms in carrier.snapshots_ms]
    assert len(listed[1] - listed[0]) == 1
    assert len(listed[1] - listed[2]) == 1


def test_one_account_does_nothing_at_all_and_one_nothing_of_its_own(carrier: Carrier) -> None:
    seen = {one.account for one in (*carrier.calls, *carrier.messages, *carrier.holdings)}
    assert {one.account for one in carrier.accounts} - seen == {"ACquiet", "ACmaple"}


def test_there_are_silent_numbers(carrier: Carrier) -> None:
    used: Counter[int] = Counter()
    for message in carrier.messages:
        used.update((message.sender, message.recipient))
    parked = [held.number for held in carrier.holdings if held.account == "ACparked"]
    assert sum(used[number] == 0 for number in parked) == 11
