"""How are rings of accounts shown: as a table, as a picture, and for Graphviz?"""

import math
from html import escape
from typing import TYPE_CHECKING, Final

from goodstanding.flows.find_links import Linked
from goodstanding.signals.traffic.links import Ring

if TYPE_CHECKING:
    from rich.console import Console

_SIDE: Final = 420
_RADIUS: Final = 150
_COLOURS: Final = {"closed": "#b3261e", "returned": "#b26a00", "member": "#2f5d8a"}
_STYLE: Final = "text{font:12px sans-serif;fill:#222}line{stroke:#888;stroke-width:1.5}rect{fill:#fff}"


def render_links(linked: Linked, console: "Console") -> None:
    """Print a row for each link of each ring; a closed account and one that came back are marked in words."""
    from rich.table import Table  # noqa: PLC0415 - heavy

    if not linked.rings:
        console.print("No accounts are tied by two independent kinds of key, or by one strong one.")
        return
    table = Table("ring", "account", "account", "shared", "strength", box=None)
    for place, ring in enumerate(linked.rings, start=1):
        for one in ring.links:
            ends = (_marked(ring, end, linked.names[end]) for end in (one.one, one.other))
            table.add_row(str(place), *ends, ", ".join(one.kinds), str(one.strength))
    console.print(table)


def _marked(ring: Ring, key: int, name: str) -> str:
    what = _role(ring, key)
    return name if what == "member" else f"{name} ({what})"


def _role(ring: Ring, key: int) -> str:
    if key in ring.closed:
        return "closed"
    return "returned" if key in ring.returned else "member"


def links_as_dot(linked: Linked) -> str:
    """Write the rings as an undirected graph in Graphviz's language."""
    lines = ["graph links {"]
    for ring in linked.rings:
        lines += [f"  {_quoted(linked.names[key])} [color={_quoted(_COLOURS[_role(ring, key)])}];" for key in ring.members]
        lines += [
            f"  {_quoted(linked.names[one.one])} -- {_quoted(linked.names[one.other])} [label={_quoted(', '.join(one.kinds))}];"
            for one in ring.links
        ]
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def links_as_svg(linked: Linked) -> str:
    """Draw each ring as a circle of accounts, one beside the other, three in a row; the same rings give the same bytes."""
    rows = -(-max(len(linked.rings), 1) // 3)
    width, height = _SIDE * min(max(len(linked.rings), 1), 3), _SIDE * rows
    drawn = [
        f'<g transform="translate({_SIDE * (place % 3)} {_SIDE * (place // 3)})">{_drawn(ring, linked, place + 1)}</g>'
        for place, ring in enumerate(linked.rings)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
        f"<title>Accounts that belong together</title><style>{_STYLE}</style>"
        f'<rect width="{width}" height="{height}"/>{"".join(drawn)}</svg>\n'
    )


def _drawn(ring: Ring, linked: Linked, number: int) -> str:
    at = {key: _place(place, len(ring.members)) for place, key in enumerate(ring.members)}
    lines = [
        f'<line x1="{at[one.one][0]}" y1="{at[one.one][1]}" x2="{at[one.other][0]}" y2="{at[one.other][1]}">'
        f"<title>{escape(', '.join(one.kinds))}</title></line>"
        for one in ring.links
    ]
    dots = [
        f'<circle cx="{x}" cy="{y}" r="7" fill="{_COLOURS[_role(ring, key)]}"/>'
        f'<text x="{x}" y="{y - 12}" text-anchor="middle">{escape(_marked(ring, key, linked.names[key]))}</text>'
        for key, (x, y) in at.items()
    ]
    return f'<text x="10" y="20">Ring {number}</text>{"".join(lines)}{"".join(dots)}'


def _place(place: int, of: int) -> tuple[int, int]:
    turn = 2 * math.pi * place / of - math.pi / 2
    return _SIDE // 2 + round(_RADIUS * math.cos(turn)), _SIDE // 2 + round(_RADIUS * math.sin(turn))
