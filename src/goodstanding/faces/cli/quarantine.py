"""What does `quarantine` do: list refused rows and write them out to be mended and taken in again?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, WorkspaceFolder

app = typer.Typer(help="Refused rows: list them, write them out, mend them, take them in again.", no_args_is_help=True)


@app.command("list")
def list_intakes(named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """List the intakes that have refused rows, with reasons and what to do."""
    from goodstanding.app import workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.records.reasons import REASONS  # noqa: PLC0415

    with workspace(named) as held:
        intakes = held.manifest.intakes()
    mended = {one.mends: one.id for one in intakes if one.mends is not None}
    refused = [one for one in intakes if one.rejected]
    if as_json:
        print_json(
            [
                {"intake": one.id, "file": one.file_name, "source": one.source, "rejected": one.rejected,
                 "reasons": one.reasons, "mended_by": mended.get(one.id)}
                for one in refused
            ]
        )  # fmt: skip
        return
    if not refused:
        say("Nothing is in quarantine.")
    for one in refused:
        done = f", mended by intake {mended[one.id]}" if one.id in mended else ""
        say(f"intake {one.id}  {one.source}  {one.file_name}: {one.rejected:,} of {one.read:,} rows{done}")
        for reason, count in one.reasons.items():
            say(f"  {count:>9,}  {reason}: {REASONS.get(reason, '')}")


@app.command()
def export(
    intake: Annotated[int, typer.Argument(help="The intake's number, as `quarantine list` shows it.")],
    file: Annotated[Path, typer.Argument(help="Where to write the rows; their reasons go beside it.")],
    named: WorkspaceFolder = None,
) -> None:
    """Write an intake's refused rows as they came, ready to be mended and taken in again."""
    from goodstanding.app import workspace  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import say  # noqa: PLC0415

    with workspace(named) as held:
        rows, source = held.store.export_quarantine(intake, file)
    reasons = file.with_name(file.name + ".reasons")
    say(f"Wrote {rows:,} rows to {file}, and the reason of each to {reasons}.")
    say(f"Mend them, then: goodstanding take-in --mends {intake} --take {source}={file}")
