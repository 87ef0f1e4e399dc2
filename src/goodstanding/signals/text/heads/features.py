"""Which named features does a folded text have: words, pairs of words, pieces of words, and a few facts?

A text is cut at white space into chunks. Everything inside a chunk (its words, its pieces, whether it is a link) depends on the
chunk alone, so a scorer may remember a chunk's sum; only pairs across chunks and facts of the whole text are left to look at.
Digits lose their value, never their number: "call 12345" reads as "call 00000", so no feature can carry a phone number or a code.
"""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

PAD = "\u2423"  # stands for the edge of a word or chunk; the open box, which texts do not hold
LONGEST_TEXT = 20_000  # characters looked at; what follows is not scored
LONGEST_CHUNK = 160  # characters of one chunk looked at
PIECES = range(2, 6)  # lengths of pieces of a chunk

_DIGITS = {ord(digit): "0" for digits in ("0123456789", "๐๑๒๓๔๕๖๗๘๙", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for digit in digits}
_DIGITS[ord(PAD)] = " "
_DIGITS[ord("<")] = _DIGITS[ord(">")] = " "
_ENDINGS = "com|net|org|info|biz|co|uk|th|example|test|invalid|top|xyz|online|site|shop|club|app|link|live|ru|cn|vip|cc|gov|edu"
_LINK = re.compile(
    r"(?:https?:?/{1,2}|www\.)[!-~]+"
    r"|(?:0{1,3}\.){3}0{1,3}(?:/[!-~]*)?"
    r"|[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,12}/[!-~]*|(?:" + _ENDINGS + r")(?![a-z0-9]))",
)
_A_LINK = "<link>"
_SCHEME = re.compile(r"^(?:https?:?/{1,2})?(?:www\.)?")
_SUFFIXES = frozenset(
    (
        *_ENDINGS.split("|"),
        "www",
        "http",
        "https",
        "me",
        "ly",
        "io",
        "to",
        "in",
        "gl",
        "us",
        "cz",
        "de",
        "fr",
        "es",
        "it",
        "nl",
        "ph",
        "my",
        "id",
    )
)
_DEAR = re.compile(
    r"(?<!\d)(?:(?:\+?44|0044|0) ?(?:9\d|87[0-3])|1[ -]?900|0900)[ \d-]{5,11}\d(?!\d)"
)  # premium numbers: UK, US, EU
NOT_LATIN = "<not-latin>"  # a third of the text or more; the line of review is set apart for these
_OTHER = re.compile("[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufaff]")
_LINK_RAW = re.compile(_LINK.pattern.replace("0{1,3}", r"\d{1,3}"))  # the same, digits with their value
_CHUNK = re.compile(r"\S+")
_NUMERIC = re.compile(r"[0.]+$")
_RUN = re.compile(r"([^0])\1{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|0+|[£$€฿₹!?%*#]")
_AMOUNT = re.compile(r"[£$€฿₹]\s?0|0(?:gbp|usd|eur|rs|p|บาท|บ|baht)(?![a-z])|(?:rs|usd|gbp|eur|thb|inr)\.?0")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What lies between two white spaces: its first and last word, the names of its features, and whose its link claims to be.

    label  the part of the link's host that somebody registered, "" without a link
    """

    first: str
    last: str
    names: frozenset[str]
    label: str = ""


def chunks_of(text: str) -> list[str]:
    """Return a folded text's chunks in order, digits without their value."""
    return text[:LONGEST_TEXT].translate(_DIGITS).split()


def placed_chunks(text: str) -> list[tuple[str, int, int]]:
    """Return the chunks of a folded text with where they start and end in it."""
    plain = text[:LONGEST_TEXT].translate(_DIGITS)
    return [(found[0], found.start(), found.end()) for found in _CHUNK.finditer(plain)]


def read_chunk(chunk: str) -> Chunk:
    """Return a chunk's words and the names of its features, each once."""
    short = chunk[:LONGEST_CHUNK]
    link = _LINK.search(short)
    rest = _LINK.sub(" <link> ", short) if link else short
    words = [word[:24] for part in rest.split() for word in _words(part)]
    names = {f"{PAD}{word}{PAD}" for word in words if word != _A_LINK}
    names.update(f"{one} {two}" for one, two in itertools.pairwise(words))
    for part in rest.split():
        names.update(_pieces(part))
    if _AMOUNT.search(rest):
        names.add("<amount>")
    label = ""
    if link:
        label, traits = _read_link(link[0])
        names.update(traits)
    edge = words or [rest.strip()[:8]]
    return Chunk(edge[0], edge[-1], frozenset(names), label)


def links_of(folded: str) -> list[str]:
    """Return the hosts of a folded text's links, without a leading www, digits as they are."""
    if "." not in folded and "//" not in folded:
        return []
    links = _LINK_RAW.findall(folded[:LONGEST_TEXT])
    return [_SCHEME.sub("", link).split("/")[0].split(":")[0].strip(".") for link in links]


def _words(part: str) -> list[str]:
    return [part] if part == _A_LINK else _WORD.findall(_RUN.sub(r"\1\1\1", part))


def _pieces(part: str) -> set[str]:
    """Return every piece of a chunk, its edges marked."""
    if part == _A_LINK:
        return set()
    padded = PAD + _RUN.sub(r"\1\1\1", part) + PAD
    return {padded[at : at + size] for size in PIECES for at in range(len(padded) - size + 1)}


def _read_link(link: str) -> tuple[str, set[str]]:
    """Return the registered part of a link's host, roughly, and what is odd about the link."""
    host, slash, path = _SCHEME.sub("", link).partition("/")
    labels = host.split(":")[0].strip(".").split(".")
    while len(labels) > 1 and labels[-1] in _SUFFIXES:
        labels.pop()
    own = host if _NUMERIC.match(host) or not labels[-1] else labels[-1]
    traits = {_A_LINK, "<link-scheme>" if "://" in link else "<link-bare>"}
    if slash and path and len(own) <= 5:
        traits.add("<link-short>")
    if "-" in host or "0" in host:
        traits.add("<link-odd>")
    if len(labels) > 2:
        traits.add("<link-deep>")
    traits.update(f"@{word}" for word in re.findall(r"[a-z]{3,16}", host) if word not in _SUFFIXES)
    return own, traits


def facts_of(raw: str, folded: str, chunks: int, labels: Iterable[str]) -> tuple[str, ...]:
    """Name what holds of the whole text: how long it is, whether it shouts, whose its links claim to be, dear numbers."""
    size = len(raw)
    facts = ["<short>" if size < 40 else "<middling>" if size < 100 else "<long>" if size < 200 else "<very-long>"]
    shouted = sum(map(str.isupper, raw[:LONGEST_TEXT].split()))
    if shouted > 2:
        facts.append("<shouts>" if shouted * 2 > chunks else "<some-capitals>")
    owners = [label for label in labels if label]
    if owners:
        said = "".join(folded[:LONGEST_TEXT].translate(_DIGITS).split())
        facts.append("<link-named>" if all(said.count(label) > said.count(label + ".") for label in owners) else "<link-unnamed>")
    if not folded.isascii() and len(_OTHER.findall(folded)) * 3 > len(folded):
        facts.append(NOT_LATIN)
    if ("09" in folded or "08" in folded or "900" in folded) and _DEAR.search(folded[:LONGEST_TEXT]):
        facts.append("<dear-number>")
    return tuple(facts)


def names_of(raw: str, folded: str) -> dict[str, int]:
    """Return every feature of a text with how many of its distinct chunks have it; what training sees."""
    chunks = chunks_of(folded)
    found: dict[str, int] = {}
    read = {chunk: read_chunk(chunk) for chunk in dict.fromkeys(chunks)}
    for one in read.values():
        for name in one.names:
            found[name] = found.get(name, 0) + 1
    order = [read[chunk] for chunk in chunks]
    for name in {f"{one.last} {two.first}" for one, two in itertools.pairwise(order)}:
        found[name] = found.get(name, 0) + 1
    for name in facts_of(raw, folded, len(chunks), [one.label for one in read.values()]):
        found[name] = 1
    return found
