"""How is a phone number shown to somebody who knows it, without giving it to somebody who does not? By its last four digits."""

import hashlib
import re
from typing import Final

SHOWN: Final = 4
# what may be a phone number: seven digits or more, with the marks people write between them
NUMBER: Final = re.compile(r"\+?\d(?:[ ().\-/]{0,2}\d){6,}")


def redacted(number: str) -> str:
    """Return a number with all but its last four digits hidden: "+*******0100"; a short code is hidden but for two."""
    digits = sum(one.isdigit() for one in number)
    hidden = digits - (SHOWN if digits > SHOWN + 2 else min(2, digits))
    shown = []
    for one in number:
        shown.append("*" if one.isdigit() and hidden > 0 else one)
        hidden -= one.isdigit()
    return "".join(shown)


def without_numbers(text: str) -> str:
    """Return a text in which everything that may be a phone number is redacted."""
    return NUMBER.sub(lambda found: redacted(found[0]), text)


def sha256_of_number(number: str) -> str:
    """Return how an exempted number is known in the log: the SHA-256 of its E.164 text."""
    return hashlib.sha256(number.encode()).hexdigest()
