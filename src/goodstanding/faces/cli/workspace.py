"""What do `init` and `take-in` do: make a workspace, and take records into it?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, Takes, WorkspaceFolder


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")] = Path(),
    zone: Annotated[str, typer.Option(help="IANA zone in which its months are counted.")] = "UTC",
) -> None:
    """Make a workspace: a folder that keeps records, roll-ups and closed months."""
    from goodstanding.app import create_workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.periods import zone_named  # noqa: PLC0415

    zone_named(zone)
    create_workspace(folder, zone)
    typer.echo(f"Made a workspace in {folder} (months in {zone}).")
    typer.echo("Next: goodstanding take-in --take SOURCE=FILE, then goodstanding standing")


def take_in(
    take: Takes,
    named: WorkspaceFolder = None,
    mends: Annotated[
        int | None, typer.Option(metavar="INTAKE", help="These rows are the mended quarantine of that intake.")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would become of the rows; keep nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take files in: each row is accepted, a duplicate, or in quarantine with a reason."""
    from goodstanding.app import desk, now_ms, workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import print_json, show_intake  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.take_in_records import take_in_records  # noqa: PLC0415
    from goodstanding.measures.document import intake_to_json  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    takes = [parse_take(one) for one in take]
    settings = read_settings()
    with workspace(named, settings) as held, Watch() as watch:
        if dry_run:
            with desk(settings) as scratch:
                tallies = [scratch.take_in(one, watch) for one in takes]
        else:
            tallies = take_in_records(takes, held.store, now_ms=now_ms(settings), mends=mends, progress=watch)
    if as_json:
        print_json({"intake": [intake_to_json(tally) for tally in tallies], "dry_run": dry_run})
    else:
        show_intake(tallies, dry_run=dry_run)
