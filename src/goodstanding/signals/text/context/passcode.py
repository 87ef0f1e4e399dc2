"""Does a text carry a one-time code?"""

import re

from goodstanding.signals.text.facts import Span

_CODE = re.compile(r"(?<![0-9])(?:[0-9]{4,8}|[0-9]{3}[- ][0-9]{3}|[A-Z]-[0-9]{5,7})(?![0-9])")
_SAID = re.compile(
    r"\b(?:code|otp|passcode|one[- ]time|verification|verify|pin|tan|2fa|c[oó]digo|kode|code de|bestätigungscode|senha|codice)\b",
    re.IGNORECASE,
)


def code_in(body: str) -> Span | None:
    """Return where the code of a one-time code message stands, or None.

    Blind to codes of letters, and to languages other than English, Spanish, French, German and a few that share their word.
    """
    code = _CODE.search(body)
    return code.span() if code and _SAID.search(body) else None
