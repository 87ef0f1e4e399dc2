"""What does `train` do: labelled data sets in, a model and its card out?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson


def train(
    sets: Annotated[
        list[Path], typer.Argument(metavar="SET...", help="Data sets: a folder or CSV with the columns text and label.")
    ],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where model.tsv and model-card.md go.")],
    meanings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What the labels of your own sets mean, as TOML; else those known here.")
    ] = None,
    made_up: Annotated[int, typer.Option(min=1, metavar="N", help="How many made-up texts of each wording to train on.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed and sets give the same bytes.")] = 1,
    *,
    left_out: Annotated[bool, typer.Option("--left-out", help="Train once more without each set, and measure on it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Train the heads on labelled data sets and made-up texts, measure them by cross-validation, and write the model card."""
    from goodstanding.app import made_up_texts, training  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.write_model import write_model  # noqa: PLC0415

    with Watch() as watch:
        fitter, read = training()
        read_sets, made = [read(one, meanings) for one in sets], made_up_texts(seed, made_up)
        written = write_model(read_sets, made, fitter, each_left_out=left_out, progress=watch)
    out.mkdir(parents=True, exist_ok=True)
    places = {"model": out / "model.tsv", "card": out / "model-card.md"}
    places["model"].write_text(written.model, encoding="utf-8")
    places["card"].write_text(written.card, encoding="utf-8")
    if as_json:
        print_json({"texts": written.texts, **{name: str(place) for name, place in places.items()}})
    else:
        say(f"Trained on {written.texts:,} texts. Model  {places['model']}   Card  {places['card']}")
        say("Screen with it  GOODSTANDING_MODEL=" + str(places["model"]))
