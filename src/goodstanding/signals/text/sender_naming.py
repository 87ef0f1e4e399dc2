"""Does a text say who sends it, and by what name?"""

import re
from collections.abc import Sequence

from goodstanding.signals.text.facts import Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Seen, Topic, ordinary, words_of

_PART = r"[^\W_a-z](?:[\w&'\u2019+-]|\.(?=\w)){0,29}"
_NAME = rf"{_PART}(?:[ ](?:&|of|de|and|the|{_PART})){{0,4}}"
_START = re.compile(
    rf"\s*(?:[\[(<【「]\s*(?P<boxed>[^\W_][^\])>】」\n]{{1,39}}?)\s*[\])>】」]|(?P<name>{_NAME})(?:\s?[:\uff1a>](?!\s?[-)(/*])|\s[–—|-]\s))"
)
_END = re.compile(rf"(?:[\n.!?,]|\s)\s?[-–—~]{{1,2}}\s?(?P<name>{_NAME})\s*[.!]?\s*$")
_AFTER = re.compile(rf"\s+(?:the )?(?P<name>{_NAME})")
_FROM = re.compile(rf"(?:[ ,]+[^\W\d_a-z][^\W\d_]{{1,20}}){{1,3}},? (?:from|with|at|of|calling from) (?:the )?(?P<name>{_NAME})")
_SAID_BEFORE = re.compile(
    r"\b(?:message|msg|text|sms|alert|notice|notification|news|greetings|reminder|update|code|team|hello|hi|here|offer|offers|"
    r"info|information|love|wishes|regards|thanks|appointment|appt|visit|order|booking|reservation|account|shopping|shopped|banking|"
    r"thank you|delivery|parcel|package|survey|statement|bill|invoice|payment)\b\W{0,2}$",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:code|otp|pin|password|passcode|account|order|appointment|delivery|parcel|package|card|bill|statement|subscription|"
    r"reservation|booking|prescription|payment|verification|membership|policy|booking|ride|driver|app|login|trip|plan|invoice|shipment)\b"
)
# what stands where a name would, and names nobody
_NO_NAME = ordinary("no_name")
_TRIMMED = re.compile(
    r"(?: (?:Alerts?|ALERTS?|Reminder|Notice|Notification|Update|Msg|Message|SMS|Info|INFO|Promo|Offers?|Security|Support|Team))+$"
)

_HANGING = re.compile(r"(?: (?:for|the|of|and|de|&|to|in|on|your|a))+$", re.IGNORECASE)

SENDER_WORDS = (
    *words_of(Topic.SENDER, "this is", "this is", "it's", "i'm", "i am", "my name is", "we are", "we're"),
    *words_of(Topic.SENDER, "from", "from", "with", "at", "by"),
    *words_of(Topic.SENDER, "your", "your", "ur", "for your"),
    *words_of(
        Topic.SENDER,
        "sure",
        "welcome to",
        "for choosing",
        "for shopping at",
        "shopping with",
        "on behalf of",
        "thanks for joining",
        "joining",
    ),
    *words_of(
        Topic.SENDER,
        "sure",
        "subscribed to",
        "signing up for",
        "signed up for",
        "for using",
        "regards",
        "for visiting",
        "for contacting",
    ),
)


def sender_in(raw: str, folded: Folded, seen: Sequence[Seen], brands: Sequence[Mention], until: int | None) -> Mention | None:
    """Return where the text names its sender: at its start with a colon or in brackets, in a phrase, or at its end; else None.

    until is where closing words on opting out begin, if there are any. term is the name as written. Capitals tell names, so
    the raw text is asked; a known brand at the start needs none.
    Blind to senders named in lower case only, and to those a reader knows by their link or number.
    """
    match = _START.match(raw)
    named = _boxed(match) or _named(match, "name") if match else None
    if named:
        return named
    for brand in brands[:1]:
        if not raw[: brand.span[0]].strip("[(<* \n") and raw[brand.span[1] :].lstrip(" ])>*")[:1] in {":", "-", "–", "|"}:
            return Mention(brand.span, raw[slice(*brand.span)])
    return _in_phrases(raw, folded, seen) or _at_end(raw if until is None else raw[:until])


def _in_phrases(raw: str, folded: Folded, seen: Sequence[Seen]) -> Mention | None:
    for one in seen:
        start, end = folded.raw_span(one.start, one.end)
        group = one.word.group
        match = _AFTER.match(raw, end, end + 140)
        if group == "this is":
            match = _FROM.match(raw, end, end + 140) or (match if one.word.term in {"this is", "we are"} else None)
        elif group == "your":
            match = match if match and _THINGS.match(raw, match.end(), match.end() + 48) else None
        elif group == "from":
            match = match if _SAID_BEFORE.search(raw[max(0, start - 24) : start]) else None
        found = _named(match, "name") if match else None
        if found and not (found.term.isupper() and (found.term.count(" ") > 1 or raw.isupper())):
            return found
    return None


def _at_end(text: str) -> Mention | None:
    """Return a name set off by a dash at the very end."""
    tail = text[-64:]
    if "-" not in tail and "–" not in tail and "—" not in tail and "~" not in tail:
        return None
    match = _END.search(text, len(text) - len(tail))
    return _named(match, "name") if match else None


def _boxed(match: re.Match[str] | None) -> Mention | None:
    """Return the name in brackets at the start, unless it is a number of something."""
    named = _named(match, "boxed")
    return named if named and not re.search(r"\d{3}", named.term) else None


def _named(match: re.Match[str] | None, group: str) -> Mention | None:
    """Return the name in the match, general words around it taken off, or None when nothing is left of it."""
    if match is None or not match[group]:
        return None
    name = _TRIMMED.sub("", match[group].rstrip(" .'\u2019&-"))
    name = _HANGING.sub("", name)
    words = name.lower().split()
    if (
        len(name) < 2
        or not any(letter.isupper() or letter > "\u0530" for letter in name)
        or all(word.strip(".'\u2019") in _NO_NAME for word in words)
    ):
        return None
    if words[0] in {"forwarded", "dear", "hi", "hello", "hey", "your", "please", "the", "you", "re", "fwd", "from"}:
        return None
    return Mention((match.start(group), match.start(group) + len(name)), name)
