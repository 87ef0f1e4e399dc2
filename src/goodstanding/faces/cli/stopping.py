"""What do `case stop` and `case lift` do: stop active harm for now, confirm the stop, or lift it?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, At, By, CaseId, DryRun, WorkspaceFolder


def add_to(app: typer.Typer) -> None:
    """Put these commands among those of `case`."""
    app.command("stop")(stop)
    app.command("lift")(lift)


def stop(
    case_id: CaseId,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Which harm is stopped.")] = "",
    hours: Annotated[int, typer.Option("--hours", min=1, max=168, help="When it runs out, unless a person confirms it.")] = 24,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    confirm: Annotated[bool, typer.Option("--confirm", help="Let a stop that is in force stand until it is lifted.")] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Stop active harm under a prohibited use for now; the stop runs out by itself unless a person confirms it."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import act  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    if not confirm and not reason.strip():
        message = "a stop needs its reason; say with --reason which harm is stopped"
        raise WrongUsage(message)
    with case_desk(named, settings) as desk:
        if dry_run:
            case = desk.store.case(case_id)
            step = case.confirm_stop if confirm else None
            case, _ = step(by=who.by, at_ms=who.at_ms) if step else case.place_stop(reason, by=who.by, at_ms=who.at_ms, hours=hours)
        elif confirm:
            case = act.confirm_stop(desk.store, case_id, by=who.by, at_ms=who.at_ms)
        else:
            case = act.stop(desk.store, case_id, reason, by=who.by, at_ms=who.at_ms, hours=hours)
    show_moved(case, as_json=as_json)


def lift(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Lift an emergency stop; the next sweep undoes it."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import act  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = act.lift_stop(desk.store, case_id, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)
