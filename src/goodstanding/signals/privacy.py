"""What is left of a verdict where the words themselves may not be kept?

For an account with a business associate agreement the scanner must not become a second store of health information: a hit
keeps its category, its offsets and a keyed hash of the words, by which two equal spans can be told to be equal.
"""

import hashlib
import hmac
from dataclasses import dataclass

from goodstanding.errors import WrongUsage
from goodstanding.signals.profile import Profile
from goodstanding.signals.verdict import Hit, Outcome, Verdict, View

SHORTEST_KEY = 16


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of one hit: everything but words.

    digest  HMAC-SHA-256 of the words between the offsets, in hexadecimal; "" when the hit has no place in the text
    """

    clause: str
    signal: str
    rule: str
    span: tuple[int, int]
    view: View
    weight: int
    is_exact: bool
    why: str
    digest: str


@dataclass(frozen=True, slots=True)
class Contentless:
    """A verdict without content; it may be kept where the text may not."""

    id: str
    outcome: Outcome
    traces: tuple[Trace, ...]
    abstained: tuple[str, ...]


def keeps_no_content(profile: Profile | None) -> bool:
    """Say whether an account's words may not be kept: it has signed an agreement."""
    return profile is not None and profile.has_agreement is True


def without_content(verdict: Verdict, raw: str, key: bytes) -> Contentless:
    """Return the verdict without a word of the raw text it was given for.

    WrongUsage when the key has under 16 bytes. Blind to guessing by whoever holds the key: short secrets (an SSN has thirty
    bits) are hidden by the key alone, so it is kept away from the traces and changed when it may be known.
    Source: RFC 2104; 45 CFR 164.514(c).
    """
    if len(key) < SHORTEST_KEY:
        message = f"the key that hides words has {len(key)} bytes; give it at least {SHORTEST_KEY} random ones"
        raise WrongUsage(message)
    return Contentless(verdict.id, verdict.outcome, tuple(_trace(hit, raw, key) for hit in verdict.hits), verdict.abstained)


def _trace(hit: Hit, raw: str, key: bytes) -> Trace:
    start, end = hit.span
    words = raw[start:end].encode("utf-8", "surrogatepass")
    digest = hmac.new(key, words, hashlib.sha256).hexdigest() if words else ""
    return Trace(hit.clause, hit.signal, hit.rule, hit.span, hit.view, hit.weight, hit.is_exact, hit.why, digest)
