"""How is an errand run: leased, done outside, and its result committed, so that a crash repeats and never doubles?"""

from dataclasses import dataclass, replace
from typing import Final

from goodstanding.cases.case import Case, Moved
from goodstanding.cases.papers import ActionKind, State
from goodstanding.cases.ports import CaseReads, Errand, Errands, Sent
from goodstanding.errors import CaseMoved, ControlFailed
from goodstanding.flows.case_desk import CaseDesk, move

MINUTE_MS: Final = 60_000
LEASE_MS: Final = 5 * MINUTE_MS
BACK_OFF_MS: Final = tuple(minutes * MINUTE_MS for minutes in (1, 5, 30, 120, 360, 1440))
OVERTAKEN: Final = "overtaken"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of an errand, in a word ("sent", "failed", "given up", "overtaken", "done", "undone"), and why."""

    case: str
    what: str
    detail: str = ""


def run_errand(desk: CaseDesk, errand: Errands, *, now_ms: int) -> Ran | None:
    """Run one errand; None when another sweep has it, or it must wait for something else first."""
    case = desk.store.case(errand.case)
    if must_wait(desk.store, case, errand):
        return None
    with desk.store.change() as change:
        if not change.lease(errand.id, now_ms, now_ms + LEASE_MS):
            return None
        if is_overtaken(change, case, errand):
            change.put_errand(replace(errand, given_up_ms=now_ms, last_error=OVERTAKEN))
            return Ran(case.id, OVERTAKEN, f"{errand.errand} {errand.id}")
    if errand.document:
        return _post(desk, case, errand, now_ms)
    return _carry_out(desk, case, errand, now_ms)


def must_wait(reads: CaseReads, case: Case, errand: Errands) -> bool:
    """Say whether an errand waits: an action for an appeal to be heard, an undoing for the doing to have ended."""
    if errand.errand is Errand.ACT:
        return case.state is State.APPEALED and not is_of_stop(errand)
    if errand.errand is not Errand.UNDO:
        return False
    doing = next((one for one in reads.errands(case=case.id) if one.id == errand.action), None)
    return case.state is State.APPEALED or (doing is not None and doing.done_ms is None and doing.given_up_ms is None)


def is_of_stop(errand: Errands) -> bool:
    """Say whether an errand belongs to an emergency stop rather than an action."""
    return errand.action.rpartition("-")[2].startswith("S")


def is_overtaken(reads: CaseReads, case: Case, errand: Errands) -> bool:
    """Say whether an errand no longer applies: a notice that is not the newest, a reminder of a day gone by, a lifted stop."""
    if errand.errand is Errand.NOTICE:
        return case.state is not State.NOTICED or case.notice is None or case.notice.letter_sha256 != errand.document
    if errand.errand is Errand.REMINDER:
        later = [one for one in reads.errands(case=case.id) if one.errand is Errand.REMINDER and day_of(one) > day_of(errand)]
        return case.state is not State.CURING or bool(later)
    if errand.errand is not Errand.ACT:
        return False
    if is_of_stop(errand):
        return not (case.stop is not None and case.stop.id == errand.action and case.is_stopped)
    return errand.action not in {one.id for one in case.to_do}


def day_of(errand: Errands) -> int:
    """Return the day of the window that a reminder is for: the last part of its id."""
    return int(errand.id.rpartition("-")[2])


def _post(desk: CaseDesk, case: Case, errand: Errands, now_ms: int) -> Ran:
    """Hand a letter over and keep what the mail system said."""
    contact = desk.store.contact(case.finding.account)
    letter = desk.store.document(errand.document).content
    sent = Sent(accepted=False, answer="no contact") if contact is None else desk.post.send(letter, contact.address)
    after = _after(errand, sent, now_ms)
    return _commit(desk, after, sent.answer, now_ms)


def _carry_out(desk: CaseDesk, case: Case, errand: Errands, now_ms: int) -> Ran:
    """Carry an action out, or undo it, under the errand's id as the idempotency key."""
    kind, subject = _what(case, errand.action)
    do = desk.control.act if errand.errand is Errand.ACT else desk.control.undo
    try:
        receipt = do(kind, case.finding.account, subject, errand.id)
    except ControlFailed as error:
        said = Sent(accepted=False, answer=str(error), is_final=error.is_final)
    else:
        said = Sent(accepted=True, answer=receipt)
    return _commit(desk, _after(errand, said, now_ms), said.answer, now_ms)


def _what(case: Case, action_id: str) -> tuple[ActionKind, str]:
    """Return the kind and subject of an action; an emergency stop suspends."""
    for action in case.actions:
        if action.id == action_id:
            return action.kind, action.subject
    return ActionKind.SUSPEND, ""


def _after(errand: Errands, said: Sent, now_ms: int) -> Errands:
    """Return the errand after a try: done, due again after a pause, or given up."""
    tried = replace(errand, tries=errand.tries + 1, leased_ms=None, last_error="" if said.accepted else said.answer)
    if said.accepted:
        return replace(tried, done_ms=now_ms)
    if said.is_final or errand.tries >= len(BACK_OFF_MS):
        return replace(tried, given_up_ms=now_ms)
    return replace(tried, due_ms=now_ms + BACK_OFF_MS[errand.tries])


def _commit(desk: CaseDesk, after: Errands, answer: str, now_ms: int) -> Ran:
    """Keep the errand's new state and what the case has to say of it, in one transaction."""
    with desk.store.change() as change:
        before = next(one for one in change.errands(case=after.case) if one.id == after.id)
        if before.done_ms is not None or before.given_up_ms is not None:
            raise CaseMoved(after.case)
        change.put_errand(after)
        move(change, after.case, lambda case: _told(case, after, answer, now_ms) or (case, ()))
    if after.done_ms is None:
        return Ran(after.case, "given up" if after.given_up_ms else "failed", f"{after.errand} {after.id}: {answer}")
    words = {Errand.ACT: "done", Errand.UNDO: "undone"}
    return Ran(after.case, words.get(after.errand, "sent"), f"{after.errand} {after.id}")


def _told(case: Case, errand: Errands, answer: str, now_ms: int) -> Moved | None:
    if errand.errand is Errand.NOTICE:
        return _notice_told(case, errand, answer, now_ms)
    if errand.errand is Errand.REMINDER:
        return case.reminder_sent(day_of(errand), errand.document, at_ms=now_ms) if errand.done_ms else None
    return None if errand.errand is Errand.OUTCOME or is_of_stop(errand) else _action_told(case, errand, answer, now_ms)


def _action_told(case: Case, errand: Errands, answer: str, now_ms: int) -> Moved:
    if errand.done_ms is None:
        return case.action_failed(errand.action, answer, at_ms=now_ms)
    if errand.errand is Errand.ACT:
        return case.action_done(errand.action, answer, at_ms=now_ms)
    return case.action_undone(errand.action, answer, at_ms=now_ms)


def _notice_told(case: Case, errand: Errands, answer: str, now_ms: int) -> Moved | None:
    known = next((one.message_id for one in case.notices if one.letter_sha256 == errand.document), None)
    if known is None:
        return None
    if errand.done_ms is not None:
        return case.notice_sent(known, answer, at_ms=now_ms)
    return case.notice_failed(known, answer, is_final=errand.given_up_ms is not None, at_ms=now_ms)
