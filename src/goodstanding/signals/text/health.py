"""Which words of a text speak of somebody's health?"""

import re
from collections.abc import Iterator, Sequence

from goodstanding.signals.text.facts import MOST_OF_A_KIND, Mention, Span
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Seen, Topic, longest, words_of

DOSE_WORDS = words_of(Topic.DOSE, "dose", "mg", "mcg", "milligrams")
_AMOUNT_BEFORE = re.compile(r"(?<!\d)\d{1,5}(?:[.,]\d{1,3})?\s?$")
_TAKEN = re.compile(
    r"\b(?:take|taking|tablets?|tabs?|caps?|capsules?|pills?|daily|twice|once a day|prescri\w{1,10}|rx|refill|dose|dosage|"
    r"medication|medicine|inject\w{0,5}|pharmacy|dr|doctor)\b"
)
# a word of these classes alone is everyday talk; it counts beside another of health, or of care
_NEEDS_CARE = frozenset({"surgery", "symptom", "migraine", "overdose", "influenza", "viagra", "cialis", "valium", "std", "stent"})
_CARE = re.compile(
    r"\b(?:patients?|clinics?|hospital|dr|doctor|nurse|physician|appointment|appt|pharmacy|prescri\w{1,10}|medical|health|"
    r"healthcare|treatment|diagnos\w{1,6}|provider|practice|surgeon|medicare|medicaid)\b"
)


def health_in(folded: Folded, seen: Sequence[Seen], doses: Sequence[Seen]) -> tuple[Mention, ...]:
    """Return the health terms of a text, each with its class; spans are raw.

    Classes: diagnosis, test, drug, dose, specialty, reason, procedure. A dose counts with a word of taking it near.
    Blind to terms not in the vocabulary, to misspellings, and to most languages; it knows no irony.
    """
    text = folded.text
    terms = [one for one in longest(seen) if one.word.term not in _NEEDS_CARE or _CARE.search(text[:4096])]
    mentions = [Mention(folded.raw_span(one.start, one.end), one.word.term, one.word.group) for one in terms]
    mentions += [Mention(folded.raw_span(*span), text[slice(*span)], "dose") for span in _doses(text, doses)]
    return tuple(sorted(mentions, key=lambda one: one.span)[:MOST_OF_A_KIND])


def _doses(text: str, seen: Sequence[Seen]) -> Iterator[Span]:
    for one in seen:
        amount = _AMOUNT_BEFORE.search(text[max(0, one.start - 12) : one.start])
        if amount and _TAKEN.search(text, max(0, one.start - 60), one.end + 60):
            yield one.start - len(amount[0]), one.end
