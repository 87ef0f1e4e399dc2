"""What is in the file of a case, what can be asked of it, and how is its next event made?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.event import Event, Happened
from goodstanding.cases.papers import Action, Appeal, CureMeasurement, Determination, EmergencyStop, Exemption, Notice, State
from goodstanding.errors import NotAllowed
from goodstanding.findings.finding import Finding
from goodstanding.periods import DAY_MS, text_of_instant

Events = tuple[Event, ...]

OPEN: Final = tuple(state for state in State if state not in {State.CLOSED, State.APPEALED})
UNDECIDED: Final = (State.UNDER_REVIEW, State.NOTICED, State.CURING, State.CURE_ASSESSED, State.REOPENED)
DECIDED: Final = (State.DETERMINED, State.ACTING)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The file on one account and one clause.

    reviewers_needed  different people a determination of a violation needs (1 or 2)
    cure_days         days of 24 hours from proved delivery; 0 when the clause promises none
    sequence          number of the last event; last_ms its time
    """

    id: str
    finding: Finding
    state: State
    opened_ms: int
    reviewers_needed: int
    cure_days: int
    sequence: int
    last_ms: int = 0
    reviewer: str = ""
    restatements: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    reminders_sent: tuple[int, ...] = ()
    measurements: tuple[CureMeasurement, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    proposed: Determination | None = None
    determinations: tuple[Determination, ...] = ()
    actions: tuple[Action, ...] = ()
    stop: EmergencyStop | None = None
    appeals: tuple[Appeal, ...] = ()
    closed_ms: int | None = None

    @property
    def is_requirement(self) -> bool:
        """Whether the clause is a minimum-usage requirement, to which the thirty days are promised."""
        return self.finding.clause.startswith("req-")

    @property
    def notice(self) -> Notice | None:
        """The newest notice."""
        return self.notices[-1] if self.notices else None

    @property
    def delivered_ms(self) -> int | None:
        """When the newest notice was proved to be delivered; None while it is not."""
        return self.notices[-1].delivered_ms if self.notices else None

    @property
    def deadline_ms(self) -> int | None:
        """When the cure window ends: so many times 24 hours after the proof; None while nothing is proved."""
        return None if self.delivered_ms is None else self.delivered_ms + self.cure_days * DAY_MS

    @property
    def determination(self) -> Determination | None:
        """The newest determination, if it stands; None before there is one and after an appeal has reversed it."""
        newest = self.determinations[-1] if self.determinations else None
        return None if newest is None or newest.reversed_by else newest

    @property
    def to_do(self) -> tuple[Action, ...]:
        """Actions that were ordered and are neither done nor withdrawn; none while an appeal waits to be heard."""
        if self.state is State.APPEALED:
            return ()
        return tuple(one for one in self.actions if one.done_ms is None and one.undone_ms is None)

    @property
    def undoable(self) -> tuple[Action, ...]:
        """Actions that were done under a determination that no longer stands, and are still to be undone."""
        stands = self.determination.number if self.determination else 0
        done = (one for one in self.actions if one.done_ms is not None and one.undone_ms is None)
        return () if self.state is State.APPEALED else tuple(one for one in done if one.determination.number != stands)

    @property
    def is_stopped(self) -> bool:
        """Whether an emergency stop is in force."""
        return self.stop is not None and self.stop.lifted_ms is None

    def _moved(self, kind: Happened, by: Actor, at_ms: int, facts: Mapping[str, Any], **changes: Any) -> tuple[Self, Events]:
        """Make the next case and its event; the log never runs backwards, though a clock may."""
        when = max(at_ms, self.last_ms)
        case = replace(self, sequence=self.sequence + 1, last_ms=when, **changes)
        return case, (Event(self.id, case.sequence, when, by, kind, {"state": case.state, **facts}),)

    def _only_in(self, states: Iterable[State], what: str) -> None:
        if self.state not in states:
            message = f"case {self.id} is {self.state} and can't {what}; it can when it is {' or '.join(states)}"
            raise NotAllowed(message)

    def _person(self, by: Actor, what: str) -> None:
        if by.kind is not ActorKind.PERSON or not by.name.strip():
            message = f"only a named person may {what}; say who you are with --by"
            raise NotAllowed(message)

    def _after_deadline(self, at_ms: int, what: str) -> None:
        deadline_ms = self.deadline_ms
        if deadline_ms is None:
            message = f"case {self.id}: delivery of its notice is not proved, so no clock runs; {what} once it is"
            raise NotAllowed(message)
        if at_ms < deadline_ms:
            message = f"case {self.id}: {what} from {text_of_instant(deadline_ms)} on, when the cure window has ended"
            raise NotAllowed(message)
