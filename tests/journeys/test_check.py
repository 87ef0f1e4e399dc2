"""One export in, every month's standing out: what outside checks rely on."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from builders import ACCOUNT, HEADER, a_call, calls_file, short_of
from journeys.conftest import Cli


def requirement(document: Any, clause: str, account: int = 0) -> Any:
    return next(one for one in document["months"][0]["accounts"][account]["requirements"] if one["clause"] == clause)


@pytest.mark.parametrize(
    ("short", "whole", "verdict", "room", "to_cure"),
    [(10, 100, "complies", 0, None), (11, 100, "violated", 0, 10), (5, 100, "complies", 5, None)],
)
def test_the_limit_is_one_in_ten(
    cli: Cli, tmp_path: Path, short: int, whole: int, verdict: str, room: int, to_cure: int | None
) -> None:
    outcome = cli("check", "--json", "--take", f"twilio-calls={calls_file(tmp_path, short_of(short, whole))}")
    found = requirement(outcome.json, "req-2")
    assert outcome.status == 0
    assert (found["part"], found["whole"], found["verdict"], found["room"]) == (short, whole, verdict, room)
    assert found.get("to_cure") == to_cure
    assert found["limit"] == {"part": 1, "whole": 10}
    assert found["evidence"]["records"] == short


def test_the_document_has_the_agreed_keys(cli: Cli, tmp_path: Path) -> None:
    document = cli("check", "--json", "--take", f"twilio-calls={calls_file(tmp_path, short_of(1, 30))}").json
    assert set(document) == {"edition", "zone", "intake", "months"}
    assert document["edition"] == "2016-02-01"
    assert {"file", "source", "read", "accepted", "duplicate", "rejected", "reasons"} <= set(document["intake"][0])
    month = document["months"][0]
    assert {"month", "rows", "calls", "messages", "accounts"} <= set(month)
    assert [one["clause"] for one in month["accounts"][0]["requirements"]] == ["req-1", "req-2", "req-3", "req-4"]
    agreed = {
        "clause",
        "verdict",
        "reading",
        "part",
        "whole",
        "limit",
        "edge",
        "small_sample",
        "room",
        "interval",
        "shares",
        "readings",
        "evidence",
    }
    assert agreed <= set(requirement(document, "req-2"))
    assert requirement(document, "req-1")["verdict"] == "not assessable"


def test_a_line_is_crossed_by_milliseconds(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = [f"c{talk},A,outbound,answered,+14155550100,+12125550199,2016-02-10T12:00:00Z,{talk}" for talk in (11_999, 12_000)]
    path.write_text("\n".join(["id,account,direction,outcome,caller,callee,started_at,talk_ms", *rows]), encoding="utf-8")
    found = requirement(cli("check", "--json", "--take", f"calls={path}").json, "req-2")
    assert (found["part"], found["whole"], found["edge"]) == (1, 2, 2)


@pytest.mark.parametrize(
    ("zone", "last", "first"),
    [
        ("UTC", "2016-03-31T23:59:59.999Z", "2016-04-01T00:00:00.000Z"),
        ("Europe/Berlin", "2016-03-31T21:59:59.999Z", "2016-03-31T22:00:00.000Z"),
    ],
)
def test_the_last_millisecond_and_the_first_fall_apart(cli: Cli, tmp_path: Path, zone: str, last: str, first: str) -> None:
    path = calls_file(tmp_path, [a_call(1, at=last), a_call(2, at=first)])
    document = cli("check", "--json", "--set", f"zone={zone}", "--take", f"twilio-calls={path}").json
    assert [(month["month"], month["calls"]) for month in document["months"]] == [("2016-03", 1), ("2016-04", 1)]
    assert document["zone"] == zone


def test_numbers_are_assessed_when_they_were_held_all_month(cli: Cli, tmp_path: Path) -> None:
    numbers = tmp_path / "numbers.json"
    held = [("+14155550100", "Mon, 04 Jan 2016 10:00:00 +0000"), ("+14155550101", "Mon, 04 Jan 2016 10:00:00 +0000"),
            ("+14155550102", "Tue, 02 Feb 2016 10:00:00 +0000"), ("+14155550103", "Mon, 01 Feb 2016 00:00:00 +0000")]  # fmt: skip
    listed = [{"sid": f"PN{number}", "account_sid": ACCOUNT, "phone_number": number, "date_created": at} for number, at in held]
    numbers.write_text(json.dumps({"incoming_phone_numbers": listed, "page": 0}), encoding="utf-8")
    path = calls_file(tmp_path, short_of(0, 2))
    document = cli("check", "--json", "--take", f"twilio-calls={path}", "--take", f"twilio-numbers={numbers}").json
    found = requirement(document, "req-1")
    assert (found["part"], found["whole"], found["not_assessed"], found["to_cure"]) == (2, 3, 1, 4)
    assert found["numbers"] == [{"number": "+14155550101", "transmissions": 0}, {"number": "+14155550103", "transmissions": 0}]


def test_a_branch_counts_for_the_master_it_had_at_the_time(cli: Cli, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.csv"
    accounts.write_text("account,master,name,since\nM1,,One,\nM2,,Two,\nS,M1,Branch,\nS,M2,Branch,2016-02-15\n", encoding="utf-8")
    rows = [a_call(day, account="S", at=f"2016-02-{day:02d}T12:00:00Z") for day in range(1, 29)]
    document = cli("check", "--json", "--take", f"twilio-calls={calls_file(tmp_path, rows)}", "--take", f"accounts={accounts}").json
    wholes = {account["account"]: account["requirements"][1]["whole"] for account in document["months"][0]["accounts"]}
    assert wholes == {"M1": 14, "M2": 14}
    shares = document["months"][0]["accounts"][0]["requirements"][1]["shares"]
    assert shares == [{"account": "S", "part": 0, "whole": 14}]


def test_legs_to_a_browser_are_part_of_their_parents_call(cli: Cli, tmp_path: Path) -> None:
    parent = a_call(1, direction="inbound", caller="+12125550199", callee="+18005550100")
    child = a_call(2, direction="outbound-dial", callee="client:alice", parent=f"CA{1:032d}", status="no-answer")
    document = cli("check", "--json", "--take", f"twilio-calls={calls_file(tmp_path, [parent, child])}").json
    month = document["months"][0]
    assert (month["rows"], month["calls"]) == (2, 1)
    found = requirement(document, "req-4")
    assert (found["part"], found["whole"]) == (0, 1)
    assert {"reading": "reached-someone", "part": 1, "whole": 1, "verdict": "violated"} in found["readings"]


def test_pages_with_mail_times_and_exports_with_iso_times_give_the_same(cli: Cli, tmp_path: Path) -> None:
    common = {
        "account_sid": ACCOUNT,
        "status": "completed",
        "direction": "inbound",
        "from": "+12125550199",
        "to": "+18005550100",
        "duration": "4",
    }
    page = {
        "calls": [
            {
                "sid": "CA1",
                "date_created": "Wed, 10 Feb 2016 12:00:00 +0000",
                "start_time": "Wed, 10 Feb 2016 12:00:00 +0000",
                **common,
            }
        ]
    }
    (tmp_path / "page.json").write_text(json.dumps(page, indent=1), encoding="utf-8")
    with gzip.open(tmp_path / "day.json.gz", "wt", encoding="utf-8") as out:
        out.write(
            json.dumps({"sid": "CA1", "date_created": "2016-02-10T12:00:00Z", "start_time": "2016-02-10T12:00:00Z", **common})
            + "\n"
        )
    found = [
        cli("check", "--json", "--take", f"twilio-calls={tmp_path / name}").json["months"] for name in ("page.json", "day.json.gz")
    ]
    assert found[0] == found[1]
    assert requirement({"months": found[0]}, "req-3")["part"] == 1


def test_each_row_is_accepted_a_duplicate_or_rejected(cli: Cli, tmp_path: Path) -> None:
    rows = [*short_of(0, 5), a_call(0), a_call(90, seconds="-5"), a_call(91, seconds="oops"), a_call(92, seconds=""), a_call(93, seconds=9_999_999),
            a_call(94, at="yesterday"), a_call(95, status="vanished"), a_call(96, direction="sideways"), a_call(97, at="1066-10-14T12:00:00Z"),
            "too,few", a_call(98) + ",one,too,many", a_call(99, sid="")]  # fmt: skip
    tally = cli("check", "--json", "--take", f"twilio-calls={calls_file(tmp_path, rows)}").json["intake"][0]
    assert tally["read"] == tally["accepted"] + tally["duplicate"] + tally["rejected"] == len(rows)
    assert (tally["accepted"], tally["duplicate"]) == (5, 1)
    assert tally["reasons"] == {
        "columns-missing": 1, "columns-too-many": 1, "direction-unknown": 1, "id-missing": 1, "outcome-unknown": 1, "talk-time-absurd": 1,
        "talk-time-missing": 1, "talk-time-negative": 1, "talk-time-unreadable": 1, "time-absurd": 1, "time-unreadable": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n \n", "nothing but blanks"),
        ("cut.json.gz", gzip.compress(b'{"sid":"CA1"}\n' * 5000)[:-30], "ends too early"),
        ("other.csv", b"a,b,c\n1,2,3\n", "no header"),
        ("renamed.csv", HEADER.replace("duration", "durations").encode() + b"\n", "'durations'"),
        ("missing.csv", HEADER.replace(",duration", "").encode() + b"\n", "'duration'"),
        ("wide.csv", "sid,status\n".encode("utf-16"), "UTF-16"),
        ("half.json", b'[{"sid": "CA1"', "ends too early"),
    ],
)
def test_what_cannot_be_read_at_all_is_one_clear_line(cli: Cli, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = cli("check", "--json", "--take", f"twilio-calls={path}")
    assert outcome.status == 2
    assert outcome.out == ""
    assert words in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("target", ["folder", "missing.csv"])
def test_a_folder_and_a_missing_file_are_named(cli: Cli, tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    outcome = cli("check", "--take", f"twilio-calls={tmp_path / target}")
    assert outcome.status == 2
    assert target in outcome.err


def test_lines_that_are_no_text_are_refused_and_the_rest_is_taken(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    path.write_bytes(HEADER.encode() + b"\n" + a_call(1).encode() + b"\nCA2,caf\xe9,,,,,,,,,\n" + a_call(3).encode() + b"\n")
    tally = cli("check", "--json", "--take", f"twilio-calls={path}").json["intake"][0]
    assert (tally["read"], tally["accepted"], tally["reasons"]) == (3, 2, {"not-utf-8": 1})


def test_broken_json_lines_are_refused_and_the_rest_is_taken(cli: Cli, tmp_path: Path) -> None:
    line = json.dumps(
        {"sid": "CA1", "account_sid": ACCOUNT, "status": "busy", "direction": "inbound", "start_time": "2016-02-10T12:00:00Z"}
    )
    path = tmp_path / "calls.json"
    path.write_text(f'{line}\n{{"sid": "CA2", broken\n', encoding="utf-8")
    tally = cli("check", "--json", "--take", f"twilio-calls={path}").json["intake"][0]
    assert (tally["read"], tally["accepted"], tally["reasons"]) == (2, 1, {"not-json": 1})


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "--take", "twilio-cals=x"), ("check", "--take", "calls"), ("check", "--take", "calls:zonne=UTC=x"),
     ("check", "--take", "calls=x", "--month", "2016-2"), ("chekc",), ("check", "--take", "calls=x", "--fail-on", "bad"),
     ("check", "--take", "calls=x", "--set", "req-9.limit=1/2"), ("check", "--take", "calls:zone=Nowhere/Land=x")],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_status_two(cli: Cli, arguments: tuple[str, ...]) -> None:
    outcome = cli(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("error: ")
    assert outcome.err.count("\n") == 1


def test_fail_on_ends_with_one_only_when_asked(cli: Cli, tmp_path: Path) -> None:
    over, near = calls_file(tmp_path, short_of(11, 100), "over.csv"), calls_file(tmp_path, short_of(9, 100), "near.csv")
    assert cli("check", "--take", f"twilio-calls={over}").status == 0
    assert cli("check", "--take", f"twilio-calls={over}", "--fail-on", "violated").status == 1
    assert cli("check", "--take", f"twilio-calls={near}", "--fail-on", "violated").status == 0
    assert cli("check", "--take", f"twilio-calls={near}", "--fail-on", "at-risk").status == 1


def test_a_setting_changes_what_is_counted(cli: Cli, tmp_path: Path) -> None:
    path = calls_file(tmp_path, short_of(11, 100))
    relaxed = cli(
        "check", "--json", "--set", "req-2.limit=15/100", "--set", "req-2.short_below_ms=6000", "--take", f"twilio-calls={path}"
    ).json
    found = requirement(relaxed, "req-2")
    assert (found["part"], found["limit"], found["verdict"]) == (0, {"part": 15, "whole": 100}, "complies")


def test_months_before_the_edition_have_no_requirements(cli: Cli, tmp_path: Path) -> None:
    path = calls_file(tmp_path, [a_call(1, at="2016-01-10T12:00:00Z"), a_call(2)])
    months = cli("check", "--json", "--take", f"twilio-calls={path}").json["months"]
    assert [(month["month"], len(month["accounts"][0]["requirements"])) for month in months] == [("2016-01", 0), ("2016-02", 4)]


def test_the_report_is_one_page_without_script_or_network(cli: Cli, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(f"account,master,name\n{ACCOUNT},,<script>alert(1)</script>\n", encoding="utf-8")
    page = tmp_path / "report.html"
    path = calls_file(tmp_path, short_of(11, 100))
    outcome = cli("check", "--html", page, "--take", f"twilio-calls={path}", "--take", f"accounts={accounts}")
    text = page.read_text(encoding="utf-8")
    assert "OVER" in outcome.out
    assert "<script" not in text
    assert "http" not in text.replace("http-equiv", "")
    assert "<svg" in text


@pytest.mark.needs_shared
def test_a_real_switch_file_is_84_rows_and_36_calls_of_which_6_went_unanswered(cli: Cli, shared: Path) -> None:
    sample = shared / "samples" / "asterisk_cdr_csv" / "Master.csv"
    outcome = cli("check", "--json", "--take", f"asterisk-csv:zone=Asia/Irkutsk={sample}")
    month = outcome.json["months"][0]
    assert (month["rows"], month["calls"], month["unanswered"]) == (84, 36, 6)
    assert "84 rows are 36 calls; 6 of 36 went unanswered" in cli("check", "--take", f"asterisk-csv:zone=Asia/Irkutsk={sample}").out


@pytest.mark.needs_shared
def test_a_spreadsheet_damaged_file_is_refused_row_by_row(cli: Cli, shared: Path) -> None:
    sample = shared / "samples" / "freeswitch_cdr_csv" / "Master.csv"
    outcome = cli("check", "--json", "--take", f"freeswitch-csv:zone=UTC={sample}")
    assert outcome.json["intake"][0]["reasons"] == {"time-without-seconds": 10}


@pytest.mark.needs_shared
def test_real_switch_records_keep_their_milliseconds(cli: Cli, shared: Path) -> None:
    sample = shared / "samples" / "freeswitch_json_cdr" / "unanswered_and_short_trimmed.json"
    month = cli("check", "--json", "--take", f"freeswitch-json={sample}").json["months"][0]
    assert (month["rows"], month["calls"], month["unanswered"]) == (3, 2, 1)


def test_a_long_page_on_one_line_is_still_a_page(cli: Cli, tmp_path: Path) -> None:
    one = {
        "account_sid": ACCOUNT,
        "status": "busy",
        "direction": "inbound",
        "start_time": "2016-02-10T12:00:00Z",
        "to": "+14155550100",
    }
    page = {"calls": [{"sid": f"CA{place:032d}", **one} for place in range(1000)], "page": 0}
    (tmp_path / "page.json").write_text(json.dumps(page), encoding="utf-8")
    tally = cli("check", "--json", "--take", f"twilio-calls={tmp_path / 'page.json'}").json["intake"][0]
    assert (tally["read"], tally["accepted"]) == (1000, 1000)
