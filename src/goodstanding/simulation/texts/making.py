"""What stands in the slots of a wording: names, amounts, dates, codes and links that are nobody's?"""

import re
from collections.abc import Callable, Mapping
from random import Random

from goodstanding.simulation.texts.templates import words

_SLOT = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_AREAS = (202, 206, 212, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713, 800, 808, 888, 919)
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_TOKEN = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # noqa: S105 - letters, not a password
_FIRST, _MIDDLE, _END = (
    ("vel", "nor", "bra", "cal", "dor", "el", "fen", "gal", "hal", "ister", "jun", "kel", "lum", "mar", "nex", "ori", "pel", "quo"),
    ("", "", "mo", "li", "va", "ra", "ta", "ne", "do", "si"),
    ("ra", "via", "sta", "ton", "wick", "lo", "dia", "rix", "ly", "mont", "go", "na", "zo", "field", "berg", "pay", "um", "is"),
)


class Making:
    """Fills the slots of one text; a slot that comes twice says the same thing twice, `{first2}` names another than `{first}`.

    given  slots whose words are known already: the account's brand, its links
    """

    def __init__(self, rng: Random, language: str, given: Mapping[str, str]) -> None:
        self.rng = rng
        self._said = dict(given)
        everyone = words("words")
        self._own: Mapping[str, list[str]] = everyone.get(language, {})
        self._default: Mapping[str, list[str]] = everyone["en"]

    def fill(self, wording: str) -> str:
        """Return the wording with one of each choice taken and every slot filled; KeyError for a slot nobody knows."""
        chosen = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), wording)
        return _SLOT.sub(lambda found: self.say(found[1]), chosen)

    def say(self, slot: str) -> str:
        """Return what stands in a slot of this text."""
        if slot not in self._said:
            kind = slot if slot in _MADE else slot.removesuffix("2")
            made = _MADE.get(kind)
            self._said[slot] = made(self) if made else self.fill(self.pick(kind))
        return self._said[slot]

    def pick(self, slot: str) -> str:
        """Return one of the language's words for a slot, or of the English ones where it has none."""
        return self.rng.choice(self._own.get(slot) or self._default[slot])


def invent(rng: Random) -> str:
    """Return a name that is no word: a few syllables, first letter large."""
    return (rng.choice(_FIRST) + rng.choice(_MIDDLE) + rng.choice(_END)).capitalize()


def slug(name: str) -> str:
    """Return a name as it would stand in a host: ASCII letters and digits; "site" when nothing is left."""
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum()) or "site"


def token(rng: Random, length: int) -> str:
    """Return letters and digits as a link shortener would choose them."""
    return "".join(rng.choices(_TOKEN, k=length))


def digits(rng: Random, length: int) -> str:
    """Return digits, of which the first may be nought."""
    return "".join(rng.choices("0123456789", k=length))


def phone(rng: Random) -> str:
    """Return a North American number from the range set aside for fiction, written one way or another."""
    area, last = rng.choice(_AREAS), f"01{digits(rng, 2)}"
    forms = (f"+1{area}555{last}", f"({area}) 555-{last}", f"{area}-555-{last}", f"1-{area}-555-{last}", f"+1 {area} 555 {last}")
    return rng.choice(forms)


def _code(make: Making) -> str:
    rng = make.rng
    length = rng.choice((4, 4, 5, 6, 6, 6, 6, 6, 7, 8))
    plain = digits(rng, length)
    forms = (plain, plain, plain, plain, f"{digits(rng, 3)}-{digits(rng, 3)}", f"{digits(rng, 3)} {digits(rng, 3)}")
    return rng.choice((*forms, f"{rng.choice(_LETTERS)}-{digits(rng, 6)}"))


def _money(make: Making, units: int) -> str:
    number = f"{units:,}.{digits(make.rng, 2)}" if make.rng.random() < 0.7 else f"{units:,}"
    form = make.pick("currency")
    return form.replace("0", number.translate(str.maketrans(",.", ".,")) if form.endswith(("€", "kr", "zł", "TL")) else number)


def _date(make: Making) -> str:
    month, day = make.rng.randint(1, 12), make.rng.randint(1, 28)
    form = make.pick("date_form")
    return form.replace("DD", f"{day:02}").replace("MM", f"{month:02}").replace("D", str(day)).replace("N", make.pick("month"))


def _time(make: Making) -> str:
    hour, minute = make.rng.randint(1, 12), make.rng.choice(("00", "15", "30", "45", "10", "50"))
    return make.pick("time_form").replace("HH", f"{hour + 8:02}").replace("H", str(hour)).replace("mm", minute)


def _reference(make: Making) -> str:
    rng = make.rng
    forms = (digits(rng, 8), f"{rng.choice(_LETTERS)}{rng.choice(_LETTERS)}{digits(rng, 9)}", f"#{digits(rng, 5)}")
    return rng.choice((*forms, f"{rng.choice(_LETTERS)}{digits(rng, 3)}-{digits(rng, 4)}"))


_MADE: Mapping[str, Callable[[Making], str]] = {
    "amount": lambda make: _money(make, make.rng.randint(5, 480)),
    "big": lambda make: _money(make, make.rng.choice((1, 1, 10, 100)) * make.rng.randint(500, 9_900)),
    "small": lambda make: _money(make, make.rng.randint(1, 4)),
    "code": _code,
    "date": _date,
    "time": _time,
    "order": _reference,
    "phone": lambda make: phone(make.rng),
    "n": lambda make: str(make.rng.randint(2, 12)),
    "n2": lambda make: str(make.rng.randint(2, 30)),
    "minutes": lambda make: str(make.rng.choice((2, 3, 5, 8, 10, 15, 20, 30))),
    "percent": lambda make: str(make.rng.choice((10, 15, 20, 25, 30, 40, 50, 60, 70))),
    "points": lambda make: str(make.rng.randint(40, 4_000)),
    "last4": lambda make: digits(make.rng, 4),
    "last2": lambda make: digits(make.rng, 2),
    "token": lambda make: token(make.rng, make.rng.randint(4, 8)),
    "plate": lambda make: f"{digits(make.rng, 1)}{''.join(make.rng.choices(_LETTERS, k=3))}{digits(make.rng, 3)}",
    "flight": lambda make: f"{make.rng.choice(('QX', 'ZV', 'YJ'))}{digits(make.rng, 3)}",
    "seat": lambda make: f"{make.rng.randint(2, 38)}{make.rng.choice('ABCDEF')}",
    "gate": lambda make: f"{make.rng.choice('ABCDE')}{make.rng.randint(1, 40)}",
    "promo": lambda make: f"{make.rng.choice(('SAVE', 'HELLO', 'SPRING', 'VIP', 'TREAT', 'FLASH'))}{digits(make.rng, 2)}",
    "name": lambda make: invent(make.rng),
}
