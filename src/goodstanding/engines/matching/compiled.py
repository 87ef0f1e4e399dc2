"""Was this compiled before? Compiled forms, kept on disk by the hash of what they were made from."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodstanding.signals.text.matching import Pattern

_HASH = 32  # bytes of SHA-256 before the content


@dataclass(frozen=True, slots=True)
class Compiled:
    """How a form is made, written as bytes and read back; `unreadable` is what reading raises when it cannot be."""

    make: Callable[[], Any]
    write: Callable[[Any], bytes]
    read: Callable[[bytes], Any]
    unreadable: tuple[type[Exception], ...]


def name_of(patterns: Sequence[Pattern], made_by: str) -> str:
    """Return the file name for these patterns and this maker: another word or version is another file."""
    sha256 = hashlib.sha256(made_by.encode())
    for pattern in patterns:
        sha256.update(repr((pattern.rule, pattern.terms, pattern.expressions)).encode())
    return f"patterns-{sha256.hexdigest()}.bin"


def kept(path: Path, forms: Compiled) -> Any:
    """Return the form kept at a path, or make it and keep it; a damaged or foreign file is made again.

    A folder that cannot be written costs time, nothing else.
    """
    with suppress(OSError, *forms.unreadable):
        content = path.read_bytes()
        if hashlib.sha256(content[_HASH:]).digest() == content[:_HASH]:
            return forms.read(content[_HASH:])
    made = forms.make()
    with suppress(OSError):
        _write_whole(path, forms.write(made))
    return made


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside it and rename, so that no reader ever sees half a file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".unfinished")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(unfinished).replace(path)
    except OSError:
        Path(unfinished).unlink(missing_ok=True)
        raise
