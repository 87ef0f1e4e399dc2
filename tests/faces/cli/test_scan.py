"""`goodstanding scan` says what the detectors see, in words, as JSON and with an exit status."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from goodstanding.errors import ClauseInvalid
from goodstanding.faces.cli.commands import run
from goodstanding.flows.choose_detectors import chosen
from goodstanding.policy.table import Table

CALLER, CALLEE = "+14155550100", "+12125550199"
HEADER = "id,account,direction,outcome,caller,callee,started_at,talk_ms"


def flood(folder: Path, days: tuple[int, ...] = (10,)) -> str:
    """Write one call to the same number every second for a minute, on some days."""
    rows = [
        f"c{day}-{second:02d},loud,outbound,answered,{CALLER},{CALLEE},2016-02-{day:02d}T12:00:{second:02d}Z,1000"
        for day in days
        for second in range(60)
    ]
    path = folder / "calls.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return f"calls={path}"


def scanned(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["scan", *arguments, "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_a_sighting_says_what_whom_when_and_how_much(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = scanned(capsys, "--take", flood(tmp_path), "--only", "call-flood", "--set", "call-flood.attempts=30")
    (one,) = document["signals"]
    assert one == {
        "clause": "use-05",
        "signal": "P5.1",
        "detector": "call-flood",
        "account": "loud",
        "master": "loud",
        "subject": CALLEE,
        "pointing": "violator",
        "window": {"since": "2016-02-10T12:00:00.000Z", "until": "2016-02-10T12:00:29.001Z"},
        "through": "2016-02-10T12:00:59.001Z",
        "strength": 60,
        "threshold": 30,
        "records": 60,
        "why": one["why"],
    }
    assert (document["since"], document["until"]) == ("2016-02-10T00:00:00.000Z", "2016-02-11T00:00:00.000Z")
    assert document["intake"][0]["accepted"] == 60


def test_the_records_behind_a_sighting_are_written_and_hashed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "evidence"
    arguments = ("--take", flood(tmp_path), "--only", "call-flood", "--evidence", str(folder))
    (one,) = scanned(capsys, *arguments)["signals"]
    (written,) = folder.iterdir()
    content = written.read_bytes()
    assert content.decode().split() == [f"c10-{second:02d}" for second in range(60)]
    assert one["evidence"] == {"records": 60, "sha256": hashlib.sha256(content).hexdigest()}


def test_a_workspace_is_scanned_like_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take = flood(tmp_path, (10, 12))
    shop = str(tmp_path / "shop")
    assert run(["init", shop]) == 0
    assert run(["take-in", "--workspace", shop, "--take", take]) == 0
    capsys.readouterr()
    of_workspace = scanned(capsys, "--workspace", shop, "--month", "2016-02")
    of_files = scanned(capsys, "--take", take, "--month", "2016-02")
    assert of_workspace["signals"] == of_files["signals"] != []
    assert of_workspace["unassessable"] == of_files["unassessable"]
    assert of_workspace["silent_days"] == of_files["silent_days"] == ["2016-02-11"]
    part = scanned(capsys, "--workspace", shop, "--since", "2016-02-12", "--until", "2016-02-12T13:00:00Z", "--only", "call-flood")
    assert [one["window"]["since"] for one in part["signals"]] == ["2016-02-12T12:00:00.000Z"]


def test_in_words_it_names_account_silent_days_lists_and_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"# date: 2016-02-01\n{CALLER}\n", encoding="utf-8")
    take = flood(tmp_path, (10, 12))
    assert run(["scan", "--take", take, "--take", f"list:name=emergency={listed}", "--only", "call-flood"]) == 0
    said = capsys.readouterr().out
    for words in (
        "loud",
        "P5.1",
        "No call or message at all on 2016-02-11",
        "List emergency of 2016-02-01: 1 entries",
        "--evidence",
    ):
        assert words in said
    assert CALLEE not in said


@pytest.mark.parametrize(("fail_on", "status"), [("violator", 1), ("any", 1), (None, 0)])
def test_the_exit_status_is_what_was_asked_for(tmp_path: Path, fail_on: str | None, status: int) -> None:
    asked = ["--fail-on", fail_on] if fail_on else []
    take = flood(tmp_path)
    assert run(["scan", "--take", take, "--only", "call-flood", *asked]) == status
    assert run(["scan", "--take", take, "--only", "call-flood", "--set", "call-flood.attempts=61", *asked]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "call-floods"], "did you mean call-flood?"),
        (["--set", "call-flod.attempts=3"], "did you mean call-flood?"),
        (["--set", "call-flood.attempt=3"], "did you mean attempts?"),
        (["--set", "call-flood.attempts=2"], "a whole number from"),
        (["--set", "call-flood.attempts"], "DETECTOR.PARAM=VALUE"),
        (["--fail-on", "all"], "violator or any"),
        (["--month", "2016-02", "--since", "2016-02-01"], "give one of them"),
        (["--since", "2016-02-03", "--until", "2016-02-03"], "is not after"),
        (["--since", "yesterday"], "no instant"),
        (["--workspace", "shop"], "leave --workspace out"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(["scan", "--take", flood(tmp_path), *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_threshold_of_the_edition_that_makes_no_sense_is_refused_with_file_and_key() -> None:
    table = Table({"within_s": 60, "attempts": 0}, "flooding.toml", "call-flood", "call-flood.")
    with pytest.raises(ClauseInvalid, match=r"(?s)attempts.*flooding.toml"):
        chosen({"call-flood": table}, (), ())


def test_kinds_that_only_a_scan_reads_change_nothing_of_a_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    consents = tmp_path / "consents.csv"
    consents.write_text(f"recipient,status,at,account\n{CALLEE},opt-in,2016-02-01,other\n", encoding="utf-8")
    take = flood(tmp_path)
    assert run(["check", "--take", take, "--json"]) == 0
    without = json.loads(capsys.readouterr().out)
    assert run(["check", "--take", take, "--take", f"consents={consents}", "--json"]) == 0
    with_it = json.loads(capsys.readouterr().out)
    assert with_it["months"] == without["months"]
    assert with_it["intake"][1]["accepted"] == 1


def test_a_page_shows_numbers_by_their_last_digits_unless_asked_for_in_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "made" / "page.html"
    arguments = ["scan", "--take", flood(tmp_path), "--only", "call-flood", "--html", str(page)]
    assert run(arguments) == 0
    assert f"Report  {page}" in capsys.readouterr().out
    assert CALLEE not in page.read_text(encoding="utf-8")
    assert run([*arguments, "--full-numbers"]) == 0
    assert CALLEE in capsys.readouterr().out
    assert CALLEE in page.read_text(encoding="utf-8")


def test_cases_are_opened_in_a_workspace_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take, shop = flood(tmp_path), str(tmp_path / "shop")
    assert run(["scan", "--take", take, "--open-cases"]) == 2
    assert "goodstanding init FOLDER" in capsys.readouterr().err
    assert run(["scan", "--take", take, "--dry-run"]) == 2
    assert run(["init", shop]) == 0
    assert run(["take-in", "--workspace", shop, "--take", take]) == 0
    scan = ["scan", "--workspace", shop, "--only", "call-flood", "--open-cases"]
    capsys.readouterr()
    assert run([*scan, "--dry-run"]) == 0
    assert "1 case would open" in capsys.readouterr().out
    assert run([*scan, "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["signals"][0]["evidence"]["records"] == 60
    assert "1 case opened" in told.err
    assert run(scan) == 0
    assert "0 cases opened, 0 findings joined a case that is there, 1 known already" in capsys.readouterr().out


def test_what_is_missing_stands_once_with_how_to_take_it_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", "--take", flood(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said.count("--take messages=FILE") == 1
    assert "--take consents=FILE  for P8.1" in said


def test_a_scan_that_saw_nothing_says_what_that_means(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scan", "--take", flood(tmp_path), "--only", "call-flood", "--set", "call-flood.attempts=61"]) == 0
    said = capsys.readouterr().out
    assert "Nothing was seen" in said
    assert "no proof of good conduct" in said
    assert "Next: " in said
