"""The truth is what the customers are there for, and the product finds it in every format."""

import json
from pathlib import Path
from typing import Any

import pytest

from goodstanding.periods import DAY_MS
from goodstanding.simulation.model import Carrier, SimAccount, SimHolding
from goodstanding.simulation.truth import truth_of
from goodstanding.simulation.writing import FORMATS, write_carrier
from journeys.conftest import Cli, cli
from simulation.making import FREE, NOON_MS, OTHER, OWN, SINCE_MS, UNTIL_MS, a_call, a_carrier, a_message, inbound

__all__ = ["cli"]

BREAKERS = {
    ("ACparked", "req-1"),
    ("ACacme", "req-2"),
    ("AClarch", "req-2"),
    ("ACtiny", "req-2"),
    ("AChasty", "req-3"),
    ("ACnightowl", "req-4"),
}


def february(made: Carrier, source_format: str = "calls") -> Any:
    """Return the truth of the month itself."""
    return truth_of(made, source_format)["months"]["2016-02"]


def of_one(made: Carrier, clause: str, source_format: str = "calls") -> tuple[int, int]:
    """Return part and whole of the first account's requirement."""
    counted = february(made, source_format)["accounts"]["ACone"][clause]
    return counted["part"], counted["whole"]


@pytest.mark.parametrize("source_format", FORMATS)
def test_just_the_accounts_that_are_there_for_it_break_a_requirement(carrier: Carrier, source_format: str) -> None:
    accounts = february(carrier, source_format)["accounts"]
    found = {
        (account, clause) for account, kept in accounts.items() for clause, one in kept.items() if one["verdict"] == "violated"
    }
    assert found == BREAKERS


@pytest.mark.parametrize("source_format", FORMATS)
def test_exactly_ltd_sits_exactly_on_each_limit(carrier: Carrier, source_format: str) -> None:
    exact = february(carrier, source_format)["accounts"]["ACexactly"]
    assert [exact[clause]["part"] * 10 for clause in ("req-2", "req-3", "req-4")] == [
        exact[clause]["whole"] for clause in ("req-2", "req-3", "req-4")
    ]
    assert {one["verdict"] for one in exact.values()} == {"complies"}


def test_a_quiet_house_is_not_assessable(carrier: Carrier) -> None:
    assert {one["verdict"] for one in february(carrier)["accounts"]["ACquiet"].values()} == {"not assessable"}


def test_the_tiny_shop_is_over_on_a_small_sample(carrier: Carrier) -> None:
    assert february(carrier)["accounts"]["ACtiny"]["req-2"] == {"part": 2, "whole": 11, "verdict": "violated"}


@pytest.mark.parametrize("source_format", FORMATS)
def test_totals_add_up(carrier: Carrier, source_format: str) -> None:
    months = truth_of(carrier, source_format)["months"].values()
    assert sum(month["calls"] for month in months) == len(carrier.calls)
    assert sum(month["messages"] for month in months) == len(carrier.messages)
    assert all(month["rows"] >= month["calls"] >= month["unanswered"] for month in months)


def test_sources_tell_different_stories_of_the_same_calls(carrier: Carrier) -> None:
    told = {source_format: february(carrier, source_format)["accounts"]["ACharbour"]["req-2"]["part"] for source_format in FORMATS}
    assert told["calls"] > told["freeswitch-csv"]
    assert told["calls"] > told["asterisk-csv"]


def test_midnight_parts_the_months() -> None:
    made = a_carrier(a_call(started_ms=UNTIL_MS - 1), a_call(started_ms=UNTIL_MS))
    assert [month["calls"] for month in truth_of(made, "calls")["months"].values()] == [1, 1]


def test_short_calls_are_those_under_twelve_seconds_that_were_answered() -> None:
    made = a_carrier(a_call(talk_ms=11_999), a_call(talk_ms=12_000), a_call(outcome="busy", talk_ms=0))
    assert of_one(made, "req-2") == (1, 2)


def test_inbound_calls_count_where_the_number_is_toll_free() -> None:
    made = a_carrier(inbound(talk_ms=3_000), inbound(outcome="canceled", talk_ms=0), inbound(callee=OWN, talk_ms=3_000))
    assert of_one(made, "req-3") == (1, 1)
    assert of_one(made, "req-4") == (1, 2)


@pytest.mark.parametrize(
    ("second", "under"),
    [(a_message(), 0), (a_message(status="failed"), 1), (a_message(sender=OTHER, recipient=OWN), 0), (a_message(sender=OTHER), 1)],
)
def test_a_transmission_is_a_message_that_was_sent_from_or_to_the_number(second: Any, under: int) -> None:
    made = a_carrier(a_call(), messages=(second,), holdings=(SimHolding(OWN, "ACone", "local", 0),))
    assert of_one(made, "req-1") == (under, 1)


def test_an_outbound_attempt_taken_back_is_no_transmission_and_an_inbound_one_is() -> None:
    held = (SimHolding(OWN, "ACone", "local", 0), SimHolding(FREE, "ACone", "toll-free", 0))
    made = a_carrier(a_call(), a_call(outcome="canceled"), inbound(), inbound(outcome="canceled"), holdings=held)
    assert of_one(made, "req-1") == (1, 2)
    assert of_one(made, "req-1", "asterisk-csv") == (0, 2)


def test_a_call_between_two_of_the_same_number_is_one_transmission() -> None:
    made = a_carrier(a_call(callee=OWN), holdings=(SimHolding(OWN, "ACone", "local", 0),))
    assert of_one(made, "req-1") == (1, 1)


def test_a_number_held_for_part_of_the_month_is_not_assessed() -> None:
    held = (
        SimHolding(OWN, "ACone", "local", SINCE_MS + 1),
        SimHolding(FREE, "ACone", "toll-free", 0, UNTIL_MS - 1),
        SimHolding(OTHER, "ACone", "local", 0, SINCE_MS),
    )
    counted = february(a_carrier(a_call(), holdings=held))["accounts"]["ACone"]["req-1"]
    assert counted == {"part": 0, "whole": 0, "verdict": "not assessable", "not_assessed": 2}


def test_a_branch_counts_for_the_master_it_is_under_at_the_time() -> None:
    moved_ms = NOON_MS + DAY_MS
    accounts = (
        SimAccount("ACone", "ACone", "One", SINCE_MS),
        SimAccount("ACtwo", "ACtwo", "Two", SINCE_MS),
        SimAccount("ACbranch", "ACone", "Branch", SINCE_MS),
        SimAccount("ACbranch", "ACtwo", "Branch", moved_ms),
    )
    calls = [a_call(account="ACbranch", started_ms=at_ms) for at_ms in (moved_ms - 1, moved_ms, moved_ms + 1)]
    told = february(a_carrier(*calls, accounts=accounts))["accounts"]
    assert {account: one["req-2"]["whole"] for account, one in told.items()} == {"ACone": 1, "ACtwo": 2}


@pytest.mark.parametrize("source_format", FORMATS)
def test_the_product_finds_the_truth(cli: Cli, tmp_path: Path, carrier: Carrier, source_format: str) -> None:
    takes = write_carrier(carrier, tmp_path / "records", source_format)
    truth = json.loads((tmp_path / "records" / "truth.json").read_text(encoding="utf-8"))
    found = cli("check", "--json", *[word for one in takes for word in ("--take", one)]).json["months"]
    assert {month["month"]: as_truth(month) for month in found} == truth["months"]


def as_truth(month: Any) -> Any:
    """Return what the product says of a month in the words of truth.json."""
    keys = ("part", "whole", "verdict", "not_assessed")
    accounts = {
        account["account"]: {one["clause"]: {key: one[key] for key in keys if key in one} for one in account["requirements"]}
        for account in month["accounts"]
    }
    return {**{key: month[key] for key in ("rows", "calls", "unanswered", "messages")}, "accounts": accounts}
