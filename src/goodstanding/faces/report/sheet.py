"""How do lines reach a terminal, whatever its width and encoding?"""

from rich.console import Console
from rich.text import Text

ASCII = str.maketrans({"–": "-", "•": "*", "█": "#", "·": ".", "│": "|", "▶": ">", "�": "?"})

TIED = "\ue000%"  # a number and its sign stay on one line


class Sheet:
    """A console that wraps between words, never cuts, and replaces what its encoding cannot write."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._after_gap = False
        self.width = console.width
        self.ascii_only = not console.encoding.lower().startswith("utf")

    def gap(self) -> None:
        """Print an empty line; two in a row are one."""
        if not self._after_gap:
            self._console.print()
        self._after_gap = True

    def line(self, words: str | Text) -> None:
        """Print words; they wrap at the terminal's width."""
        self._wrapped(words if isinstance(words, Text) else Text(words), indent=0)

    def row(self, row: Text) -> None:
        """Print a row of the table as it is; where the terminal is too narrow for it, the terminal breaks it."""
        self._after_gap = False
        self._console.print(self._writable(row), highlight=False, soft_wrap=True)

    def note(self, words: str, *, indent: int = 4, style: str = "dim") -> None:
        """Print words under a row, set in."""
        self._wrapped(Text(words, style=style), indent=indent)

    def _wrapped(self, text: Text, *, indent: int) -> None:
        text = self._writable(text)
        text.plain = text.plain.replace(" %", TIED)
        for part in text.wrap(self._console, max(self.width - indent, 1)):
            part.rstrip()
            part.plain = part.plain.replace(TIED, " %")
            self._console.print(Text(" " * indent).append_text(part), highlight=False, soft_wrap=True)
        self._after_gap = False

    def _writable(self, text: Text) -> Text:
        text = text.copy()
        if self.ascii_only:
            encoding = self._console.encoding
            text.plain = text.plain.translate(ASCII).encode(encoding, "replace").decode(encoding)
        return text
