"""What does `simulate` do: write a made-up carrier's month, with the truth beside it?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson


def simulate(
    folder: Annotated[Path, typer.Argument(help="Where to write; must be empty or missing.")],
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="The month to make.")] = "2016-02",
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 7,
    calls: Annotated[int, typer.Option(help="About how many calls, at least 5,000; messages are about half as many.")] = 200_000,
    source_format: Annotated[str, typer.Option("--format", help="The source whose format to write.")] = "twilio",
    texts: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Write so many messages to screen instead, nine in ten honest.")
    ] = None,
    accounts: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="With --year: how many customers, 13 or more (30). With --world: how many honest (200)."
        ),
    ] = None,
    *,
    world: Annotated[bool, typer.Option("--world", help="Write a labelled world instead: honest businesses, and abuses.")] = False,
    year: Annotated[bool, typer.Option("--year", help="Live a whole year through, with cases from notice to appeal.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write into a folder that holds files.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a made-up carrier's month in a source's format, with the truth beside it."""
    if year:
        _check_folder(folder, overwrite=False)
        _live(folder, 30 if accounts is None else accounts, as_json=as_json)
        return
    if world:
        check_format(source_format)
    elif not texts:
        _check(source_format, calls)
    _check_folder(folder, overwrite=overwrite)
    if world:
        _write_world(folder, month, seed, 200 if accounts is None else accounts, source_format, as_json=as_json)
    elif texts:
        _write_texts(folder, texts, seed, as_json=as_json)
    else:
        _write_month(folder, month, seed, calls, source_format, as_json=as_json)


def _write_month(folder: Path, month: str, seed: int, calls: int, source_format: str, *, as_json: bool) -> None:
    from random import Random  # noqa: PLC0415 - the one place where a generator is made, from a seed

    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.simulation.carrier import simulate as simulated  # noqa: PLC0415
    from goodstanding.simulation.writing import write_carrier  # noqa: PLC0415

    with Watch() as watch:
        watch.stage("making the month", rows=calls)
        carrier = simulated(Month.parse(month), Random(seed), calls=calls)  # noqa: S311 - made-up traffic, not a secret
        watch.stage("writing it", rows=len(carrier.calls))
        takes = write_carrier(carrier, folder, source_format)
    counts = {"calls": len(carrier.calls), "messages": len(carrier.messages)}
    if as_json:
        told = {"month": carrier.month, "seed": seed, "format": source_format}
        print_json({**told, **counts, "truth": str(folder / "truth.json"), "takes": takes})
        return
    _tell(folder, counts, seed=seed, takes=takes)


def _write_world(folder: Path, month: str, seed: int, accounts: int, source_format: str, *, as_json: bool) -> None:
    from random import Random  # noqa: PLC0415 - the one place where a generator is made, from a seed

    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.simulation.world.abuses.catalogue import ABUSES  # noqa: PLC0415
    from goodstanding.simulation.world.world import a_world  # noqa: PLC0415
    from goodstanding.simulation.world.writing import write_world  # noqa: PLC0415

    with Watch() as watch:
        watch.stage("making the world")
        made = a_world(month, Random(seed), honest=accounts, abuses=ABUSES)  # noqa: S311 - made-up traffic, not a secret
        watch.stage("writing it", rows=len(made.calls) + len(made.messages))
        takes = write_world(made, folder, source_format)
    counts = {"calls": len(made.calls), "messages": len(made.messages)}
    if as_json:
        masters = {one.master for one in made.accounts}
        told = {"month": month, "seed": seed, "format": source_format, "accounts": len(masters), **counts}
        print_json({**told, "truth": str(folder / "truth.json"), "takes": takes})
        return
    _tell(folder, counts, seed=seed, takes=takes, checked=False)


def check_format(source_format: str) -> None:
    """Refuse a format that no world is written in."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.simulation.world.writing import FORMATS  # noqa: PLC0415

    if source_format not in FORMATS:
        message = f"--format {source_format}: a world is written in one of {', '.join(FORMATS)}"
        raise WrongUsage(message)


def _write_texts(folder: Path, count: int, seed: int, *, as_json: bool) -> None:
    """Write messages.jsonl, as `screen` reads it, and truth.jsonl, line by line what each message is."""
    from random import Random  # noqa: PLC0415 - the one place where a generator is made, from a seed

    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.simulation.texts.evil_twins import evil_twins  # noqa: PLC0415
    from goodstanding.simulation.texts.honest import honest  # noqa: PLC0415
    from goodstanding.simulation.texts.writing import messages_and_truth  # noqa: PLC0415

    rng = Random(seed)  # noqa: S311 - made-up traffic, not a secret
    made = [*honest(rng, count - count // 10), *evil_twins(rng, count // 10)]
    rng.shuffle(made)
    folder.mkdir(parents=True, exist_ok=True)
    places = folder / "messages.jsonl", folder / "truth.jsonl"
    with places[0].open("w", encoding="utf-8") as messages, places[1].open("w", encoding="utf-8") as truth:
        for message, told in messages_and_truth(made, rng, since_ms=Month(2016, 2).bounds_ms("UTC")[0]):
            messages.write(message + "\n")
            truth.write(told + "\n")
    if as_json:
        print_json({"messages": len(made), "seed": seed, "truth": str(places[1]), "screen": str(places[0])})
        return
    say(f"Wrote {len(made):,} messages (made up, seed {seed}); the truth is in {places[1]}")
    say(f"Screen them:  goodstanding screen < {places[0]}")


def _check(source_format: str, calls: int) -> None:
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.simulation.carrier import FEWEST_CALLS  # noqa: PLC0415
    from goodstanding.simulation.writing import FORMATS  # noqa: PLC0415

    if source_format not in FORMATS:
        message = f"--format {source_format}: choose one of {', '.join(FORMATS)}"
        raise WrongUsage(message)
    if calls < FEWEST_CALLS:
        message = f"--calls {calls}: ask for {FEWEST_CALLS:,} or more; with fewer the large customers would not keep their shares"
        raise WrongUsage(message)


def _live(folder: Path, accounts: int, *, as_json: bool) -> None:
    """Live a year through, and end with status 1 when a promise was broken or a case ended otherwise than it must."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.faces.cli.year import live_a_year  # noqa: PLC0415
    from goodstanding.simulation.year import PARTS  # noqa: PLC0415

    if accounts < len(PARTS):
        message = f"--accounts {accounts}: ask for {len(PARTS)} or more, so that every part is played"
        raise WrongUsage(message)
    folder.mkdir(parents=True, exist_ok=True)
    with Watch() as watch:
        lived = live_a_year(folder, accounts=accounts, progress=watch)
    if as_json:
        rows = [dict(zip(("account", "part", "truth", "found"), row, strict=True)) for row in lived.rows]
        kept = {"broken": [f"{one.case} {one.sequence}: {one.promise}" for one in lived.broken]}
        proved = {"damages": [f"{one.where}: {one.what}" for one in lived.verified.damages], "root": lived.verified.root}
        print_json({"cases": lived.cases, "events": lived.events, "accounts": rows, **kept, **proved})
    else:
        for account, part, truth, found in lived.rows:
            say(f"{account}  {part:38} {found}" + ("" if found == truth else f"  BUT IT MUST BE: {truth}"))
        damage = f"{len(lived.broken)} promises broken, {len(lived.verified.damages)} damages"
        say(f"{lived.cases} cases, {lived.events} events; {damage}.")
        say(f"Look closer  goodstanding case list --workspace {folder / 'workspace'}")
    raise typer.Exit(0 if lived.is_as_it_should else 1)


def _check_folder(folder: Path, *, overwrite: bool) -> None:
    from goodstanding.errors import WrongUsage  # noqa: PLC0415

    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file; name a folder"
        raise WrongUsage(message)
    if folder.exists() and any(folder.iterdir()) and not overwrite:
        message = f"{folder} is not empty; name another folder, or add --overwrite"
        raise WrongUsage(message)


def _tell(folder: Path, counts: dict[str, int], *, seed: int, takes: list[str], checked: bool = True) -> None:
    """Say what was written, and which command reads it."""
    import shlex  # noqa: PLC0415

    from goodstanding.faces.cli.output import say  # noqa: PLC0415

    options = " ".join(f"--take {shlex.quote(one)}" for one in takes)
    records = f"{counts['calls']:,} calls and {counts['messages']:,} messages"
    say(f"Wrote {records} (made up, seed {seed}); the truth is in {folder / 'truth.json'}")
    say(f"Look at it:  goodstanding check {options}" if checked else f"Scan it:     goodstanding scan {options}")
    say(f"Take it in:  goodstanding take-in {options}")
