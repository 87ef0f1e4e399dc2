"""Which files are inside an archive, as far as the limits let one look?

Everything is unpacked in small steps against one budget, so that a bomb costs no more than the budget. Zip and tar are read
by their published layout (PKWARE APPNOTE, POSIX ustar) rather than through zipfile and tarfile where those would unpack a whole
step of a bzip2 member, follow sparse maps or parse extended headers: none of that is needed to look at bytes.
"""

import bz2
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from goodstanding.signals.media.kinds import Family, Kind, kind_of, zip_kind
from goodstanding.signals.media.limits import Limits

_STEP: Final = 65_536
_LZMA_MEMORY: Final = 96 << 20
_ENTRY: Final = b"PK\1\2"
_BLOCK: Final = 512
_STREAMS: Final = 64


class Problem(StrEnum):
    """Why a part of an archive was not looked through."""

    TOO_LARGE = "it is larger than the limit"
    TOO_DEEP = "archives lie too deep in one another"
    TOO_MANY = "there are more files than the limit"
    ENCRYPTED = "it is locked with a password"
    BOMB = "it unpacks to far more than it holds"
    BROKEN = "it is damaged"
    UNKNOWN = "its packing is not one we unpack"


@dataclass(frozen=True, slots=True)
class Member:
    """One file, at some depth: the attachment itself has depth 0 and no name of its own here."""

    name: str
    content: bytes = field(repr=False)
    kind: Kind | None
    depth: int
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unpacked:
    """All that could be looked at, outermost first, and why the rest could not."""

    members: tuple[Member, ...]
    problems: frozenset[Problem]


@dataclass(slots=True)
class _Budget:
    limits: Limits
    bytes_left: int
    members: list[Member] = field(default_factory=list)
    problems: set[Problem] = field(default_factory=set)

    def has_room(self) -> bool:
        if len(self.members) > self.limits.max_members:
            self.problems.add(Problem.TOO_MANY)
        if self.bytes_left <= 0:
            self.problems.add(Problem.TOO_LARGE)
        return len(self.members) <= self.limits.max_members and self.bytes_left > 0


def unpack(content: bytes, limits: Limits) -> Unpacked:
    """Return the attachment and every file inside it, at every depth, within the limits; never raises for what the bytes are.

    Blind to  what is locked, and archives of a packing that the standard library does not know (7z, RAR, CAB, Zstandard, LZ4),
    which are named as problems.
    """
    budget = _Budget(limits, limits.max_unpacked)
    if len(content) > limits.max_bytes:
        return Unpacked((), frozenset({Problem.TOO_LARGE}))
    _look("", content, 0, budget)
    if Problem.TOO_LARGE in budget.problems and len(content) * limits.max_ratio < limits.max_unpacked - budget.bytes_left:
        budget.problems.add(Problem.BOMB)
    return Unpacked(tuple(budget.members), frozenset(budget.problems))


def _look(name: str, content: bytes, depth: int, budget: _Budget) -> None:
    kind = kind_of(content)
    names = frozenset[str]()
    entries: list[zipfile.ZipInfo] = []
    if kind is not None and kind.name == "zip":
        entries = _entries(content, budget)
        names = frozenset(entry.filename for entry in entries)
        kind = zip_kind(names)
    budget.members.append(Member(name, content, kind, depth, names))
    if kind is None or kind.family is Family.PROGRAM or (kind.family is not Family.ARCHIVE and not entries):
        return
    if depth >= budget.limits.max_depth:
        budget.problems.add(Problem.TOO_DEEP)
        return
    for inner, inside in _inside(kind, content, entries, budget):
        _look(inner, inside, depth + 1, budget)


def _inside(kind: Kind, content: bytes, entries: list[zipfile.ZipInfo], budget: _Budget) -> Iterator[tuple[str, bytes]]:
    match kind.name:
        case "gzip" | "bzip2" | "xz":
            if (inside := _stream(kind.name, memoryview(content), budget)) is not None:
                yield "", inside
        case "tar":
            yield from _tarred(content, budget)
        case _ if entries:
            yield from _zipped(content, entries, budget)
        case _:
            if kind.name != "zip":
                budget.problems.add(Problem.UNKNOWN)


def _entries(content: bytes, budget: _Budget) -> list[zipfile.ZipInfo]:
    """Read the list of a zip's files; a list that is longer than the limit is not read at all."""
    if content.count(_ENTRY) > budget.limits.max_members * 2:
        budget.problems.add(Problem.TOO_MANY)
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return opened.infolist()
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        struct.error,
        EOFError,
        OverflowError,
        IndexError,
        KeyError,
    ):
        budget.problems.add(Problem.BROKEN)
        return []


def _zipped(content: bytes, entries: list[zipfile.ZipInfo], budget: _Budget) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        if not budget.has_room():
            return
        if entry.filename.endswith("/"):
            continue
        if entry.flag_bits & 1:
            budget.problems.add(Problem.ENCRYPTED)
            yield entry.filename, b""
        elif (inside := _one_zipped(content, entry, budget)) is not None:
            yield entry.filename, inside


def _one_zipped(content: bytes, entry: zipfile.ZipInfo, budget: _Budget) -> bytes | None:
    at = entry.header_offset
    if content[at : at + 4] != b"PK\3\4" or at + 30 > len(content):
        budget.problems.add(Problem.BROKEN)
        return None
    name_length, extra_length = struct.unpack_from("<HH", content, at + 26)
    begin = at + 30 + name_length + extra_length
    packed = memoryview(content)[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return _taken(bytes(packed[: budget.bytes_left]), len(packed), budget)
    names = {zipfile.ZIP_DEFLATED: "deflate", zipfile.ZIP_BZIP2: "bzip2"}
    if entry.compress_type not in names:
        budget.problems.add(Problem.UNKNOWN)
        return None
    return _stream(names[entry.compress_type], packed, budget)


def _taken(inside: bytes, wanted: int, budget: _Budget) -> bytes | None:
    if wanted > min(budget.bytes_left, budget.limits.max_bytes):
        budget.problems.add(Problem.TOO_LARGE)
        return None
    budget.bytes_left -= len(inside)
    return inside


def _stream(packing: str, packed: memoryview, budget: _Budget) -> bytes | None:
    """Unpack one stream step by step; None, with its problem, when it goes beyond what may be unpacked."""
    out = bytearray()
    most = min(budget.bytes_left, budget.limits.max_bytes)
    try:
        for step in _steps(packing, packed):
            out += step
            if len(out) > budget.limits.ratio_floor and len(out) > budget.limits.max_ratio * len(packed):
                budget.problems.add(Problem.BOMB)
                break
            if len(out) > most:
                budget.problems.add(Problem.TOO_LARGE)
                break
        else:
            budget.bytes_left -= len(out)
            return bytes(out)
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, MemoryError):
        budget.problems.add(Problem.BROKEN)
    budget.bytes_left -= min(len(out), budget.bytes_left)
    return bytes(out) if out and len(out) <= most and Problem.BOMB not in budget.problems else None


def _steps(packing: str, packed: memoryview) -> Iterator[bytes]:
    """Yield at most `_STEP` bytes at a time; streams that follow one another, up to a number, are read as one."""
    at = 0
    for _ in range(_STREAMS):
        decoder = _decoder(packing)
        used = yield from _one_stream(decoder, packed[at:])
        if not decoder.eof:
            message = "the stream ends too early"
            raise EOFError(message)
        at += used
        if packing == "deflate" or not used or kind_of(bytes(packed[at : at + 16])) is None:
            return


def _one_stream(decoder: Any, packed: memoryview) -> Generator[bytes, None, int]:
    """Feed a decoder piece by piece until its stream ends; returns how much of the packed bytes it took."""
    is_zlib = hasattr(decoder, "unconsumed_tail")
    for at in range(0, len(packed), _STEP):
        fed: bytes = bytes(packed[at : at + _STEP])
        while True:
            step = decoder.decompress(fed, _STEP)
            if step:
                yield step
            if decoder.eof:
                return min(at + _STEP, len(packed)) - len(decoder.unused_data)
            fed = decoder.unconsumed_tail if is_zlib else b""
            if not fed and (is_zlib or decoder.needs_input):
                break
    return len(packed)


def _decoder(packing: str) -> Any:
    match packing:
        case "deflate":
            return zlib.decompressobj(-zlib.MAX_WBITS)
        case "gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        case "bzip2":
            return bz2.BZ2Decompressor()
        case _:
            return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_LZMA_MEMORY)


def _tarred(content: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at + _BLOCK <= len(content) and content[at] and budget.has_room():
        head = content[at : at + _BLOCK]
        try:
            size = int(head[124:136].rstrip(b"\0 ") or b"0", 8)
        except ValueError:
            budget.problems.add(Problem.BROKEN)
            return
        begin = at + _BLOCK
        if size < 0 or begin + size > len(content):
            budget.problems.add(Problem.BROKEN)
            return
        if head[156:157] in {b"0", b"\0"}:
            inside = _taken(content[begin : begin + size], size, budget)
            if inside is not None:
                yield head[:100].rstrip(b"\0").decode("utf-8", "replace"), inside
        at = begin + (size + _BLOCK - 1) // _BLOCK * _BLOCK
