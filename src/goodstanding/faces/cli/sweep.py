"""What does `sweep` do: everything that time makes due?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.desk import At, opened, time_of
from goodstanding.faces.cli.options import AsJson, WorkspaceFolder
from goodstanding.faces.cli.output import print_json, say


def sweep(
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is due; do nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send letters, remind, measure cures, end windows and stops, carry actions out. Run it as often as you like, anywhere."""
    from goodstanding.flows.sweep import sweep as swept  # noqa: PLC0415 - help must not wait for it

    done = []
    with opened(named) as (desk, settings):
        now = time_of(at, settings)
        for one in swept(desk, now_ms=now, is_dry_run=dry_run):
            done.append({"case": one.case, "what": one.what, "detail": one.detail})
            if not as_json:
                say(f"{one.case}  {one.what}" + (f": {one.detail}" if one.detail else ""))
    if as_json:
        print_json({"dry_run": dry_run, "swept": done})
    elif not done:
        say("Nothing is due.")
    elif dry_run:
        say("Dry run: nothing was done.")
