"""How does something slow say how far it is?"""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Told of each stage as it begins."""

    def stage(self, name: str, *, rows: int = 0, done: Callable[[], float] | None = None) -> None:
        """Begin a stage of about so many rows; done, where known, tells the share that is finished, 0.0 to 1.0."""


class Silent:
    """Shows nothing."""

    def stage(self, name: str, *, rows: int = 0, done: Callable[[], float] | None = None) -> None:
        """Ignore it."""
