"""How is a case told: what it is about, where it stands, what happens next and when, and all that has happened?"""

from typing import Any

from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.event import Event
from goodstanding.cases.papers import Action, CureMeasurement, Outcome, State
from goodstanding.findings.explain import explain
from goodstanding.periods import iso_of_instant, text_of_instant
from goodstanding.policy.edition import Edition


def next_step(case: Case, zone: str = "UTC") -> str:
    """Say what happens next, who has to do it, and when."""
    deadline = text_of_instant(case.deadline_ms, zone) if case.deadline_ms is not None else ""
    words = {
        State.OPENED: "a person assigns it, or gives notice",
        State.UNDER_REVIEW: "a person gives notice, or determines that there was no violation",
        State.NOTICED: "delivery is to be proved; no clock runs until then",
        State.CURING: f"the customer has until {deadline}; nothing more is done before",
        State.CURE_ASSESSED: "a person determines the outcome",
        State.DETERMINED: "a person orders an action, or closes the case",
        State.ACTING: "a sweep carries the actions out; then a person closes the case",
        State.CLOSED: "nothing; the customer can still appeal",
        State.APPEALED: "a person who did not decide hears the appeal",
        State.REOPENED: "what was done is undone; a person assigns the case or determines it again",
    }
    if case.proposed is not None and case.state not in {State.DETERMINED, State.CLOSED}:
        return f"a second reviewer confirms what {case.proposed.by} proposed"
    decided = case.determination
    if case.state is State.DETERMINED and decided is not None and decided.outcome is not Outcome.VIOLATION:
        return "a person closes the case"
    return words[case.state]


def case_to_json(case: Case, edition: Edition, *, zone: str, events: list[Event]) -> dict[str, Any]:
    """Return a case as JSON values; times as ISO 8601 in UTC, and the deadline in the customer's zone beside it."""
    deadline = case.deadline_ms
    decided = case.determination
    return {
        "case": case.id,
        "account": case.finding.account,
        "name": case.finding.account_name,
        "clause": case.finding.clause,
        "edition": case.finding.edition,
        "period": case.finding.period.label,
        "state": str(case.state),
        "next": next_step(case, zone),
        "reviewer": case.reviewer,
        "reviewers_needed": case.reviewers_needed,
        "opened": iso_of_instant(case.opened_ms),
        "deadline": None if deadline is None else _deadline_to_json(deadline, zone),
        "finding": {"id": case.finding.id, "explained": explain(case.finding, edition)},
        "outcome": str(decided.outcome) if decided else None,
        "determined_by": [name for name in (decided.by, decided.seconded_by) if name] if decided else [],
        "measurements": [_measurement_to_json(one) for one in case.measurements],
        "actions": [_action_to_json(one) for one in case.actions],
        "events": [_event_to_json(one) for one in events],
    }


def _deadline_to_json(deadline_ms: int, zone: str) -> dict[str, str]:
    return {"utc": iso_of_instant(deadline_ms), "local": iso_of_instant(deadline_ms, zone), "zone": zone}


def _measurement_to_json(one: CureMeasurement) -> dict[str, Any]:
    since, until = iso_of_instant(one.since_ms), iso_of_instant(one.until_ms)
    return {"window": one.window, "since": since, "until": until, "part": one.part, "whole": one.whole, "verdict": one.verdict}


def _action_to_json(one: Action) -> dict[str, Any]:
    done, undone = (None if at_ms is None else iso_of_instant(at_ms) for at_ms in (one.done_ms, one.undone_ms))
    return {"action": one.id, "kind": str(one.kind), "done": done, "undone": undone, "receipt": one.receipt}


def _event_to_json(one: Event) -> dict[str, Any]:
    at = iso_of_instant(one.at_ms)
    return {"sequence": one.sequence, "at": at, "by": one.actor.name, "kind": str(one.kind), "facts": dict(one.facts)}


def case_in_words(case: Case, edition: Edition, *, contact: Contact | None, events: list[Event]) -> str:
    """Return a case as a page of text."""
    zone = contact.zone if contact else "UTC"
    finding = case.finding
    about = f"{finding.clause} {finding.period.label}  {finding.account_name} ({finding.account})"
    lines = [f"{case.id}  {case.state.upper()}  {about}", "", f"Next      {next_step(case, zone)}"]
    if case.deadline_ms is not None:
        local, utc = text_of_instant(case.deadline_ms, zone), text_of_instant(case.deadline_ms)
        lines.append(f"Deadline  {local}" if zone == "UTC" else f"Deadline  {local} = {utc}")
    letters = (
        f"in {contact.language}, with times of {zone}" if contact else "nobody has said where they go: goodstanding contact set"
    )
    lines += [f"Letters   {letters}", ""]
    lines += [explain(case.finding, edition), ""]
    if case.measurements:
        lines.append("Measured on the way to a cure")
        lines += [f"  {_measured(one)}" for one in case.measurements]
        lines.append("")
    lines.append("What happened")
    lines += [f"  {one.sequence:>3}  {text_of_instant(one.at_ms)}  {one.kind:22} {_who(one)}{_said(one)}" for one in events]
    return "\n".join(lines)


def _measured(one: CureMeasurement) -> str:
    days = f"{text_of_instant(one.since_ms)[:10]} – {text_of_instant(one.until_ms - 1)[:10]}"
    return f"{one.window:13} {days}  {one.part:,} of {one.whole:,}  {one.verdict}"


def _who(event: Event) -> str:
    return "by the program" if event.actor == SYSTEM else f"by {event.actor.name}"


def _said(event: Event) -> str:
    shown = ("outcome", "kind", "proof", "answer", "reason", "window", "verdict", "receipt", "day", "reviewer")
    said = [str(event.facts[name]) for name in shown if event.facts.get(name) not in {None, ""}]
    return f": {', '.join(said)}" if said else ""
