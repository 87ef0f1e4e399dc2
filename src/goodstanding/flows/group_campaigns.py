"""Which campaigns are in a batch of messages, and what is wrong with each? The unit a reviewer looks at."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from goodstanding.flows.screen_messages import Accounts, Tally
from goodstanding.progress import Progress
from goodstanding.signals.reading_message import Unreadable, message_of
from goodstanding.signals.screen import Screener
from goodstanding.signals.text.campaign import Campaign, Sent
from goodstanding.signals.text.campaign_signals import CampaignSignal, campaign_signals
from goodstanding.signals.text.campaigns import Campaigns
from goodstanding.signals.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Seen:
    """One campaign: what it is, its signals, how its messages were judged, and the text that began it."""

    campaign: Campaign
    signals: tuple[CampaignSignal, ...]
    outcomes: Mapping[Outcome, int]
    clauses: Mapping[str, int]
    example: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grouped:
    """All campaigns, the largest first, and the signals over an account's whole traffic."""

    campaigns: tuple[Seen, ...]
    overall: tuple[CampaignSignal, ...]
    tally: Tally


class _Kept:
    """What is remembered of each campaign while its messages pass."""

    def __init__(self) -> None:
        self.outcomes: dict[int, Counter[Outcome]] = {}
        self.clauses: dict[int, Counter[str]] = {}
        self.examples: dict[int, str] = {}

    def add(self, campaign: int, sent: Sent) -> None:
        if sent.verdict is None:
            return
        self.examples.setdefault(campaign, sent.message.body)
        self.outcomes.setdefault(campaign, Counter())[sent.verdict.outcome] += 1
        self.clauses.setdefault(campaign, Counter()).update({hit.clause for hit in sent.verdict.hits})

    def seen(self, campaign: Campaign, signals: Iterable[CampaignSignal]) -> Seen:
        own = tuple(signal for signal in signals if signal.campaign == campaign.id)
        return Seen(campaign, own, self.outcomes[campaign.id], self.clauses[campaign.id], self.examples[campaign.id])


def group_campaigns(lines: Iterable[bytes], screener: Screener, accounts: Accounts, progress: Progress) -> Grouped:
    """Screen each line and group those that are messages by their wording; the lines are taken to be in order of time."""
    campaigns, tally, kept, done = Campaigns(), Tally(), _Kept(), list[Campaign]()
    progress.stage("screening messages")
    for line in lines:
        message = message_of(line)
        if isinstance(message, Unreadable):
            tally.count(message)
            continue
        sent = screener.sent(message, accounts.of(message.account))
        kept.add(campaigns.take(sent), sent)
        if sent.verdict is not None:
            tally.count(sent.verdict)
        done += campaigns.drain()
    done += campaigns.open()
    signals = list(campaign_signals(done))
    seen = sorted((kept.seen(one, signals) for one in done), key=lambda one: (-one.campaign.size, one.campaign.id))
    return Grouped(tuple(seen), tuple(signal for signal in signals if signal.campaign is None), tally)


def to_json(grouped: Grouped) -> dict[str, Any]:
    """Return the campaigns as JSON values, without any message's words: `example` is the place of the line that began it."""
    return {
        "read": grouped.tally.read,
        "unreadable": grouped.tally.unreadable,
        "campaigns": [_campaign(one) for one in grouped.campaigns],
        "signals": [_signal(one) for one in grouped.overall],
    }


def _campaign(seen: Seen) -> dict[str, Any]:
    one = seen.campaign
    return {
        "key": one.key,
        "messages": one.size,
        "senders": one.senders,
        "recipients": one.recipients,
        "accounts": list(one.accounts),
        "first_ms": one.first_ms,
        "last_ms": one.last_ms,
        "domains": list(one.domains),
        "example": one.example,
        "verdicts": {str(outcome): count for outcome, count in sorted(seen.outcomes.items())},
        "clauses": dict(sorted(seen.clauses.items())),
        "signals": [_signal(signal) for signal in seen.signals],
    }


def _signal(one: CampaignSignal) -> dict[str, Any]:
    return {"clause": one.clause, "signal": one.signal, "account": one.account, "strength": one.strength, "why": one.why}
