"""Which phrases of a text press the reader to act before thinking?"""

from collections.abc import Sequence

from goodstanding.signals.text.facts import Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Seen, longest


def urgency_in(folded: Folded, seen: Sequence[Seen]) -> tuple[Mention, ...]:
    """Return the urgent phrases, the longest where several overlap; group is "deadline" or "threat", spans are raw.

    Blind to pressure in other words than the vocabulary's. Honest messages press as well: a fact, no suspicion.
    """
    return tuple(Mention(folded.raw_span(one.start, one.end), one.word.term, one.word.group) for one in longest(seen))
