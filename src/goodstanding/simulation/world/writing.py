"""How is a world written as source files, with the truth beside them?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from goodstanding.periods import DAY_MS
from goodstanding.simulation.model import Carrier, SimAccount
from goodstanding.simulation.times import day_of, iso
from goodstanding.simulation.world import own_rows, twilio_rows
from goodstanding.simulation.world.abuses.lists import lists_of
from goodstanding.simulation.world.abuses.whose import whose
from goodstanding.simulation.world.model import World
from goodstanding.simulation.writers.own import numbers, write_lines
from goodstanding.simulation.writers.twilio import write_listings

FORMATS: Final = ("calls", "twilio")
# a listing shows what is there on its day: numbers come and go between two of them
LONGEST_SHORT: Final = 999_999
LISTED_EVERY_MS: Final = 7 * DAY_MS


def write_world(world: World, folder: Path, source_format: str) -> list[str]:
    """Write every record, truth.json and truth-records.csv; return the --take texts that read them.

    source_format  "calls" for our own formats, "twilio" for calls, messages, numbers and accounts as Twilio's resources; the
                   further records are in our own formats either way
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "truth.json").write_text(json.dumps(truth_of(world), indent=1) + "\n", encoding="utf-8", newline="\n")
    is_twilio = source_format == "twilio"
    ids = (twilio_rows.CALL_ID, twilio_rows.MESSAGE_ID) if is_twilio else (own_rows.CALL_ID, own_rows.MESSAGE_ID)
    write_lines(folder / "truth-records.csv", _abusive_records(world, *ids))
    takes = _twilio(world, folder) if is_twilio else _own(world, folder)
    further = (
        ("api-log", "api-log.jsonl", own_rows.requests(world.requests)),
        ("consents", "consents.csv", own_rows.consents(world.consents)),
        ("complaints", "complaints.csv", own_rows.complaints(world.complaints)),
        ("signalling", "signalling.csv", own_rows.signalling(world, ids[0])),
        ("profiles", "profiles.csv", own_rows.profiles(world.profiles)),
    )
    return [*takes, *(f"{source}={write_lines(folder / name, lines)}" for source, name, lines in further), *_lists(world, folder)]


def _lists(world: World, folder: Path) -> list[str]:
    """Write each list of numbers, as it was when the month began."""
    return [
        f"list:name={name},as-of={day_of(world.since_ms)}={write_lines(folder / f'list-{name}.txt', map(_entry, ranges))}"
        for name, ranges in lists_of(world).items()
    ]


def _entry(range_: tuple[int, int]) -> str:
    low, high = range_
    return f"+{low}" if low == high and low > LONGEST_SHORT else f"{low}-{high}"


def truth_of(world: World) -> dict[str, Any]:
    """Say what each account is, and when each abuse began and ended."""
    spans = _spans(world)
    accounts = {
        one.account: {
            "master": one.master,
            "shape": one.shape,
            "abuse": one.abuse or None,
            "strength": one.strength and one.strength.value,
            **_span_of(spans.get((one.account, one.abuse))),
        }
        for one in world.accounts
    }
    return {"since": iso(world.since_ms), "until": iso(world.until_ms), "accounts": accounts}


def first_abuses(world: World) -> dict[str, int]:
    """Return the time of each abusing master's first abusive record."""
    masters = {one.account: one.master for one in world.accounts}
    first: dict[str, int] = {}
    for (account, _), (begin_ms, _) in _spans(world).items():
        master = masters[account]
        first[master] = min(begin_ms, first.get(master, begin_ms))
    return first


def _span_of(span: tuple[int, int] | None) -> dict[str, str | None]:
    return {"first": None, "last": None} if span is None else {"first": iso(span[0]), "last": iso(span[1])}


def _spans(world: World) -> dict[tuple[str, str], tuple[int, int]]:
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    for account, abuse, at_ms in _abused(world):
        begin_ms, end_ms = spans.get((account, abuse), (at_ms, at_ms))
        spans[account, abuse] = min(begin_ms, at_ms), max(end_ms, at_ms)
    return spans


def _abused(world: World) -> Iterator[tuple[str, str, int]]:
    for call in world.calls:
        if call.abuse:
            yield call.account, call.abuse, call.started_ms
    yield from ((one.account, one.abuse, one.at_ms) for one in world.messages if one.abuse)
    accounts = {one.account for one in world.accounts}
    yield from ((whose(one, accounts), one.abuse, one.at_ms) for one in world.requests if one.abuse)


def _abusive_records(world: World, call_id: str, message_id: str) -> Iterator[str]:
    yield "id,abuse"
    yield from (f"{call_id.format(place)},{one.abuse}" for place, one in enumerate(world.calls) if one.abuse)
    yield from (f"{message_id.format(place)},{one.abuse}" for place, one in enumerate(world.messages) if one.abuse)
    yield from (f"{own_rows.REQUEST_ID.format(place)},{one.abuse}" for place, one in enumerate(world.requests) if one.abuse)


def _own(world: World, folder: Path) -> list[str]:
    tables = (
        ("calls", own_rows.calls(world.calls)),
        ("messages", own_rows.messages(world.messages)),
        ("numbers", numbers(world.holdings)),
        ("accounts", own_rows.accounts(world.accounts)),
    )
    return [f"{source}={write_lines(folder / f'{source}.csv', lines)}" for source, lines in tables]


def _twilio(world: World, folder: Path) -> list[str]:
    calls = write_lines(folder / "calls.jsonl", twilio_rows.calls(world.calls))
    messages = write_lines(folder / "messages.jsonl", twilio_rows.messages(world.messages))
    return [f"twilio-calls={calls}", f"twilio-messages={messages}", *write_listings(_listed(world), folder)]


def _listed(world: World) -> Carrier:
    """Return what the listings need: accounts and numbers, and the days on which they are made."""
    accounts = tuple(SimAccount(one.account, one.master, one.name, one.since_ms) for one in world.accounts)
    days = (*range(world.since_ms, world.until_ms, LISTED_EVERY_MS), world.until_ms)
    return Carrier("", world.since_ms, world.until_ms, accounts, tuple(world.holdings), (), (), days)
