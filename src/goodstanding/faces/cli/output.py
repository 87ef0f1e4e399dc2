"""How does a command show a document: words in the terminal, one JSON document, a page, an exit status?"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from goodstanding.errors import WrongUsage
from goodstanding.measures.standing import IntakeTally, Standing, StandingDocument
from goodstanding.policy.edition import Edition

WORSE: dict[str, frozenset[Standing]] = {
    "violated": frozenset({Standing.VIOLATED}),
    "at-risk": frozenset({Standing.VIOLATED, Standing.AT_RISK}),
}


def print_json(value: Any) -> None:
    """Print one JSON document on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def show_document(
    document: StandingDocument, *, as_json: bool, html: Path | None, title: str, editions: Sequence[Edition] = ()
) -> None:
    """Show a standing document the ways that were asked for."""
    from goodstanding.faces.report.html import render_html  # noqa: PLC0415 - only when asked for
    from goodstanding.faces.report.terminal import render  # noqa: PLC0415
    from goodstanding.measures.document import to_json  # noqa: PLC0415
    from goodstanding.records.reasons import NOTES, REASONS  # noqa: PLC0415

    if html is not None:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(render_html(document, title=title, editions=editions, remedies={**REASONS, **NOTES}), encoding="utf-8")
    if as_json:
        print_json(to_json(document))
        return
    from rich.console import Console  # noqa: PLC0415

    console = Console()
    render(document, console, remedies={**REASONS, **NOTES})
    if html is not None:
        console.print(f"Report  {html}", soft_wrap=True, highlight=False)


def check_fail_on(fail_on: str | None) -> None:
    """Refuse a --fail-on that means nothing, before any work is done."""
    if fail_on is not None and fail_on not in WORSE:
        message = f"--fail-on {fail_on}: choose violated or at-risk"
        raise WrongUsage(message)


def status_of(document: StandingDocument, fail_on: str | None) -> int:
    """Return 1 when an account stands as badly as --fail-on says, else 0."""
    bad = WORSE[fail_on] if fail_on else frozenset()
    return int(any(account.standing in bad for month in document.months for account in month.accounts))


def say(line: str) -> None:
    """Print one line of words on stdout."""
    sys.stdout.write(line + "\n")


def show_intake(tallies: list[IntakeTally], *, dry_run: bool) -> None:
    """Say what became of each file: read = accepted + duplicate + rejected."""
    from rich.console import Console  # noqa: PLC0415

    from goodstanding.faces.report.intake import render_intake  # noqa: PLC0415
    from goodstanding.records.reasons import NOTES, REASONS  # noqa: PLC0415

    render_intake(tuple(tallies), Console(), remedies={**REASONS, **NOTES})
    if dry_run:
        say("Dry run: nothing was kept.")
