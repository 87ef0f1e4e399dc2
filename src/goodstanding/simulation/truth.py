"""What is true of a made-up month? Counted here from the model alone, in plain Python, as far as a source can tell it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from goodstanding.periods import Month, month_of
from goodstanding.simulation.model import Carrier, SimAccount
from goodstanding.simulation.seen import SIGHTS, Sight

SHORT_MS: Final = 12_000
FEWEST_TRANSMISSIONS: Final = 2
NEVER_SENT: Final = frozenset({"failed", "canceled"})
NOT_COUNTED, OUTBOUND, TOLL_FREE = 0, 1, 2


def truth_of(carrier: Carrier, source_format: str) -> dict[str, Any]:
    """Count every requirement of every master account, for each month that a record falls in."""
    book = _Book(carrier)
    book.count_calls(SIGHTS[source_format])
    book.count_messages()
    months = {str(one.month): one.written(book) for one in sorted(book.months, key=lambda one: one.month)}
    return {"source_format": source_format, "months": months}


class Masters:
    """Says whose sub-account an account was at an instant."""

    def __init__(self, accounts: Iterable[SimAccount]) -> None:
        self._dated: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for one in accounts:
            self._dated[one.account].append((one.since_ms, one.master))
        for dated in self._dated.values():
            dated.sort()
        self.fixed = {account: dated[0][1] for account, dated in self._dated.items() if len(dated) == 1}

    def at(self, account: str, at_ms: int) -> str:
        """Return the master; what is known of an account first was so before."""
        dated = self._dated[account]
        master = dated[0][1]
        for since_ms, next_master in dated[1:]:
            if since_ms <= at_ms:
                master = next_master
        return master

    def all(self) -> list[str]:
        """Return every master account, in order."""
        return sorted({master for dated in self._dated.values() for _, master in dated})


class _MonthCount:
    """What fell in one month: calls by (master, kind, answered, short), and transmissions by (master, number)."""

    def __init__(self, month: Month) -> None:
        self.month = month
        self.since_ms, self.until_ms = month.bounds_ms("UTC")
        self.rows = self.messages = 0
        self.calls: defaultdict[tuple[str, int, bool, bool], int] = defaultdict(int)
        self.transmissions: defaultdict[tuple[str, int], int] = defaultdict(int)

    def add_ends(self, master: str, one: int, other: int, *, held: set[int]) -> None:
        """Count a transmission for each of its two numbers that somebody here holds, and once if they are the same."""
        if one in held:
            self.transmissions[master, one] += 1
        if other in held and other != one:
            self.transmissions[master, other] += 1

    def written(self, book: "_Book") -> dict[str, Any]:
        """Return the month's totals, and each master account's requirements."""
        accounts = {one: {"req-1": self._numbers_of(book, one), **self._calls_of(one)} for one in book.masters.all()}
        unanswered = sum(many for (_, _, answered, _), many in self.calls.items() if not answered)
        totals = {"rows": self.rows, "calls": sum(self.calls.values()), "unanswered": unanswered, "messages": self.messages}
        return {**totals, "accounts": accounts}

    def _numbers_of(self, book: "_Book", master: str) -> dict[str, Any]:
        whole, under, not_assessed = 0, 0, 0
        for held in book.carrier.holdings:
            released_ms = self.until_ms if held.released_ms is None else held.released_ms
            is_held = held.acquired_ms < self.until_ms and released_ms > self.since_ms
            if not is_held or book.masters.at(held.account, self.until_ms - 1) != master:
                continue
            if held.acquired_ms > self.since_ms or released_ms < self.until_ms:
                not_assessed += 1
                continue
            whole += 1
            under += self.transmissions.get((master, held.number), 0) < FEWEST_TRANSMISSIONS
        return {**_held_against(under, whole, limit=(0, 1)), "not_assessed": not_assessed}

    def _calls_of(self, master: str) -> dict[str, dict[str, Any]]:
        def many(kind: int, *, answered: bool, short: bool) -> int:
            return self.calls.get((master, kind, answered, short), 0)

        short_out, short_in = many(OUTBOUND, answered=True, short=True), many(TOLL_FREE, answered=True, short=True)
        outbound = short_out + many(OUTBOUND, answered=True, short=False)
        inbound = short_in + many(TOLL_FREE, answered=True, short=False)
        incomplete = many(TOLL_FREE, answered=False, short=True)
        return {
            "req-2": _held_against(short_out, outbound, limit=(1, 10)),
            "req-3": _held_against(short_in, inbound, limit=(1, 10)),
            "req-4": _held_against(incomplete, inbound + incomplete, limit=(1, 10)),
        }


class _Book:
    """Counts a carrier's records into the months they fall in."""

    def __init__(self, carrier: Carrier) -> None:
        self.carrier, self.masters = carrier, Masters(carrier.accounts)
        self.months: list[_MonthCount] = [_MonthCount(Month.parse(carrier.month))]
        self._held = {one.number for one in carrier.holdings}

    def _month_at(self, at_ms: int) -> _MonthCount:
        for count in self.months:
            if count.since_ms <= at_ms < count.until_ms:
                return count
        self.months.append(_MonthCount(month_of(at_ms, "UTC")))
        return self.months[-1]

    def count_calls(self, see: Sight) -> None:
        """Count every call as its source tells it."""
        fixed, masters, held = self.masters.fixed, self.masters, self._held
        toll_free = {one.number for one in self.carrier.holdings if one.kind == "toll-free"}
        for place, call in enumerate(self.carrier.calls):
            outcome, started_ms, talk_ms, rows = see(place, call)
            count = self._month_at(started_ms)
            master = fixed.get(call.account) or masters.at(call.account, started_ms)
            outbound, answered = call.direction == "outbound", outcome == "answered"
            kind = OUTBOUND if outbound else TOLL_FREE if call.callee in toll_free else NOT_COUNTED
            count.rows += rows
            count.calls[master, kind, answered, not answered or talk_ms < SHORT_MS] += 1
            if not (outbound and outcome == "canceled"):
                count.add_ends(master, call.caller, call.callee, held=held)

    def count_messages(self) -> None:
        """Count every message, and as a transmission unless it was never sent."""
        for message in self.carrier.messages:
            count = self._month_at(message.sent_ms)
            count.messages += 1
            if message.status not in NEVER_SENT:
                master = self.masters.at(message.account, message.sent_ms)
                count.add_ends(master, message.sender, message.recipient, held=self._held)


def _held_against(part: int, whole: int, *, limit: tuple[int, int]) -> dict[str, Any]:
    verdict = "not assessable" if not whole else "violated" if part * limit[1] > limit[0] * whole else "complies"
    return {"part": part, "whole": whole, "verdict": verdict}
