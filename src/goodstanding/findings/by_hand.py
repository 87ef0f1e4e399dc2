"""How does a person state a finding: under any clause, or as "other", with a written basis?"""

import hashlib

from goodstanding.errors import WrongUsage
from goodstanding.findings.finding import OTHER, Finding, Span
from goodstanding.findings.identity import finding_id
from goodstanding.measures.standing import Evidence
from goodstanding.policy.edition import Edition


def by_hand(  # noqa: PLR0913 - a finding is all of these
    clause: str, *, account: str, name: str, period: Span, basis: str, record_ids: tuple[str, ...], edition: Edition
) -> Finding:
    """Return a person's finding; WrongUsage without a basis or under a clause the edition does not have.

    record_ids  the records the person points at; () when there are none
    """
    if not basis.strip():
        message = "a finding by hand needs a written basis; say with --basis what was found, and where"
        raise WrongUsage(message)
    known_clause = OTHER if clause == OTHER else edition.clause(clause).id
    evidence = Evidence(len(set(record_ids)), evidence_sha256(record_ids))
    known = finding_id(
        clause=known_clause, edition=edition.id, account=account, period=period, evidence=evidence, measured=None, basis=basis
    )
    return Finding(known, known_clause, edition.id, account, name, period, evidence, basis=basis)


def evidence_sha256(record_ids: tuple[str, ...]) -> str:
    """Return the SHA-256 of sorted record ids, each followed by a line feed, as closings make it."""
    return hashlib.sha256("".join(f"{one}\n" for one in sorted(set(record_ids))).encode()).hexdigest()
