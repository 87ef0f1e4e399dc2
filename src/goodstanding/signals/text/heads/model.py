"""What does a trained model say: how many points does each feature carry for each head, and how is it written down?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goodstanding.errors import ModelUnreadable
from goodstanding.signals.text.heads.head import HEADS

VERSION = 1
SHIPPED = Path(__file__).with_name("model.tsv")
_TITLE = "# goodstanding heads, version"
_NAMES = tuple(head.id for head in HEADS)
START = "<start>"
LARGEST = 10**6  # hundredths of a point that one feature may carry


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in hundredths of a point, one whole number for each head, in the order of HEADS.

    start    what every text begins with
    weights  feature -> its weights; a feature that is not here carries nothing
    """

    start: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]


def write(model: Model) -> str:
    """Return the model as readable lines: title, column names, the start, then the features in order."""
    lines = [f"{_TITLE} {VERSION}", "\t".join(("feature", *_NAMES)), _line(START, model.start)]
    lines += [_line(name, model.weights[name]) for name in sorted(model.weights)]
    return "\n".join(lines) + "\n"


def read(text: str, *, file: str = "model.tsv") -> Model:
    """Return the model that was written; ModelUnreadable, naming the line, when it is of another version or damaged."""
    lines = text.split("\n")
    if lines[0] != f"{_TITLE} {VERSION}":
        raise ModelUnreadable(file, 1, f"it is not of version {VERSION} of the format")
    if lines[1:2] != ["\t".join(("feature", *_NAMES))]:
        raise ModelUnreadable(file, 2, "its heads are not those of this program")
    if lines[-1] != "":
        raise ModelUnreadable(file, len(lines), "it ends in the middle of a line")
    weights = dict(_numbers(line, file, at) for at, line in enumerate(lines[2:-1], start=3))
    if len(weights) != len(lines) - 3:
        raise ModelUnreadable(file, len(lines), "a feature comes twice")
    start = weights.pop(START, None)
    if start is None:
        raise ModelUnreadable(file, 3, "the start is missing")
    return Model(start, weights)


def load(path: Path = SHIPPED) -> Model:
    """Return the model of a file; ModelUnreadable when there is none that this program can use."""
    try:
        return read(path.read_text(encoding="utf-8"), file=path.name)
    except (OSError, UnicodeDecodeError) as problem:
        raise ModelUnreadable(path.name, 1, "it cannot be read as text") from problem


def _line(name: str, numbers: tuple[int, ...]) -> str:
    return "\t".join((name, *map(str, numbers)))


def _numbers(line: str, file: str, at: int) -> tuple[str, tuple[int, ...]]:
    name, *cells = line.split("\t")
    try:
        numbers = tuple(map(int, cells))
    except ValueError:
        numbers = ()
    if len(numbers) != len(HEADS) or any(abs(one) > LARGEST for one in numbers):
        raise ModelUnreadable(file, at, f"a feature needs {len(HEADS)} whole numbers of at most {LARGEST}")
    return name, numbers
