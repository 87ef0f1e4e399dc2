"""How is a phone number shown to somebody who knows it, without giving it to somebody who does not? By its last four digits."""

import hashlib
from typing import Final

SHOWN: Final = 4


def redacted(number: str) -> str:
    """Return a number with all but its last four digits hidden: "+*******0100"; a short code is hidden but for two."""
    digits = sum(one.isdigit() for one in number)
    hidden = digits - (SHOWN if digits > SHOWN + 2 else min(2, digits))
    shown = []
    for one in number:
        shown.append("*" if one.isdigit() and hidden > 0 else one)
        hidden -= one.isdigit()
    return "".join(shown)


def sha256_of_number(number: str) -> str:
    """Return how an exempted number is known in the log: the SHA-256 of its E.164 text."""
    return hashlib.sha256(number.encode()).hexdigest()
