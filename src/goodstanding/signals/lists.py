"""Which lists does screening look things up in, and of what day are they?"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lists:
    """Sets to look up, each kept whole; None is "no such list here", and rules that need it abstain.

    malicious    hosts and registered domains known to carry malware or phishing
    shorteners   hosts of public link shorteners
    brands       a brand's folded name -> the registered domains it owns
    free_mail    domains of disposable addresses
    hashes       SHA-256 (hexadecimal) of files in confirmed notices -> the kind of notice
    dated        list name -> its day, which a hit names
    """

    malicious: frozenset[str] | None = None
    shorteners: frozenset[str] | None = None
    brands: Mapping[str, frozenset[str]] | None = None
    free_mail: frozenset[str] | None = None
    hashes: Mapping[str, str] | None = None
    dated: Mapping[str, str] | None = None
