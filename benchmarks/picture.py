"""Draws the README's picture: the demo's standing as a terminal shows it."""

import io
import json
import re
import sys
from pathlib import Path

from rich.console import Console

from goodstanding.faces.report.terminal import render
from goodstanding.measures.document import month_from_json
from goodstanding.measures.standing import StandingDocument

if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    document = json.loads(source.read_text(encoding="utf-8"))
    month = month_from_json(document["months"][0])
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True)
    render(StandingDocument(document["edition"], document["zone"], (), (month,)), console, remedies={}, limit=6)
    drawn = console.export_svg(title="goodstanding demo")
    # no fonts from elsewhere, and no credit line
    drawn = re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->", "", drawn, flags=re.DOTALL)
    target.write_text(drawn, encoding="utf-8")
