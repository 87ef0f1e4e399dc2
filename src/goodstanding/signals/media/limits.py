"""How much of an attachment is looked at before it is left alone?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one attachment may cost; whatever is beyond them is named as not looked through, never guessed at.

    max_attachments  attachments of one message that are looked at
    max_bytes        largest attachment, and largest file inside one, that is looked into, in bytes
    max_members      files unpacked out of one attachment, at every depth together
    max_depth        archives inside archives
    max_unpacked     bytes unpacked out of one attachment, at every depth together
    max_ratio        unpacked bytes for each packed one; beyond it, and beyond `ratio_floor` bytes, a file is a bomb
    """

    max_attachments: int = 50
    max_bytes: int = 32 << 20
    max_members: int = 1_000
    max_depth: int = 5
    max_unpacked: int = 64 << 20
    max_ratio: int = 200
    ratio_floor: int = 8 << 20
