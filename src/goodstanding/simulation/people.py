"""What do the reviewers and customers of a made-up year do when they see a case?"""

from dataclasses import dataclass
from enum import StrEnum

from goodstanding.cases.case import Case
from goodstanding.cases.papers import Outcome, State
from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.customers import Behaviour, Customer

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
    if case.state in {State.OPENED, State.UNDER_REVIEW, State.REOPENED}:
        return _before_notice(case, customer, now_ms)
    if case.state in {State.CURING, State.CURE_ASSESSED}:
        return _after_notice(case, customer, now_ms)
    if case.state is State.APPEALED:
        return Deed(Do.HEAR, THREE, APPEALS[customer.behaviour]) if now_ms >= case.last_ms + 5 * DAY_MS else None
    return _after_decision(case, customer, now_ms)


def _before_notice(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    if case.determinations:  # an appeal has reversed one
        if case.state is State.REOPENED:
            return Deed(Do.ASSIGN, ONE)
        return Deed(Do.DETERMINE, ONE, Outcome.NO_VIOLATION) if not case.undoable else None
    measured = case.finding.measured
    if measured is not None and measured.small_sample:
        return Deed(Do.DETERMINE, ONE, Outcome.NO_VIOLATION) if case.reviewer else Deed(Do.ASSIGN, ONE)
    if measured is None:
        return _by_hand(case, customer)
    if case.state is State.UNDER_REVIEW and len(case.notices) < LETTERS_AT_MOST and now_ms >= case.last_ms + DAY_MS:
        return Deed(Do.NOTICE, ONE)
    return None


def _by_hand(case: Case, customer: Customer) -> Deed | None:
    if not case.reviewer:
        return Deed(Do.ASSIGN, ONE)
    if customer.behaviour is not Behaviour.TWO_REVIEWERS and case.stop is None:
        return Deed(Do.STOP, ONE)
    return Deed(Do.NOTICE, ONE)


def _after_notice(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    delivered_ms = case.delivered_ms or 0
    if customer.behaviour is Behaviour.CONFIRMED and case.stop is not None and case.is_stopped and not case.stop.confirmed_by:
        return Deed(Do.CONFIRM, TWO) if now_ms < case.stop.expires_ms else None
    if customer.behaviour is Behaviour.VICTIM and now_ms >= delivered_ms + 5 * DAY_MS:
        return Deed(Do.DETERMINE, ONE, Outcome.VICTIM)
    if customer.behaviour is Behaviour.EXEMPTED and not case.exemptions and now_ms >= delivered_ms + 10 * DAY_MS:
        return Deed(Do.EXEMPT, ONE)
    if not case.is_requirement:
        return Deed(Do.DETERMINE, ONE, Outcome.VIOLATION) if now_ms >= delivered_ms + 3 * DAY_MS else None
    if case.state is not State.CURE_ASSESSED:
        return None
    complied = any(one.verdict == "complies" for one in case.measurements if one.window in {"last-30-days", "month"})
    # whoever appeals well was judged by mistake; that is what the appeal finds
    is_mistaken = customer.behaviour is Behaviour.APPEALS_WELL
    return Deed(Do.DETERMINE, ONE, Outcome.CURED if complied and not is_mistaken else Outcome.VIOLATION)


def _after_decision(case: Case, customer: Customer, now_ms: int) -> Deed | None:
    determination = case.determination
    if determination is None or case.state is State.CLOSED:
        return None
    if determination.outcome is Outcome.VIOLATION:
        if not case.actions:
            return Deed(Do.SUSPEND, ONE) if now_ms >= case.last_ms + DAY_MS else None
        if case.to_do:
            return None
        if customer.behaviour in APPEALS and not case.appeals:
            return Deed(Do.APPEAL, customer.account) if now_ms >= case.last_ms + 3 * DAY_MS else None
    if case.is_stopped:
        return Deed(Do.LIFT, TWO)
    settled = not case.to_do and not case.undoable and now_ms >= case.last_ms + 12 * HOUR_MS
    return Deed(Do.CLOSE, ONE) if settled else None


def answer_to_letter(case: Case, customer: Customer) -> str:
    """Say what becomes of the newest notice: "delivered" or "bounced"."""
    if customer.behaviour is Behaviour.UNREACHABLE:
        return "bounced"
    return "bounced" if customer.behaviour is Behaviour.BOUNCES and len(case.notices) == 1 else "delivered"
