"""Switches write rows of legs, each with the traps of its own."""

import csv
import json
from typing import Any
from urllib.parse import unquote

import pytest

from goodstanding.simulation.legs import rang_elsewhere, was_swapped
from goodstanding.simulation.writers import asterisk, freeswitch, jambonz, kamailio
from simulation.making import NOON_MS, a_call, inbound

CALLS = [a_call(), a_call(talk_ms=11_500, started_ms=NOON_MS + 700), inbound(outcome="canceled", talk_ms=0), inbound()]


def test_asterisk_ties_a_calls_rows_with_linkedid() -> None:
    rows = list(csv.reader(asterisk.calls(CALLS)))
    assert {len(row) for row in rows} == {21}
    assert len({row[19] for row in rows}) == len(CALLS)
    assert len({(row[16], row[20]) for row in rows}) == len(rows) > len(CALLS)


def test_asterisk_writes_a_row_for_an_extension_that_rang_in_vain() -> None:
    rows = [row for row in csv.reader(asterisk.calls([a_call()] * 2)) if row[14] == "NO ANSWER"]
    assert rang_elsewhere(1)
    assert [row[13] for row in rows] == ["0"]


def test_asterisk_writes_an_answered_row_without_a_bill_for_a_swapped_channel() -> None:
    rows = list(csv.reader(asterisk.calls([a_call()] * 3)))
    assert was_swapped(2, a_call())
    assert [(row[14], row[13]) for row in rows if row[16] != row[19]] == [("ANSWERED", "0")]


def test_asterisk_writes_the_wall_clock_and_cut_seconds() -> None:
    row = next(csv.reader(asterisk.calls([a_call(talk_ms=11_999)])))
    assert row[9:14] == ["2016-02-01 07:00:00", "2016-02-01 07:00:04", "2016-02-01 07:00:15", "15", "11"]


def test_freeswitch_json_has_a_leg_on_either_side_and_one_record_twice() -> None:
    legs: list[dict[str, str]] = [json.loads(line)["variables"] for line in freeswitch.json_legs(CALLS)]
    assert all(isinstance(value, str) for leg in legs for value in leg.values())
    assert len(legs) == 2 * len(CALLS) + 1
    assert legs[0] == legs[2]
    behind = [leg for leg in legs if "originating_leg_uuid" in leg]
    assert all(leg["originating_leg_uuid"] == leg["call_uuid"] != leg["uuid"] for leg in behind)


def test_freeswitch_json_is_percent_encoded_and_exact_in_billmsec_alone() -> None:
    leg = json.loads(list(freeswitch.json_legs(CALLS))[3])["variables"]
    assert unquote(leg["sip_from_user"]) == "+14155550100" != leg["sip_from_user"]
    assert (leg["billsec"], leg["billmsec"]) == ("12", "11500")
    assert int(leg["end_uepoch"]) - int(leg["answer_uepoch"]) == 11_500_000


def test_freeswitch_places_no_leg_behind_a_call_that_failed() -> None:
    legs = list(freeswitch.json_legs([a_call(), a_call(outcome="failed", talk_ms=0)]))
    assert len(legs) == 2 + 1 + 1


def test_freeswitch_csv_quotes_everything_and_subtracts_whole_seconds() -> None:
    lines = list(freeswitch.csv_rows(CALLS))
    rows = list(csv.reader(lines))
    assert {len(row) for row in rows} == {15}
    assert all(line == ",".join(f'"{cell}"' for cell in row) for line, row in zip(lines, rows, strict=True))
    assert [row[8] for row in rows] == ["60", "12", "0", "60"]
    assert rows[0][4:6] == ["2016-02-01 07:00:00", "2016-02-01 07:00:04"]
    assert [row[5] for row in rows if row[9] == "ORIGINATOR_CANCEL"] == [""]


def test_kamailio_writes_challenge_answer_and_bye_under_one_call_id() -> None:
    rows = list(csv.DictReader(kamailio.calls(CALLS)))
    told = [
        [(row["method"], row["sip_code"]) for row in rows if row["callid"] == f"k{place:09d}@proxy.invalid"] for place in range(4)
    ]
    answered = [("INVITE", "200"), ("BYE", "200")]
    assert told == [[("INVITE", "407"), *answered], [("INVITE", "407"), *answered], [("INVITE", "487")], answered]


def test_jambonz_writes_one_array_with_a_leg_to_the_agent() -> None:
    records: list[dict[str, Any]] = json.loads("\n".join(jambonz.calls(CALLS)))
    assert len(records) == len(CALLS) + 1
    assert [record["to"] for record in records if "sip_parent_callid" in record] == ["agent-3"]


def test_jambonz_tells_an_answer_by_answered_alone() -> None:
    given_up = json.loads("\n".join(jambonz.calls([inbound(outcome="canceled", talk_ms=0)])))[0]
    assert (given_up["answered"], given_up["sip_status"]) == (False, 200)
    assert given_up["answered_at"] > 0


def test_an_empty_month_is_an_empty_array() -> None:
    assert list(jambonz.calls([])) == ["[]"]


@pytest.mark.parametrize("outcome", ["no-answer", "busy", "canceled", "failed"])
def test_every_outcome_has_a_word_in_every_source(outcome: str) -> None:
    call = a_call(outcome=outcome, talk_ms=0)
    for writer in (asterisk.calls, freeswitch.json_legs, freeswitch.csv_rows, kamailio.calls, jambonz.calls):
        assert list(writer([call]))
