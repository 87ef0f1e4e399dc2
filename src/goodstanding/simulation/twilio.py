"""How does the made-up month look as Twilio delivers it: gzipped JSON lines of a day's shape, and listings?"""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimMessage
from goodstanding.simulation.times import iso, rfc2822

STATUS: Final = {"answered": "completed"}


def write(carrier: Carrier, folder: Path) -> list[str]:
    """Write calls and messages as bulk exports, numbers and accounts as pages; return the --take texts."""
    _gzip(folder / "calls.json.gz", (_call(place, one) for place, one in enumerate(carrier.calls)))
    _gzip(folder / "messages.json.gz", (_message(place, one) for place, one in enumerate(carrier.messages)))
    numbers = [
        {
            "sid": f"PN{place:032x}",
            "account_sid": one.account,
            "phone_number": f"+{one.number}",
            "date_created": rfc2822(one.acquired_ms),
            "type": one.kind.replace("-", ""),
        }
        for place, one in enumerate(carrier.holdings)
    ]
    (folder / "numbers.json").write_text(json.dumps({"incoming_phone_numbers": numbers, "page": 0}), encoding="utf-8")
    takes = [f"twilio-calls={folder / 'calls.json.gz'}", f"twilio-messages={folder / 'messages.json.gz'}"]
    takes.append(f"twilio-numbers={folder / 'numbers.json'}")
    for name, listed in (("accounts", [one for one in carrier.accounts if one.since_ms is None]), ("moved", _moved(carrier))):
        page = {"accounts": [_account(carrier, one) for one in listed], "page": 0}
        (folder / f"{name}.json").write_text(json.dumps(page), encoding="utf-8")
        takes.append(f"twilio-accounts={folder / f'{name}.json'}")
    return takes


def _moved(carrier: Carrier) -> list[SimAccount]:
    return [one for one in carrier.accounts if one.since_ms is not None]


def _account(carrier: Carrier, one: SimAccount) -> dict[str, str]:
    updated = carrier.since_ms - 1000 if one.since_ms is None else one.since_ms
    return {
        "sid": one.account,
        "owner_account_sid": one.master,
        "friendly_name": one.name,
        "status": "active",
        "date_updated": rfc2822(updated),
    }


def _call(place: int, call: SimCall) -> str:
    start = iso(call.started_ms)
    answered = call.outcome == "answered"
    # a completed call of less than a second is billed as one
    seconds = max(call.talk_ms // 1000, 1) if answered else ""
    way = "inbound" if call.direction == "inbound" else "outbound-api"
    return (
        f'{{"sid":"CA{place:032x}","account_sid":"{call.account}","date_created":"{start}","start_time":"{start}",'
        f'"duration":"{seconds}","status":"{STATUS.get(call.outcome, call.outcome)}","direction":"{way}",'
        f'"from":"+{call.caller}","to":"+{call.callee}","parent_call_sid":null}}\n'
    )


def _message(place: int, one: SimMessage) -> str:
    sent = iso(one.sent_ms)
    way, status = ("inbound", "received") if one.direction == "inbound" else ("outbound-api", "delivered")
    return (
        f'{{"sid":"SM{place:032x}","account_sid":"{one.account}","date_created":"{sent}","date_sent":"{sent}",'
        f'"status":"{status}","direction":"{way}","from":"+{one.sender}","to":"+{one.recipient}","num_segments":"1"}}\n'
    )


def _gzip(path: Path, lines: Iterable[str]) -> None:
    # no file name and no time in the header, so that the same month gives the same bytes
    with path.open("wb") as plain, gzip.GzipFile("", "wb", compresslevel=1, fileobj=plain, mtime=0) as out:
        out.write("".join(lines).encode())
