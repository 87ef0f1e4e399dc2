"""What does screening of attachments need from outside? Rules, a virus scanner, and readers of pages and speech."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Matched:
    """A rule of a rules file that matches some bytes: its name, and what it says of itself."""

    rule: str
    clause: str
    signal: str
    weight: int
    why: str


class FileRules(Protocol):
    """Matches bytes against the rules that are shipped and the operator's own."""

    def matching(self, content: bytes) -> Sequence[Matched] | None:
        """Return the rules that match, in the order of the files; None when it took too long."""
        ...


class VirusScanner(Protocol):
    """Asks a virus scanner about bytes."""

    def found_in(self, content: bytes) -> Sequence[str] | None:
        """Return what the scanner calls it, nothing when it is clean; None when the scanner could not say."""
        ...


class PageReader(Protocol):
    """Reads the words on a page that was scanned, faxed or photographed."""

    def read(self, content: bytes) -> str | None:
        """Return the words, "" when there are none; None when the bytes could not be read as pages in time."""
        ...


class SpeechReader(Protocol):
    """Writes down what is said in a recording."""

    def read(self, content: bytes) -> str | None:
        """Return the words, "" when there are none; None when the bytes could not be read as speech in time."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What is at hand here; None is "not here", and the signal that needs it abstains."""

    rules: FileRules | None = None
    viruses: VirusScanner | None = None
    pages: PageReader | None = None
    speech: SpeechReader | None = None
