"""What do the cases of a workspace say to the detectors: which ended as violations, which notices ran out, who came back?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from goodstanding.cases.case import Case
from goodstanding.cases.papers import ActionKind, Outcome
from goodstanding.flows.find_links import closed_by_profile, strong_rings
from goodstanding.flows.scan_records import EvidentGround, Traffic
from goodstanding.measures.standing import Verdict
from goodstanding.signals.traffic import links

FIRST: Final = Path(links.__file__).with_name("first_records.sql")
Rows = list[tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Remembering:
    """Traffic beside which stands what the cases of its workspace say at `now_ms`; without a case, nothing does."""

    traffic: Traffic
    cases: Sequence[Case]
    now_ms: int

    def span_ms(self) -> tuple[int, int] | None:
        """Return the times of the first and the last call or message, or None when there is none."""
        return self.traffic.span_ms()

    def ground(self, since_ms: int, until_ms: int, *, days_before: int) -> tuple[EvidentGround, dict[str, int]]:
        """Put traffic before the detectors, and then what the cases say: `confirmed_cases`, `expired_notices` and `links`."""
        ground, notes = self.traffic.ground(since_ms, until_ms, days_before=days_before)
        if self.cases:
            ground.put("confirmed_cases", confirmed(self.cases))
            ground.put("expired_notices", expired(self.cases, self.now_ms))
            ground.put("links", returned(ground, closed_accounts(self.cases), since_ms=since_ms, until_ms=until_ms))
        return ground, notes


def confirmed(cases: Iterable[Case]) -> Rows:
    """Return account, clause, moment and case of every determination of a violation that stands."""
    standing = ((one, one.determination) for one in cases)
    return [
        (one.finding.account, one.finding.clause, decided.at_ms, one.id)
        for one, decided in standing
        if decided is not None and decided.outcome is Outcome.VIOLATION
    ]


def expired(cases: Iterable[Case], now_ms: int) -> Rows:
    """Return account, deadline and case of every notice whose time ran out although nothing was cured, shown or left to measure."""
    return [(one.finding.account, one.deadline_ms or 0, one.id) for one in cases if _is_unanswered(one, now_ms)]


def _is_unanswered(case: Case, now_ms: int) -> bool:
    if case.deadline_ms is None or case.cure_days == 0 or case.deadline_ms > now_ms or case.exemptions:
        return False
    if case.determinations:  # a reversed one is no longer anybody's fault
        return case.determination is not None and case.determination.outcome is Outcome.VIOLATION
    verdicts = [one.verdict for one in case.measurements if one.until_ms >= case.deadline_ms and one.window != "week"]
    return bool(verdicts) and all(one == Verdict.VIOLATED for one in verdicts)


def closed_accounts(cases: Iterable[Case]) -> dict[str, int]:
    """Return the accounts that a case closed, and when; one that was opened again is not there."""
    return {
        one.finding.account: action.done_ms
        for one in cases
        for action in one.actions
        if action.kind is ActionKind.CLOSE_ACCOUNT and action.done_ms is not None and action.undone_ms is None
    }


def returned(ground: EvidentGround, closed_ms: Mapping[str, int], *, since_ms: int, until_ms: int) -> Rows:
    """Return account, closed account, what they share, how much it says, when, and an id, of each strong link to a closed account.

    When: at the open account's first record of the span, or at the closing where that came later.
    """
    bounds = {"since_ms": since_ms, "until_ms": until_ms}
    names, closings = ground.accounts(), dict(closed_ms)
    closings |= {names[key]: 0 for key in closed_by_profile(ground, until_ms) if names[key] not in closings}
    if not closings:
        return []
    first = {names[int(key)]: int(at_ms) for key, at_ms in ground.rows(FIRST.read_text(encoding="utf-8"), bounds)}
    strong = (link for ring in strong_rings(ground, (since_ms, until_ms)) for link in ring.links)
    found: Rows = []
    for link in strong:
        for account, other in _ends(names[link.one], names[link.other]):
            if other in closings and account not in closings and account in first:
                at_ms = max(first[account], closings[other])
                found.append((account, other, "+".join(link.kinds), link.strength, at_ms, f"{account}~{other}"))
    return found


def _ends(one: str, other: str) -> Iterator[tuple[str, str]]:
    yield one, other
    yield other, one
