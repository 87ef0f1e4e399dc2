"""What does `sweep` do: everything that time makes due, once?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, DryRun, WorkspaceFolder


def sweep(
    now: Annotated[str | None, typer.Option("--now", metavar="TIME", help="The time to sweep at; else the clock's.")] = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Do everything that time makes due: letters, reminders, looks at a cure, ends of windows and stops, actions.

    Safe to run twice, by two machines at once, and after a week in which nobody did.
    """
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.deciding import at_ms  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.flows.watch import sweep as swept  # noqa: PLC0415
    from goodstanding.periods import text_of_instant  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    moment_ms = at_ms(now, settings)
    with case_desk(named, settings) as desk:
        taken = desk.take_statuses(moment_ms, is_dry_run=dry_run)
        ran = swept(desk.office, now_ms=moment_ms, is_dry_run=dry_run)
    lines = [(one.case, one.what, one.detail) for one in (*taken, *ran)]
    if as_json:
        done = [{"case": case, "what": what, "detail": detail} for case, what, detail in lines]
        print_json({"at_ms": moment_ms, "dry_run": dry_run, "done": done})
        return
    for case, what, detail in lines:
        say(f"{case}  {what}{f'  {detail}' if detail else ''}")
    ending = "; dry run: nothing was done" if dry_run else ""
    say(f"{len(lines) or 'Nothing'} due at {text_of_instant(moment_ms)}{ending}.")
