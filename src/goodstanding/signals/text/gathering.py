"""What are all the facts of one text? Cheap looks first; the dear ones only where they can find something."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodstanding.signals.lists import Lists
from goodstanding.signals.text.amounts import CURRENCY_WORDS, SIGN, amounts_in
from goodstanding.signals.text.brands import brand_words, brands_in
from goodstanding.signals.text.facts import Facts, Identifier, Span
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.health import DOSE_WORDS, health_in
from goodstanding.signals.text.identifiers import PERSON_WORDS, identifiers_in
from goodstanding.signals.text.links import links_in
from goodstanding.signals.text.look_alike_domains import BrandDomains
from goodstanding.signals.text.opt_out import OPT_OUT_WORDS, opt_out_in
from goodstanding.signals.text.sender_naming import SENDER_WORDS, sender_in
from goodstanding.signals.text.urgency import urgency_in
from goodstanding.signals.text.vocabulary import Sights, Topic, Vocabulary, packaged_words

_DIGIT = re.compile(r"\d")
_MANY_DIGITS = re.compile(r"\d[\d\s().+/-]{4,}\d")
_BRAND, _CONTEXT, _CURRENCY, _DOSE, _HEALTH = Topic.BRAND, Topic.CONTEXT, Topic.CURRENCY, Topic.DOSE, Topic.HEALTH
_OPT_OUT, _PERSON, _SENDER, _TELLING, _URGENCY = Topic.OPT_OUT, Topic.PERSON, Topic.SENDER, Topic.TELLING, Topic.URGENCY
_NOTHING = Facts()
_KEPT = 8  # sets of lists whose compiled form is kept

Region = str | Callable[[], str | None] | None


@dataclass(frozen=True, slots=True)
class _Reader:
    """The lists in the form they are searched in; `lists` keeps the key of the cache alive."""

    lists: Lists
    words: Vocabulary
    domains: BrandDomains | None


_readers: dict[int, _Reader] = {}


def gather(raw: str, folded: Folded, lists: Lists, region: Region) -> Facts:
    """Return what a text holds, spans as offsets into the raw text; time is linear in its length.

    region is the country whose national telephone numbers are meant, None, or what tells it, asked only where numbers are.
    The compiled form of the lists is kept, by the identity of `lists`: make one and use it for every text.
    """
    reader = _reader(lists)
    text = folded.text
    seen = reader.words.scan(text)
    links = links_in(raw, folded, lists, reader.domains)
    has_digits = _DIGIT.search(text) is not None
    if not seen and not links and not has_digits and "@" not in text:
        named = sender_in(raw, folded, (), (), None)
        return _NOTHING if named is None else Facts(sender_named=named)
    spans = [link.span for link in links]
    brands = brands_in(raw, folded, seen[_BRAND], spans) if _BRAND in seen else ()
    works, odd = opt_out_in(folded, seen[_OPT_OUT], seen.get(_TELLING, ()), links) if _OPT_OUT in seen else (None, None)
    named = sender_in(raw, folded, seen.get(_SENDER, ()), brands, works.span[0] if works else None)
    return Facts(
        links,
        _identifiers(raw, folded, seen, spans, region, has_digits=has_digits),
        health_in(folded, seen.get(_HEALTH, ()), tuple(seen.get(_DOSE, ()))) if _HEALTH in seen or _DOSE in seen else (),
        brands,
        amounts_in(folded) if has_digits and _may_hold_amounts(text, seen) else (),
        urgency_in(folded, seen[_URGENCY]) if _URGENCY in seen else (),
        works,
        odd,
        named,
    )


def _identifiers(
    raw: str, folded: Folded, seen: Sights, links: Sequence[Span], region: Region, *, has_digits: bool
) -> tuple[Identifier, ...]:
    people = (*seen.get(_CONTEXT, ()), *seen.get(_PERSON, ())) if seen else ()
    has_numbers = has_digits and (bool(people) or _MANY_DIGITS.search(folded.text) is not None)
    if not (has_numbers or people or "@" in folded.text):
        return ()
    country = region() if callable(region) else region
    return identifiers_in(raw, folded, people, links, region=country, has_digits=has_numbers)


def _may_hold_amounts(text: str, seen: Sights) -> bool:
    return _CURRENCY in seen or "$" in text or (not text.isascii() and SIGN.search(text) is not None)


def _reader(lists: Lists) -> _Reader:
    """Return the compiled form of the lists, made once for each."""
    reader = _readers.get(id(lists))
    if reader is None or reader.lists is not lists:
        words = (
            *packaged_words(),
            *brand_words(lists),
            *CURRENCY_WORDS,
            *DOSE_WORDS,
            *PERSON_WORDS,
            *OPT_OUT_WORDS,
            *SENDER_WORDS,
        )
        domains = BrandDomains(lists.brands, lists.everyday) if lists.brands is not None else None
        reader = _Reader(lists, Vocabulary(words), domains)
        while len(_readers) >= _KEPT:
            _readers.pop(next(iter(_readers)), None)
        _readers[id(lists)] = reader
    return reader
