"""How does a command tell a case, after it has moved or when it is shown?"""

from typing import Any

from goodstanding.cases.case import Case


def show_moved(case: Case, *, as_json: bool) -> None:
    """Say where a case stands now, and what happens next."""
    from goodstanding.faces.cli.output import print_json, say  # noqa: PLC0415 - help must not wait for it
    from goodstanding.flows.explain_case import what_next  # noqa: PLC0415

    if as_json:
        print_json(case_json(case))
        return
    say(f"{case.id}: {case.state}")
    say(f"Next: {what_next(case)}")


def case_json(case: Case) -> dict[str, Any]:
    """Return a case as JSON values, with its deadline and what happens next."""
    import msgspec  # noqa: PLC0415 - help must not wait for it

    from goodstanding.flows.explain_case import what_next  # noqa: PLC0415

    told: dict[str, Any] = msgspec.to_builtins(case)
    return {**told, "deadline_ms": case.deadline_ms, "is_stopped": case.is_stopped, "next": what_next(case)}


def row_json(case: Case) -> dict[str, Any]:
    """Return a case as one row of a list."""
    return {
        "id": case.id,
        "state": str(case.state),
        "clause": case.finding.clause,
        "period": case.finding.period.label,
        "account": case.finding.account,
        "name": case.finding.account_name,
        "reviewer": case.reviewer,
        "deadline_ms": case.deadline_ms,
        "outcome": str(case.determination.outcome) if case.determination else None,
    }
