"""What do the `case` commands of a decision do: determine, act, stop, take and hear an appeal, close?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.desk import At, By, CaseId, moved, opened, person, shown, time_of
from goodstanding.faces.cli.options import AsJson, WorkspaceFolder
from goodstanding.faces.cli.output import say

Reasons = Annotated[str, typer.Option("--reasons", metavar="TEXT", help="Why, in words the customer can read.")]


def determine(
    case_id: CaseId,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="violation, cured, victim or no-violation.")],
    reasons: Reasons,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Determine a case, with reasons; a violation only after the window, and by two persons where the clause asks for it."""
    from goodstanding.cases.papers import Outcome  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.flows.decide import determine as determined  # noqa: PLC0415

    wanted = outcome.replace("-", " ")
    if wanted not in set(Outcome):
        message = f"{outcome} is no outcome; choose violation, cured, victim or no-violation"
        raise WrongUsage(message)
    with opened(named) as (desk, settings):
        case = determined(desk, case_id, Outcome(wanted), reasons, by=person(by, settings), at_ms=time_of(at, settings))
        shown(desk, case, as_json=as_json)


def second(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Confirm a proposed determination, as a second reviewer."""
    from goodstanding.flows.decide import second as seconded  # noqa: PLC0415 - help must not wait for it

    with opened(named) as (desk, settings):
        shown(desk, seconded(desk, case_id, by=person(by, settings), at_ms=time_of(at, settings)), as_json=as_json)


def act(
    case_id: CaseId,
    kind: Annotated[str, typer.Argument(metavar="ACTION", help="warn, limit, suspend, release-number or close-account.")],
    subject: Annotated[str, typer.Option("--subject", metavar="WHAT", help="The number to release, or the limit.")] = "",
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say whether it is allowed; order nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Order an action under a determination of a violation, and not before the window has ended."""
    from goodstanding.cases.papers import ActionKind  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.flows.decide import order  # noqa: PLC0415

    wanted = kind.replace("-", " ")
    if wanted not in set(ActionKind):
        message = f"{kind} is no action; choose warn, limit, suspend, release-number or close-account"
        raise WrongUsage(message)
    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        if dry_run:
            desk.store.case(case_id).order(ActionKind(wanted), by=who, at_ms=when, subject=subject)
            say(f"Allowed: {wanted}. Dry run: nothing was ordered.")
            return
        shown(desk, order(desk, case_id, ActionKind(wanted), by=who, at_ms=when, subject=subject), as_json=as_json)


def stop(
    case_id: CaseId,
    step: Annotated[str, typer.Argument(metavar="STEP", help="place, confirm or lift.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="What harm goes on; needed to place one.")] = "",
    hours: Annotated[int, typer.Option("--hours", metavar="N", help="After how many hours it ends by itself.")] = 24,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Stop active harm under a prohibited use, for now: it ends by itself unless a person confirms it in time."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415 - help must not wait for it

    if step not in {"place", "confirm", "lift"} or (step == "place" and not reason.strip()):
        message = "say: stop CASE place --reason TEXT, stop CASE confirm, or stop CASE lift"
        raise WrongUsage(message)
    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        if step == "place":
            moved(desk, case_id, lambda one: one.place_stop(reason, by=who, at_ms=when, hours=hours), as_json=as_json)
        elif step == "confirm":
            moved(desk, case_id, lambda one: one.confirm_stop(by=who, at_ms=when), as_json=as_json)
        else:
            moved(desk, case_id, lambda one: one.lift_stop(by=who, at_ms=when), as_json=as_json)


def appeal(
    case_id: CaseId,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="What the customer says.")],
    customer: Annotated[str, typer.Option("--customer", metavar="NAME", help="Who at the customer's appeals.")],
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take a customer's appeal; nothing more is ordered or carried out until it is heard."""
    from goodstanding.flows.decide import appeal as appealed  # noqa: PLC0415 - help must not wait for it

    with opened(named) as (desk, settings):
        shown(desk, appealed(desk, case_id, text, by=customer, at_ms=time_of(at, settings)), as_json=as_json)


def hear(
    case_id: CaseId,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="stands or reversed.")],
    reasons: Reasons,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Hear an appeal: the determination stands, or it is reversed, and what was done under it is undone."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415 - help must not wait for it
    from goodstanding.flows.decide import hear as heard  # noqa: PLC0415

    if decision not in {"stands", "reversed"}:
        message = f"{decision}: say stands or reversed"
        raise WrongUsage(message)
    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        shown(desk, heard(desk, case_id, is_upheld=decision == "stands", reasons=reasons, by=who, at_ms=when), as_json=as_json)


def close(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Close a case: determined, with nothing left to do, to undo or to lift. The customer can still appeal."""
    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        moved(desk, case_id, lambda one: one.close(by=who, at_ms=when), as_json=as_json)
