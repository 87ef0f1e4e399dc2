"""Twilio's exports and pages look as Twilio's do."""

import json
from pathlib import Path
from typing import Any

from goodstanding.simulation.model import SimCall
from goodstanding.simulation.times import iso_seconds, rfc2822
from goodstanding.simulation.writers import twilio
from simulation.making import NOON_MS, a_call, a_carrier, a_message, inbound


def records(*calls: SimCall) -> list[dict[str, Any]]:
    """Return a bulk export's records."""
    return [json.loads(line) for line in twilio.call_records(calls, iso_seconds)]


def test_durations_are_text_in_whole_seconds_and_empty_without_an_answer() -> None:
    calls = (a_call(talk_ms=11_999), a_call(talk_ms=1), a_call(outcome="busy", talk_ms=0))
    assert [(one["status"], one["duration"]) for one in records(*calls)] == [("completed", "11"), ("completed", "1"), ("busy", "")]


def test_an_export_has_iso_times_and_a_page_rfc_2822_ones() -> None:
    assert records(a_call(started_ms=NOON_MS + 999))[0]["start_time"] == "2016-02-01T12:00:00Z"
    page = json.loads(next(twilio.call_records([a_call()], rfc2822)))
    assert page["start_time"] == "Mon, 01 Feb 2016 12:00:00 +0000"


def test_a_caller_led_on_leaves_a_leg_to_a_client() -> None:
    parent, leg = records(inbound())
    assert (parent["direction"], parent["parent_call_sid"]) == ("inbound", None)
    assert (leg["direction"], leg["parent_call_sid"]) == ("outbound-dial", parent["sid"])
    assert leg["to"].startswith("client:")


def test_every_record_has_an_id_of_its_own() -> None:
    sids = [one["sid"] for one in records(*[inbound()] * 7)]
    assert len(set(sids)) == len(sids) > 7
    assert {len(sid) for sid in sids} == {34}


def test_a_picture_is_another_kind_of_message() -> None:
    sent = [json.loads(line) for line in twilio.message_records([a_message(), a_message(channel="mms")], iso_seconds)]
    assert [(one["sid"][:2], one["num_media"]) for one in sent] == [("SM", "0"), ("MM", "1")]


def test_pages_follow_each_other_in_one_file(tmp_path: Path) -> None:
    twilio.write_pages(a_carrier(*[a_call()] * 1_001), tmp_path)
    text = (tmp_path / "calls.json").read_text(encoding="utf-8")
    first, end = json.JSONDecoder().raw_decode(text)
    second = json.loads(text[end:])
    assert [(page["page"], page["start"], page["end"], len(page["calls"])) for page in (first, second)] == [
        (0, 0, 999, 1000),
        (1, 1000, 1000, 1),
    ]


def test_a_listing_is_one_page(tmp_path: Path) -> None:
    twilio.write_export(a_carrier(a_call()), tmp_path)
    numbers = json.loads((tmp_path / "numbers-2016-02-01.json").read_text(encoding="utf-8"))["incoming_phone_numbers"]
    assert [one["type"] for one in numbers] == ["local", "tollfree"]
    accounts = json.loads((tmp_path / "accounts-2016-02-01.json").read_text(encoding="utf-8"))["accounts"]
    assert [(one["sid"], one["owner_account_sid"]) for one in accounts] == [("ACone", "ACone")]
