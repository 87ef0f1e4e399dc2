"""What does `evaluate` do: made-up worlds whose truth is known, and how well the detectors find it?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsJson

if TYPE_CHECKING:
    from goodstanding.flows.evaluate_detectors import Evaluation, Trial
    from goodstanding.flows.scan_traffic import Scan


def evaluate(
    seeds: Annotated[
        str, typer.Option(metavar="FIRST..LAST", help="Seeds of the worlds: 1 to 99 for tuning, 100 and up for reporting.")
    ] = "101..103",
    accounts: Annotated[int, typer.Option(metavar="N", min=1, help="How many honest accounts each world has.")] = 200,
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="The month of the worlds.")] = "2016-02",
    source_format: Annotated[str, typer.Option("--format", help="How the worlds are told: calls (our own) or twilio.")] = "calls",
    plot: Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Also draw recall into this SVG file.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Also write evaluation.json and recall.svg there.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Measure the detectors in labelled worlds: recall, precision, false alarms among the honest, time to detect."""
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.faces.cli.simulate import check_format  # noqa: PLC0415
    from goodstanding.faces.report.evaluation_document import evaluation_to_json  # noqa: PLC0415
    from goodstanding.flows.evaluate_detectors import evaluate_detectors, purpose_of  # noqa: PLC0415

    check_format(source_format)
    chosen = seeds_named(seeds)
    purpose_of(chosen)
    with Watch() as watch:
        made = evaluate_detectors(chosen, lambda seed: _tried(seed, accounts, month, source_format), watch)
    _keep(made, plot, out)
    if as_json:
        print_json(evaluation_to_json(made))
    else:
        _show(made)


def _tried(seed: int, accounts: int, month: str, source_format: str) -> "Trial":
    """Make the world of a seed, take it in as files, and scan it; nothing of it stays."""
    from random import Random  # noqa: PLC0415 - the one place where a generator is made, from a seed
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from goodstanding.flows.evaluate_detectors import Lived, Trial  # noqa: PLC0415
    from goodstanding.simulation.world.abuses.catalogue import ABUSES  # noqa: PLC0415
    from goodstanding.simulation.world.world import a_world  # noqa: PLC0415
    from goodstanding.simulation.world.writing import first_abuses, write_world  # noqa: PLC0415

    with TemporaryDirectory(prefix="goodstanding-world-") as folder:
        world = a_world(month, Random(seed), honest=accounts, abuses=ABUSES)  # noqa: S311 - made-up traffic, not a secret
        takes, first = write_world(world, Path(folder), source_format), first_abuses(world)
        masters = [one for one in world.accounts if one.account == one.master]
        lived = tuple(Lived(one.master, one.shape, one.abuse, one.strength or "", first.get(one.master)) for one in masters)
        del world
        return Trial(seed, lived, _scanned(takes, month))


def _scanned(takes: list[str], month: str) -> "Scan":
    from goodstanding.app import SCANNING_MEMORY, desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.flows.scan_records import scan_records  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.policy.load import load_editions  # noqa: PLC0415
    from goodstanding.policy.traffic import load_traffic  # noqa: PLC0415
    from goodstanding.progress import Silent  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415
    from goodstanding.signals.traffic.catalogue import DETECTORS  # noqa: PLC0415
    from goodstanding.signals.traffic.thresholds import parameters_of  # noqa: PLC0415

    asked = Month.parse(month)
    edition = load_editions().in_force_on(asked.first_day)
    thresholds = parameters_of(DETECTORS, load_traffic(edition))
    with desk(read_settings(), memory=SCANNING_MEMORY) as held:
        for one in takes:
            held.take_in(parse_take(one), Silent())
        held.settle_down("UTC")
        bounds_ms = asked.bounds_ms("UTC")
        return scan_records(held, edition, thresholds, bounds_ms, with_evidence=False, progress=Silent()).scan


def seeds_named(text: str) -> range:
    """Read "101..103" or "101"; WrongUsage for anything else."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415

    first, mark, last = text.partition("..")
    if not first.isdecimal() or (mark and not last.isdecimal()) or int(last or first) < int(first):
        message = f"--seeds {text}: write one seed, 101, or the first and the last, 101..103"
        raise WrongUsage(message)
    return range(int(first), int(last or first) + 1)


def _keep(made: "Evaluation", plot: Path | None, out: Path | None) -> None:
    import json  # noqa: PLC0415

    from goodstanding.faces.report.evaluation_document import evaluation_to_json  # noqa: PLC0415
    from goodstanding.faces.report.recall_plot import recall_plot  # noqa: PLC0415

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        document = json.dumps(evaluation_to_json(made), ensure_ascii=False, indent=1) + "\n"
        (out / "evaluation.json").write_text(document, encoding="utf-8", newline="\n")
    for file in (plot, out and out / "recall.svg"):
        if file is not None:
            file.write_text(recall_plot(made), encoding="utf-8", newline="\n")


def _show(made: "Evaluation") -> None:
    from rich.console import Console  # noqa: PLC0415

    from goodstanding.faces.report.evaluation import render_evaluation  # noqa: PLC0415

    render_evaluation(made, Console())
