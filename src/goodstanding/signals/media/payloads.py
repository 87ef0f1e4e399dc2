"""What else is in an image or a document: a second file, script, or data after its end?"""

import re
import struct
from typing import Final

from goodstanding.signals.media.catalogue import POLYGLOT, SCRIPTED, TRAILING, MediaSignal
from goodstanding.signals.media.kinds import Family, Kind, kind_of

_PDF_WITHIN: Final = 1_024  # readers look for the header in the first kilobyte (ISO 32000-1, annex H)
_SCRIPT: Final = re.compile(rb"<script[\s>/]|<iframe[\s>/]|<html[\s>]|<\?php|javascript:|<foreignobject")
_SCRIPT_WORDS: Final = (b"<script", b"<iframe", b"<html", b"<?php", b"javascript:", b"<foreignobject")
_HANDLER: Final = re.compile(rb"\son[a-z]{3,20}\s*=\s*[\"']")
_IMAGE_THEN_SCRIPT: Final = re.compile(rb"(GIF8[79]a|BM)\s*(=|/\*)")
_END_OF_ZIP: Final = b"PK\5\6"
_ZIP_TAIL: Final = 65_557
_FEWEST_TRAILING: Final = 1_024
# a film or second picture after the first, as cameras keep them, and the trailers that say where it begins
_CAMERA_KINDS: Final = frozenset({"jpeg", "mp4", "heif"})
_CAMERA_MARKS: Final = (b"SEFT", b"SEFH", b"MotionPhoto_Data")
_SECOND: Final = frozenset({Family.ARCHIVE, Family.PROGRAM, Family.PAGE, Family.WEB, Family.OFFICE})


def payloads_in(content: bytes, kind: Kind) -> tuple[MediaSignal, ...]:
    """Return what is hidden in a file of that kind: each signal once.

    Blind to  data hidden in pixels or sound; a second file that is encrypted.
    """
    found = []
    if is_polyglot(content, kind):
        found.append(POLYGLOT)
    if kind.family is not Family.IMAGE:
        return tuple(found)
    if has_script(content, kind):
        found.append(SCRIPTED)
    if POLYGLOT not in found and has_trailing_data(content, kind):
        found.append(TRAILING)
    return tuple(found)


def is_polyglot(content: bytes, kind: Kind) -> bool:
    """Tell whether another program would read the same bytes as another kind of file."""
    if kind.family is Family.IMAGE or kind.family in {Family.AUDIO, Family.VIDEO, Family.PAGE}:
        if _ends_as_zip(content) or _IMAGE_THEN_SCRIPT.match(content):
            return True
        if kind.name != "pdf" and b"%PDF-" in content[:_PDF_WITHIN]:
            return True
        second = kind_of(after_end(content, kind))
        return second is not None and second.family in _SECOND
    return False


def _ends_as_zip(content: bytes) -> bool:
    """Tell whether a zip's end stands at the end, and the list of files it points at is there."""
    tail = content[-_ZIP_TAIL:]
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or len(tail) - at < 22:
        return False
    size = struct.unpack_from("<I", tail, at + 12)[0]
    begin = len(content) - len(tail) + at - size
    return size > 0 and begin >= 0 and content.startswith(b"PK\1\2", begin)


def has_script(content: bytes, kind: Kind) -> bool:
    """Tell whether an image holds script or markup; in SVG, which is markup, also what runs on events."""
    lowered = content.lower()  # plain searches first: they are several times as fast as the expression
    if any(word in lowered for word in _SCRIPT_WORDS) and _SCRIPT.search(lowered):
        return True
    return kind.name == "svg" and bool(_HANDLER.search(lowered))


def has_trailing_data(content: bytes, kind: Kind) -> bool:
    """Tell whether more than padding and a camera's own additions follow the image's end."""
    rest = after_end(content, kind)
    if len(rest.strip(b"\0")) < _FEWEST_TRAILING:
        return False
    second = kind_of(rest) or kind_of(rest.lstrip(b"\0"))
    is_cameras = any(mark in rest for mark in _CAMERA_MARKS) or (second is not None and second.name in _CAMERA_KINDS)
    return not is_cameras


def after_end(content: bytes, kind: Kind) -> bytes:
    """Return what follows the end of an image or RIFF file; nothing when its end is not found."""
    ends = {"jpeg": _jpeg_end, "png": _png_end, "gif": _gif_end, "webp": _riff_end, "wav": _riff_end, "avi": _riff_end}
    find = ends.get(kind.name)
    end = find(content) if find is not None else None
    return content[end:] if end is not None else b""


def _riff_end(content: bytes) -> int | None:
    size = int(struct.unpack_from("<I", content, 4)[0]) + 8 if len(content) >= 12 else 0
    return size + size % 2 if 12 <= size <= len(content) else None


def _png_end(content: bytes) -> int | None:
    at = 8
    while at + 12 <= len(content):
        length = int(struct.unpack_from(">I", content, at)[0])
        name = content[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at
    return None


def _jpeg_end(content: bytes) -> int | None:
    """Find the end-of-image marker by walking the segments, so that a thumbnail's own end is not taken for it (ITU-T T.81, B.1)."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
            if marker == 0xDA:
                at = _next_marker(content, at)
    return at + 2 if content[at : at + 2] == b"\xff\xd9" else None


_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def _next_marker(content: bytes, at: int) -> int:
    found = _MARKER.search(content, at)
    return found.start() if found else len(content)


def _gif_end(content: bytes) -> int | None:
    """Find the trailer by walking the blocks (GIF89a, section 27)."""
    if len(content) < 13:
        return None
    at = 13 + _colours(content[10])
    while at < len(content):
        match content[at]:
            case 0x3B:
                return at + 1
            case 0x21:
                at = _sub_blocks_end(content, at + 2)
            case 0x2C if at + 10 <= len(content):
                at = _sub_blocks_end(content, at + 10 + _colours(content[at + 9]) + 1)
            case _:
                return None
    return None


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks_end(content: bytes, at: int) -> int:
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1
