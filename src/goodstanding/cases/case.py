"""What is a case, and how does it move?

One method per transition; each returns the new case and its events, and reads no clock. What is not allowed raises NotAllowed,
which says what to do instead. The promises these methods keep are written down in cases/invariants.py.
"""

from dataclasses import dataclass

from goodstanding.audit.entry import Actor
from goodstanding.cases.deciding import Deciding
from goodstanding.cases.event import Event, Happened
from goodstanding.cases.file import Events
from goodstanding.cases.noticing import Noticing
from goodstanding.cases.papers import State
from goodstanding.cases.stopping import Stopping
from goodstanding.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Case(Noticing, Stopping, Deciding):
    """One account, one clause: noticed and cured, stopped in an emergency, determined, acted on, appealed, closed."""


Moved = tuple[Case, Events]


def open_case(finding: Finding, *, by: Actor, at_ms: int, reviewers_needed: int, cure_days: int) -> Moved:
    """Open the case of a finding; the same finding always gives the same case id."""
    case_id = "C-" + finding.id.removeprefix("F-")
    case = Case(case_id, finding, State.OPENED, at_ms, reviewers_needed, cure_days, sequence=1, last_ms=at_ms)
    facts = {
        "state": case.state,
        "finding": finding.id,
        "clause": finding.clause,
        "edition": finding.edition,
        "account": finding.account,
        "period": finding.period.label,
        "evidence_sha256": finding.evidence.sha256,
        "reviewers_needed": reviewers_needed,
        "cure_days": cure_days,
    }
    return case, (Event(case_id, 1, at_ms, by, Happened.OPENED, facts),)
