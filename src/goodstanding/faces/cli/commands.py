"""Which commands are there, and how does one end?"""

import sys
from collections.abc import Sequence

import typer
from typer._click.exceptions import UsageError  # typer carries its own click, and gives its errors no public name

from goodstanding.errors import GoodstandingError
from goodstanding.faces.cli import (
    audit,
    campaigns,
    case,
    check,
    contact,
    demo,
    evaluate,
    explain_text,
    links,
    month,
    policy,
    quarantine,
    scan,
    screen,
    simulate,
    sweep,
    train,
    workspace,
)

app = typer.Typer(
    name="goodstanding",
    help="Says which accounts kept the acceptable use policy they agreed to, and shows why.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("check", short_help="Check an export, without a workspace.")(check.check)
app.command("init", short_help="Make a workspace.")(workspace.init)
app.command("take-in", short_help="Take records into a workspace.")(workspace.take_in)
app.command("close", short_help="Close a month, with a hash.")(month.close)
app.command("standing", short_help="Show how accounts stand in a month.")(month.standing)
app.add_typer(case.app, name="case", short_help="Carry a case from its finding to its end.")
app.command("sweep", short_help="Do everything that time makes due.")(sweep.sweep)
app.add_typer(contact.app, name="contact", short_help="Say where an account's notices go.")
app.add_typer(audit.app, name="audit", short_help="Prove what happened, to anybody.")
app.add_typer(quarantine.app, name="quarantine", short_help="List refused rows, and write them out to mend.")
app.add_typer(policy.app, name="policy", short_help="Read the policy, edition by edition.")
app.command("scan", short_help="Scan traffic for what the policy prohibits.")(scan.scan)
app.command("links", short_help="Show which accounts belong together.")(links.links)
app.command("screen", short_help="Screen messages for what the policy prohibits.")(screen.screen)
app.command("campaigns", short_help="Group messages by wording, and judge each group.")(campaigns.campaigns)
app.command("explain-text", short_help="Show one message with its words marked by clause.")(explain_text.explain_text)
app.command("train", short_help="Train the models of screening on data sets.")(train.train)
app.command("evaluate", short_help="Measure the detectors in labelled worlds.")(evaluate.evaluate)
app.command("simulate", short_help="Write a made-up carrier's month.")(simulate.simulate)
app.command("demo", short_help="From made-up records to a report, in seconds.")(demo.demo)


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 what --fail-on asked for was found, 2 wrong usage or unreadable input."""
    try:
        status = app(list(arguments), prog_name="goodstanding", standalone_mode=False)
    except UsageError as error:
        return _refused(error.format_message(), _hint(error))
    except (typer.Abort, KeyboardInterrupt):
        return _refused("stopped", "")
    except GoodstandingError as error:
        return _refused(str(error), "")
    return status if isinstance(status, int) else 0


def _hint(error: UsageError) -> str:
    return f" Try: {error.ctx.command_path} --help" if error.ctx else ""


def _refused(message: str, hint: str) -> int:
    sys.stderr.write(f"error: {message}{hint}\n")
    return 2
