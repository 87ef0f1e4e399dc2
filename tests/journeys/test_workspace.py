"""A workspace from the first record to a restated month."""

import json
from pathlib import Path

import pytest

from builders import a_call, calls_file, short_of
from journeys.conftest import Cli


@pytest.fixture
def workspace(cli: Cli) -> None:
    assert cli("init", "--zone", "UTC").status == 0


@pytest.mark.usefixtures("workspace")
def test_the_same_file_twice_changes_nothing(cli: Cli, tmp_path: Path) -> None:
    path = calls_file(tmp_path, short_of(11, 100))
    first = cli("take-in", "--json", "--take", f"twilio-calls={path}").json["intake"][0]
    again = cli("take-in", "--json", "--take", f"twilio-calls={path}").json["intake"][0]
    copy = calls_file(tmp_path, short_of(11, 99), "copy.csv")
    part = cli("take-in", "--json", "--take", f"twilio-calls={copy}").json["intake"][0]
    assert (first["accepted"], again["accepted"], again["duplicate"]) == (100, 0, 100)
    assert (part["accepted"], part["duplicate"]) == (0, 99)
    assert cli("standing", "--json", "--month", "2016-02").json["months"][0]["calls"] == 100


@pytest.mark.usefixtures("workspace")
def test_a_closed_month_is_the_same_bytes_again_and_late_records_restate_it(cli: Cli, tmp_path: Path) -> None:
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, short_of(10, 100))}")
    first, again = cli("close", "2016-02", "--json"), cli("close", "2016-02", "--json")
    assert first.out == again.out
    assert first.json["months"][0]["state"] == "closed"
    late = calls_file(tmp_path, [a_call(500, seconds=3)], "late.csv")
    cli("take-in", "--take", f"twilio-calls={late}")
    assert cli("standing", "--json", "--month", "2016-02").json["months"][0]["calls"] == 100
    words = cli("close", "2016-02")
    assert "req-2: 10 of 100 (complies) became 11 of 101 (violated)" in words.out
    restated = cli("standing", "--json", "--month", "2016-02").json["months"][0]
    assert (restated["state"], restated["calls"]) == ("restated", 101)


@pytest.mark.usefixtures("workspace")
def test_a_month_is_not_closed_before_its_grace_is_over(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, short_of(1, 20))}")
    monkeypatch.setenv("GOODSTANDING_NOW_MS", "1456876800000")
    refused = cli("close", "2016-02")
    assert refused.status == 2
    assert "2016-03-04" in refused.err
    assert cli("close", "2016-02", "--grace", "1").status == 0


@pytest.mark.usefixtures("workspace")
def test_a_dry_run_keeps_nothing(cli: Cli, tmp_path: Path) -> None:
    path = calls_file(tmp_path, short_of(1, 20))
    assert cli("take-in", "--dry-run", "--json", "--take", f"twilio-calls={path}").json["intake"][0]["accepted"] == 20
    assert "no records yet" in cli("standing").err


@pytest.mark.usefixtures("workspace")
def test_refused_rows_are_written_out_mended_and_taken_in_again(cli: Cli, tmp_path: Path) -> None:
    bad = a_call(7, seconds="sixty")
    quoted = '"' + a_call(8, seconds="ninety").replace(",", '","') + '"'
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, [*short_of(0, 5), bad, quoted])}")
    assert "talk-time-unreadable" in cli("quarantine", "list").out
    mended = tmp_path / "mended.csv"
    assert cli("quarantine", "export", 1, mended).status == 0
    text = mended.read_text(encoding="utf-8")
    assert set(text.splitlines()[1:]) == {bad, quoted}
    mended.write_text(text.replace("sixty", "60").replace("ninety", "90"), encoding="utf-8")
    tally = cli("take-in", "--json", "--mends", 1, "--take", f"twilio-calls={mended}").json["intake"][0]
    assert (tally["accepted"], tally["rejected"]) == (2, 0)
    assert cli("quarantine", "list", "--json").json[0]["mended_by"] == 2


@pytest.mark.usefixtures("workspace")
def test_a_later_revision_takes_the_place_of_an_earlier_one_in_any_order(cli: Cli, tmp_path: Path) -> None:
    old, new = a_call(1, status="in-progress", updated="2016-02-10T12:00:01Z"), a_call(1, seconds=5, updated="2016-02-10T12:01:00Z")
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, [new], 'new.csv')}")
    tally = cli("take-in", "--json", "--take", f"twilio-calls={calls_file(tmp_path, [old], 'old.csv')}").json["intake"][0]
    assert (tally["accepted"], tally["duplicate"]) == (0, 1)
    found = cli("standing", "--json", "--month", "2016-02").json["months"][0]["accounts"][0]["requirements"][1]
    assert (found["part"], found["whole"]) == (1, 1)


@pytest.mark.usefixtures("workspace")
def test_a_released_number_is_no_longer_assessed(cli: Cli, tmp_path: Path) -> None:
    def listing(day: str, numbers: list[str]) -> str:
        path = tmp_path / f"numbers-{day}.csv"
        rows = [f"{number},A,local,2015-06-01T00:00:00Z" for number in numbers]
        path.write_text("\n".join(["number,account,type,held_from", *rows]), encoding="utf-8")
        return f"numbers:as-of={day}={path}"

    both, one = ["+14155550100", "+14155550101"], ["+14155550100"]
    cli(
        "take-in",
        "--take",
        listing("2016-02-01", both),
        "--take",
        listing("2016-02-20", both),
        "--take",
        listing("2016-03-02", one),
    )
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, [a_call(1, account='A')])}")
    found = json.loads(cli("close", "2016-02", "--json").out)["months"][0]["accounts"][0]["requirements"][0]
    assert (found["whole"], found["not_assessed"]) == (1, 1)


def test_without_a_workspace_the_error_says_how_to_make_one(cli: Cli) -> None:
    outcome = cli("standing")
    assert outcome.status == 2
    assert "goodstanding init" in outcome.err


@pytest.mark.usefixtures("workspace")
def test_a_number_in_every_listing_stays_assessed_after_the_last_one(cli: Cli, tmp_path: Path) -> None:
    for day in ("2016-01-01", "2016-02-10"):
        path = tmp_path / f"numbers-{day}.csv"
        path.write_text("number,account,type,held_from\n+14155550100,A,local,2015-06-01T00:00:00Z\n", encoding="utf-8")
        cli("take-in", "--take", f"numbers:as-of={day}={path}")
    cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, [a_call(1, account='A')])}")
    found = cli("close", "2016-02", "--json").json["months"][0]["accounts"][0]["requirements"][0]
    assert (found["part"], found["whole"]) == (1, 1)


@pytest.mark.usefixtures("workspace")
def test_a_revision_between_two_that_say_the_same_does_not_win_by_arriving_last(cli: Cli, tmp_path: Path) -> None:
    for place, (seconds, minute) in enumerate(((3, 0), (3, 2), (60, 1))):
        row = a_call(1, seconds=seconds, updated=f"2016-02-10T13:0{minute}:00Z")
        cli("take-in", "--take", f"twilio-calls={calls_file(tmp_path, [row], f'{place}.csv')}")
    found = cli("standing", "--json", "--month", "2016-02").json["months"][0]["accounts"][0]["requirements"][1]
    assert (found["part"], found["whole"]) == (1, 1)
