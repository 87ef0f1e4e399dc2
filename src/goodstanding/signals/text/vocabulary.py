"""Which known words stand in a folded text, and where? One pass for all of them, before any dearer look."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from goodstanding.signals.text.facts import MOST_OF_A_KIND

WORDS = Path(__file__).with_name("words")
_FIRST_WITHOUT_SPACES = "\u0e00"  # from Thai upwards, words are written without spaces between them


class Topic(StrEnum):
    """What a word is looked for as."""

    HEALTH = "health"
    BRAND = "brand"
    URGENCY = "urgency"
    CURRENCY = "currency"
    OPT_OUT = "opt-out"
    TELLING = "telling"
    SENDER = "sender"
    PERSON = "person"
    CONTEXT = "context"
    DOSE = "dose"

    __hash__ = str.__hash__  # an enumeration's own is ten times slower


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word or phrase, what it is looked for as, and its class there."""

    topic: Topic
    term: str
    group: str = ""


class Seen(NamedTuple):
    """A word in a folded text: offsets into that text."""

    start: int
    end: int
    word: Word


Sights = Mapping[Topic, Sequence[Seen]]
_NEAR_DIGITS = frozenset({Topic.CURRENCY, Topic.DOSE})  # may touch a figure: 50usd, 500mg
_PLURAL = frozenset({Topic.HEALTH})


class Vocabulary:
    """Finds every word of a set, at word boundaries, overlapping ones too; time is linear in the text."""

    def __init__(self, words: Iterable[Word]) -> None:
        by_term: dict[str, list[Word]] = {}
        for word in words:
            by_term.setdefault(word.term, []).append(word)
        self._words = list(by_term.values())
        self._search = AhoCorasick(list(by_term))

    def scan(self, text: str) -> Sights:
        """Return what was seen by topic, in order of its end, at most MOST_OF_A_KIND each."""
        seen: dict[Topic, list[Seen]] = {}
        for index, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            if start and text[start - 1].isalpha() and text[start] < _FIRST_WITHOUT_SPACES:
                continue  # within a longer word, whatever it is looked for as
            for word in self._words[index]:
                past = _end(text, start, end, word)
                if past is None:
                    continue
                kept = seen.get(word.topic)
                if kept is None:
                    kept = seen[word.topic] = []
                if len(kept) < MOST_OF_A_KIND:
                    kept.append(Seen(start, past, word))
        return seen


def longest(seen: Sequence[Seen]) -> list[Seen]:
    """Leave out words that lie within a longer one of the same topic; the rest in order of their start."""
    kept: list[Seen] = []
    reached = -1
    for one in sorted(seen, key=lambda one: (one.start, -one.end)):
        if one.end > reached:
            kept.append(one)
            reached = one.end
    return kept


@cache
def packaged_words() -> tuple[Word, ...]:
    """Return the words of health and of urgency that come with the program, a group for each key of the files."""
    words = []
    for topic in (Topic.HEALTH, Topic.URGENCY):
        words += [Word(topic, term, group) for group, terms in words_file(topic).items() for term in dict.fromkeys(terms)]
    return tuple(words)


@cache
def ordinary(name: str) -> frozenset[str]:
    """Return one of the sets of ordinary words that come with the program."""
    sets = tomllib.loads((WORDS / "ordinary.toml").read_text(encoding="utf-8"))
    return frozenset(str(sets[name]).split())


def words_file(name: str) -> Mapping[str, list[str]]:
    """Return the groups of a file of words."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def words_of(topic: Topic, group: str, *terms: str) -> tuple[Word, ...]:
    """Return words of one topic and class."""
    return tuple(Word(topic, term, group) for term in terms)


def _end(text: str, start: int, end: int, word: Word) -> int | None:
    """Return where the word ends, its plural's s included, or None when it is part of a longer word."""
    if text[start] >= _FIRST_WITHOUT_SPACES:
        return end
    joins = str.isalpha if word.topic in _NEAR_DIGITS else str.isalnum
    if start and joins(text[start - 1]):
        return None
    if end == len(text) or not joins(text[end]):
        return end
    if word.topic in _PLURAL and text[end] == "s" and not text[end + 1 : end + 2].isalnum():
        return end + 1
    return None
