"""Which amounts of money does a text name?"""

import re
from itertools import islice

from goodstanding.signals.text.facts import MOST_OF_A_KIND, Mention
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.vocabulary import Topic, words_of

SIGN = re.compile(r"[$€£¥₹฿₽₩₺₫₦₱₪]")
_FIGURE = r"\d{1,3}(?:[,. ' ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
_CODES = {
    "us$": "usd", "a$": "aud", "c$": "cad", "s$": "sgd", "hk$": "hkd", "r$": "brl", "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy",
    "₹": "inr", "฿": "thb", "₽": "rub", "₩": "krw", "₺": "try", "₫": "vnd", "₦": "ngn", "₱": "php", "₪": "ils", "rs": "inr", "rs.": "inr",
    "dollar": "usd", "dollars": "usd", "bucks": "usd", "euro": "eur", "euros": "eur", "pounds": "gbp", "quid": "gbp", "baht": "thb",
    "thb": "thb", "บาท": "thb", "rupees": "inr", "rupee": "inr", "inr": "inr", "usd": "usd", "eur": "eur", "gbp": "gbp", "cad": "cad",
    "aud": "aud", "chf": "chf", "aed": "aed", "sgd": "sgd", "myr": "myr", "php": "php", "zar": "zar", "ngn": "ngn", "kes": "kes",
    "brl": "brl", "mxn": "mxn", "jpy": "jpy", "cny": "cny", "hkd": "hkd", "nzd": "nzd", "sek": "sek", "nok": "nok", "dkk": "dkk",
    "pln": "pln", "reais": "brl", "pesos": "mxn", "yen": "jpy", "btc": "btc", "usdt": "usdt",
}  # fmt: skip
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
