"""Which commands are there, and how does one end?"""

import sys
from collections.abc import Sequence

import click
import typer

from goodstanding.errors import GoodstandingError
from goodstanding.faces.cli import check, demo, month, policy, quarantine, simulate, workspace

app = typer.Typer(
    name="goodstanding",
    help="Says which accounts kept the acceptable use policy they agreed to, and shows why.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("check")(check.check)
app.command("init")(workspace.init)
app.command("take-in")(workspace.take_in)
app.command("close")(month.close)
app.command("standing")(month.standing)
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(policy.app, name="policy")
app.command("simulate")(simulate.simulate)
app.command("demo")(demo.demo)


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 what --fail-on asked for was found, 2 wrong usage or unreadable input."""
    try:
        status = app(list(arguments), prog_name="goodstanding", standalone_mode=False)
    except click.UsageError as error:
        return _refused(error.format_message(), _hint(error))
    except click.Abort:
        return _refused("stopped", "")
    except GoodstandingError as error:
        return _refused(str(error), "")
    return status if isinstance(status, int) else 0


def _hint(error: click.UsageError) -> str:
    return f" Try: {error.ctx.command_path} --help" if error.ctx else ""


def _refused(message: str, hint: str) -> int:
    sys.stderr.write(f"error: {message}{hint}\n")
    return 2
