"""What does `campaigns` do: messages in on stdin, grouped by wording, each group judged as one?"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsJson
from goodstanding.faces.cli.screen import AccountFile, EditionName, ListsFolder, prepared

if TYPE_CHECKING:
    from goodstanding.flows.group_campaigns import Grouped


def campaigns(
    edition: EditionName = None,
    account: AccountFile = None,
    lists: ListsFolder = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="How many to show, the largest first; --json has them all.")] = 20,
    *,
    as_json: AsJson = False,
) -> None:
    """Group messages, JSON lines on stdin in order of time, by their wording, whoever sent them, and judge each group."""
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.group_campaigns import group_campaigns, to_json  # noqa: PLC0415
    from goodstanding.flows.screen_messages import Accounts  # noqa: PLC0415
    from goodstanding.signals.reading_profile import read_profiles  # noqa: PLC0415

    held = prepared(edition, lists)
    known = Accounts(held, read_profiles(account) if account else {})
    with Watch() as watch:
        grouped = group_campaigns((line for line in sys.stdin.buffer if line.strip()), held, known, watch)
    if as_json:
        print_json(to_json(grouped))
    else:
        _show(grouped, most)


def _show(grouped: "Grouped", most: int) -> None:
    from rich.console import Console  # noqa: PLC0415

    from goodstanding.faces.report.campaigns import render_campaigns  # noqa: PLC0415

    render_campaigns(grouped, Console(), most=most)
