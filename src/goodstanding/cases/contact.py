"""Where do an account's notices go?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """Where an account's notices go, in which language, and in which zone its deadlines are written."""

    account: str
    address: str
    zone: str
    language: str = "en"
