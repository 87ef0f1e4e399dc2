"""How is an errand done: taken by one sweep, carried out, and its result committed?

A crash between carrying out and committing repeats the errand after its lease: the same letter under the same Message-ID, the
same action under the same key.
"""

from dataclasses import dataclass, replace
from typing import Final

from goodstanding.cases.case import Case
from goodstanding.cases.papers import State
from goodstanding.cases.ports import CaseChange, Errand, Errands
from goodstanding.errors import ControlFailed
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.periods import DAY_MS, HOUR_MS

MINUTE_MS: Final = 60_000
LEASE_MS: Final = 10 * MINUTE_MS
# how long to wait after each failed try; after the last one the errand is given up
WAITS_MS: Final = (MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS, DAY_MS)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one try; `answer` is kept as evidence."""

    is_done: bool
    answer: str
    is_final: bool = False


def run_errand(desk: CaseDesk, errand: Errands, *, now_ms: int) -> str:
    """Do one errand if nobody else has it; return what happened: done, failed, given up, withdrawn, waits or taken."""
    with desk.store.change() as change:
        if not change.lease(errand.id, now_ms, now_ms + LEASE_MS):
            return "taken"
    case = desk.store.case(errand.case)
    if errand.errand in {Errand.ACT, Errand.UNDO}:
        hindrance = _hindrance(case, errand)
        if hindrance:
            with desk.store.change() as change:
                waits = hindrance == "waits"
                change.put_errand(replace(errand, leased_ms=now_ms + DAY_MS if waits else None, done_ms=None if waits else now_ms))
            return hindrance
        result = _carried_out(desk, case, errand)
    else:
        contact = desk.contact_of(case.finding)
        sent = desk.post.send(desk.store.document(errand.document).content, contact.address)
        result = Result(sent.accepted, sent.answer, sent.is_final)
    with desk.store.change() as change:
        return _settled(change, errand, result, now_ms)


def _hindrance(case: Case, errand: Errands) -> str:
    """Say why an action is not carried out: an appeal waits to be heard, or there is nothing to do any more."""
    if case.state is State.APPEALED:
        return "waits"
    wanted = case.to_do if errand.errand is Errand.ACT else case.undoable
    return "" if errand.action in {one.id for one in wanted} else "withdrawn"


def _carried_out(desk: CaseDesk, case: Case, errand: Errands) -> Result:
    action = next(one for one in case.actions if one.id == errand.action)
    do = desk.control.act if errand.errand is Errand.ACT else desk.control.undo
    try:
        return Result(is_done=True, answer=do(action.kind, case.finding.account, action.subject, errand.id))
    except ControlFailed as error:
        return Result(is_done=False, answer=str(error), is_final=error.is_final)


def _settled(change: CaseChange, errand: Errands, result: Result, now_ms: int) -> str:
    tried = replace(errand, tries=errand.tries + 1, leased_ms=None, last_error="" if result.is_done else result.answer)
    gives_up = not result.is_done and (result.is_final or tried.tries > len(WAITS_MS))
    _told(change, errand, result, gives_up=gives_up, now_ms=now_ms)
    if result.is_done:
        change.put_errand(replace(tried, done_ms=now_ms))
        return "done"
    if gives_up:
        change.put_errand(replace(tried, given_up_ms=now_ms))
        return "given up"
    change.put_errand(replace(tried, due_ms=now_ms + WAITS_MS[tried.tries - 1]))
    return "failed"


def _told(change: CaseChange, errand: Errands, result: Result, *, gives_up: bool, now_ms: int) -> None:
    """Let the case know."""
    if errand.errand is Errand.NOTICE:
        letter = next(one for one in change.case(errand.case).notices if one.letter_sha256 == errand.document)
        if result.is_done:
            move(change, errand.case, lambda one: one.notice_sent(letter.message_id, result.answer, at_ms=now_ms))
        else:
            move(
                change,
                errand.case,
                lambda one: one.notice_failed(letter.message_id, result.answer, is_final=gives_up, at_ms=now_ms),
            )
    elif errand.errand is Errand.ACT and result.is_done:
        move(change, errand.case, lambda one: one.action_done(errand.action, result.answer, at_ms=now_ms))
    elif errand.errand is Errand.UNDO and result.is_done:
        move(change, errand.case, lambda one: one.action_undone(errand.action, result.answer, at_ms=now_ms))
    elif errand.action and gives_up:
        move(change, errand.case, lambda one: one.action_failed(errand.action, result.answer, at_ms=now_ms))
