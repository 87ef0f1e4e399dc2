"""When are two findings the same? When clause, account, period, reading, counts and evidence are."""

import hashlib
import json
from dataclasses import asdict

from goodstanding.findings.finding import Span
from goodstanding.measures.standing import Evidence, RequirementStanding

HEX_DIGITS = 16


def finding_id(  # noqa: PLR0913 - a finding is known by all of these
    *, clause: str, edition: str, account: str, period: Span, evidence: Evidence, measured: RequirementStanding | None, basis: str
) -> str:
    """Return "F-" and the first 16 hexadecimal digits of the SHA-256 of the facts, as JSON with sorted keys."""
    counts = None if measured is None else [measured.reading, measured.part, measured.whole, asdict(measured.limit)]
    facts = {
        "clause": clause,
        "edition": edition,
        "account": account,
        "period": [period.since_ms, period.until_ms],
        "evidence": asdict(evidence),
        "counts": counts,
        "basis": basis,
    }
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "F-" + hashlib.sha256(text.encode()).hexdigest()[:HEX_DIGITS]
