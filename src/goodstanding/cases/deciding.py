"""How is a case determined, acted on, appealed and closed?"""

from dataclasses import dataclass, replace
from typing import Any, Self

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.event import Happened
from goodstanding.cases.file import DECIDED, UNDECIDED, CaseFile, Events
from goodstanding.cases.papers import Action, ActionKind, Appeal, Determination, Outcome, State
from goodstanding.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Deciding(CaseFile):
    """The part of a case in which persons decide."""

    def determine(self, outcome: Outcome, reasons: str, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Determine, as a named person, with reasons; where the clause needs two reviewers, a violation is proposed first."""
        self._only_in(UNDECIDED, "be determined")
        self._decider(by)
        if not reasons.strip():
            message = "a determination needs reasons; write down why, in a sentence the customer can read"
            raise NotAllowed(message)
        if outcome is Outcome.VIOLATION:
            self._only_in((State.CURE_ASSESSED,) if self.is_requirement else (State.CURING, State.CURE_ASSESSED), "be a violation")
            self._after_deadline(at_ms, "a violation can be determined")
        made = Determination(len(self.determinations) + 1, by.name, max(at_ms, self.last_ms), outcome, reasons)
        if outcome is Outcome.VIOLATION and self.reviewers_needed > 1:
            facts = {"outcome": outcome, "reviewers_needed": self.reviewers_needed}
            return self._moved(Happened.DETERMINATION_PROPOSED, by, at_ms, facts, proposed=made)
        return self._determined(made, by, at_ms)

    def second(self, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Confirm a proposed determination, as somebody else."""
        if self.proposed is None:
            message = f"case {self.id} has no determination to confirm; somebody proposes one first"
            raise NotAllowed(message)
        self._only_in(UNDECIDED, "be determined")
        self._decider(by)
        if by.name == self.proposed.by:
            message = f"case {self.id} needs two different reviewers; ask somebody other than {by.name}"
            raise NotAllowed(message)
        made = replace(self.proposed, seconded_by=by.name, at_ms=max(at_ms, self.last_ms))
        return self._determined(made, by, at_ms)

    def order(self, kind: ActionKind, *, by: Actor, at_ms: int, subject: str = "") -> tuple[Self, Events]:
        """Order an action: under a standing determination of a violation, and not before the window has ended."""
        self._only_in(DECIDED, "be acted on")
        self._person(by, "order an action")
        determination = self.determination
        if determination is None or determination.outcome is not Outcome.VIOLATION:
            message = f"case {self.id} has no determination of a violation; a person determines before anything is done"
            raise NotAllowed(message)
        self._after_deadline(at_ms, "an action can be ordered")
        action = Action(f"{self.id}-A{len(self.actions) + 1}", kind, determination, by.name, max(at_ms, self.last_ms), subject)
        facts = {"action": action.id, "kind": kind, "determined_by": determination.by, "earliest_ms": self.deadline_ms}
        return self._moved(Happened.ACTION_ORDERED, by, at_ms, facts, state=State.ACTING, actions=(*self.actions, action))

    def action_done(self, action_id: str, receipt: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that an action was carried out, even if it was withdrawn meanwhile: then it is to be undone."""
        action = self._action(action_id)
        if action.done_ms is not None:
            return self, ()
        done = replace(action, done_ms=max(at_ms, self.last_ms), receipt=receipt, undone_ms=None)
        facts = {"action": action_id, "receipt": receipt}
        return self._moved(Happened.ACTION_DONE, SYSTEM, at_ms, facts, actions=self._with_action(done))

    def action_failed(self, action_id: str, reason: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that an action could not be carried out or undone."""
        self._action(action_id)
        return self._moved(Happened.ACTION_FAILED, SYSTEM, at_ms, {"action": action_id, "reason": reason})

    def action_undone(self, action_id: str, receipt: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that an action was undone."""
        action = self._action(action_id)
        if action.undone_ms is not None:
            return self, ()
        if action not in self.undoable:
            message = f"action {action_id} stands; it is undone only after an appeal has reversed its determination"
            raise NotAllowed(message)
        undone = replace(action, undone_ms=max(at_ms, self.last_ms))
        facts = {"action": action_id, "receipt": receipt}
        return self._moved(Happened.ACTION_UNDONE, SYSTEM, at_ms, facts, actions=self._with_action(undone))

    def appeal(self, text_sha256: str, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Take the customer's appeal; until it is heard nothing more is ordered or carried out."""
        self._only_in((*DECIDED, State.CLOSED), "be appealed")
        if self.determination is None:
            message = f"case {self.id} has no determination that stands; there is nothing to appeal against"
            raise NotAllowed(message)
        appeal = Appeal(max(at_ms, self.last_ms), text_sha256, self.state)
        facts = {"text_sha256": text_sha256}
        return self._moved(Happened.APPEALED, by, at_ms, facts, state=State.APPEALED, appeals=(*self.appeals, appeal))

    def hear(self, *, is_upheld: bool, reasons: str, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Hear an appeal, as a person who did not decide: the determination stands, or it is reversed and the case reopened."""
        self._only_in((State.APPEALED,), "have an appeal heard")
        self._person(by, "hear an appeal")
        if by.name in {name for one in self.determinations for name in (one.by, one.seconded_by)}:
            message = f"{by.name} decided case {self.id}; its appeal is heard by somebody else"
            raise NotAllowed(message)
        when = max(at_ms, self.last_ms)
        heard = replace(self.appeals[-1], heard_by=by.name, heard_ms=when, upheld=is_upheld, reasons=reasons)
        changes: dict[str, Any] = {"appeals": (*self.appeals[:-1], heard), "state": heard.before if is_upheld else State.REOPENED}
        case, events = self._moved(Happened.APPEAL_HEARD, by, at_ms, {"is_upheld": is_upheld}, **changes)
        if is_upheld:
            return case, events
        withdrawn = tuple(replace(one, undone_ms=when) if one.done_ms is None else one for one in case.actions)
        ended = (*case.determinations[:-1], replace(case.determinations[-1], reversed_by=by.name))
        changes = {"actions": withdrawn, "determinations": ended, "closed_ms": None, "proposed": None}
        case, reopened = case._moved(Happened.REOPENED, by, at_ms, {}, **changes)  # noqa: SLF001 - the same case, one event on
        return case, (*events, *reopened)

    def close(self, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Close the case: determined, with nothing left to do, to undo or to lift."""
        self._only_in(DECIDED, "be closed")
        if self.to_do or self.undoable or self.is_stopped:
            message = f"case {self.id} has something left to do; run goodstanding sweep, and lift its emergency stop if it has one"
            raise NotAllowed(message)
        when = max(at_ms, self.last_ms)
        return self._moved(Happened.CLOSED, by, at_ms, {}, state=State.CLOSED, closed_ms=when)

    def _determined(self, made: Determination, by: Actor, at_ms: int) -> tuple[Self, Events]:
        facts = {"outcome": made.outcome, "by": made.by, "seconded_by": made.seconded_by}
        changes = {"determinations": (*self.determinations, made), "proposed": None, "state": State.DETERMINED}
        return self._moved(Happened.DETERMINED, by, at_ms, facts, **changes)

    def _decider(self, by: Actor) -> None:
        self._person(by, "determine a case")
        if by.name in {one.heard_by for one in self.appeals}:
            message = f"{by.name} heard an appeal in case {self.id}; somebody else determines it"
            raise NotAllowed(message)

    def _action(self, action_id: str) -> Action:
        for one in self.actions:
            if one.id == action_id:
                return one
        message = f"case {self.id} has no action {action_id}; goodstanding case show {self.id} lists them"
        raise NotAllowed(message)

    def _with_action(self, action: Action) -> tuple[Action, ...]:
        return tuple(action if one.id == action.id else one for one in self.actions)
