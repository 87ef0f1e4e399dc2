"""What are the facts of a text, with the lists that come with the program and the plainest fold?"""

from goodstanding.signals.lists import Lists
from goodstanding.signals.reading_lists import packaged_lists
from goodstanding.signals.text.facts import Facts
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.gathering import gather


def plain(raw: str) -> Folded:
    """Fold by lower case alone, letter for letter."""
    return Folded("".join(one.lower() if len(one.lower()) == 1 else one for one in raw))


def facts_of(raw: str, region: str | None = None, lists: Lists | None = None) -> Facts:
    return gather(raw, plain(raw), packaged_lists() if lists is None else lists, region)
