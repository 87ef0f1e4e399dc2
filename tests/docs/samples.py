"""Which files does a reader of the documentation have at hand? One small file in every source's format, all made up."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

ACCOUNT = "AC00000000000000000000000000000001"
CALLER, CALLEE, TOLL_FREE = "+14155550100", "+12125550199", "+18005550100"
DAYS = range(1, 29)


def write_samples(folder: Path) -> None:
    """Write them all."""
    write_twilio(folder)
    write_own(folder)
    write_switches(folder)
    write_texts(folder)


def write_twilio(folder: Path) -> None:
    with gzip.open(folder / "calls.json.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in twilio_calls())
    page = {"messages": list(twilio_messages()), "page": 0}
    (folder / "messages.json").write_text(json.dumps(page), encoding="utf-8")
    bought = "Mon, 04 Jan 2016 10:00:00 +0000"
    number = {"phone_number": CALLER, "account_sid": ACCOUNT, "date_created": bought, "type": "local"}
    (folder / "numbers.json").write_text(json.dumps({"incoming_phone_numbers": [number], "page": 0}), encoding="utf-8")
    account = {"sid": ACCOUNT, "owner_account_sid": ACCOUNT, "friendly_name": "Example", "status": "active"}
    (folder / "accounts.json").write_text(json.dumps({"accounts": [account], "page": 0}), encoding="utf-8")


def twilio_calls() -> Iterator[dict[str, str]]:
    for day in DAYS:
        at = f"2016-02-{day:02d}T12:00:00Z"
        common = {"account_sid": ACCOUNT, "status": "completed", "start_time": at, "date_created": at}
        yield {**common, "sid": f"CA{day:032d}", "direction": "outbound-api", "from": CALLER, "to": CALLEE, "duration": "60"}
        yield {**common, "sid": f"CB{day:032d}", "direction": "inbound", "from": CALLEE, "to": TOLL_FREE, "duration": "90"}


def twilio_messages() -> Iterator[dict[str, str]]:
    for day in DAYS:
        at = f"Mon, {day:02d} Feb 2016 09:00:00 +0000"
        common = {"account_sid": ACCOUNT, "status": "delivered", "direction": "outbound-api", "from": CALLER, "to": CALLEE}
        yield {**common, "sid": f"SM{day:032d}", "date_sent": at, "date_created": at}


def write_own(folder: Path) -> None:
    rows = [f"c{day},dialer,outbound,answered,{CALLER},{CALLEE},2016-02-{day:02d}T12:00:00Z,60000" for day in DAYS]
    # the seventh row's talk time is none, for the page on the quarantine
    rows[6] = rows[6].replace(",60000", ",sixty")
    write_csv(folder / "calls.csv", "id,account,direction,outcome,caller,callee,started_at,talk_ms", rows)
    rows = [f"m{day},dialer,outbound,delivered,{CALLER},{CALLEE},2016-02-{day:02d}T09:00:00Z" for day in DAYS]
    write_csv(folder / "messages.csv", "id,account,direction,status,sender,recipient,sent_at", rows)
    write_csv(folder / "numbers.csv", "number,account,type,held_from", [f"{CALLER},dialer,local,2015-11-02"])
    write_csv(folder / "accounts.csv", "account,master,name", ["house,,Example House", "dialer,house,Dialer"])
    write_csv(folder / "consents.csv", "recipient,status,how,account,at", [f"{CALLEE},opt-in,website,dialer,2016-01-04"])
    complaint = f"1,do-not-call,{CALLER},{CALLEE},2016-02-10T15:00:00Z"
    write_csv(folder / "complaints.csv", "id,kind,about,complainant,at", [complaint])
    write_csv(folder / "profiles.csv", "account,at,use_case,payment", ["dialer,2016-01-04,reminders,card1"])
    (folder / "dno.txt").write_text("# date: 2016-02-01\n+14155550111 # a bank\n+1900*\n", encoding="utf-8")


def write_texts(folder: Path) -> None:
    ends = {"channel": "sms", "from": CALLER, "to": CALLEE}
    code = {"id": "m1", **ends, "body": "Your code is 482913. Do not share it."}
    after_stop = {"id": "m2", **ends, "account": "AC1", "opted_out": True, "body": "Bluebird Clinic: see you on Monday."}
    (folder / "messages.jsonl").write_text(f"{json.dumps(code)}\n{json.dumps(after_stop)}\n", encoding="utf-8")
    (folder / "templates.jsonl").write_text(json.dumps(code) + "\n", encoding="utf-8")
    sample = "Bluebird Clinic: your appointment is on Monday at 10:00. Reply STOP to opt out."
    account = {"id": "AC1", "brands": ["Bluebird Clinic"], "domains": ["bluebird.example"], "numbers": [CALLER]}
    (folder / "account.json").write_text(json.dumps({**account, "has_agreement": False, "samples": [sample]}), encoding="utf-8")


def write_csv(path: Path, header: str, rows: list[str]) -> None:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def write_switches(folder: Path) -> None:
    (folder / "cdr.jsonl").write_text("".join(json.dumps(one) + "\n" for one in freeswitch_legs()), encoding="utf-8")
    write_csv(
        folder / "freeswitch.csv",
        "caller_id_name,caller_id_number,destination_number,context,start_stamp,answer_stamp,end_stamp,duration,billsec,"
        "hangup_cause,uuid,bleg_uuid,accountcode,read_codec,write_codec",
        [
            f'"",{CALLER},{CALLEE},outbound,2016-02-{day:02d} 12:00:00,2016-02-{day:02d} 12:00:05,2016-02-{day:02d} 12:01:05,'
            f"65,60,NORMAL_CLEARING,00000000-0000-4000-8000-{day:012d},,dialer,PCMU,PCMU"
            for day in DAYS
        ],
    )
    (folder / "Master.csv").write_text(
        "".join(
            f'"dialer","{CALLER}","{CALLEE}","from-internal","","PJSIP/100-{day:08x}","PJSIP/trunk-{day:08x}","Dial","",'
            f'"2016-02-{day:02d} 12:00:00","2016-02-{day:02d} 12:00:05","2016-02-{day:02d} 12:01:05",65,60,"ANSWERED",'
            f'"DOCUMENTATION","{day}.1","","","{day}.1",1\n'
            for day in DAYS
        ),
        encoding="utf-8",
    )
    write_csv(
        folder / "acc_cdrs.csv",
        "callid,start_time,end_time,duration,caller,callee,direction,account",
        [
            f"{day}@example.net,2016-02-{day:02d} 12:00:00,2016-02-{day:02d} 12:01:00,60.000,{CALLER},{CALLEE},outbound,dialer"
            for day in DAYS
        ],
    )
    recent = {"page": 1, "total": len(DAYS), "data": list(jambonz_calls())}
    (folder / "recent-calls.json").write_text(json.dumps(recent), encoding="utf-8")


def freeswitch_legs() -> Iterator[dict[str, dict[str, str]]]:
    for day in DAYS:
        began = 1_454_328_000 + (day - 1) * 86_400
        yield {
            "variables": {
                "uuid": f"00000000-0000-4000-8000-{day:012d}", "direction": "outbound", "accountcode": "dialer",
                "start_epoch": str(began), "answer_epoch": str(began + 5), "end_epoch": str(began + 65),
                "start_uepoch": str(began * 1_000_000), "answer_uepoch": str((began + 5) * 1_000_000),
                "end_uepoch": str((began + 65) * 1_000_000), "billsec": "60", "billmsec": "60000",
                "hangup_cause": "NORMAL_CLEARING", "sip_gateway_name": "carrier", "caller_id_number": CALLER,
                "destination_number": CALLEE,
            }
        }  # fmt: skip


def jambonz_calls() -> Iterator[dict[str, object]]:
    for day in DAYS:
        began = (1_454_328_000 + (day - 1) * 86_400) * 1000
        yield {
            "call_sid": f"00000000-0000-4000-8000-{day:012d}", "account_sid": "dialer", "direction": "outbound",
            "from": CALLER.removeprefix("+"), "to": CALLEE.removeprefix("+"), "answered": True, "sip_status": 200,
            "attempted_at": began, "answered_at": began + 5000, "terminated_at": began + 65_000, "duration": 60,
        }  # fmt: skip
