"""Files that an earlier version wrote are read with nothing in the columns they lack; ringing is told from legs."""

import json
from pathlib import Path

import duckdb

from engines.beside import into_workspace, stored
from goodstanding.app import desk
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings

HEADER = "id,account,direction,outcome,caller,callee,started_at,talk_ms,ring_ms,answered_by"


def call(name: str, day: int) -> str:
    return f"{name},AC1,outbound,answered,+14155550100,+12125550199,2016-02-{day:02d}T12:00:00Z,3000,2500,machine_end_beep"


def test_files_of_an_earlier_version_are_read_beside_new_ones(tmp_path: Path) -> None:
    first, later = tmp_path / "first.csv", tmp_path / "later.csv"
    first.write_text("\n".join([HEADER, call("a", 10), call("b", 11)]) + "\n", encoding="utf-8")
    later.write_text("\n".join([HEADER, call("c", 10), call("d", 12)]) + "\n", encoding="utf-8")
    into_workspace(tmp_path / "shop", [f"calls={first}"])
    for file in (tmp_path / "shop" / "records" / "calls").rglob("*.parquet"):
        connection = duckdb.connect()
        connection.execute(f"CREATE TABLE old AS SELECT * EXCLUDE (ring_ms, answered_by) FROM '{file}'")
        connection.execute(f"COPY old TO '{file}' (FORMAT parquet)")
    into_workspace(tmp_path / "shop", [f"calls={later}"])
    with stored(tmp_path / "shop") as (ground, _):
        assert ground.rows("SELECT id, ring_ms, answered_by FROM calls ORDER BY id", {}) == [
            ("a", None, None), ("b", None, None), ("c", 2500, 2), ("d", 2500, 2),
        ]  # fmt: skip


def test_a_text_is_told_by_five_numbers_and_an_error_by_its_code(tmp_path: Path) -> None:
    page = {
        "messages": [
            {
                "sid": f"SM{at}", "account_sid": "AC1", "direction": direction, "from": "+14155550100", "to": "+12125550199",
                "status": "undelivered" if at else "received", "error_code": 30003 if at else None, "body": body,
                "date_sent": "Wed, 10 Feb 2016 12:00:00 +0000", "date_created": "Wed, 10 Feb 2016 12:00:00 +0000",
            }
            for at, (direction, body) in enumerate(
                [("inbound", " Stop "), ("outbound-api", "Acme: code 123456 is your verification code"), ("outbound-api", None)]
            )
        ]
    }  # fmt: skip
    path = tmp_path / "messages.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    with desk(Settings()) as held:
        held.take_in(parse_take(f"twilio-messages={path}"), Silent())
        rows = held.connection.execute(
            "SELECT id, error, says, template IS NULL, brand IS NULL, host IS NULL FROM messages ORDER BY id"
        ).fetchall()
        assert rows == [
            ("SM0", None, 3, False, True, True), ("SM1", 30003, 1, False, False, True), ("SM2", 30003, None, True, True, True),
        ]  # fmt: skip
        columns = held.connection.execute("SELECT * FROM messages WHERE id = 'SM1'").fetchall()[0]
        assert not any("verification" in str(one) for one in columns), "the text goes no further"


def test_twilio_says_how_long_an_unanswered_call_rang_and_who_answered(tmp_path: Path) -> None:
    common = {"account_sid": "AC1", "direction": "outbound-api", "from": "+14155550100", "to": "+12125550199"}
    times = {"start_time": "2016-02-10T12:00:00Z", "end_time": "2016-02-10T12:00:20Z", "date_created": "2016-02-10T11:59:59Z"}
    calls = [
        {"sid": "CA1", "status": "no-answer", "duration": "0", **times},
        {"sid": "CA2", "status": "completed", "duration": "20", "answered_by": "machine_end_beep", **times},
        {"sid": "CA3", "status": "completed", "duration": "20", "answered_by": "human", **times},
        {"sid": "CA4", "status": "busy", "duration": "0", **times, "end_time": "2016-02-10T12:00:00Z"},
    ]
    path = tmp_path / "calls.jsonl"
    path.write_text("".join(json.dumps({**common, **one}) + "\n" for one in calls), encoding="utf-8")
    with desk(Settings()) as held:
        held.take_in(parse_take(f"twilio-calls={path}"), Silent())
        rows = held.connection.execute("SELECT id, ring_ms, answered_by FROM calls ORDER BY id").fetchall()
    assert rows == [("CA1", 20_000, None), ("CA2", None, 2), ("CA3", None, 1), ("CA4", None, None)]


def test_legs_say_how_long_a_call_rang(tmp_path: Path) -> None:
    def leg(name: str, answered: int | None, ended: int) -> str:
        begun = 1_455_105_600
        variables = {
            "uuid": name, "direction": "outbound", "accountcode": "AC1", "start_epoch": str(begun), "end_epoch": str(begun + ended),
            "answer_epoch": str(begun + answered) if answered is not None else "0",
            "billsec": str(ended - answered) if answered is not None else "0",
            "hangup_cause": "NORMAL_CLEARING" if answered is not None else "NO_ANSWER",
        }  # fmt: skip
        return json.dumps({"variables": variables}) + "\n"

    path = tmp_path / "legs.jsonl"
    path.write_text(leg("a", 7, 60) + leg("b", None, 30) + leg("c", 0, 30), encoding="utf-8")
    with desk(Settings()) as held:
        held.take_in(parse_take(f"freeswitch-json={path}"), Silent())
        held.settle_down("UTC")
        assert held.connection.execute("SELECT id, ring_ms FROM calls ORDER BY id").fetchall() == [
            ("a", 7000),
            ("b", 30_000),
            ("c", None),
        ]
