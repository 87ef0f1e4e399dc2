"""How does a command read a file a person names?"""

from pathlib import Path

from goodstanding.errors import WrongUsage


def text_of(path: Path) -> str:
    """Read a text file; WrongUsage when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read as text; name a file in UTF-8"
        raise WrongUsage(message) from error


def lines_of(path: Path) -> tuple[str, ...]:
    """Read the lines of a text file that are not empty."""
    return tuple(line.strip() for line in text_of(path).splitlines() if line.strip())


def words_of(text: str | None, path: Path | None, what: str) -> str:
    """Return a text given on the command line or in a file; WrongUsage when neither is."""
    if text is not None:
        return text
    if path is None:
        message = f"the {what} is missing; give it with --text TEXT or --text-file FILE"
        raise WrongUsage(message)
    return text_of(path)
