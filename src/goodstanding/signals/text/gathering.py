"""What are all the facts of one text? Cheap looks first; the dear ones only where they can find something."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from goodstanding.signals.lists import Lists
from goodstanding.signals.text.amounts import CURRENCY_WORDS, SIGN, amounts_in
from goodstanding.signals.text.brands import brand_words, brands_in
from goodstanding.signals.text.facts import Facts, Link, Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.health import DOSE_WORDS, health_in
from goodstanding.signals.text.identifiers import PERSON_WORDS, identifiers_in
from goodstanding.signals.text.links import links_in
from goodstanding.signals.text.look_alike_domains import BrandDomains
from goodstanding.signals.text.opt_out import OPT_OUT_WORDS, opt_out_in
from goodstanding.signals.text.sender_naming import SENDER_WORDS, sender_in
from goodstanding.signals.text.urgency import urgency_in
from goodstanding.signals.text.vocabulary import Seen, Sights, Topic, Vocabulary, packaged_words

_DIGIT = re.compile(r"\d")
_MANY_DIGITS = re.compile(r"\d[\d\s().+/-]{4,}\d")
_KEPT = 8  # sets of lists whose compiled form is kept


@dataclass(frozen=True, slots=True)
class _Reader:
    """The lists in the form they are searched in; `lists` keeps the key of the cache alive."""

    lists: Lists
    words: Vocabulary
    domains: BrandDomains | None


_readers: dict[int, _Reader] = {}


def gather(raw: str, folded: Folded, lists: Lists, region: str | Callable[[], str | None] | None) -> Facts:
    """Return what a text holds, spans as offsets into the raw text; time is linear in its length.

    region is the country whose national telephone numbers are meant, None, or what tells it, asked only where numbers are. The compiled form of the lists is kept, by the
    identity of `lists`: make one and use it for every text.
    """
    reader = _reader(lists)
    text = folded.text
    seen = reader.words.scan(text)
    links = links_in(raw, folded, lists, reader.domains)
    spans = [link.span for link in links]
    has_digits = bool(_DIGIT.search(text))
    brands = brands_in(raw, folded, seen[Topic.BRAND], spans) if Topic.BRAND in seen else ()
    works, odd = _opt_out(folded, seen, links)
    people = [*seen.get(Topic.CONTEXT, ()), *seen.get(Topic.PERSON, ())]
    has_numbers = has_digits and (bool(people) or _MANY_DIGITS.search(text) is not None)
    return Facts(
        links=links,
        identifiers=identifiers_in(raw, folded, people, spans, region=region() if callable(region) else region, has_digits=has_numbers)
        if has_numbers or people or "@" in text
        else (),
        health=_health(folded, seen),
        brands=brands,
        amounts=amounts_in(folded)
        if has_digits and (Topic.CURRENCY in seen or "$" in text or (not text.isascii() and SIGN.search(text)))
        else (),
        urgency=urgency_in(folded, seen[Topic.URGENCY]) if Topic.URGENCY in seen else (),
        opt_out=works,
        odd_opt_out=odd,
        sender_named=sender_in(raw, folded, seen.get(Topic.SENDER, ()), brands, works.span[0] if works else None),
    )


def _opt_out(folded: Folded, seen: Sights, links: tuple[Link, ...]) -> tuple[Mention | None, Mention | None]:
    words = seen.get(Topic.OPT_OUT)
    return opt_out_in(folded, words, seen.get(Topic.TELLING, ()), links) if words else (None, None)


def _health(folded: Folded, seen: Sights) -> tuple[Mention, ...]:
    terms, doses = seen.get(Topic.HEALTH, ()), _doses(seen)
    return health_in(folded, terms, doses) if terms or doses else ()


def _doses(seen: Sights) -> tuple[Seen, ...]:
    return tuple(seen.get(Topic.DOSE, ()))


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
