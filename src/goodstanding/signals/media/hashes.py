"""Is a file, byte for byte, one of those in a confirmed notice or on a list of malware?"""

import hashlib
from typing import Final

from goodstanding.signals.lists import Lists
from goodstanding.signals.media.catalogue import MALWARE_HASH, NOTICED_HASH, MediaSignal

_MALWARE: Final = "malware"


def listed(content: bytes, lists: Lists) -> MediaSignal | None:
    """Return the signal of the list that has the SHA-256 of the bytes (FIPS 180-4), or None; empty files are on no list.

    A notice whose kind begins with "malware" is of clause 6, any other of clause 15.
    """
    if not lists.hashes or not content:
        return None
    kind = lists.hashes.get(hashlib.sha256(content).hexdigest())
    if kind is None:
        return None
    return MALWARE_HASH if kind.lower().startswith(_MALWARE) else NOTICED_HASH
