"""How does a command reach cases: at which time, as whom, and how is a case shown?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.errors import WrongUsage
from goodstanding.periods import instant_of
from goodstanding.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from goodstanding.cases.case import Case
    from goodstanding.flows.case_desk import CaseDesk

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; else GOODSTANDING_REVIEWER.")]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help="The time, ISO 8601 with an offset; else now. For demonstrations and tests."),
]
CaseId = Annotated[str, typer.Argument(metavar="CASE", help="The case, e.g. C-0123456789abcdef.")]


@contextmanager
def opened(named: Path | None) -> Iterator[tuple["CaseDesk", Settings]]:
    """Open the cases of a workspace."""
    from goodstanding.app import case_desk, workspace  # noqa: PLC0415 - help must not wait for it

    settings = read_settings()
    with workspace(named, settings) as held, case_desk(held, settings) as desk:
        yield desk, settings


def time_of(at: str | None, settings: Settings) -> int:
    """Return the time a command is given, else the clock's."""
    from goodstanding.app import now_ms  # noqa: PLC0415 - help must not wait for it

    return now_ms(settings) if at is None else instant_of(at)


def person(by: str | None, settings: Settings) -> Actor:
    """Return the person who acts; WrongUsage when nobody is named."""
    name = (by or settings.reviewer or "").strip()
    if not name:
        message = "say who you are: --by NAME, or set GOODSTANDING_REVIEWER; only a named person decides"
        raise WrongUsage(message)
    return Actor(ActorKind.PERSON, name)


def zone_of(desk: "CaseDesk", case: "Case") -> str:
    """Return the zone in which the deadlines of a case are written."""
    contact = desk.store.contact(case.finding.account)
    return contact.zone if contact else "UTC"


def moved(desk: "CaseDesk", case_id: str, step: "Callable[[Case], object]", *, as_json: bool) -> None:
    """Apply a transition to a case, and show what became of it."""
    from goodstanding.flows.case_desk import move  # noqa: PLC0415 - help must not wait for it

    with desk.store.change() as change:
        case = move(change, case_id, step)  # type: ignore[arg-type]  # a transition, by its name
    shown(desk, case, as_json=as_json)


def shown(desk: "CaseDesk", case: "Case", *, as_json: bool) -> None:
    """Show a case, as a page of words or as JSON."""
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.faces.report.case import case_in_words, case_to_json  # noqa: PLC0415 - help must not wait for it

    edition, events = desk.editions.named(case.finding.edition), desk.store.events(case.id)
    if as_json:
        print_json(case_to_json(case, edition, zone=zone_of(desk, case), events=events))
    else:
        say(case_in_words(case, edition, contact=desk.store.contact(case.finding.account), events=events))
