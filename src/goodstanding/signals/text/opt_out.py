"""Does a text say how to opt out, with a word that works, or with one that no network knows?"""

import re
from collections.abc import Iterator, Sequence

from goodstanding.signals.text.facts import Link, Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Seen, Topic, ordinary, words_file, words_of

_SAID = words_file("opt_out")
OPT_OUT = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"})
HELP = frozenset({"help", "info"})
RESUME = frozenset({"start", "yes", "unstop"})
LOCAL = frozenset(_SAID["keywords"])
_WORKS = OPT_OUT | LOCAL
_QUOTE = r"[\"'“”\u2018\u2019«»*]?"
_VERB = rf"(?:{'|'.join(_SAID['verbs'])})"
_WITH = rf"(?:\s+(?:{'|'.join(_SAID['between'])}))?"
_GAP = r"(?:\s+[\"'“\u2018«*]?|\s*[:\"“\u2018«]\s*)(?:[^\W_]{1,12}\s+(?=stop(?![^\W_])))?"
_WORD = r"(?P<word>opt[ -]?out|[^\W_]{1,14})"
_MESSAGES = (
    r"(?:(?:these|all|our|the|future|receiving|getting|further|any|more|text|sms) ){0,3}"
    r"(?:messages?|msgs?|texts?|txts?|alerts?|sms|updates?|notifications?|subscription|promotions?|promos?|offers?|ads?)\b"
)
_LEAVING = (
    r"(?:opt[ -]?out|unsub(?:scribe)?|be removed|remove (?:me|yourself)|leave (?:this|the|our) list|"
    rf"(?:no longer|not) (?:receive|get)|(?:end|stop|quit|cancel)(?=\s*(?:[.,;:!)\]|]|$|{_MESSAGES})))"
)
# "reply STOP", "reply 2 to end"
_TOLD = re.compile(
    rf"{_VERB}{_WITH}{_GAP}{_WORD}(?![^\W_]){_QUOTE}(?P<why>\s*(?:to|2|for|=|\s)\s*{_LEAVING})?(?P<rest>[^.!?]{{0,40}})"
)
# "to opt out, text 2"
_WHY_FIRST = re.compile(rf"to {_LEAVING}[^.!?]{{0,24}}?[\s,:]{_VERB}{_WITH}{_GAP}{_WORD}(?![^\W_])")
# the keyword comes first, and then what it does or where to send it: "STOP to end"
_KEYWORD_FIRST = re.compile(
    rf"(?P<word>{'|'.join(_SAID['first'])})[\"'”\u2019»*]?"
    rf"\s{{0,2}}(?:{'|'.join(_SAID['joining'])})\s{{0,2}}(?:{'|'.join(_SAID['leaving'])}|\+?\d{{3,8}})(?![^\W_])"
    r"|opt[ -]?out\s?[:=-]\s?(?:reply |text |txt )?[\"'“]?(?P<other>stop|stopall|unsubscribe|quit|end|cancel)(?![^\W_])"
)
_A_DEED = re.compile(
    r"^\W{0,3}(?:to|for)?\s*(?:cancel|end|stop|quit)?\s*(?:your|the|this|ur)\s+"
    r"(?!(?:text|sms|message|msg|alert|subscription|update|notification|promo))"
)
_SMALL = ordinary("small")
_NEAR_LINK = 40

OPT_OUT_WORDS = (*words_of(Topic.OPT_OUT, "", *_SAID["signs"]), *words_of(Topic.TELLING, "", *_SAID["verbs"]))


def keyword_in(body: str) -> str | None:
    """Return the keyword when a reply is that and nothing else, however it is cased: what opts out, in or asks for help."""
    word = body.strip().strip("\"'“”.!").casefold()
    return word if word in OPT_OUT or word in HELP or word in RESUME or word in {"arret", "arrêt"} else None


def opt_out_in(
    folded: Folded, signs: Sequence[Seen], telling: Sequence[Seen], links: Sequence[Link]
) -> tuple[Mention | None, Mention | None]:
    """Return the opt-out instruction that works, and the one that does not, each or both None.

    The first names a keyword that networks know, or a link beside the word unsubscribe; the second names something else, such
    as a digit. Cancelling an appointment or an order is no opting out.
    Blind to other wordings and languages. Source: CTIA Messaging Principles; the keywords of 47 CFR 64.1200(a)(10).
    """
    works: Mention | None = None
    odd: Mention | None = None
    for match in _instructions(folded.text, signs, telling):
        mention = _mention(folded, match)
        if mention is None:
            continue
        if mention.term in _WORKS:
            works = works or mention
        else:
            odd = odd or mention
    return works or _by_link(folded, signs, links), odd


def _instructions(text: str, signs: Sequence[Seen], telling: Sequence[Seen]) -> Iterator[re.Match[str]]:
    """Yield what reads like an instruction, looked for only where its first word was seen."""
    told = (_TOLD.match(text, one.start, one.end + 120) for one in telling)
    keyword_first = (_KEYWORD_FIRST.match(text, one.start, one.end + 60) for one in signs)
    why_first = _WHY_FIRST.finditer(text[: signs[-1].end + 160]) if telling else ()
    yield from (match for match in (*told, *why_first, *keyword_first) if match)


def _mention(folded: Folded, match: re.Match[str]) -> Mention | None:
    """Return what one instruction says, or None when it is about something else than messages."""
    said = match.groupdict()
    word = (said.get("word") or said.get("other") or "").replace(" ", "").replace("-", "")
    is_told = match.re is _TOLD
    if word in _SMALL or (is_told and word not in _WORKS and not said["why"]):
        return None
    if is_told and word in {"cancel", "end", "quit", "cancelar"} and _A_DEED.match(said["rest"]):
        return None
    start, end = match.start(), match.start("rest") if is_told else match.end()
    return Mention(folded.raw_span(start, end), word)


def _by_link(folded: Folded, seen: Sequence[Seen], links: Sequence[Link]) -> Mention | None:
    for one in seen:
        span = folded.raw_span(one.start, one.end)
        if one.word.term in {"unsubscribe", "unsub", "opt out", "opt-out", "optout", "désabonner", "abmelden", "abbestellen"}:
            near = [
                link
                for link in links
                if -_NEAR_LINK <= link.span[0] - span[1] <= _NEAR_LINK or link.span[0] <= span[0] < link.span[1]
            ]
            if near:
                return Mention((min(span[0], near[0].span[0]), max(span[1], near[0].span[1])), "link")
    return None
