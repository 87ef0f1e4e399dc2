"""How does recall look, abuse by abuse, at each strength, with its interval? A drawing of its own, to put into a page."""

from html import escape
from typing import Final

from goodstanding.flows.evaluate_detectors import Evaluation, Found
from goodstanding.measures.arithmetic import wilson

LABEL_WIDTH, PLOT_WIDTH, ROW_HEIGHT, TOP = 250, 420, 14, 52
SHADES: Final = {"blatant": "#2f5d8a", "moderate": "#7b6f9c", "careful": "#b8a17a"}
# what recall has to reach
LINES: Final = (("blatant", 95), ("moderate", 80))
STYLE: Final = """text { font: 11px system-ui, sans-serif; fill: #1c2126 } .soft { fill: #58616b } .grid { stroke: #dfdcd5 }
.must { stroke: #a8261d; stroke-dasharray: 4 3 }"""


def recall_plot(made: Evaluation) -> str:
    """Draw a dot for each abuse and strength, on its 95 % interval, with lines at what recall has to reach."""
    height = TOP + ROW_HEIGHT * len(made.found) + 24
    seeds = f"{made.seeds[0]}–{made.seeds[-1]}"
    drawn = "".join(_row(place, one, made.found) for place, one in enumerate(made.found))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{LABEL_WIDTH + PLOT_WIDTH + 40}" height="{height}">'
        f"<title>Recall by abuse and strength, seeds {seeds}</title><style>{STYLE}</style>"
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="4" y="16">Accounts found, by abuse and strength; seeds {seeds} ({made.purpose})</text>'
        f"{_legend()}{_grid(height)}{drawn}</svg>\n"
    )


def _legend() -> str:
    entries = [
        f'<circle cx="{10 + place * 90}" cy="32" r="4" fill="{shade}"/><text x="{20 + place * 90}" y="36">{name}</text>'
        for place, (name, shade) in enumerate(SHADES.items())
    ]
    return "".join(entries)


def _grid(height: int) -> str:
    bottom = height - 22
    lines = [
        f'<path class="grid" d="M{_place(share)} {TOP - 8}V{bottom}"/>'
        f'<text class="soft" x="{_place(share)}" y="{height - 8}" text-anchor="middle">{share} %</text>'
        for share in range(0, 101, 20)
    ]
    must = [
        f'<path class="must" d="M{_place(share)} {TOP - 8}V{bottom}"><title>{share} % of {name}</title></path>'
        for name, share in LINES
    ]
    return "".join(lines + must)


def _row(place: int, one: Found, rows: tuple[Found, ...]) -> str:
    middle = TOP + ROW_HEIGHT * place + 3
    low, high = wilson(one.found, one.accounts)
    at, shade = _place(100 * one.found / one.accounts), SHADES[one.strength]
    is_first = place == 0 or (rows[place - 1].shape, rows[place - 1].signal) != (one.shape, one.signal)
    label = f'<text x="4" y="{middle + 4}">{escape(f"{one.signal} {one.shape}")}</text>' if is_first else ""
    said = f"<title>{escape(one.strength)}: {one.found} of {one.accounts}</title>"
    return (
        f'{label}<path d="M{_place(100 * low)} {middle}H{_place(100 * high)}" stroke="{shade}" stroke-width="2"/>'
        f'<circle cx="{at}" cy="{middle}" r="4" fill="{shade}">{said}</circle>'
    )


def _place(percent: float) -> float:
    return round(LABEL_WIDTH + PLOT_WIDTH * percent / 100, 1)
