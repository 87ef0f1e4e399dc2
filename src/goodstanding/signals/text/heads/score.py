"""How many points does each head give a text, and which parts of the text gave them?

A score is a sum of whole numbers: the start, one number for each distinct chunk (its words and pieces together), one for each
pair of words that stand side by side, and one for each fact of the whole text. A chunk's number depends on the chunk alone, so it
is remembered; the four heads' numbers travel as one integer, 24 bits for each, because adding one integer is four times as fast. No
chunk and no pair carries more than a hundred points, so that neither one word nor a long text can break the sum.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodstanding.signals.text.heads.features import chunks_of, facts_of, read_chunk
from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.model import START, Model

_LANE = 24
_HALF, _FULL = 1 << (_LANE - 1), (1 << _LANE) - 1
_REMEMBERED = 50_000
_HEAVIEST = 10_000  # hundredths of a point
_LONGEST_REMEMBERED = 48  # characters

Points = tuple[int, ...]
_Entry = tuple[str, str, int, str]  # first word, last word, packed points, the registered part of its link's host


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of a score: a chunk, a pair of words, or a fact in angle brackets."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Score:
    """What one head gives one text; `points` is the sum of the parts', the strongest of which come first."""

    head: str
    points: int
    parts: tuple[Part, ...]


class Scorer:
    """Scores folded texts by one model; remembers chunks it has seen, so the same text costs less the second time.

    Shapes  points() has one whole number for each head, in the order of HEADS; 100 is the line of review
    Bounds  the first 20,000 characters of a text and the first 160 of a chunk are looked at; about 50,000 chunks remembered
    Blind to  the order of words beyond pairs, negation, irony, quoted speech, and words in no data it was trained on
    """

    def __init__(self, model: Model) -> None:
        self._chunks = _Chunks(model)
        self._pairs = {tuple(name.split(" ")): _pack(_whole(own)) for name, own in model.weights.items() if " " in name}
        self._facts = {name: _pack(_whole(own)) for name, own in model.weights.items() if name.startswith("<")}
        self._start = _pack(_whole(model.start))

    def points(self, raw: str, folded: str) -> Points:
        """Return every head's points for one view of a text."""
        chunks = chunks_of(folded)
        total, labels = self._start, ()
        if chunks:
            firsts, lasts, sums, labels = zip(*map(self._chunks.__getitem__, chunks), strict=True)
            pairs: Iterable[tuple[str, str]] = zip(lasts, firsts[1:], strict=False)
            if len(set(chunks)) < len(chunks):
                sums, pairs = tuple(dict(zip(chunks, sums, strict=True)).values()), set(pairs)
            total += sum(sums) + sum(filter(None, map(self._pairs.get, pairs)))
        for fact in facts_of(raw, folded, len(chunks), labels):
            total += self._facts.get(fact, 0)
        return _unpack(total)

    def highest(self, raw: str, views: Iterable[str]) -> Points:
        """Return every head's most points over the views of a text."""
        seen = [self.points(raw, view) for view in dict.fromkeys(views)]
        return seen[0] if len(seen) == 1 else tuple(map(max, zip(*seen, strict=True)))

    def explain(self, head: str, raw: str, folded: str) -> Score:
        """Return one head's score with its parts; parts worth nothing are left out."""
        at = [one.id for one in HEADS].index(head)
        parts = [Part(name, points[at]) for name, points in self.parts(raw, folded)]
        kept = sorted((part for part in parts if part.points), key=lambda part: (-abs(part.points), part.name))
        return Score(head, sum(part.points for part in kept), tuple(kept))

    def strongest(self, at: int, folded: str) -> str | None:
        """Return the chunk that weighs most for the head at that place in HEADS; None when none does."""
        lane, best, most = _LANES[at], None, 0
        for chunk in sorted(set(chunks_of(folded))):
            points = ((self._chunks[chunk][2] + _LIFT >> lane) & _FULL) - _HALF
            if points > most:
                best, most = chunk, points
        return best

    def parts(self, raw: str, folded: str) -> Sequence[tuple[str, Points]]:
        """Return every summand of a text with every head's points."""
        chunks = chunks_of(folded)
        read = {chunk: self._chunks[chunk] for chunk in chunks}
        order = [read[chunk] for chunk in chunks]
        pairs = sorted({(one[1], two[0]) for one, two in itertools.pairwise(order)})
        packed = [
            (START, self._start),
            *((chunk, entry[2]) for chunk, entry in read.items()),
            *((f"{one} {two}", self._pairs.get((one, two), 0)) for one, two in pairs),
            *((fact, self._facts.get(fact, 0)) for fact in facts_of(raw, folded, len(chunks), [one[3] for one in order])),
        ]
        return [(name, _unpack(one)) for name, one in packed]


class _Chunks(dict[str, _Entry]):
    """Chunk -> what is remembered of it; filled as chunks are met."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self._weights = {name: _pack(map(_bounded, own)) for name, own in model.weights.items()}

    def __missing__(self, chunk: str) -> _Entry:
        read = read_chunk(chunk)
        sums = _unpack(sum(filter(None, map(self._weights.get, read.names))))
        entry = (read.first, read.last, _pack(_whole(sums)), read.label)
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(chunk) <= _LONGEST_REMEMBERED:
            self[chunk] = entry
        return entry


def _whole(hundredths: Iterable[int]) -> Points:
    """Round to whole points, a hundred at most either way."""
    return tuple(max(-LINE, min(LINE, (one + 50) // 100)) for one in hundredths)


def _bounded(hundredths: int) -> int:
    """Keep a weight small enough for the sum of a chunk, at most 820 of them, to fit its 24 bits."""
    return max(-_HEAVIEST, min(_HEAVIEST, hundredths))


def _pack(points: Iterable[int]) -> int:
    return sum(one << (_LANE * at) for at, one in enumerate(points))


_LIFT = _pack((_HALF,) * len(HEADS))  # makes every lane positive, so that lanes can be cut apart
_LANES = tuple(_LANE * at for at in range(len(HEADS)))


def _unpack(packed: int) -> Points:
    lifted = packed + _LIFT
    return tuple([((lifted >> lane) & _FULL) - _HALF for lane in _LANES])
