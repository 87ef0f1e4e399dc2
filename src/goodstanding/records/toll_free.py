"""Which numbers are toll-free by the number plan, in any country?

toll_free.txt has one line a country code: the code and the patterns of its toll-free national numbers. A verdict that can be
recomputed needs ranges that do not change with the machine it runs on, so they are kept here.
Source: the toll-free ranges of Google's libphonenumber, as carried by the `phonenumbers` package (`make golden` writes the
file again, a test holds it equal); the non-geographic country code 800 (ITU-T E.169.1, universal international freephone)
is among them.
"""

from functools import cache
from pathlib import Path
from typing import Final

RANGES: Final = Path(__file__).with_name("toll_free.txt")


@cache
def toll_free_pattern() -> str:
    """Return one regular expression for the digits (no plus) of every toll-free number; RE2 and `re` both take it."""
    lines = (line.split(" ", 1) for line in RANGES.read_text(encoding="utf-8").splitlines())
    return "|".join(f"{code}(?:{patterns})" for code, patterns in lines)
