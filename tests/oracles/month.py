"""The four requirements in plain Python, read off the policy and not off the SQL."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class OracleCall:
    id: str
    account: int
    direction: int
    outcome: int
    caller: int | None
    callee: int | None
    started_ms: int
    talk_ms: int | None
    toll_free: int
    is_call: int = 1
    reached: int | None = None


@dataclass(frozen=True)
class OracleMessage:
    id: str
    account: int
    sender: int | None
    recipient: int | None
    at_ms: int
    transmitted: int


@dataclass(frozen=True)
class OracleMonth:
    since_ms: int
    until_ms: int
    calls: tuple[OracleCall, ...]
    messages: tuple[OracleMessage, ...]
    tree: tuple[tuple[int, int, int, int], ...]
    holdings: tuple[tuple[int, int, int], ...]
    overrides: dict[int, int]

    def master(self, account: int, at_ms: int) -> int:
        return next(m for a, m, since, until in self.tree if a == account and since <= at_ms < until)

    def counted_calls(self) -> list[OracleCall]:
        return [c for c in self.calls if c.is_call and self.since_ms <= c.started_ms < self.until_ms]

    def is_toll_free(self, call: OracleCall) -> bool:
        return bool(self.overrides.get(call.callee or -1, call.toll_free))

    def short(self, calls: list[OracleCall], line_ms: int) -> dict[tuple[int, int], tuple[int, ...]]:
        """Columns: answered, short, edge, attempts, attempts short, six seconds."""
        found: dict[tuple[int, int], list[int]] = {}
        for call in calls:
            if call.outcome == 0:
                continue
            row = found.setdefault((self.master(call.account, call.started_ms), call.account), [0] * 6)
            talk = call.talk_ms if call.outcome == 1 and call.talk_ms is not None else 0
            answered = call.outcome == 1
            for column, counts in enumerate(
                (
                    answered,
                    answered and talk < line_ms,
                    answered and line_ms - 1000 < talk < line_ms + 1000,
                    True,
                    talk < line_ms,
                    answered and talk <= 6000,
                )
            ):
                row[column] += counts
        return {key: tuple(row) for key, row in found.items()}

    def short_outbound(self, line_ms: int) -> dict[tuple[int, int], tuple[int, ...]]:
        return self.short([c for c in self.counted_calls() if c.direction == 2], line_ms)

    def toll_free_calls(self) -> list[OracleCall]:
        return [c for c in self.counted_calls() if c.direction == 1 and self.is_toll_free(c)]

    def short_tollfree(self, line_ms: int) -> dict[tuple[int, int], tuple[int, ...]]:
        return self.short(self.toll_free_calls(), line_ms)

    def incomplete_tollfree(self) -> dict[tuple[int, int], tuple[int, ...]]:
        found: dict[tuple[int, int], list[int]] = {}
        for call in self.toll_free_calls():
            if call.outcome == 0:
                continue
            row = found.setdefault((self.master(call.account, call.started_ms), call.account), [0] * 5)
            incomplete = call.outcome != 1
            curable = call.outcome in (1, 2, 3)
            for column, counts in enumerate((True, incomplete, curable, incomplete and curable, incomplete or call.reached == 0)):
                row[column] += counts
        return {key: tuple(row) for key, row in found.items()}

    def transmissions(self, fewest: int) -> dict[tuple[int, int], tuple[int, ...]]:
        """Columns: numbers, under, missing, inactive."""
        every: Counter[tuple[int, int]] = Counter()
        long_calls: Counter[tuple[int, int]] = Counter()
        texts: Counter[tuple[int, int]] = Counter()
        for call in self.counted_calls():
            if call.direction == 2 and call.outcome == 4:
                continue
            for number in {call.caller, call.callee} - {None}:
                key = (self.master(call.account, call.started_ms), number)
                every[key] += 1
                long_calls[key] += call.outcome == 1 and (call.talk_ms or 0) >= 12_000
        for message in self.messages:
            if message.transmitted and self.since_ms <= message.at_ms < self.until_ms:
                for number in {message.sender, message.recipient} - {None}:
                    key = (self.master(message.account, message.at_ms), number)
                    every[key] += 1
                    texts[key] += 1
        found: dict[tuple[int, int], list[int]] = {}
        for number, account, master in self.holdings:
            row = found.setdefault((master, account), [0] * 4)
            had = every[master, number]
            for column, counts in enumerate(
                (1, had < fewest, max(fewest - had, 0), long_calls[master, number] < 3 and texts[master, number] < 3)
            ):
                row[column] += counts
        return {key: tuple(row) for key, row in found.items()}
