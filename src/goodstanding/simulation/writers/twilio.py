"""How does the made-up month look as Twilio delivers it: bulk exports or REST pages, and dated listings?

A bulk export has a record a line, gzipped, with ISO 8601 times; a page has RFC 2822 times and its paging keys around the
records. Numbers and accounts are listings: what they show holds for the day on which they were made, and no number says
that it was released; it is missing from the next listing.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from goodstanding.simulation.legs import is_led_on
from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimHolding, SimMessage
from goodstanding.simulation.times import day_of, iso_seconds, rfc2822
from goodstanding.simulation.writers.own import write_lines

STATUS: Final = {"answered": "completed"}
NUMBER_TYPE: Final = {"toll-free": "tollfree"}
PAGE_SIZE: Final = 1000
# an agent's leg begins when the caller has listened to the greeting
GREETING_MS: Final = 1000

Instant = Callable[[int], str]


def write_export(carrier: Carrier, folder: Path) -> list[str]:
    """Write calls and messages as bulk exports, and dated listings; return the --take texts."""
    calls, messages = folder / "calls.json.gz", folder / "messages.json.gz"
    _gzip(calls, call_records(carrier.calls, iso_seconds))
    _gzip(messages, message_records(carrier.messages, iso_seconds))
    return [f"twilio-calls={calls}", f"twilio-messages={messages}", *write_listings(carrier, folder)]


def write_pages(carrier: Carrier, folder: Path) -> list[str]:
    """Write calls and messages as REST pages, one after the other, and dated listings; return the --take texts."""
    calls = write_lines(folder / "calls.json", _pages("calls", call_records(carrier.calls, rfc2822)))
    messages = write_lines(folder / "messages.json", _pages("messages", message_records(carrier.messages, rfc2822)))
    return [f"twilio-calls={calls}", f"twilio-messages={messages}", *write_listings(carrier, folder)]


def call_records(made: Iterable[SimCall], instant: Instant) -> Iterator[str]:
    """Write each call, and behind it the leg to the agent it was led on to."""
    for place, call in enumerate(made):
        start = instant(call.started_ms)
        answered = call.outcome == "answered"
        # a completed call of less than a second is billed as one
        seconds = max(call.talk_ms // 1000, 1) if answered else ""
        way = "inbound" if call.direction == "inbound" else "outbound-api"
        yield (
            f'{{"sid":"CA{place:032x}","account_sid":"{call.account}","date_created":"{start}","start_time":"{start}",'
            f'"duration":"{seconds}","status":"{STATUS.get(call.outcome, call.outcome)}","direction":"{way}",'
            f'"from":"+{call.caller}","to":"+{call.callee}","parent_call_sid":null}}'
        )
        if is_led_on(place, call):
            yield _agents_leg(place, call, instant)


def _agents_leg(place: int, call: SimCall, instant: Instant) -> str:
    start = instant(call.started_ms + GREETING_MS)
    seconds = max((call.talk_ms - GREETING_MS) // 1000, 1)
    return (
        f'{{"sid":"CAc{place:031x}","account_sid":"{call.account}","date_created":"{start}","start_time":"{start}",'
        f'"duration":"{seconds}","status":"completed","direction":"outbound-dial",'
        f'"from":"+{call.caller}","to":"client:agent{place % 40:02d}","parent_call_sid":"CA{place:032x}"}}'
    )


def message_records(made: Iterable[SimMessage], instant: Instant) -> Iterator[str]:
    """Write each message, without its text."""
    for place, one in enumerate(made):
        sent = instant(one.sent_ms)
        way = "inbound" if one.direction == "inbound" else "outbound-api"
        kind, media = ("MM", 1) if one.channel == "mms" else ("SM", 0)
        yield (
            f'{{"sid":"{kind}{place:032x}","account_sid":"{one.account}","date_created":"{sent}","date_sent":"{sent}",'
            f'"date_updated":"{sent}","status":"{one.status}","direction":"{way}","from":"+{one.sender}","to":"+{one.recipient}",'
            f'"num_segments":"1","num_media":"{media}"}}'
        )


def _pages(key: str, records: Iterable[str]) -> Iterator[str]:
    page: list[str] = []
    number = 0
    for record in records:
        page.append(record)
        if len(page) == PAGE_SIZE:
            yield _page(key, number, page)
            page, number = [], number + 1
    yield _page(key, number, page)


def _page(key: str, number: int, records: list[str]) -> str:
    start = number * PAGE_SIZE
    paging = {"page": number, "page_size": PAGE_SIZE, "start": start, "end": start + len(records) - 1}
    return f'{json.dumps(paging)[:-1]}, "{key}": [\n' + ",\n".join(records) + "\n]}"


def write_listings(carrier: Carrier, folder: Path) -> list[str]:
    """Write numbers and accounts as each listing showed them."""
    takes = []
    for at_ms in carrier.snapshots_ms:
        day = day_of(at_ms)
        held = _write_page(folder / f"numbers-{day}.json", "incoming_phone_numbers", map(_number, carrier.holdings_at(at_ms)))
        takes.append(f"twilio-numbers:as-of={day}={held}")
        if at_ms < carrier.until_ms:
            known = _write_page(folder / f"accounts-{day}.json", "accounts", map(_account, carrier.accounts_at(at_ms)))
            takes.append(f"twilio-accounts:as-of={day}={known}")
    return takes


def _write_page(file: Path, key: str, records: Iterable[dict[str, Any]]) -> Path:
    listed = list(records)
    page = {"page": 0, "page_size": PAGE_SIZE, "start": 0, "end": len(listed) - 1, key: listed}
    file.write_text(json.dumps(page, indent=1) + "\n", encoding="utf-8", newline="\n")
    return file


def _number(one: SimHolding) -> dict[str, Any]:
    return {
        "sid": f"PN{one.number:032d}",
        "account_sid": one.account,
        "phone_number": f"+{one.number}",
        "type": NUMBER_TYPE.get(one.kind, one.kind),
        "status": "in-use",
        "date_created": rfc2822(one.acquired_ms),
        "date_updated": rfc2822(one.acquired_ms),
    }


def _account(one: SimAccount) -> dict[str, Any]:
    return {
        "sid": one.account,
        "owner_account_sid": one.master,
        "friendly_name": one.name,
        "status": "active",
        "date_updated": rfc2822(one.since_ms),
    }


def _gzip(file: Path, records: Iterable[str]) -> None:
    # no file name and no time in the header, so that the same month gives the same bytes
    with file.open("wb") as plain, gzip.GzipFile("", "wb", compresslevel=1, fileobj=plain, mtime=0) as out:
        out.write(("\n".join(records) + "\n").encode())
