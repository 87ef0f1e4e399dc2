"""Small messages and campaigns, as their tests need them."""

from goodstanding.signals.message import Channel, Message
from goodstanding.signals.text.campaign import Campaign, Sent
from goodstanding.signals.text.campaigns import Grouping, group
from goodstanding.signals.verdict import Hit, Outcome, Verdict, View

HOUR_MS = 3_600_000


def a_sent(
    body: str,
    *,
    account: str = "made-up-1",
    sender: int = 0,
    recipient: int = 1,
    at_ms: int | None = 0,
    signals: tuple[str, ...] | None = None,
    domains: tuple[str, ...] = (),
    is_refused: bool = False,
    is_inbound: bool = False,
    is_first: bool | None = None,
) -> Sent:
    """Return one message; the ends are small numbers, since only whether they differ matters."""
    message = Message(
        "made-up", Channel.SMS, f"end-{sender}", f"end-{recipient}", body, account, is_inbound=is_inbound, is_first=is_first,
        received_ms=at_ms,
    )  # fmt: skip
    verdict = None if signals is None else Verdict("made-up", Outcome.REVIEW, tuple(_hit(one) for one in signals), ())
    return Sent(message, verdict, domains, is_refused)


def campaigns_of(*messages: Sent, grouping: Grouping | None = None) -> list[Campaign]:
    """Return the campaigns of a few messages."""
    return list(group(messages, grouping))


def _hit(signal: str) -> Hit:
    return Hit("use-01", signal, "made/up", (0, 0), View.RAW, 100, "It is made up.")
