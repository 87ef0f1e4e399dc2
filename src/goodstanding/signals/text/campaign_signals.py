"""What is wrong with a campaign that no message shows alone? How far it fans out, how it changes, from how many numbers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from goodstanding.signals.text.campaign import Campaign, Part
from goodstanding.signals.text.campaign_tally import DAY_MS


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many on is it a signal? An edition may say otherwise; each is the fewest that count, unless it says "above".

    recruits, forwards   recipients of a wording that recruits for fraud (P1.1) or asks to be forwarded (P9.8)
    probes, probes_after_refusal   variants within probe_window_ms, and those of them after a refusal (P3.1)
    numbers              numbers one account spreads one wording over (P3.3)
    domains              link domains of one wording in one day of UTC (P3.5)
    strangers            strangers who got an opener (P11.11)
    accused_above        recipients of an accusation (P16.2), more than this
    codes_above_percent, code_texts, code_issuers   share of one-time codes, above, in an account's inbound texts, from
                         so many numbers or wordings, when there are so many texts at all (P10.7)
    """

    recruits: int = 3
    forwards: int = 3
    probes: int = 5
    probes_after_refusal: int = 2
    probe_window_ms: int = DAY_MS
    numbers: int = 10
    domains: int = 5
    strangers: int = 10
    accused_above: int = 20
    codes_above_percent: int = 80
    code_texts: int = 20
    code_issuers: int = 10


@dataclass(frozen=True, slots=True)
class CampaignSignal:
    """One thing seen in an account's part of a campaign; strength is what was counted, campaign None when it was all of them."""

    clause: str
    signal: str
    account: str
    campaign: int | None
    strength: int
    why: str


_Rule = Callable[[Part, Limits], int | None]


def campaign_signals(campaigns: Iterable[Campaign], limits: Limits | None = None) -> Iterator[CampaignSignal]:
    """Yield every signal of each campaign in turn, account by account, and at the end those over all campaigns.

    Abstains where the data was missing (None in the part). Blind to what one account splits over several accounts,
    and to more than the grouping's cap of different things.
    """
    limits = limits or Limits()
    inbound: dict[str, _Inbound] = {}
    for campaign in campaigns:
        for account, part in campaign.accounts.items():
            for clause, signal, rule, why in _RULES:
                strength = rule(part, limits)
                if strength is not None:
                    yield CampaignSignal(clause, signal, account, campaign.id, strength, why)
            if part.inbound:
                inbound.setdefault(account, _Inbound()).add(campaign, part)
    yield from chain.from_iterable(one.signals(account, limits) for account, one in inbound.items())


class _Inbound:
    """What an account was sent, over all campaigns."""

    def __init__(self) -> None:
        self.texts = self.codes = self.wordings = 0
        self.origins: set[str] = set()

    def add(self, campaign: Campaign, part: Part) -> None:
        """Count one campaign's part."""
        self.texts += part.inbound
        if campaign.is_code:
            self.codes += part.inbound
            self.origins |= part.origins
            self.wordings += 1

    def signals(self, account: str, limits: Limits) -> Iterator[CampaignSignal]:
        """Yield the signal of a number that is rented out to receive codes, if it is one."""
        is_mostly_codes = 100 * self.codes > limits.codes_above_percent * self.texts
        if is_mostly_codes and self.texts >= limits.code_texts and max(len(self.origins), self.wordings) >= limits.code_issuers:
            why = "nearly everything sent to the account is one-time codes, from many issuers"
            yield CampaignSignal("use-10", "P10.7", account, None, self.codes, why)


def _fans_out(signal: str, fewest: Callable[[Limits], int]) -> _Rule:
    """Return the rule that a wording with this signal reached that many recipients."""

    def rule(part: Part, limits: Limits) -> int | None:
        is_such = part.signals is not None and signal in part.signals
        return part.recipients if is_such and part.recipients >= fewest(limits) else None

    return rule


def _opens_to_strangers(part: Part, limits: Limits) -> int | None:
    if part.signals is None or "P11.11" not in part.signals or part.strangers is None:
        return None
    return part.strangers if part.strangers >= limits.strangers else None


def _probes(part: Part, limits: Limits) -> int | None:
    """Return the most variants within one window that has enough of them after refusals."""
    variants = part.variants or ()
    most, since, after = 0, 0, 0
    for at, one in enumerate(variants):
        after += one.is_after_refusal
        while one.at_ms - variants[since].at_ms >= limits.probe_window_ms:
            after -= variants[since].is_after_refusal
            since += 1
        if after >= limits.probes_after_refusal:
            most = max(most, at - since + 1)
    return most if most >= limits.probes else None


def _spreads(part: Part, limits: Limits) -> int | None:
    return part.senders if part.senders >= limits.numbers else None


def _rotates(part: Part, limits: Limits) -> int | None:
    return part.most_domains if part.most_domains is not None and part.most_domains >= limits.domains else None


_RULES: tuple[tuple[str, str, _Rule, str], ...] = (
    ("use-01", "P1.1", _fans_out("P1.1", lambda most: most.recruits), "a wording that recruits for fraud reached several people"),
    ("use-03", "P3.1", _probes, "one wording was sent again and again with small edits after refusals"),
    ("use-03", "P3.3", _spreads, "one account spread one wording over many numbers"),
    ("use-03", "P3.5", _rotates, "the links of one wording led to many domains within a day"),
    ("use-09", "P9.8", _fans_out("P9.8", lambda most: most.forwards), "a wording that asks to be forwarded reached several people"),
    ("use-11", "P11.11", _opens_to_strangers, "one opening line went to many strangers"),
    ("use-16", "P16.2", _fans_out("P16.2", lambda most: most.accused_above + 1), "an accusation of a person reached many people"),
)
