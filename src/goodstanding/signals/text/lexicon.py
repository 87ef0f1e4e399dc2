"""Which rules of the packs does a text touch, in whichever of its views?

One matcher holds every part of every rule; a rule's parts are put together here. Pure: the same views
and rules give the same touches.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodstanding.signals.message import Channel
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.matching import Found, Matcher, Matchers, Pattern
from goodstanding.signals.text.rule import Direction, Place, Rule
from goodstanding.signals.verdict import Hit, View


@dataclass(frozen=True, slots=True)
class Touch:
    """A rule that a text touches, as a hit; `rule.needs` says whether the hit depends on the account."""

    rule: Rule
    hit: Hit


@dataclass(frozen=True, slots=True)
class _Part:
    """One of a rule's compiled parts."""

    rule: int
    is_cancel: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rules compiled together; safe to share between threads."""

    rules: tuple[Rule, ...]
    matcher: Matcher
    parts: Mapping[str, _Part]
    wanted: tuple[int, ...]

    def touches(
        self,
        views: Mapping[View, Folded],
        channel: Channel,
        *,
        direction: Direction = Direction.OUTBOUND,
        place: Place = Place.BODY,
    ) -> tuple[Touch, ...]:
        """Return each rule touched, once, in the order of the rules; the first view that shows it gives its span."""
        found: dict[int, Touch] = {}
        for view, folded in views.items():
            places = self.matcher.find(folded.text)
            if not places:
                continue
            for number, at in self._together(places):
                rule = self.rules[number]
                if number not in found and view in rule.views and _applies(rule, channel, direction, place):
                    found[number] = Touch(rule, _hit(rule, folded.raw_span(at.start, at.end), view))
        return tuple(found[number] for number in sorted(found))

    def _together(self, places: Sequence[Found]) -> list[tuple[int, Found]]:
        """Return the rules of which every part was found and none that cancels, each with its first part's place."""
        first: dict[int, Found] = {}
        counts: dict[int, int] = {}
        cancelled: set[int] = set()
        for at in places:
            part = self.parts[at.rule]
            if part.is_cancel:
                cancelled.add(part.rule)
            else:
                first.setdefault(part.rule, at)
                counts[part.rule] = counts.get(part.rule, 0) + 1
        return [(n, at) for n, at in first.items() if counts[n] == self.wanted[n] and n not in cancelled]


def compile_rules(rules: Sequence[Rule], matchers: Matchers) -> Lexicon:
    """Compile rules into a lexicon; PackInvalid, naming the rule, when an engine refuses one."""
    patterns: list[Pattern] = []
    parts: dict[str, _Part] = {}
    wanted: list[int] = []
    for number, rule in enumerate(rules):
        needed = [words for words in (rule.any_of, *rule.all_of) if words.terms or words.expressions]
        wanted.append(len(needed))
        for at, words in enumerate(needed):
            patterns.append(words.as_pattern(f"{rule.id}#{at}" if at else rule.id))
            parts[patterns[-1].rule] = _Part(number, is_cancel=False)
        if rule.unless.terms or rule.unless.expressions:
            patterns.append(rule.unless.as_pattern(f"{rule.id}#unless"))
            parts[patterns[-1].rule] = _Part(number, is_cancel=True)
    return Lexicon(tuple(rules), matchers.compile(patterns), parts, tuple(wanted))


def _applies(rule: Rule, channel: Channel, direction: Direction, place: Place) -> bool:
    return rule.direction is direction and rule.place is place and (rule.channels is None or channel in rule.channels)


def _hit(rule: Rule, span: tuple[int, int], view: View) -> Hit:
    return Hit(rule.clause, rule.signal, rule.id, span, view, rule.weight, rule.why)
