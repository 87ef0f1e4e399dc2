"""How does a text read once disguises are taken off, and which raw characters does each letter stand for?

A text is folded as NFKC with case folded (Unicode Standard Annex 15), with these choices: Latin letters lose their accents, so that
a pattern matches whether or not a telephone could write them; look-alikes of other alphabets are read as Latin letters only where
alphabets.py says so; characters that cannot be seen are dropped, save the joiners that Arabic, Indic and Thai words need; marks
piled on a letter are dropped. Folding a folded text changes nothing. Lone surrogates become U+FFFD.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat

from goodstanding.signals.text.alphabets import read_mixed
from goodstanding.signals.text.hidden import hidden_words, may_hide
from goodstanding.signals.text.letters import GENERAL_MARKS, INVISIBLE, JOINERS, JOINING, PLAIN


def _mark_ranges() -> str:
    """Return the marks and vowel signs of every script, as ranges for a character class."""
    blocks = (
        (0x300, 0x3400),
        (0xA66F, 0xAC00),
        (0xFB1E, 0xFE30),
        (0x101FD, 0x12000),
        (0x13430, 0x13460),
        (0x16100, 0x17000),
        (0x1BC9D, 0x1F000),
    )
    marks = [code for first, end in blocks for code in range(first, end) if unicodedata.category(chr(code))[0] == "M"]
    seen = [code for code in marks if not _UNSEEN.match(chr(code))]
    breaks = [0, *(place for place in range(1, len(seen)) if seen[place] != seen[place - 1] + 1), len(seen)]
    return "".join(f"{chr(seen[start])}-{chr(seen[end - 1])}" for start, end in pairwise(breaks))


_UNSEEN = re.compile(f"[{INVISIBLE}]")
_MARKS = _mark_ranges()
# What joins the letter before it: marks, parts of Korean syllables, kana voicing.
_CLINGS = f"{_MARKS}\u1161-\u11ff\ud7b0-\ud7ff\uff9e\uff9f\uffa1-\uffdc"
# Marks that plain look-up, letter by letter, cannot do justice to.
_TO_PLACE = re.compile(f"[{GENERAL_MARKS}\uff9e\uff9f\uffa1-\uffdc]")
_A_CLING = re.compile(f"[{_CLINGS}]")
_ASTRAY = re.compile(f"[^\u0370-\u1cff][{_CLINGS}]")
_A_JOINER = re.compile(f"[{JOINERS}]")
_JOINED = re.compile(f"[{JOINING}][{JOINERS}]")
_CLUSTER = re.compile(f"(?s:.)[{_CLINGS}{INVISIBLE}]*")
_DROPPED = re.compile(f"(?<![{JOINING}])[{JOINERS}]|(?![{JOINERS}])[{INVISIBLE}]")
_PILE = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")
_PILED = re.compile(f"[{_MARKS}][{_MARKS}]{{8}}")
_ASCII = frozenset(map(chr, range(128)))
_SHORT = 4  # letters with so few marks are remembered
_MANY_CHANGES = 32
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Folded:
    """One view of a text.

    text      lower case, compatible forms composed, look-alike letters made plain
    offsets   offsets[i] is the raw offset where text[i] begins, with len(raw) at the end; None when they are the same
    disguised raw spans of words in which folding changed letters, dropped invisible ones, or mixed scripts
    """

    text: str
    offsets: tuple[int, ...] | None = None
    disguised: tuple[tuple[int, int], ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span behind text[start:end]."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def fold(raw: str) -> Folded:
    """Return the folded view of a text.

    Takes     any string: empty, one letter a million times, lone surrogates
    Cost      linear in the length of the text; about a microsecond for ASCII
    Blind to  flags that spell words, words drawn from shapes, letters turned upside down
    Source    UTS #39 (confusables), UAX #15 (NFKC)
    """
    if raw.isascii():
        return Folded(raw.lower())
    letters = set(raw)
    strange = "".join(letters - _ASCII)
    plain, offsets = _plain(raw, letters, strange)
    mixed: Sequence[tuple[int, int]] = ()
    if not plain.isascii():
        plain, mixed = read_mixed(plain)
    if mixed and offsets is not None:
        mixed = [(offsets[start], offsets[end]) for start, end in mixed]
    hidden = list(hidden_words(raw)) if may_hide(strange) else []
    return Folded(plain, offsets, _united((*mixed, *hidden)) if mixed or hidden else ())


def _plain(raw: str, letters: AbstractSet[str], strange: str) -> tuple[str, tuple[int, ...] | None]:
    """Make every character plain; None for offsets when each stands for itself."""
    if _needs_placing(raw, strange):
        clusters: Sequence[str] = _CLUSTER.findall(raw)
        pieces = [_plain_short(one) if len(one) < _SHORT else _plain_cluster(one) for one in clusters]
        return "".join(pieces), _offsets(clusters, pieces)
    plain = _replaced(raw, letters)
    uneven = PLAIN.uneven.intersection(strange)
    return plain, _stretched(raw, uneven) if uneven else None


def _needs_placing(raw: str, strange: str) -> bool:
    """Say whether letters must be folded together with what clings to them."""
    if _TO_PLACE.search(strange) or (_A_JOINER.search(strange) and _JOINED.search(raw)):
        return True
    if not _A_CLING.search(strange):
        return False
    if _PILED.search(raw):
        return True
    return _A_CLING.match(raw) is not None or _ASTRAY.search(raw) is not None or not unicodedata.is_normalized("NFC", raw)


def _replaced(raw: str, letters: AbstractSet[str]) -> str:
    """Do what translate does, faster where few letters change: what is plain stays when it is made plain again."""
    changes = [(one, plain) for one in letters if (plain := PLAIN[ord(one)]) != one]
    if len(changes) > _MANY_CHANGES:
        return raw.translate(PLAIN)
    text = raw
    for one, plain in changes:
        text = text.replace(one, plain)
    return text


def _stretched(raw: str, uneven: AbstractSet[str]) -> tuple[int, ...]:
    """Say where each letter begins when only `uneven` characters stand for none or for several."""
    found: list[int] = []
    done = 0
    for place in [place for place, one in enumerate(raw) if one in uneven]:
        found.extend(range(done, place))
        found.extend(repeat(place, len(PLAIN[ord(raw[place])])))
        done = place + 1
    found.extend(range(done, len(raw) + 1))
    return tuple(found)


@lru_cache(maxsize=4096)
def _plain_short(cluster: str) -> str:
    return _plain_cluster(cluster)


def _plain_cluster(cluster: str) -> str:
    """Fold a letter together with the marks on it."""
    if len(cluster) == 1:
        return PLAIN[ord(cluster)]
    folded = cluster
    for _ in range(_ROUNDS):  # marks that change places change what a joiner stands after
        before = folded
        composed = unicodedata.normalize("NFC", _PILE.sub(r"\1", _DROPPED.sub("", before)))
        plain = "".join(one if "\u200b" <= one <= "\u200d" else PLAIN[ord(one)] for one in composed)
        folded = _PILE.sub(r"\1", unicodedata.normalize("NFC", plain))
        if folded == before:
            break
    return folded


def _offsets(parts: Sequence[str], pieces: Sequence[str]) -> tuple[int, ...] | None:
    """Say where each letter of the pieces begins in the raw text, part by part; None when nothing moved."""
    starts = accumulate(map(len, parts), initial=0)
    lengths = [len(piece) for piece in pieces]
    found = tuple(chain.from_iterable(map(repeat, starts, lengths)))
    end = sum(map(len, parts))
    return None if len(found) == end and found == tuple(range(end)) else (*found, end)


def _united(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, those that overlap made one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)
