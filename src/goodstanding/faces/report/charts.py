"""How does a share look against its limit, and a part by the accounts that make it? Drawings of numbers alone."""

from collections.abc import Sequence
from functools import cache

from goodstanding.faces.report.scale import Scale
from goodstanding.measures.standing import RequirementStanding, Share
from goodstanding.measures.words import limit_text, range_text, share_text
from goodstanding.policy.clause import Limit

BAR_WIDTH = 260
MOST_SLICES = 6


class Drawing(str):
    """Markup of numbers and our own words only; a page shows it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell the template that nothing in here needs escaping."""
        return self


def bullet(one: RequirementStanding, shade: str) -> Drawing:
    """Draw a share against its limit, with its interval where what was counted is a sample of calls."""
    scale = Scale(one.limit, BAR_WIDTH)
    filled = scale.filled(one.part, one.whole)
    bracket, said = ("", "") if one.numbers is not None else _bracket(one, scale)
    share = share_text(one.part, one.whole, one.limit)
    return Drawing(
        f'<svg role="img" width="{BAR_WIDTH}" height="34" viewBox="-1 0 {BAR_WIDTH + 2} 34">'
        f"<title>{share} against a limit of {limit_text(one.limit)}</title>"
        f"<desc>{one.part:,} of {one.whole:,}. The upright line is the limit{said}.</desc>"
        f'<rect class="track" y="6" width="{BAR_WIDTH}" height="10" rx="2"/>'
        f'<rect class="fill {shade}" y="6" width="{filled}" height="10" rx="2"/>'
        f"{bracket}{_axis(one.limit)}</svg>"
    )


def _bracket(one: RequirementStanding, scale: Scale) -> tuple[str, str]:
    low, high = scale.place(one.interval[0]), scale.place(one.interval[1])
    drawn = f'<path class="whisker" d="M{low} 8v6M{low} 11H{high}M{high} 8v6"/>'
    return drawn, f", the thin bracket the 95 % interval, {range_text(one.interval)}"


@cache
def _axis(limit: Limit) -> str:
    scale = Scale(limit, BAR_WIDTH)
    line = scale.line
    start = '<text x="0" y="31">0</text>' if line else '<text x="0" y="31">limit 0</text>'
    middle = f'<text x="{line}" y="31" text-anchor="middle">limit {limit_text(limit)}</text>' if line else ""
    end = f'<text x="{BAR_WIDTH}" y="31" text-anchor="end">{limit_text(scale.end)}</text>' if line < BAR_WIDTH else ""
    return f'<path class="limit" d="M{line} 2v18"/>{start}{middle}{end}'


def stack(shares: Sequence[Share]) -> Drawing:
    """Draw which accounts make a part, the largest first; nothing where there is no part."""
    cut = slices(shares)
    drawn = "".join(f'<rect class="s{shade}" x="{start}" width="{width}" height="14"/>' for shade, start, width in cut)
    return Drawing(
        f'<svg role="img" width="{BAR_WIDTH}" height="14" viewBox="0 0 {BAR_WIDTH} 14"><title>Which accounts make the part</title>'
        f"<desc>One slice for each account, the largest first; the table below has the numbers.</desc>{drawn}</svg>"
        if cut
        else ""
    )


def slices(shares: Sequence[Share]) -> list[tuple[int, float, float]]:
    """Cut a bar into what each account contributes to the part: (shade, from, width), the small ones as one last slice."""
    total = sum(share.part for share in shares)
    parts = [share.part for share in shares[:MOST_SLICES]] + [sum(share.part for share in shares[MOST_SLICES:])]
    cut, at = [], 0
    for shade, part in enumerate(parts):
        if part:
            cut.append((shade, round(at * BAR_WIDTH / total, 1), round(part * BAR_WIDTH / total, 1)))
        at += part
    return cut
