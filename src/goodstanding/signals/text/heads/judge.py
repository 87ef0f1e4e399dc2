"""What do the heads say of a message, as hits?

A head's hit lies where its strongest part stands in the text, and its weight is the head's points: of the view that gave most,
after what is usual for the account was left out. A head can put a message before a person; it can never refuse one.
"""

from collections.abc import Iterator

from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.heads.baseline import Baseline, settle
from goodstanding.signals.text.heads.features import placed_chunks
from goodstanding.signals.text.heads.head import HEADS
from goodstanding.signals.text.heads.score import Points, Scorer
from goodstanding.signals.text.spaced import views_of
from goodstanding.signals.verdict import Hit

FEWEST = min(head.fewest for head in HEADS)


def hits_of(scorer: Scorer, raw: str, folded: Folded, second: Folded | None, baseline: Baseline | None = None) -> Iterator[Hit]:
    """Yield a hit for each head that says enough; `second` is the spaced view, where the text reads differently in it."""
    scored = [(view, seen, _points(scorer, raw, seen.text, baseline)) for view, seen in views_of(folded, second).items()]
    if max(max(points) for _, _, points in scored) < FEWEST:
        return
    for at, head in enumerate(HEADS):
        view, seen, points = max(scored, key=lambda one: one[2][at])
        given = head.given(points[at])
        if given >= head.fewest:
            span = _place_of(scorer.strongest(at, seen.text), seen)
            yield Hit(head.clause, head.signal, f"head/{head.id}", span, view, given, head.why)


def _points(scorer: Scorer, raw: str, text: str, baseline: Baseline | None) -> Points:
    return scorer.points(raw, text) if baseline is None else settle(baseline, scorer, raw, text)


def _place_of(chunk: str | None, seen: Folded) -> tuple[int, int]:
    """Return where a chunk stands first in the raw text, (0, 0) for none; chunks are named as features have them."""
    if chunk is not None:
        for name, start, end in placed_chunks(seen.text):
            if name == chunk:
                return seen.raw_span(start, end)
    return 0, 0
