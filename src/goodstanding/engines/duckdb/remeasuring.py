"""How is one requirement counted again for one account, over any window, and which records stood behind a finding?"""

from goodstanding.cases.cure import Window
from goodstanding.cases.papers import CureMeasurement
from goodstanding.engines.duckdb.months import MonthLedgers
from goodstanding.errors import PolicyError
from goodstanding.findings.finding import Finding
from goodstanding.measures.arithmetic import verdict_of
from goodstanding.measures.measure import Counted, count, evidence_text, measure_for
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Editions
from goodstanding.records.ports import Manifest

NOBODY = -1


class Remeasuring:
    """Counts as a closing does, but over any window, and over the rows of one account's tree alone."""

    def __init__(self, months: MonthLedgers, manifest: Manifest, editions: Editions) -> None:
        self._months, self._manifest, self._editions = months, manifest, editions

    def measure(self, finding: Finding, window: Window, *, exempt: frozenset[str] = frozenset()) -> CureMeasurement:
        """Count the finding's requirement for its account over a window; exempted numbers, by their SHA-256, are left out."""
        requirement, master = self._requirement(finding), self._master(finding)
        ledger = self._months.window(master, window.since_ms, window.until_ms, exempt=exempt)
        found = count(ledger, requirement, {"since_ms": window.since_ms, "until_ms": window.until_ms})
        counted = found.get(master, Counted())
        columns = measure_for(requirement).readings[requirement.reading.name]
        part, whole = counted.sum(columns.part), counted.sum(columns.whole)
        verdict = verdict_of(part, whole, requirement.limit)
        return CureMeasurement(window.name, window.since_ms, window.until_ms, part, whole, str(verdict), counted.evidence.sha256)

    def evidence_of(self, finding: Finding) -> bytes:
        """Return the sorted record ids behind a finding, each followed by a line feed."""
        if finding.measured is None:
            return b""
        requirement, master = self._requirement(finding), self._master(finding)
        bounds = {"since_ms": finding.period.since_ms, "until_ms": finding.period.until_ms}
        ledger = self._months.window(master, bounds["since_ms"], bounds["until_ms"])
        count(ledger, requirement, bounds)
        text = evidence_text(measure_for(requirement))
        ids = f"SELECT CAST(id AS VARCHAR) FROM ({text}) WHERE master = {master} ORDER BY 1"
        return "".join(f"{row[0]}\n" for row in ledger.rows(ids, {**bounds, **requirement.reading.parameters})).encode()

    def _requirement(self, finding: Finding) -> Requirement:
        for one in self._editions.named(finding.edition).requirements:
            if one.id == finding.clause:
                return one
        message = f"{finding.clause} is no requirement of edition {finding.edition}; only requirements are counted"
        raise PolicyError(message)

    def _master(self, finding: Finding) -> int:
        return self._manifest.account_keys().get(finding.account, NOBODY)
