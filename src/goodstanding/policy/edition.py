"""Which clauses are in force on a day, and in which zone is their month?"""

from dataclasses import dataclass
from datetime import date

from goodstanding.errors import EditionUnknown, WrongUsage, near_match
from goodstanding.periods import start_of_day_ms
from goodstanding.policy.clause import Clause, Limit, Requirement, Use


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated text of the whole policy.

    id          "2016-02-01", or "before-2016-02-01" for the edition whose date is not on record
    since       first day in force, or None when not on record
    zone        IANA zone of its calendar month
    near        how close to a limit counts as *at risk*: part of whole of the limit, as integers
    until       first day no longer in force, or None while nothing follows
    amendments  the settings a caller changed, as given ("req-2.limit=15/100"); none as published
    """

    id: str
    title: str
    since: date | None
    zone: str
    near: Limit
    supersedes: str | None
    source: str
    clauses: tuple[Clause, ...]
    until: date | None = None
    amendments: tuple[str, ...] = ()

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The minimum-usage requirements, in their published order."""
        return tuple(clause for clause in self.clauses if isinstance(clause, Requirement))

    @property
    def uses(self) -> tuple[Use, ...]:
        """The prohibited uses, in their published order."""
        return tuple(clause for clause in self.clauses if isinstance(clause, Use))

    def clause(self, clause_id: str) -> Clause:
        """Return the clause with that id ("use-5" will do for "use-05"), else WrongUsage."""
        known = {clause.id: clause for clause in self.clauses}
        kind, _, number = clause_id.partition("-")
        wanted = f"{kind}-{number:0>2}" if kind == "use" else clause_id
        if wanted in known:
            return known[wanted]
        near = near_match(wanted, known)
        hint = f"did you mean {near}?" if near else f"its clauses: {', '.join(known)}"
        message = f"edition {self.id} has no clause {clause_id}; {hint}"
        raise WrongUsage(message)


@dataclass(frozen=True, slots=True)
class Editions:
    """Every edition on record, oldest first; no two are in force on the same day."""

    all: tuple[Edition, ...]

    @property
    def newest(self) -> Edition:
        """The edition that nothing has superseded yet."""
        return self.all[-1]

    def in_force_on(self, day: date) -> Edition:
        """Return the edition in force on a day; EditionUnknown when there was none."""
        begun = [each for each in self.all if each.since is None or each.since <= day]
        if not begun or (begun[-1].until is not None and begun[-1].until <= day):
            raise EditionUnknown(day.isoformat(), (each.id for each in self.all))
        return begun[-1]

    def governing(self, at_ms: int) -> Edition:
        """Return the edition that governs a record of that instant; days begin in its own zone."""
        begun = [each for each in self.all if each.since is None or start_of_day_ms(each.since, each.zone) <= at_ms]
        ended = begun and begun[-1].until
        if not begun or (ended and start_of_day_ms(ended, begun[-1].zone) <= at_ms):
            message = f"the instant {at_ms} ms"
            raise EditionUnknown(message, (each.id for each in self.all))
        return begun[-1]

    def named(self, text: str) -> Edition:
        """Return the edition with that id or in force on that ISO date, else EditionUnknown."""
        for each in self.all:
            if each.id == text:
                return each
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise EditionUnknown(text, (each.id for each in self.all)) from error
        return self.in_force_on(day)
