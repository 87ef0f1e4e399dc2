"""A world is written so that nothing of it is lost, and its truth stands beside it."""

import csv
import json
from pathlib import Path
from random import Random

import pytest

from goodstanding.periods import DAY_MS, Month
from goodstanding.simulation.model import SimHolding
from goodstanding.simulation.world.making import open_tenant
from goodstanding.simulation.world.model import Strength, World, WorldMessage, WorldRequest, WorldSignalling
from goodstanding.simulation.world.twilio_rows import segments
from goodstanding.simulation.world.writing import first_abuses, write_world

SINCE_MS = Month(2016, 2).bounds_ms("UTC")[0]
BODY = 'Two lines,\nand "quotes", and a comma — über'


@pytest.fixture
def world() -> World:
    made = World(SINCE_MS, SINCE_MS + 3 * DAY_MS)
    tenant = open_tenant(made, Random(1), "AC1", "shop")
    tenant.text(12125550101, SINCE_MS + 5_000, BODY)
    tenant.call_out(12125550102, SINCE_MS + 6_000)
    tenant.agree(12125550101, SINCE_MS - DAY_MS)
    other = open_tenant(made, Random(2), "AC2", "flood", 1, ("P5.1", Strength.CAREFUL)).under("west").abusing("P5.1")
    other.call_out(12125550103, SINCE_MS + 7_000)
    other.call_out(12125550103, SINCE_MS + 9_000)
    made.signalling.append(WorldSignalling(made.calls[1], "A", 200, 16))
    return made


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def files(takes: list[str]) -> dict[str, Path]:
    return {one.partition("=")[0]: Path(one.rpartition("=")[2]) for one in takes}


def test_our_own_formats_hold_every_record_with_its_text(world: World, tmp_path: Path) -> None:
    takes = files(write_world(world, tmp_path, "calls"))
    assert [row["body"] for row in rows(takes["messages"])] == [BODY]
    assert [row["callee"] for row in rows(takes["calls"])] == ["+12125550102", "+12125550103", "+12125550103"]
    assert rows(takes["consents"])[0]["recipient"] == "+12125550101"
    assert rows(takes["signalling"])[0]["call_id"] == rows(takes["calls"])[1]["id"]
    log = [json.loads(line) for line in takes["api-log"].read_text(encoding="utf-8").splitlines()]
    assert [one["path"].rpartition("/")[2] for one in log] == ["Messages.json", "Calls.json", "Calls.json", "Calls.json"]


def test_as_twilio_resources_it_holds_the_same(world: World, tmp_path: Path) -> None:
    takes = files(write_world(world, tmp_path, "twilio"))
    (message,) = [json.loads(line) for line in takes["twilio-messages"].read_text(encoding="utf-8").splitlines()]
    assert (message["body"], message["num_segments"], message["error_code"]) == (BODY, "1", None)
    calls = [json.loads(line) for line in takes["twilio-calls"].read_text(encoding="utf-8").splitlines()]
    assert rows(takes["signalling"])[0]["call_id"] == calls[1]["sid"]
    assert all(one["end_time"] >= one["start_time"] for one in calls)


def test_listings_show_numbers_while_they_are_held(world: World, tmp_path: Path) -> None:
    world.holdings.append(SimHolding(12125550117, "AC1", "local", SINCE_MS, SINCE_MS + DAY_MS))
    write_world(world, tmp_path, "twilio")
    first, last = (sorted(tmp_path.glob("numbers-*.json"))[place].read_text(encoding="utf-8") for place in (0, -1))
    assert "+12125550117" in first
    assert "+12125550117" not in last


@pytest.mark.parametrize("source_format", ["calls", "twilio"])
def test_the_truth_names_accounts_spans_and_records(world: World, tmp_path: Path, source_format: str) -> None:
    write_world(world, tmp_path, source_format)
    accounts = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["accounts"]
    assert (accounts["AC1"]["abuse"], accounts["AC2"]["abuse"], accounts["AC2"]["strength"]) == (None, "P5.1", "careful")
    assert (accounts["AC2-west"]["first"], accounts["AC2-west"]["last"]) == ("2016-02-01T00:00:06.700Z", "2016-02-01T00:00:09.000Z")
    abusive = rows(tmp_path / "truth-records.csv")
    assert len(abusive) == sum(bool(one.abuse) for one in (*world.calls, *world.messages, *world.requests)) == 4
    assert first_abuses(world) == {"AC2": SINCE_MS + 6_700}


def test_every_list_says_from_when_it_is(world: World, tmp_path: Path) -> None:
    takes = [one for one in write_world(world, tmp_path, "calls") if one.startswith("list:")]
    assert takes
    assert all(",as-of=2016-02-01=" in one for one in takes)


def test_what_a_request_is_about_stands_in_its_path_unless_it_is_a_host(world: World, tmp_path: Path) -> None:
    for target in ("+12125550109", "hooks.example"):
        world.requests.append(WorldRequest("AC1", "AC1", "192.0.2.1", "US", "GET", "Lookups", 200, SINCE_MS, None, target))
    log = files(write_world(world, tmp_path, "calls"))["api-log"].read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"].partition("AC1/")[2] for line in log[-2:]] == ["Lookups/+12125550109.json", "Lookups.json"]


@pytest.mark.parametrize(("body", "parts"), [("", 1), ("a" * 160, 1), ("a" * 161, 2), ("é" * 70, 1), ("é" * 71, 2), ("🎉" * 36, 2)])
def test_a_long_text_is_sent_in_parts(body: str, parts: int) -> None:
    assert segments(body) == parts


def test_the_same_world_gives_the_same_bytes(world: World, tmp_path: Path) -> None:
    world.messages.append(WorldMessage("AC1", "inbound", "received", 12125550101, 12125550111, SINCE_MS + 8_000, "ok"))
    for folder in ("one", "two"):
        write_world(world, tmp_path / folder, "calls")
    names = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)
