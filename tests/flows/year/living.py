"""How does a year of cases go when people and traffic are made up, and everything else is real?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import State
from goodstanding.findings.apply import findings_of
from goodstanding.findings.finding import Finding
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.flows.open_cases import open_by_hand, open_cases
from goodstanding.flows.sweep import sweep
from goodstanding.measures.standing import MonthStanding
from goodstanding.periods import DAY_MS, HOUR_MS, Month
from goodstanding.policy.edition import Edition
from goodstanding.progress import Progress

STEP_MS: Final = 12 * HOUR_MS
GRACE_MS: Final = 3 * DAY_MS
MOST_DEEDS: Final = 4


class World(Protocol):
    """Who lives the year."""

    def contacts(self) -> Sequence[Contact]:
        """Return where everybody's notices go."""

    def month(self, month: Month) -> MonthStanding:
        """Return how everyone stood in a month that is over."""

    def reports(self, since_ms: int, until_ms: int) -> Sequence[Finding]:
        """Return what persons found in a stretch of time."""

    def answer(self, desk: CaseDesk, case: Case, now_ms: int) -> None:
        """Let the mail system say what became of the newest letter of a case, if it is time."""

    def act_on(self, desk: CaseDesk, case: Case, now_ms: int) -> bool:
        """Let somebody do the next thing to a case; False while everybody waits."""


@dataclass(frozen=True, slots=True)
class Year:
    """How many steps were taken, and what the sweeps did, by word."""

    sweeps: int
    done: dict[str, int]
    stuck: tuple[str, ...]


def live_a_year(
    desk: CaseDesk, world: World, edition: Edition, *, year: int, progress: Progress, turned: Callable[[int], None] = lambda _: None
) -> Year:
    """Live a calendar year and two months more, in steps of twelve hours, so that what began in it can end."""
    since_ms, _ = Month(year, 1).bounds_ms(edition.zone)
    until_ms = Month(year + 1, 3).bounds_ms(edition.zone)[0]
    with desk.store.change() as change:
        for contact in world.contacts():
            change.put_contact(contact)
    to_close = [Month(year, number) for number in range(1, 13)]
    done: dict[str, int] = {}
    stuck: list[str] = []
    sweeps = 0
    progress.stage(f"living {year}", done=lambda: sweeps * STEP_MS / (until_ms - since_ms))
    for now_ms in range(since_ms + STEP_MS, until_ms, STEP_MS):
        turned(now_ms)
        if to_close and to_close[0].bounds_ms(edition.zone)[1] + GRACE_MS <= now_ms:
            open_cases(desk, findings_of(world.month(to_close.pop(0)), edition), at_ms=now_ms)
        for finding in world.reports(now_ms - STEP_MS, now_ms):
            open_by_hand(desk, finding, evidence=b"", by=Actor(ActorKind.PERSON, "reviewer-1"), at_ms=now_ms)
        _people(desk, world, now_ms)
        for ran in sweep(desk, now_ms=now_ms):
            done[ran.what] = done.get(ran.what, 0) + 1
            stuck += [f"{ran.case}: {ran.detail}"] if ran.what == "stuck" else []
        sweeps += 1
    return Year(sweeps, done, tuple(stuck))


def _people(desk: CaseDesk, world: World, now_ms: int) -> None:
    """Let letters be answered, and everybody do what they can."""
    for case in desk.store.cases(states=[one for one in State if one is not State.CLOSED]):
        world.answer(desk, case, now_ms)
        for _ in range(MOST_DEEDS):
            if not world.act_on(desk, desk.store.case(case.id), now_ms):
                break
