"""Which options do several commands share?"""

from pathlib import Path
from typing import Annotated

import typer

Takes = Annotated[
    list[str],
    typer.Option("--take", metavar="SOURCE[:OPTION=VALUE,...]=FILE", help="A file to take in; may be given several times."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
AsHtml = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write the report as one self-contained page.")]
Settings = Annotated[
    list[str],
    typer.Option("--set", metavar="CLAUSE.PARAM=VALUE", help="Change a reading, limit or parameter, e.g. req-2.limit=15/100."),
]
EditionName = Annotated[str | None, typer.Option("--edition", metavar="DATE", help="Judge every month by this edition.")]
MonthName = Annotated[str | None, typer.Option("--month", metavar="YYYY-MM", help="Only this month.")]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="STANDING", help="End with status 1 on this standing or worse: violated, at-risk."),
]
WorkspaceFolder = Annotated[
    Path | None, typer.Option("--workspace", metavar="FOLDER", help="The workspace; else found from here upwards.")
]
