"""Which accounts of a span of traffic belong together, and which of them came back after being closed?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from goodstanding.flows.scan_records import Traffic
from goodstanding.signals.traffic import links
from goodstanding.signals.traffic.links import MOST_SHARED, Link, Ring, Tie, links_of, rings_of
from goodstanding.signals.traffic.ports import Ground

_HERE: Final = Path(links.__file__).parent
LEAST: Final = 20  # messages or calls with the same key, so that a stray one ties nobody


@dataclass(frozen=True, slots=True)
class Linked:
    """Rings, and the accounts' ids by their keys."""

    rings: tuple[Ring, ...]
    names: Mapping[int, str]


def find_links(traffic: Traffic, bounds_ms: tuple[int, int]) -> Linked:
    """Draw the graph of [since, until) and find its rings."""
    ground, _ = traffic.ground(*bounds_ms, days_before=0)
    return Linked(tuple(strong_rings(ground, bounds_ms, closed_by_profile(ground, bounds_ms[1]))), ground.accounts())


def strong_rings(ground: Ground, bounds_ms: tuple[int, int], closed: Collection[int] = ()) -> list[Ring]:
    """Find the rings of [since, until), the largest first."""
    since_ms, until_ms = bounds_ms
    bound = {"since_ms": since_ms, "until_ms": until_ms, "least": LEAST, "most": MOST_SHARED}
    ties = ground.rows((_HERE / "links.sql").read_text(encoding="utf-8"), bound)
    return rings_of(links_of(Tie(int(master), str(kind), str(key)) for master, kind, key in ties), closed)


def closed_by_profile(ground: Ground, until_ms: int) -> list[int]:
    """Return the keys of master accounts whose own last profile calls them closed."""
    rows = ground.rows((_HERE / "closed_accounts.sql").read_text(encoding="utf-8"), {"until_ms": until_ms})
    return [int(row[0]) for row in rows]


def links_to_json(linked: Linked) -> dict[str, Any]:
    """Return rings with the accounts' ids; keys that are shared are not in it, only their kinds."""
    return {"rings": [_ring_to_json(ring, linked.names) for ring in linked.rings]}


def _ring_to_json(ring: Ring, names: Mapping[int, str]) -> dict[str, Any]:
    return {
        "accounts": _named(ring.members, names),
        "closed": _named(ring.closed, names),
        "returned": _named(ring.returned, names),
        "links": [_link_to_json(one, names) for one in ring.links],
    }


def _link_to_json(one: Link, names: Mapping[int, str]) -> dict[str, Any]:
    return {"accounts": _named((one.one, one.other), names), "shared": list(one.kinds), "strength": one.strength}


def _named(keys: tuple[int, ...], names: Mapping[int, str]) -> list[str]:
    return [names[key] for key in keys]
