"""What has been counted of a campaign so far? Changes with each message, in bounded memory."""

import re
from collections import Counter
from collections.abc import Iterable

from goodstanding.signals.text.campaign import Campaign, Part, Sent, Variant

DAY_MS = 86_400_000
# the words for a one-time code, in normal form; where words are not spaced, as part of any text
_CODE = re.compile(
    r"\b(?:codes?|otp|passcode|pin|tan|tac|verification|c[óo]digo|clave|bestätigungscode|einmalpasswort|codice|kode?|koden|kod|kodunuz"
    r"|verificatiecode|engångskod|şifrenizdir)\b|\b(?:use|saisissez|inserisci|gebruik) 0\b|รหัส|कोड|認証コード|確認コード|パスワード"
)
_OFFER = re.compile(r"\b(?:off|discount|sale|coupon|cupom|rabatt|korting|sconto|diskon|indirim|chhoot)\b")
_NUMBER = re.compile(r"(?:^|\W)0(?:$|\W)|[^\x00-\x7f]0")
_DAYS_KEPT = 2


class _Part:
    """What one account has in the campaign so far."""

    __slots__ = (
        "by_day", "inbound", "is_refused", "most_domains", "most_kept", "origins", "recipients", "senders", "signals", "strangers",
        "texts", "variants", "wordings",
    )  # fmt: skip

    def __init__(self, most_kept: int) -> None:
        self.most_kept = most_kept
        self.texts = self.inbound = 0
        self.senders: set[str] = set()
        self.recipients: set[str] = set()
        self.strangers: set[str] | None = None
        self.origins: set[str] = set()
        self.most_domains: int | None = None
        self.by_day: dict[int, set[str]] = {}
        self.wordings: set[str] = set()
        self.variants: list[Variant] | None = None
        self.is_refused = False
        self.signals: Counter[str] | None = None

    def add(self, sent: Sent, key: str) -> None:
        """Count one message of the account."""
        message = sent.message
        self.texts += 1
        if message.is_inbound:
            self.inbound += 1
            _keep(self.origins, (message.sender,), self.most_kept)
        else:
            self._add_outbound(sent, key)
        if sent.verdict is not None:
            self.signals = Counter() if self.signals is None else self.signals
            self.signals.update({hit.signal for hit in sent.verdict.hits})

    def _add_outbound(self, sent: Sent, key: str) -> None:
        message = sent.message
        _keep(self.senders, (message.sender,), self.most_kept)
        _keep(self.recipients, (message.recipient,), self.most_kept)
        if message.is_first is not None:
            self.strangers = set() if self.strangers is None else self.strangers
            if message.is_first:
                _keep(self.strangers, (message.recipient,), self.most_kept)
        if message.received_ms is not None:
            self._add_variant(message.received_ms, key)
            self._add_domains(message.received_ms // DAY_MS, sent.domains)
        self.is_refused = self.is_refused or sent.is_refused

    def _add_variant(self, at_ms: int, key: str) -> None:
        self.variants = [] if self.variants is None else self.variants
        if key not in self.wordings and len(self.wordings) < self.most_kept:
            self.wordings.add(key)
            self.variants.append(Variant(at_ms, self.is_refused))

    def _add_domains(self, day: int, domains: tuple[str, ...]) -> None:
        if not domains:
            return
        of_day = self.by_day.setdefault(day, set())
        _keep(of_day, domains, self.most_kept)
        self.most_domains = max(self.most_domains or 0, len(of_day))
        if len(self.by_day) > _DAYS_KEPT:
            del self.by_day[min(self.by_day)]

    def part(self) -> Part:
        """Return the counts."""
        return Part(
            texts=self.texts,
            inbound=self.inbound,
            senders=len(self.senders),
            recipients=len(self.recipients),
            strangers=None if self.strangers is None else len(self.strangers),
            origins=frozenset(self.origins),
            most_domains=self.most_domains,
            variants=None if self.variants is None else tuple(sorted(self.variants, key=lambda one: one.at_ms)),
            signals=None if self.signals is None else dict(sorted(self.signals.items())),
        )


class Tally:
    """The campaign so far; a number, account or domain beyond most_kept of its kind is counted as a message alone."""

    __slots__ = ("_domains", "_ends", "_example", "_id", "_is_code", "_key", "_most_kept", "_parts", "_size", "_times")

    def __init__(self, campaign: int, key: str, example: int, normal: str, most_kept: int) -> None:
        self._id, self._key, self._example, self._most_kept = campaign, key, example, most_kept
        self._is_code = bool(_CODE.search(normal) and _NUMBER.search(normal) and not _OFFER.search(normal))
        self._size = 0
        self._ends: tuple[set[str], set[str]] = (set(), set())
        self._domains: set[str] = set()
        self._times: tuple[int, int] | None = None
        self._parts: dict[str, _Part] = {}

    def add(self, sent: Sent, key: str) -> None:
        """Count one message, whose template key is given."""
        message = sent.message
        self._size += 1
        _keep(self._ends[0], (message.sender,), self._most_kept)
        _keep(self._ends[1], (message.recipient,), self._most_kept)
        _keep(self._domains, sent.domains, self._most_kept)
        if message.received_ms is not None:
            first, last = self._times or (message.received_ms, message.received_ms)
            self._times = min(first, message.received_ms), max(last, message.received_ms)
        part = self._parts.get(message.account)
        if part is None and len(self._parts) < self._most_kept:
            part = self._parts[message.account] = _Part(self._most_kept)
        if part is not None:
            part.add(sent, key)

    def campaign(self) -> Campaign:
        """Return the campaign as it stands."""
        return Campaign(
            id=self._id,
            key=self._key,
            size=self._size,
            senders=len(self._ends[0]),
            recipients=len(self._ends[1]),
            accounts={account: part.part() for account, part in self._parts.items()},
            first_ms=self._times[0] if self._times else None,
            last_ms=self._times[1] if self._times else None,
            domains=tuple(sorted(self._domains)),
            example=self._example,
            is_code=self._is_code,
        )


def _keep(kept: set[str], more: Iterable[str], most: int) -> None:
    for one in more:
        if len(kept) < most:
            kept.add(one)
