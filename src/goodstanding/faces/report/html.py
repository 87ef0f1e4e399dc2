"""How does a standing look as a page: one file, no script, no network, light and dark, printable?"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from goodstanding.faces.report import words
from goodstanding.measures.standing import RequirementStanding, StandingDocument

TEMPLATES = Path(__file__).with_name("templates")
WIDTH = 240


def render_html(document: StandingDocument, *, title: str) -> str:
    """Return the whole page as text."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(words=words, at=position, width=WIDTH)
    return environment.get_template("report.html.j2").render(document=document, title=title)


def position(one: RequirementStanding, share: float) -> float:
    """Place a share on a bar that ends at twice the limit (a limit of nothing: at one half)."""
    end = 2 * one.limit.part / one.limit.whole if one.limit.part else 0.5
    return round(min(max(share / end, 0.0), 1.0) * WIDTH, 1)
