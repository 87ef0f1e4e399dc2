"""How is a made-up month written in the formats of real sources, and how is it taken in again?"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from goodstanding.simulation import pbx, twilio
from goodstanding.simulation.model import Carrier, SimCall, SimHolding, SimMessage
from goodstanding.simulation.times import iso
from goodstanding.simulation.truth import truth_of

FORMATS: Final = ("twilio", "calls", "asterisk-csv", "freeswitch-json", "freeswitch-csv", "kamailio-csv", "jambonz-json")


def write_carrier(carrier: Carrier, folder: Path, source_format: str) -> list[str]:
    """Write calls, messages, numbers, accounts and truth.json; return the --take texts that read them."""
    folder.mkdir(parents=True, exist_ok=True)
    truth = json.dumps(truth_of(carrier), indent=1, sort_keys=True) + "\n"
    (folder / "truth.json").write_text(truth, encoding="utf-8")
    if source_format == "twilio":
        return twilio.write(carrier, folder)
    return [*_own_tables(carrier, folder), _calls(carrier, folder, source_format)]


def _calls(carrier: Carrier, folder: Path, source_format: str) -> str:
    if source_format == "calls":
        return f"calls={_write(folder / 'calls.csv', own_calls(carrier.calls))}"
    rows: dict[str, Callable[[Iterable[SimCall]], Iterator[str]]] = {
        "asterisk-csv": pbx.asterisk,
        "freeswitch-json": pbx.freeswitch_json,
        "freeswitch-csv": pbx.freeswitch_csv,
        "kamailio-csv": pbx.kamailio,
        "jambonz-json": pbx.jambonz,
    }
    ending = "json" if source_format.endswith("json") else "csv"
    path = _write(folder / f"calls.{ending}", rows[source_format](carrier.calls))
    options = ":zone=UTC" if ending == "csv" else ""
    if source_format == "freeswitch-csv":
        options += ",outbound=outward"
    return f"{source_format}{options}={path}"


def _own_tables(carrier: Carrier, folder: Path) -> list[str]:
    accounts = (
        f"{one.account},{one.master},{one.name},{'' if one.since_ms is None else iso(one.since_ms)}" for one in carrier.accounts
    )
    tables = {
        "messages": _write(folder / "messages.csv", own_messages(carrier.messages)),
        "numbers": _write(folder / "numbers.csv", own_numbers(carrier.holdings)),
        "accounts": _write(folder / "accounts.csv", _headed("account,master,name,since", accounts)),
    }
    return [f"{source}={path}" for source, path in tables.items()]


def own_calls(calls: Iterable[SimCall]) -> Iterator[str]:
    """Write our own calls format."""
    rows = (
        f"c{place:09d},{call.account},{call.direction},{call.outcome},+{call.caller},+{call.callee},{iso(call.started_ms)},"
        f"{call.talk_ms if call.outcome == 'answered' else ''}"
        for place, call in enumerate(calls)
    )
    return _headed("id,account,direction,outcome,caller,callee,started_at,talk_ms", rows)


def own_messages(messages: Iterable[SimMessage]) -> Iterator[str]:
    """Write our own messages format."""
    rows = (
        f"m{place:09d},{one.account},{one.direction},sent,+{one.sender},+{one.recipient},{iso(one.sent_ms)}"
        for place, one in enumerate(messages)
    )
    return _headed("id,account,direction,status,sender,recipient,sent_at", rows)


def own_numbers(holdings: Iterable[SimHolding]) -> Iterator[str]:
    """Write our own numbers format."""
    rows = (
        f"+{one.number},{one.account},{one.kind},{iso(one.acquired_ms)},{'' if one.released_ms is None else iso(one.released_ms)}"
        for one in holdings
    )
    return _headed("number,account,type,held_from,held_until", rows)


def _headed(header: str, rows: Iterable[str]) -> Iterator[str]:
    yield header
    yield from rows


def _write(path: Path, lines: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(line + "\n" for line in lines)
    return path
