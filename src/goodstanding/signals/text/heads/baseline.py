"""What is usual for this account, and so no evidence against it?

Registered domains and samples, templates and texts that a person called honest show an account's own wording. Where a text keeps to
it, the wording counts no longer against the text: parts that raise a score and stand in those samples too are left out. What is new
keeps its points, and what speaks for the text stays. The moment a text leads elsewhere, to a host or a number that the account has
not shown, nothing is left out at all: an evil twin borrows all the words and changes just that.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goodstanding.signals.profile import Opinion, Profile
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.features import chunks_of, facts_of, links_of, read_chunk
from goodstanding.signals.text.heads.head import HEADS, LINE
from goodstanding.signals.text.heads.rows import template_of
from goodstanding.signals.text.heads.score import Points, Scorer

_NUMBER = re.compile(r"\+?\d(?:[ ().-]{0,2}\d){4,17}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w]*$")
_TELEPHONE = 9  # digits from which a number may be one to call
_SURE_OF = 3  # samples in which a short number stayed the same


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an account has shown of itself.

    chunks, pairs, facts  parts of its honest texts, digits without their value
    hosts                 hosts its links lead to, and registered domains
    numbers               by the word before them and their length, every value they had
    known                 numbers it uses, digits only
    condemned             templates of texts that a person called dishonest
    """

    chunks: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    facts: frozenset[str]
    hosts: frozenset[str]
    numbers: Mapping[tuple[str, int], tuple[str, ...]]
    known: frozenset[str]
    condemned: frozenset[str]


def learn(profile: Profile) -> Baseline | None:
    """Return an account's baseline, or None when it has shown nothing."""
    honest = [*profile.samples, *(one.text for one in profile.reviewed if one.opinion is Opinion.HONEST)]
    condemned = [one.text for one in profile.reviewed if one.opinion is Opinion.NOT]
    if not honest and not condemned and not profile.domains:
        return None
    chunks: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    facts: set[str] = set()
    hosts: set[str] = set(profile.domains or ())
    numbers: dict[tuple[str, int], list[str]] = {}
    for text in honest:
        folded = fold(text).text
        own, own_pairs, own_facts = _parts(text, folded)
        chunks |= own
        pairs |= own_pairs
        facts |= own_facts
        hosts |= set(links_of(folded))
        for place, digits in _numbers(folded):
            numbers.setdefault(place, []).append(digits)
    known = {_digits(one) for one in (*(profile.numbers or ()), *(profile.contacts or ()))}
    known |= {digits for seen in numbers.values() for digits in seen}
    return Baseline(
        frozenset(chunks),
        frozenset(pairs),
        frozenset(facts),
        frozenset(hosts),
        {place: tuple(seen) for place, seen in numbers.items()},
        frozenset(known),
        frozenset(map(template_of, condemned)),
    )


def settle(baseline: Baseline, scorer: Scorer, raw: str, folded: str) -> Points:
    """Return a text's points for an account: without what is usual for it, and the line reached by what was condemned."""
    points = scorer.points(raw, folded)
    if baseline.condemned and template_of(raw) in baseline.condemned:
        return tuple(max(one, LINE) if head.id in {"spam", "scam"} else one for one, head in zip(points, HEADS, strict=True))
    if max(points) < LINE or leads_elsewhere(baseline, folded):
        return points
    usual = [own for name, own in scorer.parts(raw, folded) if _is_usual(baseline, name)]
    dropped = (sum(max(0, own[at]) for own in usual) for at in range(len(HEADS)))
    return tuple(one - less for one, less in zip(points, dropped, strict=True))


def leads_elsewhere(baseline: Baseline, folded: str) -> bool:
    """Say whether a text leads to a host or a number the account has not shown."""
    if any(not _is_own(host, baseline.hosts) for host in links_of(folded)):
        return True
    return any(_is_foreign(baseline, place, digits) for place, digits in _numbers(folded))


def _is_foreign(baseline: Baseline, place: tuple[str, int], digits: str) -> bool:
    """Say whether a number is a stranger; one that changes from sample to sample is an order or a code."""
    if digits in baseline.known:
        return False
    seen = baseline.numbers.get(place, ())
    if len(set(seen)) > 1:
        return False
    return len(digits) >= _TELEPHONE or len(seen) >= _SURE_OF


def _is_own(host: str, hosts: Iterable[str]) -> bool:
    return any(host == one or host.endswith("." + one) for one in hosts)


def _is_usual(baseline: Baseline, name: str) -> bool:
    if name in baseline.chunks or name in baseline.facts or name == "<amount>" or name.startswith("<link-"):
        return True  # a text that leads elsewhere is not asked: its links are the account's own
    if not name.startswith("<") and (not name.strip("0.,:;/-+()#") or read_chunk(name).label):
        return True  # a bare number, or a link, whose host was seen to be the account's
    first, _, last = name.partition(" ")
    return bool(last) and (first, last) in baseline.pairs


def _parts(raw: str, folded: str) -> tuple[set[str], set[tuple[str, str]], set[str]]:
    chunks = chunks_of(folded)
    read = [read_chunk(chunk) for chunk in chunks]
    pairs = {(one.last, two.first) for one, two in itertools.pairwise(read)}
    return set(chunks), pairs, set(facts_of(raw, folded, len(chunks), [one.label for one in read]))


def _numbers(folded: str) -> list[tuple[tuple[str, int], str]]:
    found: list[tuple[tuple[str, int], str]] = []
    for match in _NUMBER.finditer(folded):
        digits = _digits(match[0])
        before = _WORD_BEFORE.search(folded[max(0, match.start() - 24) : match.start()])
        found.append(((before[1] if before else "", len(digits)), digits))
    return found


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())
