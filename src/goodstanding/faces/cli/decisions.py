"""What do the commands do in which a person decides: `case determine`, `second`, `act`, `exempt`, `appeal`, `hear`, `close`?"""

from pathlib import Path
from typing import Annotated

import typer

from goodstanding.faces.cli.options import AsJson, At, By, CaseId, DryRun, WorkspaceFolder

Reasons = Annotated[str, typer.Option("--reasons", metavar="TEXT", help="Why, in a sentence the customer can read.")]


def add_to(app: typer.Typer) -> None:
    """Put these commands among those of `case`."""
    for name, command in (
        ("determine", determine), ("second", second), ("act", act), ("exempt", exempt), ("appeal", appeal), ("hear", hear),
        ("close", close),
    ):  # fmt: skip
        app.command(name)(command)


def determine(
    case_id: CaseId,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help='"no violation", cured, victim or violation.')],
    reasons: Reasons,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Determine a case, with reasons; where two reviewers are needed, propose it."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.papers import Outcome  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import decide  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    wanted = Outcome(_one_of(outcome, list(Outcome), "OUTCOME"))
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = decide.determine(desk.office, case_id, wanted, reasons, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def second(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Confirm a proposed determination, as somebody else."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import decide  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = decide.second(desk.office, case_id, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def act(
    case_id: CaseId,
    kind: Annotated[str, typer.Argument(metavar="ACTION", help='warn, limit, suspend, "release number" or "close account".')],
    subject: Annotated[str, typer.Option("--subject", help="What it is done to, within the account; else the account.")] = "",
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Order an action under a determination of a violation; the next sweep carries it out."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.cases.papers import ActionKind  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows.act import act as order  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    wanted = ActionKind(_one_of(kind, list(ActionKind), "ACTION"))
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        if dry_run:
            case, _ = desk.store.case(case_id).order(wanted, by=who.by, at_ms=who.at_ms, subject=subject)
        else:
            case = order(desk.store, case_id, wanted, by=who.by, at_ms=who.at_ms, subject=subject)
    show_moved(case, as_json=as_json)
    if dry_run and not as_json:
        typer.echo("Dry run: nothing was ordered.")


def exempt(
    case_id: CaseId,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number, as E.164; only its hash is kept in the log.")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="failover, seasonal or emergency.")],
    document: Annotated[Path, typer.Option("--document", metavar="FILE", help="What documents it.")],
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Exempt a number from requirement 1, with the document that says why."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.faces.cli.reading import text_of  # noqa: PLC0415
    from goodstanding.flows.exempt import KINDS, exempt_number  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    wanted = _one_of(kind, list(KINDS), "--kind")
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = exempt_number(desk.store, case_id, number, wanted, text_of(document), by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def appeal(
    case_id: CaseId,
    text: Annotated[str | None, typer.Option("--text", help="What the customer says.")] = None,
    text_file: Annotated[Path | None, typer.Option("--text-file", metavar="FILE", help="A file that says it.")] = None,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take the customer's appeal; --by names the customer."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.audit.entry import ActorKind  # noqa: PLC0415
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.faces.cli.reading import words_of  # noqa: PLC0415
    from goodstanding.flows.hear_appeal import take_appeal  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    said = words_of(text, text_file, "appeal's text")
    who = moment(by, at, settings, kind=ActorKind.CUSTOMER)
    with case_desk(named, settings) as desk:
        case = take_appeal(desk.store, case_id, said, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def hear(
    case_id: CaseId,
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="upheld: the determination stands; reversed: it does not.")],
    reasons: Reasons,
    by: By = None,
    at: At = None,
    named: WorkspaceFolder = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Hear an appeal, as a person who did not decide."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows.hear_appeal import hear_appeal  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    is_upheld = _one_of(answer, ["upheld", "reversed"], "ANSWER") == "upheld"
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = hear_appeal(desk.office, case_id, is_upheld=is_upheld, reasons=reasons, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def close(case_id: CaseId, by: By = None, at: At = None, named: WorkspaceFolder = None, *, as_json: AsJson = False) -> None:
    """Close a case with nothing left to do."""
    from goodstanding.app import case_desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.case_show import show_moved  # noqa: PLC0415
    from goodstanding.faces.cli.deciding import moment  # noqa: PLC0415
    from goodstanding.flows import decide  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    who = moment(by, at, settings)
    with case_desk(named, settings) as desk:
        case = decide.close(desk.store, case_id, by=who.by, at_ms=who.at_ms)
    show_moved(case, as_json=as_json)


def _one_of(word: str, known: list[str], what: str) -> str:
    from goodstanding.errors import WrongUsage  # noqa: PLC0415 - help must not wait for it

    if word in known:
        return word
    message = f"{what} {word}: choose one of {', '.join(known)}"
    raise WrongUsage(message)
