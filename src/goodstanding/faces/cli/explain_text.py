"""What does `explain-text` do: one message, its words marked by clause, and what each mark means?"""

import sys
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson
from goodstanding.faces.cli.screen import AccountFile, EditionName, ListsFolder, prepared


def explain_text(
    text: Annotated[
        str, typer.Argument(help="The message; - reads it from stdin, which keeps it out of the shell's history.")
    ] = "-",
    channel: Annotated[str, typer.Option(help="sms, mms, voice, voicemail, fax or email.")] = "sms",
    sender: Annotated[str, typer.Option("--from", metavar="SENDER", help="Who sends it.")] = "",
    recipient: Annotated[str, typer.Option("--to", metavar="RECIPIENT", help="Who gets it.")] = "",
    edition: EditionName = None,
    account: AccountFile = None,
    lists: ListsFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show one message with its words marked by clause, every hit explained, and every score as named parts."""
    import json  # noqa: PLC0415 - help must not wait for it

    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.report.screened import render_explained  # noqa: PLC0415
    from goodstanding.flows.screen_messages import Accounts, to_json  # noqa: PLC0415
    from goodstanding.signals.reading_message import Unreadable, message_of  # noqa: PLC0415
    from goodstanding.signals.reading_profile import read_profiles  # noqa: PLC0415

    body = sys.stdin.read().removesuffix("\n") if text == "-" else text
    message = message_of(json.dumps({"id": "text", "channel": channel, "from": sender, "to": recipient, "body": body}).encode())
    if isinstance(message, Unreadable):
        raise WrongUsage(message.why)
    held = prepared(edition, lists)
    known = Accounts(held, read_profiles(account) if account else {}).of("")
    verdict = held.screen(message, known)
    scores = held.scores(message)
    if as_json:
        parts = {one.head: {"points": one.points, "parts": {part.name: part.points for part in one.parts}} for one in scores}
        print_json({**to_json(verdict), "scores": parts})
        return
    from rich.console import Console  # noqa: PLC0415

    render_explained(message.body, verdict, scores, Console(), line=held.screening.review_line)
