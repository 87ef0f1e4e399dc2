"""Is the picture in the README what the terminal shows?"""

import re
from io import StringIO

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from faces.report.builders import a_carrier_month, a_document, a_tally
from faces.report.golden import ROOT, golden
from goodstanding.faces.report.terminal import render

FONTS = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'
CALM = TerminalTheme(
    (24, 28, 32),
    (222, 219, 212),
    [
        (24, 28, 32),
        (240, 128, 118),
        (126, 204, 162),
        (226, 182, 84),
        (130, 170, 210),
        (180, 150, 210),
        (120, 190, 200),
        (222, 219, 212),
    ],
)


def picture() -> str:
    """Draw the terminal as an SVG that fetches no font."""
    console = Console(width=90, file=StringIO(), record=True, force_terminal=True, color_system="truecolor", no_color=False)
    intake = (a_tally("calls.json.gz", source="twilio-calls", read=202_484, accepted=202_484),)
    month = a_carrier_month(rows=202_484, calls=202_484, unanswered=47_951, messages=96_633)
    render(a_document(month, intake=intake), console, remedies={})
    bare = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace("Fira Code, monospace", FONTS)
    bare = re.sub(r"\s*<!--.*?-->", "", bare)
    drawn = console.export_svg(title="goodstanding standing", theme=CALM, code_format=bare, unique_id="standing")
    return "".join(line.rstrip() + "\n" for line in drawn.splitlines())


def test_the_picture_of_the_terminal_is_what_the_terminal_shows() -> None:
    drawn = picture()
    assert drawn == golden("standing.svg", drawn, ROOT / "docs" / "images")


def test_the_picture_fetches_nothing() -> None:
    addresses = set(re.findall(r"https?://[^\s\"')]+", picture()))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "url(http" not in picture()
