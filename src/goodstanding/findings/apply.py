"""Which findings does a closed month give? One for each requirement that a master account did not keep."""

from goodstanding.findings.finding import Finding, Span
from goodstanding.findings.identity import finding_id
from goodstanding.measures.standing import AccountStanding, MonthStanding, RequirementStanding, Verdict
from goodstanding.periods import Month
from goodstanding.policy.edition import Edition


def findings_of(month: MonthStanding, edition: Edition) -> tuple[Finding, ...]:
    """Return the month's findings, by account and clause; a small sample is marked in what was measured."""
    since_ms, until_ms = Month.parse(month.month).bounds_ms(edition.zone)
    period = Span(since_ms, until_ms, month.month)
    return tuple(
        _finding(account, one, edition.id, period)
        for account in month.accounts
        for one in account.requirements
        if one.verdict is Verdict.VIOLATED
    )


def _finding(account: AccountStanding, measured: RequirementStanding, edition: str, period: Span) -> Finding:
    known = finding_id(
        clause=measured.clause,
        edition=edition,
        account=account.account,
        period=period,
        evidence=measured.evidence,
        measured=measured,
        basis="",
    )
    return Finding(known, measured.clause, edition, account.account, account.name, period, measured.evidence, measured)
