"""What does a finding say, in one plain paragraph?"""

from typing import Final

from goodstanding.findings.finding import OTHER, Finding
from goodstanding.measures.readings import reading_text
from goodstanding.measures.standing import RequirementStanding
from goodstanding.measures.words import limit_text, range_text, share_text
from goodstanding.policy.edition import Edition

_HINTS: Final = {
    "violator": "",
    "either": "The account may have done this, or suffered it. ",
    "victim": "The account may be the victim; a case can end without a sanction. ",
}


def explain(finding: Finding, edition: Edition) -> str:
    """Return the counts, the reading, the limit, the alternatives and the records' hash; no phone number is in it."""
    title = "Other" if finding.clause == OTHER else edition.clause(finding.clause).title
    who = f"{finding.account_name} ({finding.account})" if finding.account_name != finding.account else finding.account
    head = f"{title} ({finding.clause}, edition {finding.edition}): in {finding.period.label}, {who}"
    if finding.seen_by:
        return f"{head}, the detector {finding.seen_by} saw this: {finding.basis} {_HINTS[finding.pointing]}{_behind(finding)}"
    if finding.measured is None:
        return f"{head} was reported by a person, who wrote: {finding.basis} {_behind(finding)}"
    return f"{head}: {_counts(finding.measured)} {_alternatives(finding.measured)} {_behind(finding)}".replace("  ", " ")


def _counts(one: RequirementStanding) -> str:
    share, limit = share_text(one.part, one.whole, one.limit), limit_text(one.limit)
    counted = f"counted {one.part:,} of {one.whole:,}, or {share}, where at most {limit} may be ({_reading(one, one.reading)})."
    edge = f" {one.edge:,} calls lie within one second of the line." if one.edge else ""
    small = f" The sample is small: a share of {range_text(one.interval)} is as likely." if one.small_sample else ""
    return counted + edge + small


def _alternatives(one: RequirementStanding) -> str:
    if not one.readings:
        return ""
    each = "; ".join(
        f"{other.part:,} of {other.whole:,}, {other.verdict} ({_reading(one, other.reading)})" for other in one.readings
    )
    return f"By other readings, shown and not used: {each}."


def _reading(one: RequirementStanding, reading: str) -> str:
    return f"{reading}: {reading_text(one.clause, reading)}"


def _behind(finding: Finding) -> str:
    records = finding.evidence.records
    return f"Behind it stand {records:,} records; the SHA-256 of their sorted ids is {finding.evidence.sha256}."
