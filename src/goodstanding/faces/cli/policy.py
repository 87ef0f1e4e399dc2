"""How does someone read the policy at the command line: its editions, and what each clause says?"""

import json
from collections.abc import Sequence
from textwrap import indent, wrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from goodstanding.policy.clause import Clause, Requirement, Use
    from goodstanding.policy.edition import Edition

app = typer.Typer(no_args_is_help=True, help="Read the acceptable use policy, edition by edition.")

_AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of words.")]
_INDENT = "  "
_VALUE_AT = 24


@app.command("list")
def list_editions(*, as_json: _AsJson = False) -> None:
    """List the editions of the policy and when each is in force."""
    from goodstanding.policy.load import load_editions  # noqa: PLC0415  the help must not wait for it

    editions = load_editions().all
    if as_json:
        _print_json({"editions": [_edition_fields(edition) for edition in editions]})
        return
    console = _console()
    for edition in editions:
        _print_heading(console, edition.id, edition.title)
        uses, requirements = len(edition.uses), len(edition.requirements)
        _print_field(console, "in force", _span(edition))
        _print_field(console, "clauses", f"{uses} prohibited uses, {requirements} requirements")
        _print_field(console, "source", edition.source)
        console.print()


@app.command("show")
def show(
    clause: Annotated[str | None, typer.Argument(metavar="CLAUSE", help="A clause, such as req-2 or use-05.")] = None,
    *,
    edition: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="An edition, or a date it was in force; else the newest."),
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Show an edition as a document, or everything about one clause."""
    from goodstanding.policy.load import load_editions  # noqa: PLC0415  the help must not wait for it

    editions = load_editions()
    shown = editions.newest if edition is None else editions.named(edition)
    if clause is None:
        _show_edition(shown, as_json=as_json)
    else:
        _show_clause(shown, shown.clause(clause), as_json=as_json)


def _show_edition(edition: "Edition", *, as_json: bool) -> None:
    from goodstanding.policy.writing import table_of  # noqa: PLC0415

    if as_json:
        fields = _edition_fields(edition)
        _print_json({"edition": fields, "clauses": [table_of(each) for each in edition.clauses]})
        return
    console = _console()
    _print_heading(console, edition.id, edition.title)
    _print_field(console, "in force", _span(edition))
    _print_field(console, "month", f"calendar month in {edition.zone}, on the master account")
    near = edition.near
    _print_field(console, "at risk", f"from {near.part}/{near.whole} of a limit on")
    _print_field(console, "source", edition.source)
    _print_group(console, "Prohibited uses", edition.uses)
    _print_group(console, "Minimum-usage requirements", edition.requirements)
    console.print()
    words = f"Everything about one clause: goodstanding policy show --edition {edition.id} CLAUSE"
    console.print(words, markup=False, soft_wrap=True)


def _print_group(console: "Console", title: str, clauses: Sequence["Clause"]) -> None:
    from goodstanding.policy.clause import Requirement  # noqa: PLC0415

    if not clauses:
        return
    console.print(f"\n{title}", style="bold underline")
    for clause in clauses:
        console.print()
        _print_heading(console, clause.id, clause.title)
        _print_indented(console, clause.duty)
        if isinstance(clause, Requirement):
            _print_indented(console, f"Limit: {_limit(clause)}. Reading: {clause.reading.name}.")


def _show_clause(edition: "Edition", clause: "Clause", *, as_json: bool) -> None:
    from goodstanding.policy.writing import table_of  # noqa: PLC0415

    if as_json:
        _print_json({"edition": edition.id, "clause": table_of(clause)})
        return
    console = _console()
    _print_heading(console, clause.id, clause.title)
    _print_indented(console, clause.duty)
    console.print()
    for label, value in _clause_fields(clause):
        _print_field(console, label, value)
    _print_field(console, "edition", f"{edition.id}, in force {_span(edition)}")


def _clause_fields(clause: "Clause") -> list[tuple[str, str]]:
    """Say everything about a clause as labels and words; a repeated label is left empty."""
    from goodstanding.policy.clause import Requirement  # noqa: PLC0415

    fields = [("stands for", clause.source)]
    if isinstance(clause, Requirement):
        fields += _requirement_fields(clause)
    else:
        fields += [("reviewers", f"{clause.reviewers}"), ("signals", ", ".join(clause.signals)), *_looked_for(clause)]
    cure = f"{clause.cure_days} days after notice" if clause.cure_days else "none is promised"
    fields += [("time to cure", cure), ("a person decides", clause.person_decides)]
    fields += _listed("authority", clause.authority)
    if any("[verify]" in authority for authority in clause.authority):
        fields.append(("", "[verify]: check the text before a notice quotes it"))
    return fields


def _looked_for(clause: "Use") -> list[tuple[str, str]]:
    """Say which signals of a use something looks for: detectors in traffic, screening in texts."""
    from goodstanding.signals.catalogue import SIGNALS  # noqa: PLC0415
    from goodstanding.signals.traffic.catalogue import DETECTORS  # noqa: PLC0415

    of_signal = [
        (signal, [one.name for one in DETECTORS if one.signal == signal and one.clause == clause.id]) for signal in clause.signals
    ]
    seen = [f"{signal} {', '.join(names)}" for signal, names in of_signal if names]
    read = ", ".join(one.id for one in SIGNALS if one.id in clause.signals)
    return [*_listed("seen in traffic", seen), *([("seen in texts", read)] if read else [])]


def _requirement_fields(clause: "Requirement") -> list[tuple[str, str]]:
    reading = clause.reading
    fields = [
        ("limit", _limit(clause)),
        ("measure", reading.measure),
        ("reading", reading.name),
        *((name, f"{value:,}") for name, value in reading.parameters.items()),
    ]
    if reading.fewest:
        fields.append(("small sample", f"under {reading.fewest:,}: flagged, no automatic notice"))
    examples = [f"{each.part} of {each.whole} {each.expect}" for each in clause.examples]
    return fields + _listed("examples", examples)


def _listed(label: str, values: Sequence[str]) -> list[tuple[str, str]]:
    return [("" if at else label, value) for at, value in enumerate(values)]


def _limit(clause: "Requirement") -> str:
    part, whole = clause.limit.part, clause.limit.whole
    return f"at most {part} in {whole}; exactly that complies" if part else "not a single one"


def _span(edition: "Edition") -> str:
    since = f"from {edition.since}" if edition.since else "from a day not on record"
    until = f"until {edition.until} (not included)" if edition.until else "no end set"
    return f"{since}, {until}"


def _edition_fields(edition: "Edition") -> dict[str, Any]:
    return {
        "id": edition.id,
        "title": edition.title,
        "since": edition.since.isoformat() if edition.since else None,
        "until": edition.until.isoformat() if edition.until else None,
        "supersedes": edition.supersedes,
        "zone": edition.zone,
        "near": {"part": edition.near.part, "whole": edition.near.whole},
        "source": edition.source,
        "uses": len(edition.uses),
        "requirements": len(edition.requirements),
    }


def _print_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=False))


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  half the time of a small command

    return Console(highlight=False)


def _print_heading(console: "Console", name: str, title: str) -> None:
    from rich.text import Text  # noqa: PLC0415

    console.print(Text.assemble((name, "bold cyan"), "  ", (title, "bold")))


def _print_indented(console: "Console", words: str) -> None:
    width = max(console.width - len(_INDENT), 20)
    console.print(indent("\n".join(wrap(words, width, break_on_hyphens=False)), _INDENT), markup=False)


def _print_field(console: "Console", label: str, value: str) -> None:
    """Print a label and its words side by side; wrapped by hand, so that no line ends in blanks."""
    from rich.text import Text  # noqa: PLC0415

    width = max(console.width - _VALUE_AT, 20)
    first, *others = wrap(value, width, break_on_hyphens=False)
    console.print(Text.assemble((f"{_INDENT}{label}".ljust(_VALUE_AT), "dim"), first))
    for line in others:
        console.print(" " * _VALUE_AT + line, markup=False)
