"""What is true of a made-up month? Counted here from the model alone, in plain Python."""

from collections import Counter, defaultdict
from typing import Any

from goodstanding.simulation.model import Carrier, SimCall

SHORT_MS = 12_000


def master_at(carrier: Carrier) -> dict[str, list[tuple[int, str]]]:
    """Return each account's masters with the time from which they hold."""
    masters: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for account in carrier.accounts:
        masters[account.account].append((account.since_ms or 0, account.master))
    return {account: sorted(dated) for account, dated in masters.items()}


def truth_of(carrier: Carrier) -> dict[str, Any]:
    """Count every requirement of every master account."""
    masters = master_at(carrier)

    def master(account: str, at_ms: int) -> str:
        return [one for since_ms, one in masters[account] if since_ms <= at_ms][-1]

    calls = [call for call in carrier.calls if carrier.since_ms <= call.started_ms < carrier.until_ms]
    texts = [text for text in carrier.messages if carrier.since_ms <= text.sent_ms < carrier.until_ms]
    by_master: dict[str, list[SimCall]] = defaultdict(list)
    transmissions: Counter[tuple[str, int]] = Counter()
    for call in calls:
        by_master[master(call.account, call.started_ms)].append(call)
        if not (call.direction == "outbound" and call.outcome == "canceled"):
            for number in {call.caller, call.callee}:
                transmissions[master(call.account, call.started_ms), number] += 1
    for text in texts:
        for number in {text.sender, text.recipient}:
            transmissions[master(text.account, text.sent_ms), number] += 1
    toll_free = {held.number for held in carrier.holdings if held.kind == "toll-free"}
    everyone = {one for dated in masters.values() for _, one in dated}
    return {
        "month": carrier.month,
        "calls": len(calls),
        "messages": len(texts),
        "accounts": {
            one: _requirements(carrier, one, by_master[one], transmissions, toll_free, master) for one in sorted(everyone)
        },
    }


def _requirements(
    carrier: Carrier, one: str, calls: list[SimCall], transmissions: Counter[tuple[str, int]], toll_free: set[int], master: Any
) -> dict[str, dict[str, Any]]:
    held = [
        holding.number
        for holding in carrier.holdings
        if holding.acquired_ms <= carrier.since_ms and master(holding.account, carrier.until_ms - 1) == one
    ]
    outbound = [call for call in calls if call.direction == "outbound" and call.outcome == "answered"]
    inbound = [call for call in calls if call.direction == "inbound" and call.callee in toll_free]
    answered = [call for call in inbound if call.outcome == "answered"]
    return {
        "req-1": _counted(sum(transmissions[one, number] < 2 for number in held), len(held), 0, 1),
        "req-2": _counted(sum(call.talk_ms < SHORT_MS for call in outbound), len(outbound), 1, 10),
        "req-3": _counted(sum(call.talk_ms < SHORT_MS for call in answered), len(answered), 1, 10),
        "req-4": _counted(len(inbound) - len(answered), len(inbound), 1, 10),
    }


def _counted(part: int, whole: int, limit_part: int, limit_whole: int) -> dict[str, Any]:
    verdict = "not assessable" if not whole else "violated" if part * limit_whole > limit_part * whole else "complies"
    return {"part": part, "whole": whole, "verdict": verdict}
