"""Which words and numbers of a text point at one person or account?"""

import re
from collections.abc import Iterator, Sequence
from ipaddress import AddressValueError, IPv4Address
from itertools import islice

from goodstanding.signals.text.checked_numbers import accounts_in, checked_in
from goodstanding.signals.text.facts import MOST_OF_A_KIND, Identifier, Kind, Span
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.look_alike_domains import domain_parts
from goodstanding.signals.text.numbers import numbers_in
from goodstanding.signals.text.vocabulary import Seen, Topic, ordinary, words_of

RUN = re.compile(r"(?<!\w)(?<!\d:)[+(]{0,2}\d[\d\s().+/-]{5,}\d(?![^\W_])")
_ACCOUNT = re.compile(r"[a-z]{2}\d\d[ 0-9a-z]{11}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?![\w-])")
_ADDRESS = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)")
_DOTTED = re.compile(r"\.\d{1,3}\.\d{1,3}\.\d")
_A_VERSION = re.compile(r"(?:\bv|version|firmware|build|release|update)\W{0,3}$")
_NUMBER_AFTER = re.compile(
    r"(?:\s?(?:no|nr|number|num|id))?\s?[.:#]{0,2}\s?(?:is\s)?[:#]?\s?([a-z]{0,4}-?\d[a-z0-9-]{3,14})(?![^\W_])"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY_AFTER = re.compile(
    r"\W{0,3}(?:is|on|was)?\s{0,2}(\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
    rf"|(?:{_MONTHS})[a-z]{{0,6}}\.? \d{{1,2}},? (?:19|20)\d{{2}}|\d{{1,2}} (?:{_MONTHS})[a-z]{{0,6}}\.? (?:19|20)\d{{2}})(?!\d)"
)
_CAPITAL = r"[^\W\d_a-z][^\W\d_]+(?:['\u2019-][^\W\d_]+)?"
_NAME_AFTER_TITLE = re.compile(rf"\.?\s({_CAPITAL}(?: {_CAPITAL})?)")
_NAME_AFTER_GREETING = re.compile(rf"\s({_CAPITAL}(?: {_CAPITAL})?)\s?(?=[,!:;–—-]|\.\s|$)")
_NAME_AFTER_PATIENT = re.compile(rf"(?:\s(?:name|is))?:?\s({_CAPITAL} {_CAPITAL}|{_CAPITAL}(?=[,.;:'\u2019]))")
_NOBODY = ordinary("nobody")

PERSON_WORDS = (
    *words_of(Topic.PERSON, "title", "dr", "mr", "mrs", "ms", "miss", "prof"),
    *words_of(Topic.PERSON, "greeting", "hi", "hello", "dear", "hey", "good morning", "good afternoon", "good evening"),
    *words_of(Topic.PERSON, "patient", "patient"),
    *words_of(Topic.CONTEXT, "record", "mrn", "medical record", "patient id", "chart", "patient number", "patient no"),
    *words_of(Topic.CONTEXT, "member", "member id", "member number", "policy number", "policy no", "policy id", "subscriber id"),
    *words_of(
        Topic.CONTEXT,
        "member",
        "insurance id",
        "insurance number",
        "health plan id",
        "group number",
        "medicare number",
        "medicaid id",
    ),
    *words_of(Topic.CONTEXT, "birth", "dob", "d.o.b", "date of birth", "birth date", "birthdate", "born", "born on", "geboren am"),
    *words_of(Topic.CONTEXT, "birth", "fecha de nacimiento", "date de naissance", "geburtsdatum"),
)


def identifiers_in(
    raw: str, folded: Folded, seen: Sequence[Seen], links: Sequence[Span], *, region: str | None, has_digits: bool
) -> tuple[Identifier, ...]:
    """Return the identifiers of a text in order, spans in the raw text, none inside a link, none overlapping another.

    Checked numbers come before telephone numbers where both would fit. At most MOST_OF_A_KIND of each kind.
    """
    taken = list(links)
    kept: list[Identifier] = []
    count: dict[Kind, int] = {}
    for one in _all(raw, folded, seen, region=region, has_digits=has_digits):
        span = folded.raw_span(*one.span) if one.kind is not Kind.NAME else one.span
        if count.get(one.kind, 0) >= MOST_OF_A_KIND or any(span[0] < end and start < span[1] for start, end in taken):
            continue
        count[one.kind] = count.get(one.kind, 0) + 1
        taken.append(span)
        kept.append(Identifier(span, one.kind, one.value, one.detail))
    return tuple(sorted(kept, key=lambda one: one.span))


def _all(raw: str, folded: Folded, seen: Sequence[Seen], *, region: str | None, has_digits: bool) -> Iterator[Identifier]:
    """Yield what may be an identifier, surest first; spans in the folded text, those of names in the raw one."""
    text = folded.text
    if "@" in text:
        for match in islice(_MAIL.finditer(text), 4 * MOST_OF_A_KIND):
            name, _, host = match[0].partition("@")
            if domain_parts().extract_str(host).suffix and name.strip("x.*"):
                yield Identifier(match.span(), Kind.EMAIL, match[0])
    if has_digits:
        yield from _numbers(text, seen, region)
    for one in seen:
        if one.word.topic is Topic.PERSON:
            yield from _names(raw, folded, one)


def _numbers(text: str, seen: Sequence[Seen], region: str | None) -> Iterator[Identifier]:
    if _ACCOUNT.search(text):
        yield from accounts_in(text)
    runs = [match.span() for match in islice(RUN.finditer(text), 4 * MOST_OF_A_KIND)]
    for run in runs:
        yield from checked_in(text, run)
    for one in seen:
        if one.word.topic is Topic.CONTEXT:
            yield from _said(text, one)
    if _DOTTED.search(text):
        yield from _addresses(text)
    for run in runs:
        yield from numbers_in(text, run, region)


def _said(text: str, one: Seen) -> Iterator[Identifier]:
    """Yield the number or day that follows words which say what it is."""
    if one.word.group == "birth":
        match = _DAY_AFTER.match(text, one.end, one.end + 48)
        kind = Kind.DATE
    else:
        match = _NUMBER_AFTER.match(text, one.end, one.end + 48)
        kind = Kind.RECORD_NUMBER if one.word.group == "record" else Kind.MEMBER_NUMBER
    if match and sum(letter.isdigit() for letter in match[1]) > 2:
        yield Identifier(match.span(1), kind, match[1])


def _addresses(text: str) -> Iterator[Identifier]:
    for match in _ADDRESS.finditer(text):
        try:
            address = IPv4Address(match[0])
        except AddressValueError:
            continue
        if not _A_VERSION.search(text[max(0, match.start() - 12) : match.start()]):
            yield Identifier(match.span(), Kind.ADDRESS, str(address))


def _names(raw: str, folded: Folded, one: Seen) -> Iterator[Identifier]:
    """Yield the name after a title, a greeting or the word patient; capitals tell it, so the raw text is asked."""
    begin = folded.raw_span(one.start, one.end)[1]
    group = one.word.group
    if group == "title":
        at = folded.raw_span(one.start, one.end)[0]
        match = _NAME_AFTER_TITLE.match(raw, begin, begin + 48) if raw[at : at + 1].isupper() else None
    elif group == "greeting":
        match = _NAME_AFTER_GREETING.match(raw, begin, begin + 48)
    else:
        match = _NAME_AFTER_PATIENT.match(raw, begin, begin + 48)
    if match and not _NOBODY & set(match[1].lower().split()):
        yield Identifier(match.span(1), Kind.NAME, match[1])
