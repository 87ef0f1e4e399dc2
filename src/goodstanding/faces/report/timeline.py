"""When did each detector see something, drawn as marks along the days of a scan?"""

from collections.abc import Sequence
from typing import Final

from goodstanding.faces.report.charts import Drawing
from goodstanding.periods import DAY_MS, moment_of

WIDTH: Final = 640
LANE: Final = 18
LABELS: Final = 180
AXIS: Final = 20
LEAST: Final = 3
MOST_DATES: Final = 6


def timeline(lanes: Sequence[tuple[str, str, Sequence[tuple[int, int]]]], since_ms: int, until_ms: int) -> Drawing:
    """Draw one lane for each (name, shade, spans in milliseconds): a mark from the first to the last record of each sighting."""
    height = LANE * len(lanes) + AXIS
    drawn = "".join(_lane(place, *lane, since_ms=since_ms, until_ms=until_ms) for place, lane in enumerate(lanes))
    return Drawing(
        f'<svg role="img" class="timeline" width="{LABELS + WIDTH}" height="{height}" viewBox="0 0 {LABELS + WIDTH} {height}">'
        f"<title>When each detector saw something</title><desc>One lane for each detector, one mark for each sighting; the table "
        f"below has the times.</desc>{drawn}{_axis(since_ms, until_ms, LANE * len(lanes))}</svg>"
    )


def _lane(place: int, name: str, shade: str, spans: Sequence[tuple[int, int]], *, since_ms: int, until_ms: int) -> str:
    top = LANE * place
    marks = "".join(
        f'<rect class="fill {shade}" x="{start}" y="{top + 4}" width="{max(end - start, LEAST)}" height="{LANE - 8}" rx="1"/>'
        for start, end in sorted({(_at(first, since_ms, until_ms), _at(last, since_ms, until_ms)) for first, last in spans})
    )
    return (
        f'<text x="0" y="{top + LANE - 6}">{name}</text>'
        f'<rect class="track" x="{LABELS}" y="{top + LANE // 2}" width="{WIDTH}" height="1"/>{marks}'
    )


def _at(at_ms: int, since_ms: int, until_ms: int) -> int:
    """Place an instant on the drawing, in whole pixels."""
    return LABELS + (min(max(at_ms, since_ms), until_ms) - since_ms) * (WIDTH - LEAST) // max(until_ms - since_ms, 1)


def _axis(since_ms: int, until_ms: int, top: int) -> str:
    days = max(1, -(-(until_ms - since_ms) // DAY_MS))
    every = -(-days // MOST_DATES)
    dates = (since_ms - since_ms % DAY_MS + day * DAY_MS for day in range(0, days, every))
    return "".join(
        f'<text x="{_at(at, since_ms, until_ms)}" y="{top + AXIS - 6}">{moment_of(at):%-d %b}</text>'
        for at in dates
        if at >= since_ms
    )
