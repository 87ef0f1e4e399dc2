"""Which rules of the packs does a text touch, in whichever of its views?

Rules for outbound texts, for answers and for senders' names are compiled apart, each into one matcher; a
rule's parts are put together here. Pure: the same views and rules give the same touches.
"""

from collections import Counter
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
class _Group:
    """Rules that look at the same kind of text.

    parts    finds what the rules look for; `rule_of` gives the number of the rule behind a part, by the part's name
    cancels  finds what takes a rule back, asked only when a rule would hit: honest words would match it all the time;
             `cancel_of` gives the number there of what takes back the rule of a number
    beside   for each part, the numbers of all parts of its rule: none is looked for in its place unless all may match
    wanted   how many parts each rule needs
    """

    rules: tuple[Rule, ...]
    parts: Matcher
    cancels: Matcher
    rule_of: Mapping[str, int]
    beside: tuple[frozenset[int], ...]
    wanted: tuple[int, ...]
    cancel_of: Mapping[int, int]

    def together(self, text: str) -> list[tuple[int, Found]]:
        """Return the rules of which every part is found and nothing that cancels, each with its first part's place."""
        places = self.parts.find(text, self._whole)
        if not places:
            return []
        first: dict[int, Found] = {}
        counts: Counter[int] = Counter()
        for at in places:
            number = self.rule_of[at.rule]
            first.setdefault(number, at)
            counts[number] += 1
        whole = [(number, at) for number, at in first.items() if counts[number] == self.wanted[number]]
        asked = {self.cancel_of[number] for number, _ in whole if number in self.cancel_of}
        if not asked:
            return whole
        cancelled = {at.rule for at in self.cancels.find(text, asked.intersection)}
        return [(number, at) for number, at in whole if self.rules[number].id not in cancelled]

    def _whole(self, parts: set[int]) -> list[int]:
        return [part for part in parts if self.beside[part] <= parts]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rules compiled together; safe to share between threads."""

    rules: tuple[Rule, ...]
    groups: Mapping[tuple[Direction, Place], _Group]

    def touches(
        self,
        views: Mapping[View, Folded],
        channel: Channel,
        *,
        direction: Direction = Direction.OUTBOUND,
        place: Place = Place.BODY,
    ) -> tuple[Touch, ...]:
        """Return each rule touched, once, in the order of the rules; the first view that shows it gives its span."""
        group = self.groups[direction, place]
        found: dict[int, Touch] = {}
        for view, folded in views.items():
            for number, at in group.together(folded.text):
                rule = group.rules[number]
                if number not in found and view in rule.views and (rule.channels is None or channel in rule.channels):
                    found[number] = Touch(rule, _hit(rule, folded.raw_span(at.start, at.end), view))
        return tuple(found[number] for number in sorted(found))


def compile_rules(rules: Sequence[Rule], matchers: Matchers) -> Lexicon:
    """Compile rules into a lexicon; PackInvalid, naming the rule, when an engine refuses one."""
    groups = {
        (direction, place): _group([rule for rule in rules if rule.direction is direction and rule.place is place], matchers)
        for direction in Direction
        for place in Place
    }
    return Lexicon(tuple(rules), groups)


def _group(rules: Sequence[Rule], matchers: Matchers) -> _Group:
    parts: list[Pattern] = []
    rule_of: dict[str, int] = {}
    wanted: list[int] = []
    beside: list[frozenset[int]] = []
    for number, rule in enumerate(rules):
        needed = [words for words in (rule.any_of, *rule.all_of) if words.terms or words.expressions]
        wanted.append(len(needed))
        beside += [frozenset(range(len(parts), len(parts) + len(needed)))] * len(needed)
        for at, words in enumerate(needed):
            part = words.as_pattern(f"{rule.id}#{at}" if at else rule.id)
            parts.append(part)
            rule_of[part.rule] = number
    kept = [number for number, rule in enumerate(rules) if rule.unless.terms or rule.unless.expressions]
    cancels = matchers.compile([rules[number].unless.as_pattern(rules[number].id) for number in kept])
    cancel_of = {number: at for at, number in enumerate(kept)}
    return _Group(tuple(rules), matchers.compile(parts), cancels, rule_of, tuple(beside), tuple(wanted), cancel_of)


def _hit(rule: Rule, span: tuple[int, int], view: View) -> Hit:
    return Hit(rule.clause, rule.signal, rule.id, span, view, rule.weight, rule.why)
