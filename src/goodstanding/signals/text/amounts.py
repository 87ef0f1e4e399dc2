"""Which amounts of money does a text name?"""

import re
from itertools import islice

from goodstanding.signals.text.facts import MOST_OF_A_KIND, Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Topic, words_file, words_of

SIGN = re.compile(r"[$€£¥₹฿₽₩₺₫₦₱₪]")
_FIGURE = r"\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|\d{1,3}(?:[,. ' ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_CODES = {written: code for code, ways in words_file("currency").items() for written in ways}
_SIGNS = "|".join(re.escape(sign) for sign in sorted((code for code in _CODES if not code.isalpha()), key=len, reverse=True))
_WORDS = "|".join(re.escape(code) for code in sorted((code for code in _CODES if code.isalpha()), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?:(?P<sign>{_SIGNS})|(?<![^\W\d_])(?P<code>{_WORDS}))\s?(?P<figure>{_FIGURE})(?!\d)"
    rf"|(?<![\w.,])(?P<first>{_FIGURE})\s?(?:(?P<after>{_SIGNS})|(?P<word>{_WORDS})(?![^\W\d_]))"
)
CURRENCY_WORDS = words_of(Topic.CURRENCY, "", *(code for code in _CODES if code[0].isalpha()))


def amounts_in(folded: Folded) -> tuple[Mention, ...]:
    """Return the amounts of money with figure and currency (ISO 4217 in lower case), e.g. "1500 usd"; spans are raw.

    The figure stands as a plain decimal number. A bare $ is read as US dollars and a bare ¥ as yen; the group is the currency.
    Blind to amounts in words, and to figures without a currency.
    """
    mentions = []
    for match in islice(_AMOUNT.finditer(folded.text), MOST_OF_A_KIND):
        written = match["sign"] or match["code"] or match["after"] or match["word"]
        currency = _CODES[written]
        figure = _plain(match["figure"] or match["first"])
        mentions.append(Mention(folded.raw_span(*match.span()), f"{figure} {currency}", currency))
    return tuple(mentions)


def _plain(figure: str) -> str:
    """Return the figure with a point for decimals and nothing between thousands: a last group of three is thousands."""
    whole, _, cents = figure, "", ""
    ended = re.fullmatch(r"(.*\d)[.,](\d{1,2})", figure)
    if ended:
        whole, cents = ended[1], ended[2]
    digits = re.sub(r"\D", "", whole).lstrip("0") or "0"
    return f"{digits}.{cents}" if cents.strip("0") else digits
