"""What is there to say of a case: how it stands, what happens next and when, and what has happened?"""

from dataclasses import dataclass

from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.cure import next_due_ms
from goodstanding.cases.event import Event
from goodstanding.cases.papers import Outcome, State
from goodstanding.cases.ports import CaseStore, Errands
from goodstanding.findings.explain import explain
from goodstanding.periods import text_of_instant
from goodstanding.policy.edition import Edition


@dataclass(frozen=True, slots=True)
class CaseStory:
    """A case, told.

    paragraph  the finding in one plain paragraph
    next       what happens next, in a sentence
    next_ms    when time next makes something due; None when only a person can move the case
    """

    case: Case
    paragraph: str
    next: str
    next_ms: int | None
    events: tuple[Event, ...]
    errands: tuple[Errands, ...]
    contact: Contact | None


def explain_case(store: CaseStore, case_id: str, edition: Edition, zone: str) -> CaseStory:
    """Tell a case; CaseUnknown when there is none."""
    case = store.case(case_id)
    errands = tuple(store.errands(case=case_id))
    waiting = [one.due_ms for one in errands if one.done_ms is None and one.given_up_ms is None]
    moments = [one for one in (next_due_ms(case, zone), *waiting) if one is not None]
    return CaseStory(
        case=case,
        paragraph=explain(case.finding, edition),
        next=what_next(case),
        next_ms=min(moments, default=None),
        events=tuple(store.events(case_id)),
        errands=errands,
        contact=store.contact(case.finding.account),
    )


def what_next(case: Case) -> str:
    """Say in one sentence what happens next."""
    if case.proposed is not None:
        return f"A second reviewer, other than {case.proposed.by}, confirms the determination: goodstanding case second {case.id}"
    said = {
        State.NOTICED: "The notice is on its way; the clock starts when its delivery is proved.",
        State.CURE_ASSESSED: f"The window has ended. A person determines the case: goodstanding case determine {case.id}",
        State.APPEALED: f"A person who did not decide hears the appeal: goodstanding case hear {case.id}",
        State.REOPENED: f"The determination was reversed. A person reviews the case again: goodstanding case assign {case.id}",
        State.CLOSED: "Nothing; the case is closed. The customer may still appeal.",
    }
    if case.state in said:
        return said[case.state]
    if case.state is State.CURING:
        return _curing(case)
    if case.state in {State.DETERMINED, State.ACTING}:
        return _decided(case)
    return _before_notice(case)


def _curing(case: Case) -> str:
    if not case.cure_days:
        return f"The notice was delivered. A person determines the case: goodstanding case determine {case.id}"
    until = text_of_instant(case.deadline_ms or 0)
    return f"The customer has until {until} to cure; no action can be ordered before."


def _decided(case: Case) -> str:
    if case.to_do or case.undoable:
        return "The next sweep carries out what is left to do: goodstanding sweep"
    violation = case.determination is not None and case.determination.outcome is Outcome.VIOLATION
    if violation and case.state is State.DETERMINED:
        return (
            f"A person may order an action: goodstanding case act {case.id}; or close the case: goodstanding case close {case.id}"
        )
    return f"A person closes the case: goodstanding case close {case.id}"


def _before_notice(case: Case) -> str:
    measured = case.finding.measured
    if case.state is State.OPENED and measured is not None and not measured.small_sample:
        return "The next sweep writes the notice: goodstanding sweep"
    if case.state is State.OPENED:
        return f"A person looks first, then gives notice: goodstanding case notice {case.id}"
    if case.notice is not None and case.notice.delivered_ms is None:
        return f"The last notice did not arrive. A person gives it again: goodstanding case notice {case.id}"
    return f"A person gives notice or determines: goodstanding case notice {case.id}"
