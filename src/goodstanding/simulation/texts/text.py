"""What is one made-up text, with the truth about it?"""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a reviewer who knew everything would call the text."""

    HONEST = "honest"
    SPAM = "spam"
    SCAM = "scam"


@dataclass(frozen=True, slots=True)
class Text:
    """One text nobody ever sent.

    kind      what it is about, e.g. "one-time-password", or for a twin e.g. "bank-locked"
    language  e.g. "en"; "hi-latn" is Hindi in Latin letters
    account   who sends it, e.g. "made-up-bank-en-7"; one account keeps its brand and its few templates
    issuer    the name the text gives itself, which for a twin is not the account's to use
    twin      the kind of honest text that an evil twin passes itself off as; "" for honest ones
    template  where its wording comes from, e.g. "honest/en/one-time-password/3": what a fair split keeps together
    """

    text: str
    kind: str
    language: str
    account: str
    issuer: str
    label: Label
    twin: str
    template: str

    @property
    def is_honest(self) -> bool:
        """Return whether this is traffic that no clause forbids."""
        return self.label is Label.HONEST
