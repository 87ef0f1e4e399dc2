"""What is a relation that is made once for a scan, because several detectors read it?"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """A relation that is made before the first detector that reads it; its text may use $since_ms and $until_ms.

    reads  other kept relations it reads
    """

    name: str
    text: Path
    reads: tuple[str, ...] = ()
