"""How is a batch of messages screened: every line answered, in order, and none lost?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from goodstanding.errors import WrongUsage
from goodstanding.signals.privacy import Contentless, Trace, without_content
from goodstanding.signals.privacy import keeps_no_content as profile_keeps_no_content
from goodstanding.signals.profile import Profile
from goodstanding.signals.reading_message import Unreadable, message_of
from goodstanding.signals.screen import Account, Screener
from goodstanding.signals.verdict import Hit, Outcome, Verdict

Answer = Verdict | Contentless | Unreadable


@dataclass(slots=True)
class Tally:
    """How many lines came to what: read = passed + for review + refused + unreadable."""

    read: int = 0
    passed: int = 0
    review: int = 0
    refused: int = 0
    unreadable: int = 0

    def count(self, answer: Verdict | Unreadable) -> None:
        """Add one answer."""
        self.read += 1
        if isinstance(answer, Unreadable):
            self.unreadable += 1
        elif answer.outcome is Outcome.PASS:
            self.passed += 1
        elif answer.outcome is Outcome.REVIEW:
            self.review += 1
        else:
            self.refused += 1


class Accounts:
    """Which account does a message come from? The one it names, or the only one there is when it names none."""

    def __init__(self, screener: Screener, profiles: Mapping[str, Profile]) -> None:
        self._known = {name: screener.account(profile) for name, profile in profiles.items()}
        self._only = next(iter(self._known.values())) if len(self._known) == 1 else None

    def of(self, name: str) -> Account | None:
        """Return what is known of an account; None is nothing."""
        return self._known.get(name, self._only if not name else None)


def screen_lines(
    lines: Iterable[bytes], screener: Screener, accounts: Accounts, tally: Tally, *, key: bytes = b""
) -> Iterator[Answer]:
    """Answer each line that is not blank, in order.

    key  hides the words of accounts whose content may not be kept: their hits carry a keyed hash; without one they carry none
    """
    for line in lines:
        if not line.strip():
            continue
        message = message_of(line)
        if isinstance(message, Unreadable):
            tally.count(message)
            yield message
            continue
        account = accounts.of(message.account)
        verdict = screener.screen(message, account)
        tally.count(verdict)
        yield without_content(verdict, message.body, key) if key and keeps_no_content(account) else verdict


def keeps_no_content(account: Account | None) -> bool:
    """Say whether an account's words may not be kept."""
    return account is not None and profile_keeps_no_content(account.profile)


def to_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON values; a line that is no message has no verdict, and an error instead."""
    if isinstance(answer, Unreadable):
        error = {"code": answer.code, "why": answer.why}
        return {"id": answer.id, "verdict": None, "hits": [], "abstained": [], "error": error}
    return {
        "id": answer.id,
        "verdict": str(answer.outcome),
        "hits": [hit_to_json(hit) for hit in (answer.traces if isinstance(answer, Contentless) else answer.hits)],
        "abstained": list(answer.abstained),
    }


def hit_to_json(hit: Hit | Trace) -> dict[str, Any]:
    """Return a hit as JSON values; where content may not be kept, with the keyed hash of its words."""
    digest = {"digest": hit.digest} if isinstance(hit, Trace) else {}
    return {
        "clause": hit.clause,
        "signal": hit.signal,
        "rule": hit.rule,
        "span": list(hit.span),
        "view": str(hit.view),
        "weight": hit.weight,
        "why": hit.why,
        **digest,
    }


def check_fail_on(fail_on: str | None) -> None:
    """Refuse a --fail-on that means nothing, before any work is done."""
    if fail_on not in {None, "review", "refuse"}:
        message = f"--fail-on {fail_on}: choose review or refuse"
        raise WrongUsage(message)


def status_of(tally: Tally, fail_on: str | None) -> int:
    """Return 2 when not one line could be read, 1 when what --fail-on names was found, else 0."""
    if tally.read and tally.unreadable == tally.read:
        return 2
    found = {"refuse": tally.refused, "review": tally.refused + tally.review}.get(fail_on or "", 0)
    return int(found > 0)
