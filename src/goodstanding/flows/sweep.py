"""What does time make due?

Letters, reminders, measurements, ends of windows and of stops. Sweeping twice does no harm, nor do two sweeps at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from goodstanding.cases.case import Case
from goodstanding.cases.cure import reminder_due, windows_due
from goodstanding.cases.letter import Letter
from goodstanding.cases.papers import State
from goodstanding.errors import CaseError
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.flows.errands import run_errand
from goodstanding.flows.give_notice import post_letter

LIVE = tuple(state for state in State if state is not State.CLOSED)


@dataclass(frozen=True, slots=True)
class Swept:
    """One thing that a sweep did, or would do."""

    case: str
    what: str
    result: str = ""


def due(desk: CaseDesk, now_ms: int) -> Iterator[Swept]:
    """Yield what a sweep would do now; nothing is changed."""
    for case in desk.store.cases(states=LIVE):
        yield from (Swept(case.id, what) for what, _ in _due_of(desk, case, now_ms))
    for errand in desk.store.errands(due_by_ms=now_ms):
        yield Swept(errand.case, f"errand: {errand.errand}")


def sweep(desk: CaseDesk, now_ms: int) -> Iterator[Swept]:
    """Do everything that is due, one transaction at a time, and yield each thing as it is done."""
    for case in desk.store.cases(states=LIVE):
        for what, step in _due_of(desk, case, now_ms):
            yield Swept(case.id, what, _tried(step))
    for errand in desk.store.errands(due_by_ms=now_ms):
        yield Swept(errand.case, f"errand: {errand.errand}", _tried(partial(run_errand, desk, errand, now_ms=now_ms)))


def _tried(step: Callable[[], str]) -> str:
    """Do one thing; what another sweep has done meanwhile, or what is not allowed, holds up nothing else."""
    try:
        return step()
    except CaseError as error:
        return f"not done: {error}"


class _Do:
    """A step of a sweep, put off until it is its turn."""

    def __init__(self, desk: CaseDesk, case_id: str, now_ms: int) -> None:
        self.desk, self.case_id, self.now_ms = desk, case_id, now_ms

    def expire(self) -> str:
        with self.desk.store.change() as change:
            case = move(change, self.case_id, lambda one: one.stop_expired(at_ms=self.now_ms))
        return "still stopped" if case.is_stopped else "ended"

    def measure(self) -> str:
        case = self.desk.store.case(self.case_id)
        exempt = frozenset(one.number_sha256 for one in case.exemptions)
        found = [
            self.desk.remeasuring.measure(case.finding, one, exempt=exempt)
            for one in windows_due(case, self.desk.zone, self.now_ms)
        ]
        for measurement in found:
            with self.desk.store.change() as change:
                move(change, self.case_id, lambda one, kept=measurement: one.measured(kept, at_ms=self.now_ms))
        return ", ".join(f"{one.window} {one.part} of {one.whole}: {one.verdict}" for one in found)

    def assess(self) -> str:
        with self.desk.store.change() as change:
            return str(move(change, self.case_id, lambda one: one.assess_cure(at_ms=self.now_ms)).state)

    def remind(self) -> str:
        with self.desk.store.change() as change:
            case = change.case(self.case_id)
            day = reminder_due(case, self.now_ms)
            if day is None:
                return "nothing left to do"
            name = f"reminder-{len(case.notices)}-{day}"
            sha256 = post_letter(self.desk, change, case, Letter.REMINDER, name=name, at_ms=self.now_ms)
            if sha256 is None:
                return "nobody has said where the account's letters go"
            move(change, self.case_id, lambda one: one.reminder_sent(day, sha256, at_ms=self.now_ms))
        return f"day {day}"


def _due_of(desk: CaseDesk, case: Case, now_ms: int) -> Iterator[tuple[str, Callable[[], str]]]:
    do = _Do(desk, case.id, now_ms)
    stop = case.stop
    if stop is not None and case.is_stopped and not stop.confirmed_by and now_ms >= stop.expires_ms:
        yield "emergency stop runs out", do.expire
    if case.state in {State.CURING, State.CURE_ASSESSED} and any(windows_due(case, desk.zone, now_ms)):
        yield "measure the cure", do.measure
    if reminder_due(case, now_ms) is not None:
        yield "remind", do.remind
    if case.state is State.CURING and case.is_requirement and case.deadline_ms is not None and now_ms >= case.deadline_ms:
        yield "assess the cure", do.assess
