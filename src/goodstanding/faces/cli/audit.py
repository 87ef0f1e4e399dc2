"""What do the `audit` commands do: prove that nothing was changed, and hand a case to somebody who does not trust us?"""

import json
from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.desk import At, CaseId, opened, time_of
from goodstanding.faces.cli.options import AsJson, WorkspaceFolder
from goodstanding.faces.cli.output import print_json, say

app = typer.Typer(help="Prove what happened, to anybody.", no_args_is_help=True, rich_markup_mode=None)


@app.command("verify", short_help="Prove that nothing was changed, removed or reordered.")
def verify(
    kept: Annotated[Path | None, typer.Option("--checkpoint", metavar="FILE", help="A checkpoint that an outsider kept.")] = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Walk the whole log and every document; end with status 1 when something does not prove itself, and say where."""
    from goodstanding.audit.ports import Checkpoint  # noqa: PLC0415 - help must not wait for it
    from goodstanding.audit.verify import verify as verified  # noqa: PLC0415
    from goodstanding.errors import SourceUnreadable  # noqa: PLC0415

    outside = None
    if kept is not None:
        try:
            said = json.loads(kept.read_text(encoding="utf-8"))
            outside = Checkpoint(int(said["size"]), str(said["root"]), int(said["at_ms"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SourceUnreadable(str(kept), "it is no checkpoint", "Give a file that audit checkpoint wrote.") from error
    with opened(named) as (desk, _):
        found = verified(desk.store, outside)
    if as_json:
        damages = [{"where": one.where, "what": one.what} for one in found.damages]
        print_json({"entries": found.entries, "documents": found.documents, "root": found.root, "damages": damages})
    else:
        for one in found.damages:
            say(f"{one.where}: {one.what}")
        word = f"{len(found.damages)} damages" if found.damages else "nothing was changed, removed or reordered"
        say(f"{found.entries:,} entries and {found.documents:,} documents: {word}. Root {found.root}")
    raise typer.Exit(1 if found.damages else 0)


@app.command("checkpoint", short_help="Write a checkpoint for an outsider to keep.")
def checkpoint(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
    at: At = None,
    named: WorkspaceFolder = None,
) -> None:
    """Write how many entries the log has and the root over them; whoever keeps it can prove any later change."""
    with opened(named) as (desk, settings), desk.store.change() as change:
        made = change.put_checkpoint(time_of(at, settings))
    file.write_text(json.dumps({"size": made.size, "root": made.root, "at_ms": made.at_ms}) + "\n", encoding="utf-8")
    say(f"{made.size:,} entries, root {made.root}")


@app.command("export", short_help="Write a case as a bundle that verifies without us.")
def export(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write it.")],
    at: At = None,
    named: WorkspaceFolder = None,
) -> None:
    """Write a case's entries, their proofs, its documents and a small script that verifies all of it with Python alone."""
    from goodstanding.flows.export_case import export_case  # noqa: PLC0415 - help must not wait for it

    with opened(named) as (desk, settings):
        written = export_case(desk, case_id, folder, at_ms=time_of(at, settings))
    say(f"{written:,} files in {folder}. Anybody verifies them with: python {folder / 'verify_bundle.py'}")
