"""Which known brands does a text name, rather than use as ordinary words?"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from goodstanding.signals.lists import Lists
from goodstanding.signals.text.facts import Mention, Span
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Seen, Topic, Word, longest

# words of business that follow an everyday name when a company is meant
_BUSINESS = re.compile(
    r"(?:'s)?(?:\s?[:|]|\s+(?:\w+\s+)?(?:account|acct|bank|banking|card|credit|debit|pay|payment|store|support|security|alert|delivery|parcel|"
    r"package|shipment|tracking|login|sign-in|verify|verification|code|otp|pin|bill|billing|invoice|app|wallet|id|customer|service|"
    r"services|team|online|mobile|broadband|subscription|refund|rewards|gift ?card|tax|benefit|benefits|statement|loan|mortgage)\b)"
)
_OTHER_WORDS = frozenset({"über"})  # words that only the fold, which takes marks away, writes like a name
_SENTENCE_START = re.compile(r"(?:^|[.!?\n:;\"“(\[])\s*$")


def brand_words(lists: Lists) -> Iterator[Word]:
    """Yield the names of the lists' brands, those that are ordinary words in a class of their own."""
    for name in lists.brands or ():
        if len(name) > 1:
            yield Word(Topic.BRAND, name, "everyday" if name in lists.everyday else "")


def brands_in(raw: str, folded: Folded, seen: Sequence[Seen], links: Sequence[Span]) -> tuple[Mention, ...]:
    """Return the brands a text names, outside its links; the longest name where several overlap.

    A name that is an ordinary word too is taken for the brand only with a word of business after it, or written as no
    ordinary word is: with a capital inside a sentence, or in capitals in a text that is not all capitals.
    Blind to everyday names in lower case without such a word, and to names the fold did not make plain.
    """
    mentions = []
    for one in longest(seen):
        span = folded.raw_span(one.start, one.end)
        if any(start < span[1] and span[0] < end for start, end in links):
            continue
        if raw[max(0, span[0] - 1) : span[0]] == "@":
            continue
        if unicodedata.normalize("NFC", raw[slice(*span)]).lower() in _OTHER_WORDS:
            continue
        if one.word.group != "everyday" or _is_meant(raw, folded.text, one, span):
            mentions.append(Mention(span, one.word.term))
    return tuple(mentions)


def _is_meant(raw: str, text: str, one: Seen, span: Span) -> bool:
    written = raw[span[0] : span[1]]
    if _BUSINESS.match(text, one.end, one.end + 40):
        return written[:1].isupper() or written.isupper() or not written.isalpha() or _is_lower(raw)
    if len(written) <= 3:
        return written.isupper() and not raw.isupper()
    if not written[:1].isupper() or raw.isupper():
        return False
    return not _SENTENCE_START.search(raw[max(0, span[0] - 4) : span[0]]) and not _neighbours_are_titles(raw, span)


def _is_lower(raw: str) -> bool:
    """Say whether the text shows no capitals that could tell names from words."""
    return raw.islower()


def _neighbours_are_titles(raw: str, span: Span) -> bool:
    """Say whether the words beside the name are capitalised as well: a title, where capitals mean nothing."""
    before, after = raw[max(0, span[0] - 24) : span[0]].split(), raw[span[1] : span[1] + 24].split()
    beside = [words[0] for words in (before[-1:], after[:1]) if words and words[0][:1].isalpha()]
    return bool(beside) and all(word[:1].isupper() for word in beside)
