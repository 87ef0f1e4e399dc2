"""Which amounts of money does a text name?"""

import re
from collections.abc import Iterator
from itertools import islice

from goodstanding.signals.text.facts import MOST_OF_A_KIND, Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Topic, words_file, words_of

SIGN = re.compile(r"[$€£¥₹฿₽₩₺₫₦₱₪]")
_FIGURE = r"\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|\d{1,3}(?:[,. ' ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_CODES = {written: code for code, ways in words_file("currency").items() for written in ways}
_SIGNS = "|".join(re.escape(sign) for sign in sorted((code for code in _CODES if not code.isalpha()), key=len, reverse=True))
_WORDS = "|".join(re.escape(code) for code in sorted((code for code in _CODES if code.isalpha()), key=len, reverse=True))
_FIGURES = re.compile(_FIGURE)
_DIGIT = re.compile(r"\d")
_MORE = re.compile(r"\d*")
_BEFORE = re.compile(rf"(?:({_SIGNS})|(?<![^\W\d_])({_WORDS}))\s?$")
_AFTER = re.compile(rf"\s?(?:({_SIGNS})|({_WORDS})(?![^\W\d_]))")
_CENTS, _NO_DIGIT = re.compile(r"(.*\d)[.,](\d{1,2})"), re.compile(r"\D")
CURRENCY_WORDS = words_of(Topic.CURRENCY, "", *(code for code in _CODES if code[0].isalpha()))


def amounts_in(folded: Folded) -> tuple[Mention, ...]:
    """Return the amounts of money with figure and currency (ISO 4217 in lower case), e.g. "1500 usd"; spans are raw.

    The figure stands as a plain decimal number. A bare $ is read as US dollars and a bare ¥ as yen; the group is the currency.
    Blind to amounts in words, and to figures without a currency.
    """
    return tuple(islice(_each(folded), MOST_OF_A_KIND))


def _each(folded: Folded) -> Iterator[Mention]:
    text, reached, taken = folded.text, 0, 0
    while digit := _DIGIT.search(text, reached):
        figure = _FIGURES.match(text, digit.start())
        begin, end = figure.span() if figure else digit.span()
        rest = _MORE.match(text, end)
        reached = rest.end() if rest else end
        if reached > end:
            continue
        before = _BEFORE.search(text, max(taken, begin - 9), begin)
        after = None if before or _joins(text, begin) else _AFTER.match(text, end)
        written = before or after
        if written:
            currency = _CODES[written[1] or written[2]]
            taken = max(end, written.end())
            span = folded.raw_span(min(begin, written.start()), taken)
            yield Mention(span, f"{_plain(text[begin:end])} {currency}", currency)


def _joins(text: str, begin: int) -> bool:
    """Say whether the figure goes on from something before it."""
    return begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "_.,")


def _plain(figure: str) -> str:
    """Return the figure with a point for decimals and nothing between thousands: a last group of three is thousands."""
    whole, _, cents = figure, "", ""
    ended = _CENTS.fullmatch(figure)
    if ended:
        whole, cents = ended[1], ended[2]
    digits = _NO_DIGIT.sub("", whole).lstrip("0") or "0"
    return f"{digits}.{cents}" if cents.strip("0") else digits
