"""How is one requirement counted again for one account, over any window, and which records stood behind a finding?"""

from goodstanding.cases.cure import Window
from goodstanding.cases.papers import CureMeasurement
from goodstanding.cases.redact import sha256_of_number
from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.findings.finding import Finding
from goodstanding.measures.arithmetic import verdict_of
from goodstanding.measures.measure import Counted, count, evidence_text, measure_for
from goodstanding.measures.ports import Ledger
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Editions
from goodstanding.records.ports import Manifest


class Remeasuring:
    """Counts as a closing does, over the days that a window touches."""

    def __init__(self, months: MonthLedgers, manifest: Manifest, editions: Editions) -> None:
        self._months, self._manifest, self._editions = months, manifest, editions

    def measure(self, finding: Finding, window: Window, *, exempt: frozenset[str] = frozenset()) -> CureMeasurement:
        """Count the finding's requirement for its account over a window; exempted numbers, by their SHA-256, are left out."""
        requirement, _, counted = self._counted(finding, window.since_ms, window.until_ms)
        columns = measure_for(requirement).readings[requirement.reading.name]
        spared = sum(sha256_of_number(one.number) in exempt for one in counted.numbers)
        part, whole = counted.sum(columns.part) - spared, counted.sum(columns.whole) - spared
        verdict = verdict_of(part, whole, requirement.limit)
        return CureMeasurement(window.name, window.since_ms, window.until_ms, part, whole, str(verdict), counted.evidence.sha256)

    def evidence_of(self, finding: Finding) -> bytes:
        """Return the sorted record ids behind a finding, each followed by a line feed."""
        if finding.measured is None:
            return b""
        requirement, ledger, _ = self._counted(finding, finding.period.since_ms, finding.period.until_ms)
        bounds = {"since_ms": finding.period.since_ms, "until_ms": finding.period.until_ms, **requirement.reading.parameters}
        key = self._manifest.account_keys().get(finding.account)
        text = evidence_text(measure_for(requirement))
        ids = ledger.rows(f"SELECT CAST(id AS VARCHAR) FROM ({text}) WHERE master = {key} ORDER BY 1", bounds)
        return "".join(f"{row[0]}\n" for row in ids).encode()

    def _counted(self, finding: Finding, since_ms: int, until_ms: int) -> tuple[Requirement, Ledger, Counted]:
        edition = self._editions.named(finding.edition)
        requirement = next(one for one in edition.requirements if one.id == finding.clause)
        ledger, _ = self._months.month(since_ms, until_ms)
        found = count(ledger, requirement, {"since_ms": since_ms, "until_ms": until_ms})
        key = self._manifest.account_keys().get(finding.account, 0)
        counted = found.get(key, Counted())
        return requirement, ledger, counted
