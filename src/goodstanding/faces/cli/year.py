"""What does `simulate --year` do: live a carrier's year through the real flows, and hold its log to every promise?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from goodstanding.cases.case import Case
from goodstanding.cases.event import Event, Happened
from goodstanding.cases.invariants import PROMISES, Broken, broken
from goodstanding.cases.ports import DeliveryStatus
from goodstanding.faces.cli.world import MadeUpWorld
from goodstanding.flows.live_a_year import Year, live_a_year
from goodstanding.flows.take_proof import take_status
from goodstanding.simulation.customers import made_up_customers
from goodstanding.simulation.mail import delivery_status_message
from goodstanding.simulation.traffic import Traffic

if TYPE_CHECKING:
    from goodstanding.audit.verify import Verified
    from goodstanding.flows.case_desk import CaseDesk

COUNTED: Final = {
    "cases opened": Happened.OPENED,
    "notices written": Happened.NOTICE_WRITTEN,
    "deliveries proved": Happened.NOTICE_DELIVERED,
    "notices that came back": Happened.NOTICE_BOUNCED,
    "reminders sent": Happened.REMINDER_SENT,
    "looks at a cure": Happened.MEASURED,
    "determinations": Happened.DETERMINED,
    "actions done": Happened.ACTION_DONE,
    "actions undone": Happened.ACTION_UNDONE,
    "appeals heard": Happened.APPEAL_HEARD,
    "emergency stops": Happened.STOPPED,
    "stops that ran out": Happened.STOP_EXPIRED,
}


@dataclass(frozen=True, slots=True)
class Lived:
    """A year that was lived, and what its log proves."""

    year: Year
    cases: Sequence[Case]
    events: Sequence[Event]
    broken: tuple[Broken, ...]
    verified: "Verified"
    world: MadeUpWorld


def show_year(folder: Path, year: int, accounts: int, seed: int, *, as_json: bool) -> int:
    """Live the year, show what came of it, and return 1 when a promise was broken or the log does not prove itself."""
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415 - help must not wait for it

    lived = live(folder, year, accounts, seed)
    if as_json:
        print_json(_told(lived, year, accounts, seed))
    else:
        _show(lived, folder, year, accounts, seed)
    return int(bool(lived.broken or lived.verified.damages or lived.year.stuck))


def live(folder: Path, year: int, accounts: int, seed: int) -> Lived:
    """Live a year in a folder: real flows, store, letters, log and clock rules; made-up people, traffic and mail system."""
    from goodstanding.app import cases_in  # noqa: PLC0415 - help must not wait for it
    from goodstanding.audit.verify import verify  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.policy.load import load_editions  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    edition = load_editions().newest
    traffic = Traffic(made_up_customers(accounts, Random(seed)), edition, seed)  # noqa: S311 - made-up people, not a secret
    folder.mkdir(parents=True, exist_ok=True)
    with Watch() as watch, cases_in(folder, read_settings(), "UTC", traffic) as desk:
        world = MadeUpWorld(traffic, year, lambda to, status, now_ms: _by_mail(to, folder, status, now_ms))
        lived = live_a_year(desk, world, edition, year=year, progress=watch)
        watch.stage("holding the log to every promise")
        events = desk.store.events()
        return Lived(lived, desk.store.cases(), events, broken(events), verify(desk.store), world)


def _by_mail(desk: "CaseDesk", folder: Path, status: DeliveryStatus, now_ms: int) -> None:
    """Let the made-up mail system leave a delivery status in a folder, and take it in as `case proof` does."""
    from goodstanding.app import delivery_status_of  # noqa: PLC0415 - help must not wait for it

    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    file = inbox / f"{status.message_id.strip('<>').partition('@')[0]}.eml"
    file.write_bytes(delivery_status_message(status.message_id, status.action, status.answer))
    read = delivery_status_of(file.read_bytes())
    if read is not None:
        take_status(desk, read, proof="dsn", at_ms=now_ms)


def _told(lived: Lived, year: int, accounts: int, seed: int) -> dict[str, Any]:
    return {
        "year": year,
        "accounts": accounts,
        "seed": seed,
        "sweeps": lived.year.sweeps,
        "counts": _counts(lived),
        "behaviours": _behaviours(lived),
        "promises": len(PROMISES),
        "broken": [asdict(one) for one in lived.broken],
        "stuck": list(lived.year.stuck),
        "log": asdict(lived.verified),
    }


def _counts(lived: Lived) -> dict[str, int]:
    seen = Counter(event.kind for event in lived.events)
    return {name: seen[kind] for name, kind in COUNTED.items()}


def _behaviours(lived: Lived) -> dict[str, dict[str, int]]:
    told: dict[str, Counter[str]] = {str(one.behaviour): Counter() for one in lived.world.traffic.customers}
    for case in lived.cases:
        outcomes = ", then ".join(str(made.outcome) for made in case.determinations) or "none"
        told[str(lived.world.customer(case).behaviour)][f"{case.state}: {outcomes}"] += 1
    return {name: dict(counts) for name, counts in told.items()}


def _show(lived: Lived, folder: Path, year: int, accounts: int, seed: int) -> None:
    from rich.console import Console  # noqa: PLC0415 - help must not wait for it
    from rich.table import Table  # noqa: PLC0415

    from goodstanding.faces.cli.output import say  # noqa: PLC0415

    say(f"{year}, lived by {accounts} made-up customers (seed {seed}) in {lived.year.sweeps:,} sweeps, half a day apart.")
    console = Console()
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("customers who", "cases", "how they ended: what was determined"):
        table.add_column(heading, overflow="fold")
    for name, ends in _behaviours(lived).items():
        words = "; ".join(f"{count} {end}" for end, count in ends.items())
        table.add_row(name, str(sum(ends.values())), words)
    console.print(table)
    for name, count in _counts(lived).items():
        say(f"{count:>6,}  {name}")
    kept = "every promise was kept" if not lived.broken else f"{len(lived.broken)} promises were broken"
    say(f"{len(PROMISES)} promises over {len(lived.events):,} events: {kept}.")
    for one in lived.broken:
        say(f"  {one.case}, event {one.sequence}: {one.promise} {one.how}")
    for damage in lived.verified.damages:
        say(f"  {damage.where}: {damage.what}")
    state = "as they were written" if not lived.verified.damages else "not as they were written"
    say(f"{lived.verified.entries:,} log entries and {lived.verified.documents:,} documents: {state}.")
    say(f"Letters: {folder / 'outbox'}   Log: {folder / 'cases.db'}")
