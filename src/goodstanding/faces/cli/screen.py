"""What does `screen` do: messages in on stdin, one answer a line out?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

if TYPE_CHECKING:
    from goodstanding.faces.cli.arriving import Pieces
    from goodstanding.flows.screen_messages import Tally
    from goodstanding.signals.screen import Screener

AccountFile = Annotated[
    Path | None, typer.Option("--account", metavar="FILE", help="What is known of the account or accounts, as JSON or TOML.")
]
ListsFolder = Annotated[
    Path | None, typer.Option("--lists", metavar="FOLDER", help="Lists of your own, each in place of the one shipped.")
]
EditionName = Annotated[str | None, typer.Option("--edition", metavar="DATE", help="Judge by this edition; else the newest.")]
FailOn = Annotated[
    str | None, typer.Option("--fail-on", metavar="VERDICT", help="End with status 1 on this verdict or worse: review, refuse.")
]

_AsJsonLines = Annotated[bool, typer.Option("--json", help="Print JSON lines, even on a terminal.")]
SHOWN_LINES: Final = 10


def screen(
    edition: EditionName = None,
    account: AccountFile = None,
    lists: ListsFolder = None,
    fail_on: FailOn = None,
    *,
    as_json: _AsJsonLines = False,
) -> None:
    """Screen messages: JSON lines on stdin, one answer line each on stdout; words on a terminal unless --json is given."""
    import msgspec  # noqa: PLC0415 - help must not wait for it

    from goodstanding.faces.cli.arriving import arriving  # noqa: PLC0415
    from goodstanding.faces.report.screened import in_words  # noqa: PLC0415
    from goodstanding.flows.screen_messages import (  # noqa: PLC0415
        Accounts,
        Tally,
        check_fail_on,
        screen_lines,
        status_of,
        to_json,
    )
    from goodstanding.settings import read_settings  # noqa: PLC0415
    from goodstanding.signals.reading_profile import read_profiles  # noqa: PLC0415

    check_fail_on(fail_on)
    held = prepared(edition, lists)
    accounts, tally = Accounts(held, read_profiles(account) if account else {}), Tally()
    key = read_settings().screening.content_key
    encode = msgspec.json.Encoder().encode
    in_json = as_json or not sys.stdout.isatty()
    for lines in arriving(cast("Pieces", sys.stdin.buffer)):
        for answer in screen_lines(lines, held, accounts, tally, key=key):
            sys.stdout.write(encode(to_json(answer)).decode() + "\n" if in_json else in_words(answer) + "\n")
        sys.stdout.flush()
    if not in_json or tally.unreadable:
        sys.stderr.write(_told(tally) + "\n")
    raise typer.Exit(status_of(tally, fail_on))


def prepared(edition: str | None, lists: Path | None) -> "Screener":
    """Give the screener; say on stderr that rules are compiled for the first time, and which lines of lists were refused."""
    from goodstanding.app import screener  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.faces.report.words import plural  # noqa: PLC0415

    with Watch() as watch:
        watch.stage("compiling the rules, once")
        held = screener(edition=edition, lists=lists)
    for name, lines in (held.lists.refused or {}).items():
        shown = ", ".join(map(str, lines[:SHOWN_LINES])) + (", ..." if len(lines) > SHOWN_LINES else "")
        sys.stderr.write(f"list {name}: {plural(len(lines), 'line')} could not be read and left out: {shown}\n")
    return held


def _told(tally: "Tally") -> str:
    from goodstanding.faces.report.words import plural  # noqa: PLC0415 - help must not wait for it

    verdicts = f"{tally.passed:,} pass, {tally.review:,} for review, {tally.refused:,} refused"
    return f"{plural(tally.read, 'message')}: {verdicts}, {tally.unreadable:,} could not be read"
