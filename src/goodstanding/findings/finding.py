"""What is a finding, and what makes two of them the same?"""

from dataclasses import dataclass

from goodstanding.measures.standing import Evidence, RequirementStanding

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """The time a finding is about, [since_ms, until_ms), and what it is called: a month ("2016-02") or two dates."""

    since_ms: int
    until_ms: int
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A clause, a master account, a period and the evidence.

    id        the same facts give the same id (findings.identity)
    clause    "req-1" ... "use-18", or OTHER, since the list of prohibited uses is open by its own words
    measured  what was counted; None when a person found it
    basis     what a person wrote down as the reason, or a detector's reason; "" when it was counted
    seen_by   the detector that saw it; "" when a person found it or it was counted
    pointing  whom a detector's finding speaks against: "violator", "victim" (somebody does it to the account) or "either"
    """

    id: str
    clause: str
    edition: str
    account: str
    account_name: str
    period: Span
    evidence: Evidence
    measured: RequirementStanding | None = None
    basis: str = ""
    seen_by: str = ""
    pointing: str = ""
