"""How is a labelled data set read: a CSV of text and label, and what its labels mean?"""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goodstanding.errors import SourceUnreadable, near_match
from goodstanding.signals.text.heads.rows import DataSet, Label, Row, Traffic, fold_of, template_of

_MEANINGS = Path(__file__).with_name("sources.toml")
_FILES = ("train.csv", "data.csv")


def read_data_set(path: Path, meanings: Path = _MEANINGS) -> DataSet:
    """Return a folder's or a file's rows; SourceUnreadable, naming row and label, when it is not of the form."""
    name = path.stem if path.is_file() else path.name
    known = tomllib.loads(meanings.read_text(encoding="utf-8"))
    if name not in known:
        like = near_match(name, known)
        hint = f"Did you mean {like}? " if like else ""
        raise SourceUnreadable(name, "no meaning of its labels is known", f"{hint}Known: {', '.join(known)}.")
    about = known[name]
    rows = tuple(_chosen(_rows(_file(path), name, about), about.get("most")))
    return DataSet(name, about["title"], about["licence"], about["attribution"], about.get("is_test", False), rows)


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    for name in _FILES:
        if (path / name).is_file():
            return path / name
    raise SourceUnreadable(path.name, "the folder has no train.csv or data.csv", "Name a folder that has one, or the CSV itself.")


def _rows(file: Path, name: str, about: dict[str, Any]) -> Iterator[Row]:
    with file.open(encoding="utf-8", errors="replace", newline="") as lines:
        for at, cells in enumerate(csv.DictReader(lines), start=2):
            text, label = cells.get("text"), cells.get("label")
            if text is None or label is None:
                raise SourceUnreadable(file.name, f"row {at} lacks a text or a label", "The columns must be text and label.")
            if label not in about["labels"]:
                raise SourceUnreadable(
                    file.name, f"row {at} has a label of no known meaning", f"Known: {', '.join(about['labels'])}."
                )
            yield Row(name, Traffic(about["traffic"]), text, Label(about["labels"][label]), template_of(text))


def _chosen(rows: Iterator[Row], most: int | None) -> Iterator[Row]:
    """Yield all rows, or about so many, chosen by their template."""
    kept = list(rows)
    if most is None or len(kept) <= most:
        yield from kept
        return
    yield from (row for row in kept if fold_of(row.group, len(kept), "most") < most)
