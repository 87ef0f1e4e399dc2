"""What is one text that heads learn from, and which texts are the same but for their numbers and links?"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_LINK = re.compile(r"https?://\S+|www\.\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*")
_DIGITS = re.compile(r"\d+")
_NOT_WORDS = re.compile(r"[^\w\s]|_")


class Label(StrEnum):
    """What a data set says of a text, in the words of the heads."""

    HONEST = "honest"
    SPAM = "spam"
    SCAM = "scam"
    ABUSE = "abuse"
    HATE = "hate"


class Traffic(StrEnum):
    """Who writes the honest texts of a source: people to people, or businesses to customers."""

    PERSON = "person"
    BUSINESS = "business"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text; `group` is what a fair split keeps together, a template unless the source knows better."""

    source: str
    traffic: Traffic
    text: str
    label: Label
    group: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set with what there is to say of it; is_test keeps it out of training."""

    id: str
    title: str
    licence: str
    attribution: str
    is_test: bool
    rows: tuple[Row, ...]


def template_of(text: str) -> str:
    """Return what is left of a text without case, links, the value of numbers and punctuation."""
    plain = _LINK.sub("url", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_NOT_WORDS.sub("", _DIGITS.sub("0", plain)).split())


def fold_of(group: str, folds: int, salt: str = "") -> int:
    """Return which of so many folds a group is in, the same on every machine."""
    return int.from_bytes(hashlib.sha256(f"{salt}{group}".encode("utf-8", "replace")).digest()[:8]) % folds


def distinct(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the first row of each template, whatever its source; a template seen before says nothing new."""
    seen: set[str] = set()
    for row in rows:
        template = template_of(row.text)
        if template and template not in seen:
            seen.add(template)
            yield row
