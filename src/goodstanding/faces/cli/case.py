"""What do the `case` commands do: carry one case from its finding to its end, each step by a named person?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli import decisions
from goodstanding.faces.cli.desk import At, By, CaseId, moved, opened, person, shown, time_of, zone_of
from goodstanding.faces.cli.options import AsJson, WorkspaceFolder
from goodstanding.faces.cli.output import print_json, say

app = typer.Typer(help="Carry a case from its finding to its end.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list", short_help="List cases, and what happens next in each.")
def list_(
    state: Annotated[str | None, typer.Option("--state", metavar="STATE", help="Only cases in this state.")] = None,
    account: Annotated[str | None, typer.Option("--account", metavar="ID", help="Only this master account's cases.")] = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List cases in the order they were opened, with what happens next in each."""
    from goodstanding.cases.papers import State  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import WrongUsage  # noqa: PLC0415
    from goodstanding.faces.report.case import case_to_json, next_step  # noqa: PLC0415

    if state is not None and state not in set(State):
        message = f"--state {state}: choose {', '.join(State)}"
        raise WrongUsage(message)
    with opened(named) as (desk, _):
        cases = desk.store.cases(states=[State(state)] if state else None, account=account)
        if as_json:
            found = [
                case_to_json(one, desk.editions.named(one.finding.edition), zone=zone_of(desk, one), events=[]) for one in cases
            ]
            print_json({"cases": [{key: value for key, value in one.items() if key != "events"} for one in found]})
            return
        for one in cases:
            say(f"{one.id}  {one.state:13}  {one.finding.clause:6}  {one.finding.period.label}  {one.finding.account_name}")
            say(f"{'':20}{next_step(one, zone_of(desk, one))}")
    if not cases:
        say("No cases. A closed month opens one for each requirement that was not kept: goodstanding close YYYY-MM")


@app.command("show", short_help="Show one case: what, where it stands, what is next.")
def show(case_id: CaseId, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Show one case: the finding in words, the clock, what happens next, and everything that happened."""
    with opened(named) as (desk, _):
        shown(desk, desk.store.case(case_id), as_json=as_json)


@app.command("open", short_help="Open a case by hand, with a written basis.")
def open_(
    clause: Annotated[str, typer.Argument(help="A clause, e.g. use-04, or other.")],
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The master account's id.")],
    basis: Annotated[str, typer.Option("--basis", metavar="TEXT", help="What was found, and where.")],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="First day of what was found.")],
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The day after its last.")],
    record: Annotated[list[str] | None, typer.Option("--record", metavar="ID", help="A record that shows it; repeatable.")] = None,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Open a case for what a person found, under any clause or as "other"; the same words open it once."""
    from datetime import date  # noqa: PLC0415

    from goodstanding.errors import WrongUsage  # noqa: PLC0415 - help must not wait for it
    from goodstanding.findings.by_hand import by_hand  # noqa: PLC0415
    from goodstanding.findings.finding import Span  # noqa: PLC0415
    from goodstanding.flows.open_cases import open_by_hand  # noqa: PLC0415
    from goodstanding.periods import start_of_day_ms  # noqa: PLC0415

    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError as error:
        message = "--since and --until are days, like 2016-02-29"
        raise WrongUsage(message) from error
    with opened(named) as (desk, settings):
        span = Span(start_of_day_ms(first, desk.zone), start_of_day_ms(last, desk.zone), f"{since}/{until}")
        ids = tuple(sorted(set(record or ())))
        edition = desk.editions.in_force_on(first)
        finding = by_hand(clause, account=account, name=account, period=span, basis=basis, record_ids=ids, edition=edition)
        evidence = "".join(f"{one}\n" for one in ids).encode()
        case = open_by_hand(desk, finding, evidence=evidence, by=person(by, settings), at_ms=time_of(at, settings))
        shown(desk, case, as_json=as_json)


@app.command("assign", short_help="Give a case to a reviewer.")
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
    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        moved(desk, case_id, lambda one: one.assign(reviewer, by=who, at_ms=when), as_json=as_json)


@app.command("notice", short_help="Give notice in writing; a sweep sends it.")
def notice(
    case_id: CaseId,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the letter; keep and send nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write the notice of a case and put it in the outbox. The clock starts when its delivery is proved, not before."""
    from goodstanding.flows.give_notice import give_notice, preview  # noqa: PLC0415 - help must not wait for it

    with opened(named) as (desk, settings):
        if dry_run:
            say(preview(desk, case_id, at_ms=time_of(at, settings)))
            return
        case = give_notice(desk, case_id, by=person(by, settings), at_ms=time_of(at, settings))
        shown(desk, case, as_json=as_json)


@app.command("proof", short_help="Take delivery statuses of letters.")
def take_proof(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="What the mail system says: .eml or .json.")],
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take what the mail system says of letters: a proved delivery starts the clock, a bounce asks for the notice again.

    A file is a delivery status message (RFC 3464) or a mail provider's delivery events as JSON.
    """
    from goodstanding.app import delivery_statuses_of  # noqa: PLC0415 - help must not wait for it
    from goodstanding.errors import SourceUnreadable  # noqa: PLC0415
    from goodstanding.flows.take_proof import take_status  # noqa: PLC0415

    told = []
    with opened(named) as (desk, settings):
        for file in files:
            if not file.is_file():
                raise SourceUnreadable(str(file), "there is no such file", "Check the path.")
            proof, statuses = delivery_statuses_of(file.read_bytes())
            for status in statuses:
                case = take_status(desk, status, proof=proof, at_ms=time_of(at, settings))
                told.append({"file": str(file), "case": case.id if case else None, "action": status.action})
            if not statuses:
                told.append({"file": str(file), "case": None, "action": None})
    if as_json:
        print_json({"proofs": told})
        return
    for one in told:
        say(f"{one['file']}: {one['case']} {one['action']}" if one["case"] else f"{one['file']}: about no notice of ours")


@app.command("acknowledge", short_help="Take the customer's word that a notice arrived.")
def acknowledge(
    case_id: CaseId,
    customer: Annotated[str, typer.Option("--customer", metavar="NAME", help="Who at the customer's says so.")],
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take the customer's own word that the notice arrived; that proves its delivery, and starts the clock."""
    from goodstanding.flows.take_proof import acknowledge as taken  # noqa: PLC0415 - help must not wait for it

    with opened(named) as (desk, settings):
        shown(desk, taken(desk, case_id, by=customer, at_ms=time_of(at, settings)), as_json=as_json)


@app.command("exempt", short_help="Exempt a number from requirement 1.")
def exempt(
    case_id: CaseId,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number, as +E.164.")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="failover, seasonal or emergency-call-back.")],
    document: Annotated[Path, typer.Option("--document", metavar="FILE", help="What documents it.")],
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Exempt a number from requirement 1, with the document that says why; the log knows it by its hash alone."""
    from goodstanding.cases.papers import Exemption  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.redact import sha256_of_number  # noqa: PLC0415
    from goodstanding.errors import SourceUnreadable  # noqa: PLC0415
    from goodstanding.flows.case_desk import move  # noqa: PLC0415

    with opened(named) as (desk, settings):
        who, when = person(by, settings), time_of(at, settings)
        if not document.is_file():
            raise SourceUnreadable(str(document), "there is no such file", "Check the path.")
        with desk.store.change() as change:
            kept = change.put_document(document.read_bytes(), "application/octet-stream")
            exemption = Exemption(sha256_of_number(number), kind, kept, who.name, when)
            case = move(change, case_id, lambda one: one.exempt(exemption, by=who, at_ms=when))
        shown(desk, case, as_json=as_json)


app.command("determine", short_help="Determine a case, as a named person.")(decisions.determine)
app.command("second", short_help="Confirm a determination, as somebody else.")(decisions.second)
app.command("act", short_help="Order an action; a sweep carries it out.")(decisions.act)
app.command("stop", short_help="Place, confirm or lift an emergency stop.")(decisions.stop)
app.command("appeal", short_help="Take a customer's appeal.")(decisions.appeal)
app.command("hear", short_help="Hear an appeal, as somebody who did not decide.")(decisions.hear)
app.command("close", short_help="Close a case that is determined and done.")(decisions.close)
