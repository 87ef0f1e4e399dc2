"""What do the reviewers and customers of a made-up year do when they see a case?"""

from dataclasses import dataclass
from enum import StrEnum

from flows.year.customers import Behaviour, Customer
from goodstanding.cases.case import Case
from goodstanding.cases.papers import Outcome, State
from goodstanding.periods import DAY_MS, HOUR_MS

ONE, TWO, THREE = "reviewer-1", "reviewer-2", "reviewer-3"
LETTERS_AT_MOST = 3
APPEALS = {Behaviour.APPEALS_IN_VAIN: "upheld", Behaviour.APPEALS_WELL: "reversed"}


class Do(StrEnum):
    """What a person can do to a case."""

    ASSIGN = "assign"
    NOTICE = "notice"
    STOP = "stop"
    CONFIRM = "confirm"
    LIFT = "lift"
    EXEMPT = "exempt"
    DETERMINE = "determine"
    SECOND = "second"
    SUSPEND = "suspend"
    APPEAL = "appeal"
    HEAR = "hear"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person does; `word` is an outcome, or "upheld" or "reversed"."""

    do: Do
    by: str
    word: str = ""


def deed_of(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    """Return what somebody does next to a case, or None while everybody waits."""
    if case.proposed is not None:
        return Deed(Do.SECOND, TWO)
    if _is_to_confirm(case, customer, now_ms):
        return Deed(Do.CONFIRM, TWO)
    if case.state in {State.OPENED, State.UNDER_REVIEW, State.REOPENED}:
        return _again(case) if case.determinations else _before_notice(case, customer, now_ms)
    if case.state in {State.CURING, State.CURE_ASSESSED}:
        return _within_window(case, customer, now_ms) or _at_the_end(case, customer, now_ms)
    return _after_decision(case, customer, now_ms)


def _is_to_confirm(case: Case, customer: Customer, now_ms: int) -> bool:
    stop = case.stop
    if stop is None or not case.is_stopped or stop.confirmed_by or customer.behaviour is not Behaviour.CONFIRMED:
        return False
    return stop.at_ms + 12 * HOUR_MS <= now_ms < stop.expires_ms


def _again(case: Case) -> Deed | None:
    """An appeal has reversed a determination: somebody else than who heard it decides again, when all is undone."""
    if case.state is State.REOPENED:
        return Deed(Do.ASSIGN, ONE)
    return None if case.undoable else Deed(Do.DETERMINE, ONE, Outcome.NO_VIOLATION)


def _before_notice(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    measured = case.finding.measured
    if (measured is None or measured.small_sample) and not case.reviewer:
        return Deed(Do.ASSIGN, ONE)
    if measured is None:
        is_stopping = customer.behaviour is not Behaviour.TWO_REVIEWERS and case.stop is None
        return Deed(Do.STOP if is_stopping else Do.NOTICE, ONE)
    if measured.small_sample:
        return Deed(Do.DETERMINE, ONE, Outcome.NO_VIOLATION)
    may_write = case.state is State.UNDER_REVIEW and len(case.notices) < LETTERS_AT_MOST
    return Deed(Do.NOTICE, ONE) if may_write and now_ms >= case.last_ms + DAY_MS else None


def _within_window(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    days = (now_ms - (case.delivered_ms or now_ms)) // DAY_MS
    if customer.behaviour is Behaviour.VICTIM and days >= 5:
        return Deed(Do.DETERMINE, ONE, Outcome.VICTIM)
    if customer.behaviour is Behaviour.EXEMPTED and not case.exemptions and days >= 10:
        return Deed(Do.EXEMPT, ONE)
    if not case.is_requirement and days >= 3:
        return Deed(Do.DETERMINE, ONE, Outcome.VIOLATION)
    return None


def _at_the_end(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    if case.state is not State.CURE_ASSESSED or now_ms < case.last_ms + DAY_MS:
        return None
    complied = any(one.verdict == "complies" for one in case.measurements if one.window in {"last-30-days", "month"})
    # whoever appeals well was judged by mistake; that is what the appeal finds
    is_mistaken = customer.behaviour is Behaviour.APPEALS_WELL
    return Deed(Do.DETERMINE, ONE, Outcome.CURED if complied and not is_mistaken else Outcome.VIOLATION)


def _after_decision(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    waited_ms = now_ms - case.last_ms
    if case.state is State.APPEALED:
        return Deed(Do.HEAR, THREE, APPEALS[customer.behaviour]) if waited_ms >= 5 * DAY_MS else None
    if case.determination is None or case.state is State.CLOSED or case.to_do:
        return None
    if case.determination.outcome is Outcome.VIOLATION and not (case.actions and case.appeals):
        deed = _after_violation(case, customer)
        if deed is not None:
            return deed if waited_ms >= DAY_MS else None
    if case.is_stopped:
        return Deed(Do.LIFT, TWO)
    return Deed(Do.CLOSE, ONE) if not case.undoable and waited_ms >= 12 * HOUR_MS else None


def _after_violation(case: Case, customer: Customer) -> Deed | None:
    if not case.actions:
        return Deed(Do.SUSPEND, ONE)
    return Deed(Do.APPEAL, customer.account) if customer.behaviour in APPEALS else None


def answer_to_letter(case: Case, customer: Customer) -> str:
    """Say what becomes of the newest notice, in the words of a delivery status: "delivered" or "failed"."""
    if customer.behaviour is Behaviour.UNREACHABLE:
        return "failed"
    return "failed" if customer.behaviour is Behaviour.BOUNCES and len(case.notices) == 1 else "delivered"
