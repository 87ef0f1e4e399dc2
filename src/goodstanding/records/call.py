"""What is a call, seen from the customer: which way did it go, and how did it end?"""

from enum import IntEnum


class Direction(IntEnum):
    """Which way a call or message went, as the customer sees it; stored as these integers."""

    UNKNOWN = 0
    INBOUND = 1
    OUTBOUND = 2
    INTERNAL = 3


class Outcome(IntEnum):
    """How a call attempt ended; stored as these integers. UNFINISHED has not ended yet."""

    UNFINISHED = 0
    ANSWERED = 1
    NO_ANSWER = 2
    BUSY = 3
    CANCELED = 4
    FAILED = 5
