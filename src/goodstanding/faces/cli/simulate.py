"""What does `simulate` do: write a made-up carrier's month, with the truth beside it?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson


def simulate(
    folder: Annotated[Path, typer.Argument(help="Where to write; must be empty or missing.")],
    month: Annotated[str, typer.Option(metavar="YYYY-MM")] = "2016-02",
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 7,
    calls: Annotated[int, typer.Option(help="About how many calls; messages are about half as many.")] = 200_000,
    source_format: Annotated[str, typer.Option("--format", help="The format to write.")] = "twilio",
    *,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write into a folder that holds files.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a made-up carrier's month in a source's format, with the truth beside it."""
    from random import Random  # noqa: PLC0415 - the one place where a generator is made, from a seed

    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.simulation.carrier import simulate as simulated  # noqa: PLC0415
    from goodstanding.simulation.writing import FORMATS, write_carrier  # noqa: PLC0415

    if source_format not in FORMATS:
        message = f"--format {source_format}: choose one of {', '.join(FORMATS)}"
        raise WrongUsage(message)
    if folder.exists() and any(folder.iterdir()) and not overwrite:
        message = f"{folder} is not empty; name another folder, or add --overwrite"
        raise WrongUsage(message)
    with Watch() as watch:
        watch.stage("making the month", rows=calls)
        carrier = simulated(Month.parse(month), Random(seed), calls=calls)  # noqa: S311 - made-up traffic, not a secret
        watch.stage("writing it", rows=len(carrier.calls))
        takes = write_carrier(carrier, folder, source_format)
    if as_json:
        print_json(
            {"calls": len(carrier.calls), "messages": len(carrier.messages), "truth": str(folder / "truth.json"), "takes": takes}
        )
        return
    counts = f"{len(carrier.calls):,} calls and {len(carrier.messages):,} messages"
    say(f"Wrote {counts} (made up, seed {seed}); the truth is in {folder / 'truth.json'}")
    say("Next: goodstanding check " + " ".join(f"--take {one}" for one in takes))
