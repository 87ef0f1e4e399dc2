"""What do `audit verify`, `audit checkpoint` and `audit export` do: prove that the log is as it was written?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.audit.ports import Checkpoint
from goodstanding.faces.cli.options import AsJson, At, WorkspaceFolder

app = typer.Typer(help="Prove that nothing in the log was changed, removed or reordered.", no_args_is_help=True)


@app.command("verify")
def verify_log(
    kept: Annotated[Path | None, typer.Option("--checkpoint", metavar="FILE", help="A checkpoint that an outsider kept.")] = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Verify the log, every letter and all evidence; ends with status 1, and says where, when something was changed."""
    from dataclasses import asdict  # noqa: PLC0415 - help must not wait for it

    from goodstanding.app import case_desk  # noqa: PLC0415
    from goodstanding.audit.verify import verify  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415

    checkpoint = _read(kept) if kept is not None else None
    with case_desk(named) as desk:
        found = verify(desk.store, checkpoint)
    if as_json:
        print_json(asdict(found))
    else:
        for damage in found.damages:
            say(f"{damage.where}: {damage.what}")
        state = f"{len(found.damages)} damaged" if found.damages else "all as they were written"
        say(f"{found.entries:,} entries and {found.documents:,} documents: {state}. Root {found.root}")
    raise typer.Exit(int(bool(found.damages)))


@app.command("checkpoint")
def make_checkpoint(at: At = None, named: WorkspaceFolder = None) -> None:
    """Print a checkpoint as one JSON document; give it to somebody outside, who can hold the log to it later."""
    from dataclasses import asdict  # noqa: PLC0415 - help must not wait for it

    from goodstanding.app import case_desk  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import at_ms  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    when = at_ms(at, settings)
    with case_desk(named, settings) as desk, desk.store.change() as change:
        made = change.put_checkpoint(when)
    print_json(asdict(made))


def _read(path: Path) -> Checkpoint:
    import msgspec  # noqa: PLC0415 - help must not wait for it

    from goodstanding.errors import WrongUsage  # noqa: PLC0415

    try:
        return msgspec.json.decode(path.read_bytes(), type=Checkpoint)
    except (OSError, msgspec.DecodeError) as error:
        message = f"{path} is no checkpoint; goodstanding audit checkpoint prints one"
        raise WrongUsage(message) from error
