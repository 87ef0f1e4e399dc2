"""What do `case list`, `show`, `open`, `assign`, `notice` and `acknowledge` do?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, At, By, CaseId, DryRun, WorkspaceFolder

app = typer.Typer(help="Follow a breach to its end: notice, cure, decision, action, appeal.", no_args_is_help=True)


@app.command("list")
def list_cases(
    state: Annotated[str | None, typer.Option("--state", metavar="STATE", help='Only cases in this state, e.g. "curing".')] = None,
    account: Annotated[str | None, typer.Option("--account", help="Only cases of this master account.")] = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List cases, in the order they were opened."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.papers import State  # noqa: PLC0415
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import row_json  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415

    if state is not None and state not in set(State):
        message = f"--state {state}: choose one of {', '.join(State)}"
        raise WrongUsage(message)
    with case_desk(named) as desk:
        cases = desk.store.cases(states=None if state is None else [State(state)], account=account)
    if as_json:
        print_json({"cases": [row_json(case) for case in cases]})
        return
    from rich.console import Console  # noqa: PLC0415

    from goodstanding.faces.report.case_list import render_cases  # noqa: PLC0415

    render_cases(cases, Console())


@app.command("show")
def show(case_id: CaseId, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Show a case: how it stands, what happens next and when, and everything that has happened."""
    import msgspec  # noqa: PLC0415 - help must not wait for it

    from goodstanding.app import case_desk  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import case_json  # noqa: PLC0415
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.flows.explain_case import explain_case  # noqa: PLC0415

    with case_desk(named) as desk:
        edition = desk.editions.named(desk.store.case(case_id).finding.edition)
        story = explain_case(desk.store, case_id, edition, desk.zone)
    if as_json:
        events = [msgspec.to_builtins(event) for event in story.events]
        errands = [msgspec.to_builtins(errand) for errand in story.errands]
        told = {"paragraph": story.paragraph, "next_ms": story.next_ms, "events": events, "errands": errands}
        print_json({**case_json(story.case), **told})
        return
    from rich.console import Console  # noqa: PLC0415

    from goodstanding.faces.report.case_page import render_case  # noqa: PLC0415

    render_case(story, Console())


@app.command("open")
def open_case(
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help='The clause, e.g. use-05, or "other".')],
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The master account.")],
    basis: Annotated[str, typer.Option("--basis", metavar="TEXT", help="What was found, and where.")],
    since: Annotated[str, typer.Option("--since", metavar="TIME", help="When it began, as 2016-03-05T10:00:00Z.")],
    until: Annotated[str | None, typer.Option("--until", metavar="TIME", help="When it ended; else the time of opening.")] = None,
    name: Annotated[str, typer.Option("--name", help="What the account is called; else its id.")] = "",
    records: Annotated[Path | None, typer.Option("--records", metavar="FILE", help="A file of record ids, one a line.")] = None,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Open a case by hand, under any clause or as "other", with a written basis."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.faces.cli.reading import lines_of  # noqa: PLC0415
    from goodstanding.findings.finding import Span  # noqa: PLC0415
    from goodstanding.flows.open_by_hand import Report, open_by_hand  # noqa: PLC0415
    from goodstanding.periods import instant_of  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    since_ms, until_ms = instant_of(since), instant_of(until) if until else who.at_ms
    period = Span(since_ms, until_ms, f"{since} to {until or 'its opening'}")
    ids = lines_of(records) if records is not None else ()
    with case_desk(named, settings) as desk:
        report = Report(clause, account, name, period, basis, ids)
        case = open_by_hand(desk.store, report, desk.editions.governing(since_ms), by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


@app.command("assign")
def assign(
    case_id: CaseId,
    reviewer: Annotated[str, typer.Argument(metavar="REVIEWER", help="Who reviews it.")],
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Give a case to a reviewer; that begins the review."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import decide  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by or reviewer, at, settings)
    with case_desk(named, settings) as desk:
        case = decide.assign(desk.store, case_id, reviewer, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


@app.command("notice")
def notice(
    case_id: CaseId,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Write the notice of a case and leave it to the next sweep to send; a dry run prints the letter."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows.give_notice import give_notice, preview_notice  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        if dry_run:
            typer.echo(preview_notice(desk.office, case_id, by=who.by, at_ms=who.at_ms))
            return
        case = give_notice(desk.office, case_id, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


@app.command("acknowledge")
def acknowledge(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Take the customer's own word that the notice has come; --by names the customer."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.audit.entry import ActorKind  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import take_proof  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings, kind=ActorKind.CUSTOMER)
    with case_desk(named, settings) as desk:
        case = take_proof.acknowledge(desk.store, case_id, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)
