"""Which accounts belong together: through what they pay with, work on, call from, write and link to?

An edge joins two master accounts that share a key. What it weighs is a whole number: how telling the kind is, and nothing where
too many share the key, since a public shortener's host or a carrier's template ties nobody to anybody. Template and brand are one
kind of evidence (a template holds the name), so two points take two independent kinds, or one that is strong by itself.

Blind to accounts that share nothing but a person; to sub-accounts of one tree, which belong together anyway.
Source: the map of signals of this project, F17 and P1.2; the numbers are our default.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple


class Tie(NamedTuple):
    """A master account and a key it has: kind is template, brand, domain, caller, payment or device."""

    master: int
    kind: str
    key: str


class Telling(NamedTuple):
    """How much sharing a key of a kind says: points, by how many it may be shared at most, and which kinds count once together."""

    points: int
    shared_by: int
    evidence: str


TELLING: Final[Mapping[str, Telling]] = {
    "payment": Telling(2, 10, "payment"),
    "device": Telling(2, 10, "device"),
    "caller": Telling(1, 5, "caller"),
    "domain": Telling(1, 5, "domain"),
    "template": Telling(1, 4, "words"),
    "brand": Telling(1, 4, "words"),
}
STRONG: Final = 2
MOST_SHARED: Final = max(one.shared_by for one in TELLING.values())


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two master accounts, the lower key first: what they share, and how much it says."""

    one: int
    other: int
    kinds: tuple[str, ...]
    strength: int

    @property
    def is_strong(self) -> bool:
        """Whether two independent kinds tie them, or one strong one."""
        return self.strength >= STRONG


@dataclass(frozen=True, slots=True)
class Ring:
    """Master accounts that strong links hold together; returned are open ones linked straight to a closed one."""

    members: tuple[int, ...]
    links: tuple[Link, ...]
    closed: tuple[int, ...]
    returned: tuple[int, ...]


def links_of(ties: Iterable[Tie]) -> list[Link]:
    """Return every edge between master accounts that share a key which few share, by its two ends."""
    sharing: dict[tuple[str, str], set[int]] = {}
    for tie in ties:
        sharing.setdefault((tie.kind, tie.key), set()).add(tie.master)
    shared: dict[tuple[int, int], set[str]] = {}
    for (kind, _), masters in sharing.items():
        if len(masters) <= TELLING[kind].shared_by:
            for pair in combinations(sorted(masters), 2):
                shared.setdefault(pair, set()).add(kind)
    return [Link(*pair, tuple(sorted(kinds)), _strength(kinds)) for pair, kinds in sorted(shared.items())]


def _strength(kinds: Collection[str]) -> int:
    points: dict[str, int] = {}
    for kind in kinds:
        telling = TELLING[kind]
        points[telling.evidence] = max(points.get(telling.evidence, 0), telling.points)
    return sum(points.values())


def rings_of(links: Iterable[Link], closed: Collection[int] = ()) -> list[Ring]:
    """Return what strong links hold together, the largest ring first."""
    import networkx as nx  # noqa: PLC0415 - heavy

    strong = [one for one in links if one.is_strong]
    graph = nx.Graph((one.one, one.other) for one in strong)
    found = [_ring(frozenset(members), strong, frozenset(closed)) for members in nx.connected_components(graph)]
    return sorted(found, key=lambda ring: (-len(ring.members), ring.members))


def _ring(members: frozenset[int], strong: Iterable[Link], closed: frozenset[int]) -> Ring:
    links = tuple(one for one in strong if one.one in members)
    beside = {end for one in links if {one.one, one.other} & closed for end in (one.one, one.other)}
    return Ring(tuple(sorted(members)), links, tuple(sorted(members & closed)), tuple(sorted(beside - closed)))
