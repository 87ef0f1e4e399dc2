"""Which accounts of a span of traffic belong together, and which of them came back after being closed?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from goodstanding.flows.scan_records import Traffic
from goodstanding.signals.traffic import links
from goodstanding.signals.traffic.links import MOST_SHARED, Link, Ring, Tie, links_of, rings_of

_HERE: Final = Path(links.__file__).parent
LEAST: Final = 20  # messages or calls with the same key, so that a stray one ties nobody


@dataclass(frozen=True, slots=True)
class Linked:
    """Rings, and the accounts' ids by their keys."""

    rings: tuple[Ring, ...]
    names: Mapping[int, str]


def find_links(traffic: Traffic, bounds_ms: tuple[int, int]) -> Linked:
    """Draw the graph of [since, until) and find its rings."""
    since_ms, until_ms = bounds_ms
    ground, _ = traffic.ground(since_ms, until_ms, days_before=0)
    bound = {"since_ms": since_ms, "until_ms": until_ms, "least": LEAST, "most": MOST_SHARED}
    ties = ground.rows((_HERE / "links.sql").read_text(encoding="utf-8"), bound)
    closed = ground.rows((_HERE / "closed_accounts.sql").read_text(encoding="utf-8"), bound)
    found = rings_of(links_of(Tie(int(master), str(kind), str(key)) for master, kind, key in ties), [int(row[0]) for row in closed])
    return Linked(tuple(found), ground.accounts())


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
