"""Which lists does screening look things up in, and of what day are they?"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lists:
    """Sets to look up, each kept whole; None is "no such list here", and rules that need it abstain.

    malicious    hosts and registered domains known to carry malware or phishing
    shorteners   hosts of public link shorteners
    brands       a brand's folded name -> the registered domains it owns
    everyday     those brand names that are ordinary words as well, and need more than the word to be meant
    free_mail    domains of disposable addresses
    hashes       SHA-256 (hexadecimal) of files in confirmed notices -> the kind of notice
    dated        list name -> its day, which a hit names
    refused      list name -> numbers of the lines that could not be read, so that none is lost without a word
    """

    malicious: frozenset[str] | None = None
    shorteners: frozenset[str] | None = None
    brands: Mapping[str, frozenset[str]] | None = None
    everyday: frozenset[str] = frozenset()
    free_mail: frozenset[str] | None = None
    hashes: Mapping[str, str] | None = None
    dated: Mapping[str, str] | None = None
    refused: Mapping[str, tuple[int, ...]] | None = None
