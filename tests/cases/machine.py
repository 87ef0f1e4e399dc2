"""Every command at every time, against any keeper of cases; the promises are checked over the log after each."""

from collections.abc import Callable
from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cases.commands import CUSTOMER, finding, notice, person
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case, Moved, open_case
from goodstanding.cases.event import Event
from goodstanding.cases.invariants import broken
from goodstanding.cases.papers import ActionKind, CureMeasurement, Exemption, Outcome, State
from goodstanding.errors import NotAllowed
from goodstanding.periods import DAY_MS

START_MS = 1_457_000_000_000
PEOPLE = st.sampled_from(["reviewer-1", "reviewer-2", "reviewer-3"]).map(person)
ACTORS = st.one_of(PEOPLE, st.just(SYSTEM), st.just(CUSTOMER))
# leaps to just around the ends that matter, and clocks that run behind
STEPS = st.one_of(
    st.integers(-2 * DAY_MS, 40 * DAY_MS),
    st.sampled_from([-1, 0, 1, DAY_MS - 1, DAY_MS, 30 * DAY_MS - 1, 30 * DAY_MS, 30 * DAY_MS + 1]),
)
CLAUSES = st.sampled_from([("req-2", 1, 30), ("req-1", 2, 30), ("use-01", 1, 0), ("use-14", 2, 0), ("other", 1, 0)])


class Keeper:
    """Keeps cases in memory; the stores are driven through the same two calls."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.log: list[Event] = []

    def save(self, case: Case, events: tuple[Event, ...]) -> None:
        self.cases[case.id] = case
        self.log += events

    def case(self, case_id: str) -> Case:
        return self.cases[case_id]

    def events(self) -> list[Event]:
        return self.log


class CaseMachine(RuleBasedStateMachine):
    """Drives one case."""

    keeper: Keeper
    number = 0

    @initialize(clause=CLAUSES, is_small=st.booleans())
    def begin(self, clause: tuple[str, int, int], is_small: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        self.now_ms, self.letters = START_MS, 0
        name, reviewers, days = clause
        opened = open_case(
            finding(name, number=self.number, is_small=is_small),
            by=SYSTEM,
            at_ms=START_MS,
            reviewers_needed=reviewers,
            cure_days=days,
        )
        self.case_id = opened[0].id
        self.keeper.save(*opened)

    def go(self, step: Callable[[Case], Moved]) -> None:
        case = self.keeper.case(self.case_id)
        with suppress(NotAllowed):
            moved, events = step(case)
            assert moved.sequence == case.sequence + len(events)
            if events:
                self.keeper.save(moved, events)

    @rule(step=STEPS)
    def time_passes(self, step: int) -> None:
        self.now_ms += step

    @rule(by=ACTORS)
    def assign(self, by: object) -> None:
        self.go(lambda case: case.assign("reviewer-1", by=by, at_ms=self.now_ms))

    @rule(by=ACTORS)
    def write_notice(self, by: object) -> None:
        self.letters += 1
        self.go(lambda case: case.write_notice(notice(self.letters, self.now_ms), by=by, at_ms=self.now_ms))

    @rule(letter=st.integers(1, 3), is_final=st.booleans(), what=st.sampled_from(["sent", "failed", "bounced", "delivered"]))
    def hear_of_letter(self, letter: int, is_final: bool, what: str) -> None:  # noqa: FBT001 - drawn by Hypothesis
        known = f"<{max(self.letters - letter + 1, 1)}@example.org>"
        steps = {
            "sent": lambda case: case.notice_sent(known, "250 ok", at_ms=self.now_ms),
            "failed": lambda case: case.notice_failed(known, "451 later", is_final=is_final, at_ms=self.now_ms),
            "bounced": lambda case: case.notice_bounced(known, "5.1.1", at_ms=self.now_ms),
            "delivered": lambda case: case.notice_delivered(known, "dsn", by=SYSTEM, at_ms=self.now_ms),
        }
        self.go(steps[what])

    @rule(day=st.sampled_from([7, 14, 23]))
    def remind(self, day: int) -> None:
        self.go(lambda case: case.reminder_sent(day, "b" * 64, at_ms=self.now_ms))

    @rule(by=ACTORS)
    def exempt(self, by: object) -> None:
        exemption = Exemption("c" * 64, "failover", "d" * 64, "reviewer-1", self.now_ms)
        self.go(lambda case: case.exempt(exemption, by=by, at_ms=self.now_ms))

    @rule(verdict=st.sampled_from(["complies", "violated"]))
    def measure_and_assess(self, verdict: str) -> None:
        def measured(case: Case) -> Moved:
            until_ms = case.deadline_ms or 0
            found = CureMeasurement("last-30-days", until_ms - 30 * DAY_MS, until_ms, 1, 20, verdict, "e" * 64)
            return case.measured(found, at_ms=self.now_ms)

        self.go(measured)
        self.go(lambda case: case.assess_cure(at_ms=self.now_ms))

    @rule()
    def assess(self) -> None:
        self.go(lambda case: case.assess_cure(at_ms=self.now_ms))

    @rule(by=ACTORS, outcome=st.sampled_from(Outcome), reasons=st.sampled_from(["because", " "]))
    def determine(self, by: object, outcome: Outcome, reasons: str) -> None:
        self.go(lambda case: case.determine(outcome, reasons, by=by, at_ms=self.now_ms))

    @rule(by=ACTORS)
    def second(self, by: object) -> None:
        self.go(lambda case: case.second(by=by, at_ms=self.now_ms))

    @rule(by=ACTORS, kind=st.sampled_from(ActionKind))
    def order(self, by: object, kind: ActionKind) -> None:
        self.go(lambda case: case.order(kind, by=by, at_ms=self.now_ms))

    @rule(number=st.integers(1, 3), what=st.sampled_from(["done", "failed", "undone"]))
    def hear_of_action(self, number: int, what: str) -> None:
        def told(case: Case) -> Moved:
            known = f"{case.id}-A{number}"
            if what == "done":
                return case.action_done(known, "dry run", at_ms=self.now_ms)
            if what == "failed":
                return case.action_failed(known, "timeout", at_ms=self.now_ms)
            return case.action_undone(known, "dry run", at_ms=self.now_ms)

        self.go(told)

    @rule(by=ACTORS, what=st.sampled_from(["place", "confirm", "lift", "expire"]))
    def stop(self, by: object, what: str) -> None:
        steps = {
            "place": lambda case: case.place_stop("active harm", by=by, at_ms=self.now_ms),
            "confirm": lambda case: case.confirm_stop(by=by, at_ms=self.now_ms),
            "lift": lambda case: case.lift_stop(by=by, at_ms=self.now_ms),
            "expire": lambda case: case.stop_expired(at_ms=self.now_ms),
        }
        self.go(steps[what])

    @rule()
    def appeal(self) -> None:
        self.go(lambda case: case.appeal("f" * 64, by=CUSTOMER, at_ms=self.now_ms))

    @rule(by=ACTORS, is_upheld=st.booleans())
    def hear(self, by: object, is_upheld: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        self.go(lambda case: case.hear(is_upheld=is_upheld, reasons="heard", by=by, at_ms=self.now_ms))

    @rule(by=ACTORS)
    def close(self, by: object) -> None:
        self.go(lambda case: case.close(by=by, at_ms=self.now_ms))

    # chance alone rarely takes a case far; these go a whole stretch, to just before or after the moment that matters

    @rule(by=PEOPLE, offset=st.sampled_from([-DAY_MS, -1, 0, 1, DAY_MS]))
    def go_to_the_end_of_the_window(self, by: object, offset: int) -> None:
        self.write_notice(by)
        self.hear_of_letter(1, is_final=False, what="sent")
        self.hear_of_letter(1, is_final=False, what="delivered")
        deadline_ms = self.keeper.case(self.case_id).deadline_ms
        self.now_ms = self.now_ms if deadline_ms is None else deadline_ms + offset
        self.measure_and_assess("violated")

    @rule(by=PEOPLE, other=ACTORS, outcome=st.sampled_from([Outcome.VIOLATION, Outcome.VIOLATION, Outcome.CURED]))
    def decide_and_act(self, by: object, other: object, outcome: Outcome) -> None:
        self.determine(by, outcome, "because")
        self.second(other)
        self.order(by, ActionKind.SUSPEND)
        self.hear_of_action(1, "done")

    @rule(by=ACTORS, is_upheld=st.booleans())
    def appeal_and_hear(self, by: object, is_upheld: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        self.appeal()
        self.hear(by, is_upheld)

    @rule(by=ACTORS, step=st.sampled_from([0, DAY_MS - 1, DAY_MS]))
    def stop_and_confirm(self, by: object, step: int) -> None:
        self.stop(by, "place")
        self.now_ms += step
        self.stop(by, "confirm")

    @invariant()
    def every_promise_is_kept(self) -> None:
        if hasattr(self, "case_id"):
            events = [one for one in self.keeper.events() if one.case == self.case_id]
            assert broken(events) == ()
            assert len(events) == self.keeper.case(self.case_id).sequence

    @invariant()
    def what_can_be_asked_agrees(self) -> None:
        if hasattr(self, "case_id"):
            case = self.keeper.case(self.case_id)
            assert (case.state is State.ACTING) <= bool(case.actions)
            assert (case.determination is None) or case.determination.reversed_by == ""
            assert not set(case.to_do) & set(case.undoable)
