"""Which clauses might a message touch, and may it be sent? Every part of screening comes together here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from goodstanding.policy.screening import Screening
from goodstanding.signals.lists import Lists
from goodstanding.signals.media.ports import Ports
from goodstanding.signals.media.screen_attachments import screen_attachments
from goodstanding.signals.message import Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.campaign import Sent
from goodstanding.signals.text.context.campaign_match import lacks_age_gate
from goodstanding.signals.text.context.catalogue import judge
from goodstanding.signals.text.context.ends import End, is_among, kind_of
from goodstanding.signals.text.disguise import disguises
from goodstanding.signals.text.facts import Facts
from goodstanding.signals.text.fold import Folded, fold
from goodstanding.signals.text.gathering import gather
from goodstanding.signals.text.heads.baseline import Baseline, learn
from goodstanding.signals.text.heads.head import HEADS
from goodstanding.signals.text.heads.judge import hits_of
from goodstanding.signals.text.heads.score import Score, Scorer
from goodstanding.signals.text.lexicon import Lexicon, Touch
from goodstanding.signals.text.numbers import region_of
from goodstanding.signals.text.rule import Direction, Place
from goodstanding.signals.text.spaced import spaced, views_of
from goodstanding.signals.verdict import Hit, Outcome, Verdict, View

Found = tuple[list[Hit], list[str]]
NOWHERE: Final = (0, 0)


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of an account, and what its samples and reviews teach the heads, made once."""

    profile: Profile
    baseline: Baseline | None


@dataclass(frozen=True, slots=True)
class Screener:
    """What screening looks things up in, made once and shared: `screen` is a function of its arguments and of these alone.

    ports  gives what looks at attachments; asked for when the first one comes
    """

    screening: Screening
    lexicon: Lexicon
    scorer: Scorer
    lists: Lists
    ports: Callable[[], Ports] = Ports

    def account(self, profile: Profile) -> Account:
        """Prepare what is known of an account."""
        return Account(profile, learn(profile))

    def screen(self, message: Message, account: Account | None = None) -> Verdict:
        """Return the hits of every part, what abstained, and the verdict they add up to under the edition."""
        return self._judged(message, account, *self._looked(message))

    def sent(self, message: Message, account: Account | None = None) -> Sent:
        """Return a message with its verdict, as campaigns are made of them."""
        folded, second, facts = self._looked(message)
        verdict = self._judged(message, account, folded, second, facts)
        domains = tuple(dict.fromkeys(link.domain for link in facts.links))
        return Sent(message, verdict, domains, verdict.outcome is Outcome.REFUSE, folded.text)

    def _looked(self, message: Message) -> tuple[Folded, Folded | None, Facts]:
        folded = fold(message.body)
        return folded, spaced(folded), gather(message.body, folded, self.lists, partial(region_of, message.recipient))

    def _judged(self, message: Message, account: Account | None, folded: Folded, second: Folded | None, facts: Facts) -> Verdict:
        hits, abstained = self._body(message, account, folded, second, facts)
        if message.attachments:
            files = self._attachments(message, account, {hit.rule for hit in hits if hit.span == NOWHERE})
            hits, abstained = hits + files[0], abstained + files[1]
        if not hits:
            return Verdict(message.id, Outcome.PASS, (), tuple(dict.fromkeys(abstained)))
        covered = [hit for hit in hits if self.screening.covers(hit.clause)]
        covered.sort(key=lambda hit: (hit.clause, hit.span, -hit.weight, hit.rule))
        return Verdict(message.id, outcome_of(covered, self.screening), tuple(covered), tuple(dict.fromkeys(abstained)))

    def scores(self, message: Message) -> tuple[Score, ...]:
        """Return every head's score as named parts, for the view that gives it most, before any account's baseline."""
        folded = fold(message.body)
        views = views_of(folded, spaced(folded)).values()
        found = ([self.scorer.explain(head.id, message.body, view.text) for view in views] for head in HEADS)
        return tuple(max(of_head, key=lambda score: score.points) for of_head in found)

    def _body(self, message: Message, account: Account | None, folded: Folded, second: Folded | None, facts: Facts) -> Found:
        body, profile = message.body, account.profile if account else None
        hits, abstained = self._touched(message, folded, second, profile)
        hits += disguises(body, folded, second)
        judged, missing = judge(message, profile, facts, self.lists)
        hits += judged
        if not message.is_inbound:
            hits += hits_of(self.scorer, body, folded, second, account.baseline if account else None)
        return hits, [*abstained, *missing]

    def _touched(self, message: Message, folded: Folded, second: Folded | None, profile: Profile | None) -> Found:
        """Ask the packs about the text, and about the name it is sent under."""
        views = views_of(folded, second)
        direction = Direction.INBOUND if message.is_inbound else Direction.OUTBOUND
        touches: Iterable[Touch] = self.lexicon.touches(views, message.channel, direction=direction)
        if kind_of(message.sender) is End.ALPHANUMERIC and not (profile and is_among(message.sender, profile.senders or ())):
            named = self.lexicon.touches(
                {View.FOLDED: fold(message.sender)}, message.channel, direction=direction, place=Place.SENDER
            )
            touches = [*touches, *(replace(touch, hit=replace(touch.hit, span=NOWHERE)) for touch in named)]
        return _settled(touches, profile) if touches else ([], [])

    def _attachments(self, message: Message, account: Account | None, said: set[str]) -> Found:
        """Look at the files of a message; words read in them go the way of the body, and their hits have no place in it.

        said  rules that hit the message as a whole, which its files need not repeat
        """
        seen = screen_attachments(message, self.lists, self.ports())
        hits, abstained = list(seen.hits), list(seen.abstained)
        for text in seen.texts:
            inner = replace(message, body=text.text, attachments=())
            found, missing = self._body(inner, account, *self._looked(inner))
            place = f"Attachment {text.number}: "
            hits += [replace(hit, span=NOWHERE, why=place + hit.why) for hit in found if hit.rule not in said]
            abstained += missing
        return hits, abstained


def outcome_of(hits: Iterable[Hit], screening: Screening) -> Outcome:
    """Add up the points of each clause; an exact rule that the edition names refuses, points up to its line ask for review."""
    points: dict[str, int] = {}
    for hit in hits:
        if hit.is_exact and hit.signal in screening.may_refuse:
            return Outcome.REFUSE
        points[hit.clause] = points.get(hit.clause, 0) + hit.weight
    return Outcome.REVIEW if any(total >= screening.review_line for total in points.values()) else Outcome.PASS


def _settled(touches: Iterable[Touch], profile: Profile | None) -> Found:
    """Let a rule that needs to know something of the account count only where that is known, and true."""
    hits: list[Hit] = []
    abstained: list[str] = []
    for touch in touches:
        if touch.rule.needs is None:
            hits.append(touch.hit)
            continue
        lacks = lacks_age_gate(profile)
        if lacks is None:
            abstained.append(touch.hit.signal)
        elif lacks:
            hits.append(touch.hit)
    return hits, abstained
