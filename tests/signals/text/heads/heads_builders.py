"""What do the tests of heads build on: a small model, and texts of an account that never was."""

from goodstanding.signals.profile import Profile
from goodstanding.signals.text.heads.features import PAD
from goodstanding.signals.text.heads.model import Model
from goodstanding.signals.text.heads.rows import Label, Row, Traffic, template_of
from goodstanding.signals.text.heads.score import Scorer


def a_model(**words: int) -> Model:
    """Return a model whose spam head gives whole points for words; its start is ten points."""
    weights = {f"{PAD}{word}{PAD}": (100 * points, 0, 0, 0) for word, points in words.items()}
    return Model((1000, 0, 0, 0), weights | {"call now": (2000, 500, 0, 0), "<short>": (-300, 0, 0, 0)})


def a_scorer(**words: int) -> Scorer:
    """Return a scorer of a small model."""
    return Scorer(a_model(**words))


def a_profile(*samples: str, **about: object) -> Profile:
    """Return an account with registered samples."""
    return Profile("made-up", samples=samples, **about)  # type: ignore[arg-type]


def a_row(text: str, label: Label, traffic: Traffic = Traffic.PERSON, source: str = "made-up-set") -> Row:
    """Return one labelled text."""
    return Row(source, traffic, text, label, template_of(text))
