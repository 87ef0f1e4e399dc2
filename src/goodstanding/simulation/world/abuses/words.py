"""What do the messages of the labelled world say? Made-up brands, links that lead nowhere, wordings as senders to many use them."""

from random import Random
from typing import Final

_FIRST: Final = ("Vel", "Nor", "Cal", "Dor", "Fen", "Gal", "Lum", "Mar", "Nex", "Ori", "Pel", "Quo", "Tam", "Zan", "Bri", "Hol")
_LAST: Final = (
    "ra",
    "via",
    "ton",
    "wick",
    "dia",
    "mont",
    "field",
    "berg",
    "pay",
    "co",
    "mart",
    "fit",
    "lane",
    "ix",
    "well",
    "port",
)
_CODES: Final = (
    "Your {brand} code is {digits}",
    "{brand}: {digits} is your verification code. Do not share it.",
    "{digits} is your {brand} login code. It expires in 10 minutes.",
    "Use {digits} to confirm your {brand} account.",
)
_OFFERS: Final = (
    "{brand}: SALE! {percent}% off today at https://{host}/{slug} Reply STOP to opt out",
    "{brand} deal: save {percent}% this weekend only. Shop https://{host}/{slug} Txt STOP to end",
    "Hi from {brand}! Members get {percent}% off until Sunday: https://{host}/{slug} STOP to cancel",
    "{brand}: buy one, get one free with code SAVE{percent}. https://{host}/{slug} Reply STOP to opt out",
)
_NOTICES: Final = (
    "{brand}: your appointment is on day {day} at {hour}:30. Reply C to confirm.",
    "{brand}: your order {digits} has shipped and arrives on day {day}.",
    "{brand}: your table for {day} is ready at {hour}:00. See you soon!",
    "{brand}: payment of ${percent}.00 received. Thank you. Ref {digits}",
)
_PERSONAL: Final = (
    "You can't ignore me", "Pick up the phone", "I know you are reading this", "Answer me", "I will keep writing until you answer",
    "Why did you block me", "Call me now", "We are not done", "You will regret this", "I saw you today",
)  # fmt: skip
_CHAT: Final = (
    "Ok thanks",
    "Yes please",
    "C",
    "Can we move it to 4?",
    "See you then",
    "Thank you!",
    "What is the address?",
    "On my way",
)
STOPS: Final = ("STOP", "Stop", "stop", "UNSUBSCRIBE", "CANCEL", "END", "QUIT")


def brand(rng: Random) -> str:
    """Return a name that is nobody's."""
    return rng.choice(_FIRST) + rng.choice(_LAST)


def _filled(rng: Random, wording: str, name: str) -> str:
    slug = "".join(rng.choices("abcdefghjkmnpqrstuvwxyz23456789", k=5))
    return wording.format(
        brand=name,
        digits=f"{rng.randrange(1_000_000):06d}",
        percent=rng.randrange(2, 15) * 5,
        host=f"{name.lower()}.example",
        slug=slug,
        day=rng.randint(1, 28),
        hour=rng.randint(9, 16),
    )


class Voice:
    """How one business words its messages: the same template throughout, or one of several.

    name  the brand its messages begin with
    """

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.name = brand(rng)
        self._code, self._offer, self._notice = rng.choice(_CODES), rng.choice(_OFFERS), rng.choice(_NOTICES)

    def code(self) -> str:
        """Return a one-time code."""
        return _filled(self.rng, self._code, self.name)

    def offer(self) -> str:
        """Return an offer with a link and a way out."""
        return _filled(self.rng, self._offer, self.name)

    def notice(self) -> str:
        """Return a notice about an order or an appointment."""
        return _filled(self.rng, self._notice, self.name)


def chat(rng: Random) -> str:
    """Return what a person replies."""
    return rng.choice(_CHAT)


def menace(rng: Random) -> str:
    """Return what somebody writes who will not leave a person alone."""
    return rng.choice(_PERSONAL)
