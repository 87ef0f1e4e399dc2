"""Which messages are one campaign? Those whose wordings share a key, or half of their words."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]  # ships no types

from goodstanding.signals.text.campaign import Campaign, Sent
from goodstanding.signals.text.campaign_tally import Tally
from goodstanding.signals.text.template_key import key_of, normal_form, words_of

_SEED = 20_160_201


@dataclass(frozen=True, slots=True)
class Grouping:
    """How alike is alike, and how much is kept.

    like_part, like_whole  two wordings are alike when they share this part of their words (Jaccard), as integers
    permutations, bands    of the index that proposes candidates: 63 in 21 bands miss 6 in 100 pairs at one half
    most_open      campaigns kept open, some 6 kB each; beyond, the one unseen for longest is closed
    most_wordings  keys remembered for each open campaign; others are compared anew
    most_kept      numbers, accounts, domains and variants told apart in a campaign
    most_compared  candidates looked at for one wording, eldest first
    """

    like_part: int = 1
    like_whole: int = 2
    permutations: int = 63
    bands: int = 21
    most_open: int = 20_000
    most_wordings: int = 64
    most_kept: int = 1_000
    most_compared: int = 64


class _Open(NamedTuple):
    words: frozenset[str]
    keys: list[str]
    tally: Tally


class Campaigns:
    """Groups messages as they come; every message is in exactly one campaign, open or closed.

    A campaign is led by the wording that began it: others are compared with that one alone, so a
    campaign cannot drift. Messages of one key are together in any order, while their campaign is
    open; which near wordings join whom depends on which came first.
    Source: A. Broder, On the resemblance and containment of documents (1997); leader clustering.
    """

    def __init__(self, grouping: Grouping | None = None) -> None:
        self._how = grouping or Grouping()
        self._index = RMinHashLSH(self._how.like_part / self._how.like_whole, self._how.permutations, self._how.bands)
        self._open: OrderedDict[int, _Open] = OrderedDict()
        self._led: dict[str, int] = {}
        self._closed: list[Campaign] = []
        self._taken = self._begun = 0

    def take(self, sent: Sent) -> int:
        """Put one message, the next in order of time, in its campaign; return the campaign's id."""
        normal = normal_form(sent.message.body if sent.folded is None else sent.folded)
        key = key_of(normal)
        found = self._led.get(key)
        if found is None:
            found = self._join(key, words_of(normal), normal)
        self._open.move_to_end(found)
        self._open[found].tally.add(sent, key)
        self._taken += 1
        return found

    def open(self) -> list[Campaign]:
        """Return the campaigns as they stand, by id, those closed and not yet drained left out."""
        return [self._open[one].tally.campaign() for one in sorted(self._open)]

    def drain(self) -> list[Campaign]:
        """Hand over, once, the campaigns that were closed to make room, in the order they were."""
        closed, self._closed = self._closed, []
        return closed

    def _join(self, key: str, words: frozenset[str], normal: str) -> int:
        sketch = RMinHash(self._how.permutations, _SEED)
        sketch.update([word.encode("utf-8", "surrogatepass") for word in words])
        found = self._nearest(words, sketch)
        if found is None:
            found = self._begin(key, words, sketch, normal)
        keys = self._open[found].keys
        if len(keys) < self._how.most_wordings:
            keys.append(key)
            self._led[key] = found
        return found

    def _nearest(self, words: frozenset[str], sketch: RMinHash) -> int | None:
        best, best_shared, best_all = None, 0, 1
        for candidate in sorted(self._index.query(sketch))[: self._how.most_compared]:
            theirs = self._open[candidate].words
            shared = len(words & theirs)
            together = len(words) + len(theirs) - shared
            if shared * self._how.like_whole >= together * self._how.like_part and shared * best_all > best_shared * together:
                best, best_shared, best_all = candidate, shared, together
        return best

    def _begin(self, key: str, words: frozenset[str], sketch: RMinHash, normal: str) -> int:
        if len(self._open) >= self._how.most_open:
            self._close(next(iter(self._open)))
        begun, self._begun = self._begun, self._begun + 1
        self._open[begun] = _Open(words, [], Tally(begun, key, self._taken, normal, self._how.most_kept))
        if words:
            self._index.insert(begun, sketch)
        return begun

    def _close(self, campaign: int) -> None:
        left = self._open.pop(campaign)
        self._index.remove(campaign)
        for key in left.keys:
            del self._led[key]
        self._closed.append(left.tally.campaign())


def group(messages: Iterable[Sent], grouping: Grouping | None = None) -> Iterator[Campaign]:
    """Yield the campaigns of messages in order of time: each as soon as it is closed, the open ones at the end."""
    campaigns = Campaigns(grouping)
    for sent in messages:
        campaigns.take(sent)
        yield from campaigns.drain()
    yield from campaigns.open()
