"""Which made-up texts do heads learn from? A few of every wording, so that no wording is learnt by heart."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from goodstanding.signals.text.heads.rows import Label, Row, Traffic
from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import honest

SOURCE = "made-up"
OF_EACH_WORDING = 8
HONEST, TWINS = 12_000, 9_000


def labelled(seed: int = 1) -> Iterator[Row]:
    """Yield honest texts and evil twins with their labels, at most eight of each wording; a group is a wording."""
    seen: Counter[str] = Counter()
    for one in (*honest(Random(seed), HONEST), *evil_twins(Random(seed + 1), TWINS)):
        seen[one.template] += 1
        if seen[one.template] <= OF_EACH_WORDING:
            yield Row(SOURCE, Traffic.BUSINESS, one.text, Label(one.label), one.template)
