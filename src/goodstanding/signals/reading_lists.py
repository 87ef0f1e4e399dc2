"""How do files become the lists that screening looks things up in, and what of them could not be read?"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from goodstanding.errors import SourceUnreadable
from goodstanding.signals.lists import Lists

PACKAGED = Path(__file__).with_name("listed")
_HOST = re.compile(r"(?=.{1,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){0,10}[^\W_](?:[\w-]{0,61}[^\W_])?")
_HASH = re.compile(r"([0-9a-f]{64})(?:\s+(\S.{0,79}))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEADER = re.compile(r"#\s*date:\s*(\d{4}-\d\d-\d\d)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A list's file: its words, its day when it says one."""

    path: Path
    text: str
    day: str | None


@cache
def packaged_lists() -> Lists:
    """Return the lists that come with the program: brands and public shorteners; what is malicious is not known."""
    return _over(Lists(), PACKAGED)


def read_lists(folder: Path) -> Lists:
    """Read an operator's lists; each one that is there stands in place of the packaged one.

    Takes malicious.txt, shorteners.txt, free_mail.txt (a host a line), hashes.txt (SHA-256, then the kind of notice) and
    brands.toml; `name-2026-11-24.txt` is read as well, the latest by name. `#` begins a comment. A list's day is that of a
    line `# date: 2026-11-24`, or of the file's name. Lines that cannot be read are numbered in `refused`, none is lost.

    SourceUnreadable when the folder is missing, a file is no UTF-8 or brands.toml no TOML.
    """
    if not folder.is_dir():
        raise SourceUnreadable(str(folder), "there is no such folder", "Name a folder of lists, or none.")
    return _over(packaged_lists(), folder)


def host_of(line: str) -> str | None:
    """Return a host as links have it, lower case and in Unicode form, or None when the line is no host."""
    host = line.strip().rstrip(".").lower().removeprefix("*.")
    if not _HOST.fullmatch(host):
        return None
    return decoded(host)


def decoded(host: str) -> str:
    """Return a host with its punycode labels in Unicode; labels that do not decode stay as they are."""
    if "xn--" not in host:
        return host
    return ".".join(_label(label) for label in host.split("."))


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode").lower() or label
    except (UnicodeError, OverflowError, ValueError):
        return label


def _over(under: Lists, folder: Path) -> Lists:
    """Put the folder's lists in place of those under them."""
    lists, dated, refused = under, dict(under.dated or {}), dict(under.refused or {})
    readers: Mapping[str, Callable[[Lists, str], tuple[Lists, list[int]]]] = {
        "malicious": _malicious,
        "shorteners": _shorteners,
        "free_mail": _free_mail,
        "hashes": _hashes,
        "brands": _brands,
    }
    for name, read in readers.items():
        found = _find(folder, name)
        if found is None:
            continue
        try:
            lists, broken = read(lists, found.text)
        except tomllib.TOMLDecodeError as error:
            raise SourceUnreadable(str(found.path), f"it is no TOML ({error})", "Mend the file and try again.") from error
        dated.pop(name, None)
        refused.pop(name, None)
        if found.day:
            dated[name] = found.day
        if broken:
            refused[name] = tuple(broken)
    return replace(lists, dated=dated, refused=refused)


def _find(folder: Path, name: str) -> _Found | None:
    ending = "toml" if name == "brands" else "txt"
    paths = sorted(path for path in folder.glob(f"{name}*.{ending}") if path.stem in {name, f"{name}-{path.stem[-10:]}"})
    if not paths:
        return None
    path = paths[-1]
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceUnreadable(str(path), "it is no UTF-8 text that can be read", "Save it as UTF-8 and try again.") from error
    said = _HEADER.search(text) or _DAY.search(path.stem)
    return _Found(path, text, _a_day(said[said.lastindex or 0]) if said else None)


def _a_day(said: str) -> str | None:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield what each line says, with its number; empty lines and comments say nothing."""
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if said:
            yield number, said


def _hosts(text: str) -> tuple[frozenset[str], list[int]]:
    read = [(number, host_of(line)) for number, line in _lines(text)]
    return frozenset(host for _, host in read if host), [number for number, host in read if not host]


def _malicious(lists: Lists, text: str) -> tuple[Lists, list[int]]:
    hosts, broken = _hosts(text)
    return replace(lists, malicious=hosts), broken


def _shorteners(lists: Lists, text: str) -> tuple[Lists, list[int]]:
    hosts, broken = _hosts(text)
    return replace(lists, shorteners=hosts), broken


def _free_mail(lists: Lists, text: str) -> tuple[Lists, list[int]]:
    hosts, broken = _hosts(text)
    return replace(lists, free_mail=hosts), broken


def _hashes(lists: Lists, text: str) -> tuple[Lists, list[int]]:
    read = [(number, _HASH.fullmatch(line.lower())) for number, line in _lines(text)]
    hashes = {match[1]: match[2] or "notice" for _, match in read if match}
    return replace(lists, hashes=hashes), [number for number, match in read if not match]


def _brands(lists: Lists, text: str) -> tuple[Lists, list[int]]:
    """Read two tables of name = [domains]: `names`, and `everyday` for names that are ordinary words too."""
    tables = tomllib.loads(text)
    brands: dict[str, frozenset[str]] = {}
    everyday: set[str] = set()
    broken: list[str] = [key for key in tables if key not in {"names", "everyday"}]
    for key in ("names", "everyday"):
        table = tables.get(key, {})
        for name, domains in table.items() if isinstance(table, dict) else ():
            hosts = [host_of(one) if isinstance(one, str) else None for one in domains] if isinstance(domains, list) else [None]
            brands[name.lower()] = frozenset(host for host in hosts if host)
            everyday |= {name.lower()} if key == "everyday" else set()
            broken += [name] if None in hosts else []
        broken += [] if isinstance(table, dict) else [key]
    places = [_line_of(name, text) for name in broken]
    return replace(lists, brands=brands, everyday=frozenset(everyday)), places


def _line_of(name: str, text: str) -> int:
    """Return the number of the line that gives the name, or 0 when it is written in another way."""
    start = (f'"{name}"', name, f"[{name}]")
    return next((number for number, line in _lines(text) if line.startswith(start)), 0)
