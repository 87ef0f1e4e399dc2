"""How do lines arrive on stdin? As they come, so that one is answered before the next is waited for; in bounded memory."""

from collections.abc import Iterator
from typing import Final, Protocol

from goodstanding.signals.reading_message import LONGEST_LINE

AT_ONCE: Final = 1 << 16


class Pieces(Protocol):
    """A stream that gives what has arrived, without waiting for more."""

    def read1(self, size: int = ..., /) -> bytes:
        """Return at most so many bytes; none at the end."""
        ...


def arriving(stream: Pieces) -> Iterator[list[bytes]]:
    """Yield the lines of each piece that arrives; of a line that is far too long, only as much as shows that it is."""
    begun: list[bytes] = []
    size = 0
    while piece := stream.read1(AT_ONCE):
        first, *others = piece.split(b"\n")
        if size <= LONGEST_LINE:
            begun.append(first)
            size += len(first)
        if others:
            yield [b"".join(begun), *others[:-1]]
            begun, size = [others[-1]], len(others[-1])
    if size:
        yield [b"".join(begun)]
