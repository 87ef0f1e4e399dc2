"""What stands beside traffic is taken in like every other record, in memory and in a workspace alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from engines.beside import NOW_MS, SINCE_MS, in_memory, into_workspace, rows_of, stored
from goodstanding.app import workspace
from goodstanding.errors import SourceUnreadable, WrongUsage
from goodstanding.periods import DAY_MS
from goodstanding.progress import Silent
from goodstanding.records.packaged_lists import packaged_lists
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings

CALLER, OTHER, CALLEE = "+14155550100", "+14155550101", "+12125550199"
AT = "2016-02-05T12:00:00Z"


# the packaged lists stand beside those that were taken in
PACKAGED = frozenset(one.name for one in packaged_lists())
TAKEN_IN = f"list NOT IN ({', '.join(repr(name) for name in sorted(PACKAGED))})"


def taken_in(rows: dict[str, list[Any]]) -> list[Any]:
    return [row for row in rows["listed"] if row[0] not in PACKAGED]


def written(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def files(folder: Path) -> list[str]:
    item = {"contact_id": CALLEE, "correlation_id": "c1", "sender_id": "MG1", "status": "opt-in", "source": "website"}
    (folder / "bulk.json").write_text(json.dumps({"items": [{**item, "date_of_consent": AT}]}), encoding="utf-8")
    log = '192.0.2.1 - SK1 [05/Feb/2016:12:00:00 +0000] "GET /2010-04-01/Accounts/AC1/Calls/CA1.json?x=1 HTTP/1.1" 404 9 "-" "x"'
    ftc = "Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject"
    request = {"time": AT, "credential": "SK1", "path": "/2010-04-01/Accounts/AC1/Messages.json", "status": 201, "method": "POST"}
    return [
        f"calls={written(folder, 'calls.csv', 'id,account,direction,outcome,caller,callee,started_at,talk_ms', f'C1,AC1,outbound,answered,{CALLER},{CALLEE},{AT},3000')}",
        f"numbers:as-of=2016-01-01={written(folder, 'numbers.csv', 'number,account', f'{CALLER},AC1')}",
        f"consents={written(folder, 'consents.csv', 'recipient,sender,status,how,written,postal_code,at,account', f'{CALLEE},{CALLER},opt-in,website,yes,10001,2016-02-01,AC1')}",
        f"twilio-consents:account=AC1={folder / 'bulk.json'}",
        f"complaints={written(folder, 'complaints.csv', 'id,account,kind,about,complainant,at,signature,work,location', f'1,,spam,{CALLER},{CALLEE},{AT},,,', f'2,AC9,rights-holder,,,{AT},yes,yes,no', f'3,,abuse,{OTHER},,{AT},,,')}",
        f"ftc-complaints:zone=America/New_York={written(folder, 'ftc.csv', ftc, '4155550100,2016-02-05 12:00:00,,,,,')}",
        f"spam-reports={written(folder, 'spam.csv', 'id,reported_at,sender,recipient', f'1,{AT},{CALLER},{CALLEE}')}",
        f"api-log={written(folder, 'api.jsonl', json.dumps(request))}",
        f"api-log-combined={written(folder, 'access.log', log, log)}",
        f"signalling={written(folder, 'signalling.csv', 'call_id,account,at,attestation,sip_code,cause,hung_up_by', f'C1,AC1,{AT},TN-Validation-Passed-A,200,16,far')}",
        f"profiles={written(folder, 'profiles.csv', 'account,use_case,registered,trial,countries,contacts', 'AC1,marketing,yes,,us ca,2')}",
        f"list:name=premium={written(folder, 'list.txt', '# date: 2016-02-01', '+1900* # a remark', CALLEE, '+12125550100-+12125550109')}",
    ]


def test_every_kind_stands_before_the_detectors(tmp_path: Path) -> None:
    tallies, rows = in_memory(files(tmp_path))
    assert [one.rejected for one in tallies] == [0] * len(tallies)
    at_ms = SINCE_MS + 4 * DAY_MS + DAY_MS // 2
    day = at_ms // DAY_MS
    assert [row[:8] for row in rows["consents"]] == [
        ("AC1", 12125550199, "+14155550100", 1, 1, "website", "10001", SINCE_MS),
        ("AC1", 12125550199, "MG1", 1, None, "website", None, at_ms),
    ]
    assert sorted((row[0], row[1] or 0, row[3], row[4] or 0) for row in rows["complaints"]) == [
        ("AC1", 14155550100, 1, 0), ("AC1", 14155550100, 2, 0), ("AC1", 14155550100, 2, 0), ("AC9", 0, 3, 2),
    ]  # fmt: skip
    assert sorted((row[1], row[4] or "", row[5], row[7]) for row in rows["requests"]) == [
        ("SK1", "GET", "Calls", 404), ("SK1", "GET", "Calls", 404), ("SK1", "POST", "Messages", 201),
    ]  # fmt: skip
    assert rows["signalling"] == [("AC1", "C1", 1, 200, 16, 2, at_ms, "C1", None, day)]
    assert [row[:9] for row in rows["profiles"]] == [("AC1", "marketing", 1, None, None, None, "US CA", None, 2)]
    assert taken_in(rows) == [
        ("premium", 12125550100, 12125550109, 16832), ("premium", 12125550199, 12125550199, 16832),
        ("premium", 19000000000, 19009999999, 16832),
    ]  # fmt: skip


def test_a_workspace_says_what_memory_says_and_the_same_files_again_change_nothing(tmp_path: Path) -> None:
    takes = files(tmp_path)
    _, expected = in_memory(takes)
    into_workspace(tmp_path / "shop", takes[::-1])
    with stored(tmp_path / "shop") as (ground, notes):
        assert rows_of(ground) == expected
        assert notes == {"complaint-unresolved": 1}
        assert [(one.name, one.as_of_day, one.entries) for one in ground.lists()] == [("premium", 16832, 3)]
        for one in ("calls", "consents", "complaints", "requests", "signalling", "profiles", "held", "inventory", "listed:premium"):
            assert ground.holds(one), one
        for one in ("messages", "bodies", "errors", "ring", "answered_by", "listed:do-not-call"):
            assert not ground.holds(one), one
    for tally in into_workspace(tmp_path / "shop", takes):
        assert (tally.accepted, tally.duplicate) == (0, tally.read)


def test_an_account_that_only_stands_beside_traffic_is_not_among_those_that_are_counted(tmp_path: Path) -> None:
    into_workspace(tmp_path / "shop", files(tmp_path)[3:])
    with stored(tmp_path / "shop") as (ground, _):
        assert sorted(ground.accounts().values()) == ["AC1", "AC9"]
        assert ground.rows("SELECT COUNT(*) FROM tree WHERE account = master", {}) == [(2,)]
    with stored(tmp_path / "shop") as (ground, _):
        assert sorted(ground.accounts().values()) == ["AC1", "AC9"], "nothing of it was kept"


def test_a_corrected_record_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    header = "id,call_id,account,at,attestation,revised_at"
    first = written(tmp_path, "first.csv", header, f"1,C1,AC1,{AT},A,2016-02-05T12:01:00Z")
    later = written(tmp_path, "later.csv", header, f"1,C1,AC1,{AT},C,2016-02-05T12:02:00Z", f"2,C2,AC1,{AT},B,")
    into_workspace(tmp_path / "shop", [f"signalling={later}"])
    (late,) = into_workspace(tmp_path / "shop", [f"signalling={first}"])
    assert (late.accepted, late.duplicate) == (0, 1)
    with stored(tmp_path / "shop") as (ground, _):
        assert ground.rows("SELECT call_id, attestation FROM signalling ORDER BY 1", {}) == [("C1", 3), ("C2", 2)]
    _, rows = in_memory([f"signalling={first}", f"signalling={later}"])
    assert [(row[1], row[2]) for row in rows["signalling"]] == [("C1", 3), ("C2", 2)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_later_copy_of_a_list_takes_the_place_of_the_earlier_one(tmp_path: Path, order: tuple[int, ...]) -> None:
    takes = [
        f"list:name=do-not-call,as-of=2016-02-0{day + 1}={written(tmp_path, f'{day}.txt', f'+1415555010{day}')}" for day in range(3)
    ]
    ordered = [takes[at] for at in order]
    into_workspace(tmp_path / "shop", ordered)
    with stored(tmp_path / "shop") as (ground, _):
        assert ground.rows(f"SELECT low FROM listed WHERE {TAKEN_IN}", {}) == [(14155550102,)]
    assert taken_in(in_memory(ordered)[1]) == [("do-not-call", 14155550102, 14155550102, 16834)]


def test_of_two_copies_of_one_day_the_one_taken_in_later_counts(tmp_path: Path) -> None:
    takes = [f"list:name=protected,as-of=2016-02-01={written(tmp_path, f'{one}.txt', f'+1415555010{one}')}" for one in range(2)]
    into_workspace(tmp_path / "shop", takes)
    with stored(tmp_path / "shop") as (ground, _):
        assert ground.rows(f"SELECT low FROM listed WHERE {TAKEN_IN}", {}) == [(14155550101,)]
    assert [row[1] for row in taken_in(in_memory(takes)[1])] == [14155550101]


def test_a_list_of_which_one_line_in_a_hundred_is_broken_loses_those_alone(tmp_path: Path) -> None:
    broken = ("rubbish", "+12125550109-+12125550100", "**", "+1212555010O")
    lines = [f"+1415555{at:04d}" for at in range(396)]
    for at, line in enumerate(broken):
        lines.insert(at * 90, line)
    path = written(tmp_path, "list.txt", *lines)
    (tally,), rows = in_memory([f"list:name=protected,as-of=2016-02-01={path}"])
    assert (tally.read, tally.accepted, tally.rejected) == (400, 396, 4)
    assert tally.reasons == {"entry-unreadable": 3, "range-unreadable": 1}
    assert len(taken_in(rows)) == 396


def test_the_mended_lines_of_a_list_are_added_to_it(tmp_path: Path) -> None:
    path, mended = written(tmp_path, "list.txt", CALLER, "rubbish"), written(tmp_path, "mended.txt", OTHER, CALLER)
    into_workspace(tmp_path / "shop", [f"list:name=protected,as-of=2016-02-01={path}"])
    take = parse_take(f"list:name=protected,as-of=2016-02-01={mended}")
    with workspace(tmp_path / "shop", Settings(now_ms=NOW_MS)) as held:
        tally = held.store.take_in(take, now_ms=NOW_MS, mends=1, progress=Silent())
    assert (tally.accepted, tally.duplicate) == (1, 1)
    with stored(tmp_path / "shop") as (ground, _):
        assert ground.rows(f"SELECT low FROM listed WHERE {TAKEN_IN} ORDER BY 1", {}) == [(14155550100,), (14155550101,)]


def test_a_list_must_say_of_which_day_it_is_and_have_a_name(tmp_path: Path) -> None:
    path = written(tmp_path, "list.txt", CALLER)
    with pytest.raises(SourceUnreadable, match="as-of=YYYY-MM-DD"):
        in_memory([f"list:name=protected={path}"])
    with pytest.raises(WrongUsage, match="needs name="):
        parse_take(f"list:as-of=2016-02-01={path}")
    with pytest.raises(WrongUsage, match="no name of a list"):
        parse_take(f"list:name=../x={path}")


def test_a_consent_from_the_future_is_refused_with_its_own_reason(tmp_path: Path) -> None:
    header = "recipient,status,at,account"
    path = written(tmp_path, "c.csv", header, f"{CALLEE},opt-in,2016-03-04,AC1", f"{CALLEE},opt-in,2016-03-06,AC1")
    (in_workspace,) = into_workspace(tmp_path / "shop", [f"consents={path}"])
    (tally,), _ = in_memory([f"consents={path}"])
    for one in (tally, in_workspace):
        assert (one.accepted, one.reasons) == (1, {"time-in-future": 1})


@pytest.mark.parametrize(
    ("source", "header", "row", "reason"),
    [
        ("consents", "recipient,status,at,account", f"{CALLEE},maybe,{AT},AC1", "consent-unknown"),
        ("consents", "recipient,status,at,account,written", f"{CALLEE},opt-in,{AT},AC1,perhaps", "yes-no-unknown"),
        ("consents", "recipient,status,at,account", f",opt-in,{AT},AC1", "number-missing"),
        ("complaints", "kind,about,at", f"noise,{CALLER},{AT}", "complaint-unknown"),
        ("complaints", "kind,about,at", f"spam,,{AT}", "about-missing"),
        ("complaints", "kind,about,at,elements", f"rights-holder,{CALLER},{AT},7", "elements-unreadable"),
        ("ftc-complaints", "Company_Phone_Number,Created_Date", "4155550100,2016-02-05 12:00:00", "zone-not-declared"),
        ("signalling", "call_id,account,at,attestation", f"C1,AC1,{AT},D", "attestation-unknown"),
        ("signalling", "call_id,account,at,sip_code", f"C1,AC1,{AT},busy", "status-unreadable"),
        ("signalling", "call_id,account,at,hung_up_by", f"C1,AC1,{AT},nobody", "end-unknown"),
        ("profiles", "account,per_day", "AC1,many", "count-unreadable"),
        ("api-log", "time,path", f"{AT},/favicon.ico", "account-missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_reason(tmp_path: Path, source: str, header: str, row: str, reason: str) -> None:
    (tally,), _ = in_memory([f"{source}={written(tmp_path, 'rows.csv', header, row)}"])
    assert tally.reasons == {reason: 1}


def test_of_a_log_with_binary_bytes_every_line_is_accounted_for(tmp_path: Path) -> None:
    good = b'{"time":"2016-02-05T12:00:00Z","account":"AC1","path":"/2010-04-01/Accounts/AC1/Calls.json","status":201}'
    path = tmp_path / "api.jsonl"
    path.write_bytes(b"\n".join([b"\x16\x03\xff\xfe", good, b"{\x00", b'{"time":"\xe4"}', good, b"[]"]) + b"\n")
    (tally,), rows = in_memory([f"api-log={path}"])
    assert (tally.read, tally.accepted, tally.rejected) == (6, 2, 4)
    assert set(tally.reasons) <= {"not-utf-8", "not-json", "time-missing"}
    assert [row[5] for row in rows["requests"]] == ["Calls", "Calls"]
    line = b'192.0.2.1 - - [05/Feb/2016:12:00:00 +0000] "GET /2010-04-01/Accounts/AC1/Calls.json HTTP/1.1" 200 1'
    path.write_bytes(b"\n".join([b"\x16\x03\xff", line, b'192.0.2.1 - - [x] "\\x16" 400 0', line]) + b"\n")
    (tally,), rows = in_memory([f"api-log-combined={path}"])
    assert (tally.read, tally.accepted, tally.rejected) == (4, 2, 2)
    assert len(rows["requests"]) == 2


def test_only_the_host_of_an_address_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "api.jsonl"
    common = {"time": AT, "account": "AC1", "path": "/2010-04-01/Accounts/AC1/Calls.json"}
    records = [
        {**common, "url": "http://user@169.254.169.254/latest?key=1"},
        {**common, "StatusCallback": "https://Shop.Example:8443/x"},
    ]
    records.append({**common, "path": common["path"] + "?Url=https%3A%2F%2Fa.example%2Fb"})
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    _, rows = in_memory([f"api-log={path}"])
    assert sorted(str(row[6]) for row in rows["requests"]) == ["169.254.169.254", "a.example", "shop.example"]


def test_a_request_that_reaches_for_another_account_names_it(tmp_path: Path) -> None:
    path = tmp_path / "api.jsonl"
    requests = [{"account": "AC1"}, {"account": "AC2"}, {"account": "AC2", "target": "AC3"}, {}]
    common = {"time": AT, "path": "/2010-04-01/Accounts/AC1/Calls.json"}
    path.write_text("".join(json.dumps({**common, **one}) + "\n" for one in requests), encoding="utf-8")
    _, rows = in_memory([f"api-log={path}"])
    assert sorted((row[0], row[6] or "") for row in rows["requests"]) == [("AC1", ""), ("AC1", ""), ("AC2", "AC1"), ("AC2", "AC3")]
