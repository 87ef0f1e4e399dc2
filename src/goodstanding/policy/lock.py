"""Has a clause of an edition in force been edited since it was locked?

`edition.lock` holds a SHA-256 per file, in the form `sha256sum --check` reads. A clause in force
is superseded by a new edition, never edited: customers agreed to what it said.
"""

import hashlib
from pathlib import Path

LOCK = "edition.lock"


def file_sha256(path: Path) -> str:
    """Return the hash of a text file, line ends read as LF so that a checkout cannot change it."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def lock_text(folder: Path) -> str:
    """Return what an edition's lock must say: one line per TOML file, by its path in the edition's folder."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.toml")}
    return "".join(f"{file_sha256(files[name])}  {name}\n" for name in sorted(files))


def changes_since_locked(folder: Path) -> tuple[str, ...]:
    """List in words what no longer agrees with an edition's lock."""
    locked = _by_name((folder / LOCK).read_text(encoding="utf-8"))
    present = _by_name(lock_text(folder))
    words = {
        name: "added" if name not in locked else "removed" if name not in present else "changed"
        for name in locked.keys() | present.keys()
        if locked.get(name) != present.get(name)
    }
    return tuple(f"{name} was {words[name]} since the edition was locked" for name in sorted(words))


def _by_name(lock: str) -> dict[str, str]:
    rows = (line.split("  ", 1) for line in lock.splitlines())
    return {name: digest for digest, name in rows}
