"""Which heads are there, and which clause and signal does each speak for?"""

from dataclasses import dataclass

LINE = 100  # points at which a head asks for review


@dataclass(frozen=True, slots=True)
class Head:
    """One linear head.

    fewest  points below which it keeps silent, so that doubts do not add up
    cap   most points it gives, alone, until it reaches `sure`; heads that transfer badly stay under the line
    sure  points from which the cap no longer holds
    why   what a reviewer reads; never a word of the message
    """

    id: str
    clause: str
    signal: str
    why: str
    fewest: int = 60
    cap: int | None = None
    sure: int = LINE

    def given(self, points: int) -> int:
        """Return the points a text gets once the cap is laid on."""
        return points if self.cap is None or points >= self.sure else min(points, self.cap)


HEADS = (
    Head("spam", "use-08", "P8.16", "The wording resembles unsolicited bulk messages more than any honest traffic known."),
    Head("scam", "use-11", "P11.1", "The wording resembles fraud by text message more than any honest traffic known."),
    Head("abuse", "use-09", "P9.2", "The wording resembles insulting or threatening messages.", fewest=90),
    Head(
        "hate",
        "use-16",
        "P16.1",
        "The wording resembles hateful messages; a person must read it, for machines misjudge these.",
        fewest=95,
        cap=95,
        sure=220,
    ),
)
