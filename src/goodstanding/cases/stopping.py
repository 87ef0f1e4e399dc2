"""How is active harm stopped for now, before anything is determined?"""

from dataclasses import dataclass, replace
from typing import Self

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.event import Happened
from goodstanding.cases.file import OPEN, CaseFile, Events
from goodstanding.cases.papers import EmergencyStop
from goodstanding.errors import NotAllowed
from goodstanding.periods import HOUR_MS


@dataclass(frozen=True, slots=True)
class Stopping(CaseFile):
    """The emergency stop of a case: provisional, and never for a minimum-usage requirement."""

    def place_stop(self, reason: str, *, by: Actor, at_ms: int, hours: int = 24) -> tuple[Self, Events]:
        """Stop active harm for now; it ends by itself unless a person confirms it. Requirements know no emergency."""
        self._only_in(OPEN, "be stopped")
        if self.is_requirement:
            message = f"case {self.id} is about a minimum-usage requirement; it gives thirty days and knows no emergency stop"
            raise NotAllowed(message)
        if self.is_stopped:
            message = f"case {self.id} is stopped already; confirm the stop or lift it"
            raise NotAllowed(message)
        when = max(at_ms, self.last_ms)
        stop = EmergencyStop(f"{self.id}-S{self.sequence + 1}", by.name, when, reason, when + hours * HOUR_MS)
        facts = {"stop": stop.id, "expires_ms": stop.expires_ms, "reason": reason}
        return self._moved(Happened.STOPPED, by, at_ms, facts, stop=stop)

    def confirm_stop(self, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Let a stop stand until it is lifted, as a person."""
        self._person(by, "confirm a stop")
        stop = self._stop()
        if max(at_ms, self.last_ms) >= stop.expires_ms:
            message = f"stop {stop.id} has run out; place a new one if the harm goes on"
            raise NotAllowed(message)
        return self._moved(Happened.STOP_CONFIRMED, by, at_ms, {"stop": stop.id}, stop=replace(stop, confirmed_by=by.name))

    def lift_stop(self, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Lift a stop, as a person."""
        self._person(by, "lift a stop")
        lifted = replace(self._stop(), lifted_ms=max(at_ms, self.last_ms), lifted_by=by.name)
        return self._moved(Happened.STOP_LIFTED, by, at_ms, {"stop": lifted.id}, stop=lifted)

    def stop_expired(self, *, at_ms: int) -> tuple[Self, Events]:
        """End a stop that nobody confirmed in time; nothing while it may still run."""
        if self.stop is None or self.stop.lifted_ms is not None or self.stop.confirmed_by or at_ms < self.stop.expires_ms:
            return self, ()
        ended = replace(self.stop, lifted_ms=max(at_ms, self.last_ms))
        return self._moved(Happened.STOP_EXPIRED, SYSTEM, at_ms, {"stop": ended.id}, stop=ended)

    def _stop(self) -> EmergencyStop:
        if self.stop is None or self.stop.lifted_ms is not None:
            message = f"case {self.id} is not stopped"
            raise NotAllowed(message)
        return self.stop
