"""What do the `contact` commands do: say where an account's notices go?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.desk import opened
from goodstanding.faces.cli.options import AsJson, WorkspaceFolder
from goodstanding.faces.cli.output import print_json, say

app = typer.Typer(help="Say where an account's notices go.", no_args_is_help=True, rich_markup_mode=None)


@app.command("set", short_help="Say where an account's notices go.")
def set_(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The master account's id.")],
    address: Annotated[str, typer.Option("--address", metavar="ADDRESS", help="The e-mail address.")],
    zone: Annotated[str, typer.Option("--zone", metavar="ZONE", help="IANA zone in which its deadlines are written.")] = "UTC",
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Language of its letters: en, de, or your own.")
    ] = "en",
    named: WorkspaceFolder = None,
) -> None:
    """Say where an account's notices go, in which language, and in which zone its deadlines are written."""
    from goodstanding.cases.contact import Contact  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.periods import zone_named  # noqa: PLC0415

    zone_named(zone)
    if address.count("@") != 1 or any(one.isspace() or not one.isprintable() for one in address):
        message = "--address is no e-mail address; write one like standing@example.org"
        raise WrongUsage(message)
    with opened(named) as (desk, _), desk.store.change() as change:
        change.put_contact(Contact(account, address, zone, language))
    say(f"Notices to {account} go out in {language}, with times of {zone}.")


@app.command("list", short_help="List where notices go.")
def list_(named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """List where notices go, by account."""
    with opened(named) as (desk, _):
        contacts = desk.store.contacts()
    if as_json:
        print_json(
            {"contacts": [{"account": c.account, "address": c.address, "zone": c.zone, "language": c.language} for c in contacts]}
        )
        return
    for one in contacts:
        say(f"{one.account}  {one.address}  {one.language}  {one.zone}")
