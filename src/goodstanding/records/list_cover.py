"""Which seven-digit prefixes does a list of ranges cover whole, and which in part?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

Span = tuple[int, int]
_DIGITS = 7


def covered(ranges: Iterable[Span], prefixes: Iterable[int]) -> set[int]:
    """Return those prefixes of which a list holds every number of some length; ranges that touch are one.

    A prefix of fewer than seven digits is a short number, which a list names by itself: it is never covered here.
    """
    spans = _merged(_prefix_spans(ranges))
    lows = [low for low, _ in spans]
    return {one for one in prefixes if one >= 10 ** (_DIGITS - 1) and (at := bisect_right(lows, one)) and one <= spans[at - 1][1]}


def parts(ranges: Iterable[Span]) -> Iterator[tuple[int, int, int]]:
    """Yield what ranges hold of prefixes that a range alone does not cover whole: the prefix, and the numbers from and to."""
    for low, high in ranges:
        length = len(str(low))
        if length <= _DIGITS or length != len(str(high)):
            continue
        size = 10 ** (length - _DIGITS)
        first, last = low // size, high // size
        if low % size or (first == last and (high + 1) % size):
            yield first, low, min(high, (first + 1) * size - 1)
        if first != last and (high + 1) % size:
            yield last, last * size, high


def _prefix_spans(ranges: Iterable[Span]) -> list[Span]:
    """Return the spans of prefixes that are covered whole, by each length of number alone."""
    usable = sorted((len(str(low)), low, high) for low, high in ranges if len(str(low)) == len(str(high)) and low <= high)
    spans: list[Span] = []
    for length, group in groupby(usable, key=lambda one: one[0]):
        if length >= _DIGITS:
            size = 10 ** (length - _DIGITS)
            spans += [(-(-low // size), (high + 1) // size - 1) for low, high in _merged([(low, high) for _, low, high in group])]
    return [(low, high) for low, high in spans if low <= high]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged
