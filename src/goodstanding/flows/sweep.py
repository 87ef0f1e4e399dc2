"""What has time made due, and how is each of it done once?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case
from goodstanding.cases.cure import Window, reminders, windows_to_measure
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import State
from goodstanding.cases.ports import Errand, Errands
from goodstanding.errors import CaseMoved, GoodstandingError, NotAllowed
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.flows.errands import Ran, day_of, is_overtaken, must_wait, run_errand
from goodstanding.flows.give_notice import give_notice, post_letter

STUCK: Final = "stuck"
WATCHED: Final = tuple(state for state in State if state is not State.CLOSED)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that time has made due in a case, in words, and how it is done; `do` returns whether anything moved."""

    case: str
    what: str
    detail: str
    do: Callable[[], bool]


def sweep(desk: CaseDesk, now_ms: int, *, is_dry_run: bool = False) -> tuple[Ran, ...]:
    """Do everything that is due at a moment, and say what was done; a dry run says it and does nothing.

    Each thing is one transaction, or two around something done outside. Two sweeps at once share the work: whoever comes
    second finds it done, moved or leased, and goes on. What a week of downtime has left over is done once, in order. What
    stands in the way of one case is said as "stuck", and holds no other case up.
    """
    ran: list[Ran] = []
    for case in desk.store.cases(states=WATCHED):
        ran += _by_itself(desk, case.id, now_ms, is_dry_run=is_dry_run)
    for errand in desk.store.errands(due_by_ms=now_ms):
        ran += _would_run(desk, errand) if is_dry_run else _run(desk, errand, now_ms)
    return tuple(ran)


def _run(desk: CaseDesk, errand: Errands, now_ms: int) -> list[Ran]:
    try:
        one = run_errand(desk, errand, now_ms=now_ms)
    except CaseMoved:
        return []
    except GoodstandingError as error:
        return [Ran(errand.case, STUCK, str(error))]
    return [] if one is None else [one]


def _would_run(desk: CaseDesk, errand: Errands) -> list[Ran]:
    case = desk.store.case(errand.case)
    if must_wait(desk.store, case, errand):
        return []
    what = "overtaken" if is_overtaken(desk.store, case, errand) else "to do"
    return [Ran(case.id, what, f"{errand.errand} {errand.id}")]


def _by_itself(desk: CaseDesk, case_id: str, now_ms: int, *, is_dry_run: bool) -> list[Ran]:
    """Move a case as far as time alone moves it; what another sweep has done meanwhile is left to that one."""
    ran: list[Ran] = []
    try:
        for due in _due(desk, desk.store.case(case_id), now_ms):
            ran += [Ran(due.case, due.what, due.detail)] if is_dry_run or due.do() else []
    except CaseMoved:
        pass
    except GoodstandingError as error:
        ran.append(Ran(case_id, STUCK, str(error)))
    return ran


def _due(desk: CaseDesk, case: Case, now_ms: int) -> Iterator[Due]:
    yield from _stop_due(desk, case, now_ms)
    yield from _notice_due(desk, case, now_ms)
    yield from _reminders_due(desk, case, now_ms)
    for window in windows_to_measure(case, desk.zone, now_ms):
        yield Due(case.id, "measured", window.name, lambda window=window: _measure(desk, case, window, now_ms))  # type: ignore[misc]
    if case.state is State.CURING and case.cure_days and case.deadline_ms is not None and case.deadline_ms <= now_ms:
        yield Due(case.id, "cure assessed", "", lambda: _assess(desk, case, now_ms))


def _stop_due(desk: CaseDesk, case: Case, now_ms: int) -> Iterator[Due]:
    if case.stop_expired(at_ms=now_ms)[1]:

        def expire() -> bool:
            with desk.store.change() as change:
                return move(change, case.id, lambda one: one.stop_expired(at_ms=now_ms)).sequence > case.sequence

        yield Due(case.id, "stop expired", case.stop.id if case.stop else "", expire)


def _notice_due(desk: CaseDesk, case: Case, now_ms: int) -> Iterator[Due]:
    """A counted breach is noticed by itself; a small sample, a prohibited use, and a letter that came back wait for a person."""
    measured = case.finding.measured
    if case.state is not State.OPENED or measured is None or measured.small_sample:
        return
    if desk.store.contact(case.finding.account) is None:
        yield Due(case.id, "no contact", f"goodstanding contact set {case.finding.account} ADDRESS", lambda: True)
        return

    def notify() -> bool:
        try:
            return give_notice(desk, case.id, by=SYSTEM, at_ms=now_ms).state is State.NOTICED
        except NotAllowed:
            if desk.store.case(case.id).state is State.OPENED:
                raise
            return False

    yield Due(case.id, "notice written", "", notify)


def _reminders_due(desk: CaseDesk, case: Case, now_ms: int) -> Iterator[Due]:
    if case.state is not State.CURING:
        return
    # a notice that was given again has reminders of its own
    prefix = f"{case.id}.{_reminder_name(case, 0)}"[:-1]
    own = [one for one in desk.store.errands(case=case.id) if one.id.startswith(prefix)]
    due = reminders(case, now_ms, tuple(day_of(one) for one in own if one.errand is Errand.REMINDER))
    if due.due is not None:
        for day in due.overtaken:
            yield Due(case.id, "reminder skipped", f"day {day}, overtaken by day {due.due}", lambda: True)
        day = due.due
        yield Due(case.id, "reminder written", f"day {day}", lambda: _remind(desk, case.id, day, now_ms))


def _reminder_name(case: Case, day: int) -> str:
    return f"reminder-{len(case.notices)}-{day}"


def _remind(desk: CaseDesk, case_id: str, day: int, now_ms: int) -> bool:
    with desk.store.change() as change:
        case = change.case(case_id)
        name = _reminder_name(case, day)
        is_known = any(one.id == f"{case_id}.{name}" for one in change.errands(case=case_id))
        if is_known or case.state is not State.CURING:
            return False
        return post_letter(desk, change, case, Letter.REMINDER, name=name, at_ms=now_ms) is not None


def _measure(desk: CaseDesk, case: Case, window: Window, now_ms: int) -> bool:
    exempt = frozenset(one.number_sha256 for one in case.exemptions)
    found = desk.remeasuring.measure(case.finding, window, exempt=exempt)
    with desk.store.change() as change:
        before = change.case(case.id).sequence
        return move(change, case.id, lambda one: one.measured(found, at_ms=now_ms)).sequence > before


def _assess(desk: CaseDesk, case: Case, now_ms: int) -> bool:
    with desk.store.change() as change:
        current = change.case(case.id)
        if current.state is not State.CURING or (current.deadline_ms or now_ms + 1) > now_ms:
            return False
        move(change, case.id, lambda one: one.assess_cure(at_ms=now_ms))
    return True
