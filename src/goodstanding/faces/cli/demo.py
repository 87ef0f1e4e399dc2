"""What does `demo` do: a made-up carrier's month from records to a report, in a few seconds?"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

MONTH: Final = "2016-02"
SEED: Final = 7
# the fifth of March 2016: the month is over and its days of grace are too
NOW_MS: Final = 1_457_136_000_000


def demo(  # noqa: PLR0915 - one step after the other, as a reader would type them
    folder: Annotated[Path, typer.Argument(help="Where to write; emptied first.")] = Path("out"),
) -> None:
    """Simulate a carrier of about 200,000 calls, close its month, write the report, and follow two cases to their ends."""
    from random import Random  # noqa: PLC0415 - help must not wait for it

    from goodstanding.app import create_workspace, workspace  # noqa: PLC0415
    from goodstanding.faces.cli.demo_cases import follow_two_cases  # noqa: PLC0415
    from goodstanding.faces.cli.output import say, show_document, show_intake  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.close_month import close_month  # noqa: PLC0415
    from goodstanding.flows.take_in_records import take_in_records  # noqa: PLC0415
    from goodstanding.measures.standing import StandingDocument  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415
    from goodstanding.simulation.carrier import simulate  # noqa: PLC0415
    from goodstanding.simulation.writing import write_carrier  # noqa: PLC0415

    month = Month.parse(MONTH)
    _empty(folder)
    with Watch() as watch:
        watch.stage("making a carrier's month")
        carrier = simulate(month, Random(SEED))  # noqa: S311 - made-up traffic, not a secret
        takes = write_carrier(carrier, folder / "records", "twilio")
        create_workspace(folder / "workspace", "UTC")
        with workspace(folder / "workspace", replace(read_settings(), now_ms=NOW_MS)) as held:
            parsed = [parse_take(one) for one in takes]
            tallies = take_in_records(parsed, held.store, now_ms=NOW_MS, mends=None, progress=watch)
            edition = held.edition_of(month)
            closed = close_month(held.manifest, held.closer, edition, month, now_ms=NOW_MS, grace_days=3, keep=True, progress=watch)
            watch.stage("following two cases")
            told = follow_two_cases(held, closed.month, folder)
    say(f"A made-up carrier, seed {SEED}: nobody was called. Times are of {MONTH}; nothing leaves this machine.")
    show_intake(tallies, dry_run=False)
    show_document(
        StandingDocument(edition.id, edition.zone, (), (closed.month,)),
        as_json=False, html=folder / "report.html", title=f"Standing, {MONTH} (made-up carrier)", editions=[edition],
    )  # fmt: skip
    _say_what_next(folder, told)


def _empty(folder: Path) -> None:
    import shutil  # noqa: PLC0415

    for part in ("records", "workspace", "letters"):
        shutil.rmtree(folder / part, ignore_errors=True)


def _say_what_next(folder: Path, told: list[str]) -> None:
    from goodstanding.faces.cli.output import say  # noqa: PLC0415

    for line in ("", *told, ""):
        say(line)
    say(f"Look closer  goodstanding standing --workspace {folder / 'workspace'} 'Acme Dialer'")
    say(f"The cases    goodstanding case list --workspace {folder / 'workspace'}   (letters: {folder / 'letters'})")
    say("Messages     goodstanding explain-text 'Win a free prize now, txt CLAIM to 80082'")
    say(f"Your own     goodstanding check --take twilio-calls=FILE   (truth of this month: {folder / 'records' / 'truth.json'})")
