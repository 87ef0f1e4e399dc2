"""Which words are written in letters of two alphabets, or of one that only looks Latin, and how do they read?

A text written in Russian or Greek stays what it is: only words that mix alphabets are read as Latin ones, and, in a text that is
otherwise Latin, words made wholly of letters that no eye can tell from Latin ones.
Blind to: Latin letters put into Cyrillic words are shown as a disguise, but not read back.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from goodstanding.signals.text.letters import ALPHABETS, EXACT, LOOKS_LIKE

_WORD = re.compile(r"\w+")
_OTHER = re.compile(f"[{ALPHABETS}]")
_LATIN = re.compile("[a-z]")
_TOUCHING = re.compile(f"[a-z][0-9_]*[{ALPHABETS}]|[{ALPHABETS}][0-9_]*[a-z]")
_UNREADABLE = re.compile(f"[^{''.join(LOOKS_LIKE)}]")
_RUNS = re.compile(f"[a-z]+|[{ALPHABETS}]+")
_ASCII = frozenset(map(chr, range(128)))
_READ = {ord(one): plain for one, plain in LOOKS_LIKE.items()}
_SCIENCE = re.compile(  # 5 micrograms, delta T, the factor called TNF alpha
    "\\d*[\u0393\u0394\u0398\u039b\u039e\u03a0\u03a3\u03a6-\u03a9\u03b1-\u03bc\u03be\u03c0-\u03c9][a-z0-9]*|[a-z0-9]+[\u03b1-\u03bc]"
)
_GREEK = re.compile("[\u0370-\u03ff]")
_CYRILLIC = re.compile("[\u0400-\u052f\u1c80-\u1c8f]")
_LONG = 24  # in so many letters of Russian or Greek there is one that no Latin letter looks like
_MANY = 2  # words that mix alphabets make a text that is disguised throughout


class _Word(NamedTuple):
    """A word with letters of another alphabet; `reading` is in ASCII when each of them looks like a Latin one."""

    start: int
    text: str
    reading: str
    is_mixed: bool

    @property
    def is_exact(self) -> bool:
        return EXACT.issuperset(set(self.text) - _ASCII)


def read_mixed(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return the text with disguised words read as Latin ones, everything in lower case, and the spans of those words.

    Takes  a text whose Latin letters are plain already (see letters); lengths are kept, so spans are of both
    """
    others = "".join(_OTHER.findall("".join(set(text))))
    is_of_two = _is_of_two(others)
    if not others or not (is_of_two or _TOUCHING.search(text) or (_LATIN.search(text) and not _UNREADABLE.search(others))):
        return _lower(text), ()  # nothing mixed, and nothing Latin to be taken for
    everything = text.translate(_READ)
    words = _words(text, everything, is_of_two=is_of_two)
    is_native = _is_native(text, words)
    read, spans = [], []
    for word in words:
        is_read, is_shown = _judge(word, is_native=is_native)
        if is_read:
            read.append(word)
        if is_shown:
            spans.append((word.start, word.start + len(word.text)))
    if len(spans) >= _MANY and not is_native:
        read = [word for word in words if word.reading.isascii()]
    if len(read) == len(words):
        return _lower(everything), spans
    return _lower(_rewritten(text, read)), spans


def _words(text: str, everything: str, *, is_of_two: bool) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        start, end = match.span()
        reading = everything[start:end]
        if reading.isascii() or _OTHER.search(word):
            is_mixed = _LATIN.search(word) is not None or (is_of_two and _is_of_two(word))
            found.append(_Word(start, word, reading, is_mixed))
    return found


def _is_native(text: str, words: Sequence[_Word]) -> bool:
    """Say whether the text has words of its own in another alphabet: a letter nothing Latin looks like, or most of the words."""
    whole = [word for word in words if not (word.is_mixed or word.is_exact)]
    if not whole or any(not word.reading.isascii() for word in whole):
        return bool(whole)
    if len(whole) < len(words) and sum(len(word.text) for word in whole) >= _LONG:
        return False
    latin = sum(1 for match in _WORD.finditer(text) if match[0].isascii() and _LATIN.search(match[0]))
    return len(whole) >= latin + sum(1 for word in words if word.is_mixed and _judge(word, is_native=True)[0])


def _judge(word: _Word, *, is_native: bool) -> tuple[bool, bool]:
    """Return whether a word is to be read as a Latin one, and whether it is to be shown as a disguise."""
    if not word.is_mixed:
        is_read = not is_native and word.is_exact
        return is_read, is_read and len(word.text) > 1
    if not word.reading.isascii():
        return False, _is_interleaved(word.text)
    if not is_native:
        return True, _SCIENCE.fullmatch(word.text) is None
    if _is_interleaved(word.text):
        return True, True
    strange = sum(1 for one in word.text if one not in _ASCII)
    is_read = word.is_exact and strange < len(word.text) - strange
    return is_read, is_read and word.text[0] not in _ASCII


def _is_of_two(letters: str) -> bool:
    return _GREEK.search(letters) is not None and _CYRILLIC.search(letters) is not None


def _is_interleaved(word: str) -> bool:
    """Say whether a word goes from one alphabet to another and back, as no ending of an inflected name does."""
    return len(_RUNS.findall(word)) > _MANY


def _rewritten(text: str, read: Sequence[_Word]) -> str:
    pieces: list[str] = []
    done = 0
    for word in read:
        pieces += (text[done : word.start], word.reading)
        done = word.start + len(word.text)
    return "".join((*pieces, text[done:]))


def _lower(text: str) -> str:
    """Fold case without changing the length: a letter whose folded form is longer takes its small form."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(_lower_letter(one) for one in text)


def _lower_letter(one: str) -> str:
    for form in (one.casefold(), one.lower()):
        if len(form) == 1:
            return form
    return one
