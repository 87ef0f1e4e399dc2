"""What do `contact set` and `contact show` do: say where an account's notices go?"""

from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, WorkspaceFolder

app = typer.Typer(help="Say where an account's notices go.", no_args_is_help=True)


@app.command("set")
def set_contact(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The master account.")],
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="The e-mail address its notices go to.")],
    zone: Annotated[str, typer.Option("--zone", help="IANA zone in which its deadlines are written.")] = "UTC",
    language: Annotated[str, typer.Option("--language", help="The language of its letters, where there are templates.")] = "en",
    named: WorkspaceFolder = None,
) -> None:
    """Say where an account's notices go."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.contact import Contact  # noqa: PLC0415
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.periods import zone_named  # noqa: PLC0415

    zone_named(zone)
    if "@" not in address.strip("@"):
        message = "that is no e-mail address; write it as name@example.org"
        raise WrongUsage(message)
    with case_desk(named) as desk, desk.store.change() as change:
        change.put_contact(Contact(account, address, zone, language))
    typer.echo(f"Notices to {account} go to the address given; deadlines are written in {zone}.")


@app.command("show")
def show_contact(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The master account.")],
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show where an account's notices go."""
    from dataclasses import asdict  # noqa: PLC0415 - help must not wait for it

    from goodstanding.app import case_desk  # noqa: PLC0415
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415

    with case_desk(named) as desk:
        known = desk.store.contact(account)
    if known is None:
        message = f"nobody has said where the notices of {account} go; say it with: goodstanding contact set {account} ADDRESS"
        raise WrongUsage(message)
    if as_json:
        print_json(asdict(known))
    else:
        say(f"{known.account}: {known.address}, deadlines in {known.zone}, letters in {known.language}")
