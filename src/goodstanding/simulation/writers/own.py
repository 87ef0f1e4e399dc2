"""How does the made-up month look in our own CSV format?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from goodstanding.simulation.model import Carrier, SimAccount, SimCall, SimHolding, SimMessage
from goodstanding.simulation.times import iso


def calls(made: Iterable[SimCall]) -> Iterator[str]:
    """Write calls, to the millisecond."""
    yield "id,account,direction,outcome,caller,callee,started_at,talk_ms"
    for place, call in enumerate(made):
        talk_ms = call.talk_ms if call.outcome == "answered" else ""
        started = iso(call.started_ms)
        yield f"c{place:09d},{call.account},{call.direction},{call.outcome},+{call.caller},+{call.callee},{started},{talk_ms}"


def messages(made: Iterable[SimMessage]) -> Iterator[str]:
    """Write messages."""
    yield "id,account,direction,status,sender,recipient,sent_at,channel"
    for place, one in enumerate(made):
        ends = f"+{one.sender},+{one.recipient},{iso(one.sent_ms)}"
        yield f"m{place:09d},{one.account},{one.direction},{one.status},{ends},{one.channel}"


def numbers(holdings: Iterable[SimHolding]) -> Iterator[str]:
    """Write numbers with the time they were held."""
    yield "number,account,type,held_from,held_until"
    for one in holdings:
        until = "" if one.released_ms is None else iso(one.released_ms)
        yield f"+{one.number},{one.account},{one.kind},{iso(one.acquired_ms)},{until}"


def accounts(made: Iterable[SimAccount]) -> Iterator[str]:
    """Write accounts as they stood, one row more for a move."""
    yield "account,master,name,since"
    for one in made:
        yield f"{one.account},{one.master},{one.name},{iso(one.since_ms)}"


def write_lines(file: Path, lines: Iterable[str]) -> Path:
    """Write lines as UTF-8 with the same line ends everywhere."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in lines)
    return file


def write_tables(carrier: Carrier, folder: Path) -> list[str]:
    """Write messages, numbers and accounts, which no switch delivers; return the --take texts."""
    return [
        f"messages={write_lines(folder / 'messages.csv', messages(carrier.messages))}",
        f"numbers={write_lines(folder / 'numbers.csv', numbers(carrier.holdings))}",
        f"accounts={write_lines(folder / 'accounts.csv', accounts(carrier.accounts))}",
    ]
