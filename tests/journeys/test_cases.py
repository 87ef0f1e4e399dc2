"""A breach followed to its end through the real command line: to a cure, to a reversed appeal, and out of the house."""

import csv
import json
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeys.conftest import Cli, Outcome

SENT = "2016-03-05T00:00:00Z"
ENDS = "2016-04-04T00:00:00Z"
NEVER = "2016-04-03T23:59:59Z"


def month_of_calls(folder: Path, month: int, short: int) -> Path:
    """A hundred answered outbound calls, so many of them short."""
    path = folder / f"calls-{month}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "account", "direction", "outcome", "caller", "callee", "started_at", "talk_ms"])
        for number in range(100):
            at = datetime(2016, month, 1, 12, tzinfo=UTC) + timedelta(days=number % 28, minutes=number)
            talk = 5_000 if number < short else 60_000
            ends = "+14155550100", "+14155550199"
            writer.writerow([f"{month}-{number}", "AC1", "outbound", "answered", *ends, f"{at:%Y-%m-%dT%H:%M:%SZ}", talk])
    return path


@pytest.fixture
def case(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The case that a closed February opened, with its notice sent and acknowledged on the fifth of March."""
    monkeypatch.setenv("GOODSTANDING_REVIEWER", "reviewer-1")
    monkeypatch.setenv("GOODSTANDING_MAIL_FROM", "standing@example.org")
    assert cli("init").status == 0
    for month, short in ((2, 11), (3, 2)):
        assert cli("take-in", "--take", f"calls={month_of_calls(tmp_path, month, short)}").status == 0
    assert cli("close", "2016-02").status == 0
    assert cli("close", "2016-02").status == 0
    (found,) = cli("case", "list", "--json").json["cases"]
    assert cli("contact", "set", "AC1", "--address", "owner@example.org", "--zone", "Europe/Berlin").status == 0
    return str(found["case"])


def told(outcome: Outcome, status: int = 0) -> str:
    assert outcome.status == status, outcome
    return outcome.out + outcome.err


def noticed(cli: Cli, case: str) -> None:
    """Give the notice, send it, and take the customer's word that it came."""
    told(cli("case", "assign", case, "reviewer-1"))
    told(cli("case", "notice", case))
    assert "sent" in told(cli("sweep"))
    told(cli("case", "acknowledge", case, "--customer", "owner", "--at", SENT))


def test_a_breach_is_cured(cli: Cli, case: str, tmp_path: Path) -> None:
    letter = told(cli("case", "notice", case, "--dry-run"))
    assert "11 of 100" in letter
    assert not (tmp_path / "outbox").exists()
    noticed(cli, case)
    assert len(list((tmp_path / "outbox").iterdir())) == 1
    shown = cli("case", "show", case, "--json").json
    assert (shown["state"], shown["deadline"]["utc"], shown["deadline"]["local"]) == ("curing", ENDS, "2016-04-04T02:00:00+02:00")
    assert "2016-04-04 02:00:00 CEST (Europe/Berlin)" in told(cli("case", "show", case))
    told(cli("sweep", "--at", ENDS))
    assert cli("case", "show", case, "--json").json["state"] == "cure assessed"
    told(cli("case", "determine", case, "cured", "--reasons", "March kept it.", "--at", ENDS))
    assert "no determination of a violation" in told(cli("case", "act", case, "suspend", "--at", ENDS), 2)
    told(cli("case", "close", case, "--at", ENDS))
    told(cli("sweep", "--at", ENDS))
    assert len(list((tmp_path / "outbox").iterdir())) == 2
    assert "nothing was changed" in told(cli("audit", "verify"))


def test_no_action_before_its_time_and_a_reversed_one_is_undone(cli: Cli, case: str) -> None:
    noticed(cli, case)
    told(cli("case", "determine", case, "violation", "--reasons", "It went on.", "--at", NEVER), 2)
    told(cli("sweep", "--at", ENDS))
    assert "determined" in told(cli("case", "act", case, "suspend", "--at", ENDS), 2)
    told(cli("case", "determine", case, "violation", "--reasons", "It went on.", "--at", ENDS))
    told(cli("case", "act", case, "suspend", "--at", ENDS))
    told(cli("sweep", "--at", "2016-04-04T00:01:00Z"))
    (action,) = cli("case", "show", case, "--json").json["actions"]
    assert (action["kind"], action["done"], action["undone"]) == ("suspend", "2016-04-04T00:01:00Z", None)
    told(cli("case", "appeal", case, "--text", "A test line", "--customer", "owner", "--at", "2016-04-05T00:00:00Z"))
    own = cli("case", "hear", case, "reversed", "--reasons", "So", "--by", "reviewer-1", "--at", "2016-04-06T00:00:00Z")
    assert "reviewer-1" in told(own, 2)
    told(cli("case", "hear", case, "reversed", "--reasons", "So", "--by", "reviewer-2", "--at", "2016-04-06T00:00:00Z"))
    told(cli("sweep", "--at", "2016-04-06T00:01:00Z"))
    (action,) = cli("case", "show", case, "--json").json["actions"]
    assert action["undone"] == "2016-04-06T00:01:00Z"
    assert cli("audit", "verify", "--json").json["damages"] == []


def test_a_delivery_event_of_the_mail_provider_starts_the_clock_and_a_bounce_does_not(cli: Cli, case: str, tmp_path: Path) -> None:
    told(cli("case", "assign", case, "reviewer-1"))
    told(cli("case", "notice", case))
    told(cli("sweep"))
    events = tmp_path / "events.json"
    said = {"event": "bounce", "smtp-id": f"<{case}.1@example.org>", "status": "5.1.1"}
    events.write_text(json.dumps([said]), encoding="utf-8")
    assert cli("case", "proof", events, "--at", SENT, "--json").json["proofs"][0]["action"] == "failed"
    assert cli("case", "show", case, "--json").json["deadline"] is None
    told(cli("case", "notice", case, "--at", SENT))
    told(cli("sweep", "--at", SENT))
    said = {"event": "delivered", "smtp-id": f"<{case}.2@example.org>"}
    events.write_text(json.dumps([said]), encoding="utf-8")
    assert case in told(cli("case", "proof", events, "--at", SENT))
    assert cli("case", "show", case, "--json").json["deadline"]["utc"] == ENDS


def test_a_bundle_proves_itself_without_us_and_a_flipped_byte_is_told(cli: Cli, case: str, tmp_path: Path) -> None:
    noticed(cli, case)
    bundle = tmp_path / "bundle"
    told(cli("audit", "export", case, bundle))
    told(cli("audit", "checkpoint", tmp_path / "kept.json"))

    def proves(*arguments: object) -> tuple[int, str]:
        script = [sys.executable, "-I", bundle / "verify_bundle.py", *arguments]
        ended = subprocess.run([str(one) for one in script], capture_output=True, text=True, check=False, cwd="/")
        return ended.returncode, ended.stdout

    assert proves(tmp_path / "kept.json") == (0, "the bundle proves itself\n")
    for document in sorted((bundle / "documents").iterdir()):
        whole = document.read_bytes()
        document.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        assert proves() == (1, f"document {document.name} was changed\n")
        document.unlink()
        assert proves() == (1, f"document {document.name} is missing\n")
        document.write_bytes(whole)
    listing = bundle / "bundle.json"
    honest = json.loads(listing.read_text(encoding="utf-8"))
    for place, entry in enumerate(honest["entries"]):
        lie = {**entry, "text": entry["text"].replace('"at_ms":1', '"at_ms":2')}
        entries = [*honest["entries"][:place], lie, *honest["entries"][place + 1 :]]
        listing.write_text(json.dumps({**honest, "entries": entries}), encoding="utf-8")
        assert proves() == (1, f"entry {entry['place'] + 1} is not in the log that the checkpoint stands for\n")
    listing.write_text(json.dumps({**honest, "entries": honest["entries"][1:]}), encoding="utf-8")
    assert "the case's entries have a gap" in proves()[1]


def test_the_verified_log_names_what_was_changed_by_force(cli: Cli, case: str, tmp_path: Path) -> None:
    noticed(cli, case)
    kept = tmp_path / "kept.json"
    told(cli("audit", "checkpoint", kept))
    connection = sqlite3.connect(tmp_path / "cases.db")
    connection.execute("DROP TRIGGER document_update")
    connection.execute("UPDATE document SET content = replace(content, '100', '101') WHERE media_type = 'message/rfc822'")
    connection.execute("UPDATE case_file SET body = replace(body, '1457136000000', '1454544000000')")
    connection.commit()
    connection.close()
    found = told(cli("audit", "verify", "--checkpoint", kept), 1)
    assert "its bytes were changed" in found
    assert f"case {case}: it is kept otherwise than its last entry in the log says" in found


def test_a_year_of_a_carrier_keeps_every_promise_and_one_flipped_byte_in_it_is_found(cli: Cli, tmp_path: Path) -> None:
    """The year as the command lives it: about half a minute."""
    year = cli("simulate", tmp_path / "year", "--year", "--accounts", 13, "--json")
    assert (year.status, year.json["broken"], year.json["damages"]) == (0, [], [])
    assert year.json["cases"] > 13
    connection = sqlite3.connect(tmp_path / "year" / "workspace" / "cases.db")
    connection.execute("DROP TRIGGER audit_entry_update")
    connection.execute("UPDATE audit_entry SET actor = 'reviewer-4' WHERE sequence = 77")
    connection.commit()
    connection.close()
    found = told(cli("audit", "verify", "--workspace", tmp_path / "year" / "workspace"), 1)
    assert found.startswith("entry 77 (")
