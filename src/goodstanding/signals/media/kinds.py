"""What kind of file do these bytes begin? Told by the bytes themselves, never by a name."""

import re
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Family(StrEnum):
    """What a file is good for."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    PAGE = "page"
    CARD = "card"
    TEXT = "text"
    WEB = "web"
    OFFICE = "office"
    ARCHIVE = "archive"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file, e.g. "png", and the family it belongs to."""

    name: str
    family: Family


ZIP: Final = Kind("zip", Family.ARCHIVE)
TAR: Final = Kind("tar", Family.ARCHIVE)
OLE: Final = Kind("ole", Family.OFFICE)
SVG: Final = Kind("svg", Family.IMAGE)

# (offset, magic, name, family): the first that fits is the kind; sources are the formats' own published descriptions
_MAGIC: Final = (
    (0, b"\xff\xd8\xff", "jpeg", Family.IMAGE),
    (0, b"\x89PNG\r\n\x1a\n", "png", Family.IMAGE),
    (0, b"GIF87a", "gif", Family.IMAGE),
    (0, b"GIF89a", "gif", Family.IMAGE),
    (0, b"II*\0", "tiff", Family.IMAGE),
    (0, b"MM\0*", "tiff", Family.IMAGE),
    (0, b"\0\0\1\0", "ico", Family.IMAGE),
    (0, b"8BPS\0\1", "psd", Family.IMAGE),
    (4, b"jP  \r\n\x87\n", "jpeg-2000", Family.IMAGE),
    (4, b"JXL \r\n\x87\n", "jpeg-xl", Family.IMAGE),
    (0, b"ID3", "mp3", Family.AUDIO),
    (0, b"OggS", "ogg", Family.AUDIO),
    (0, b"fLaC", "flac", Family.AUDIO),
    (0, b"#!AMR", "amr", Family.AUDIO),
    (0, b"MThd", "midi", Family.AUDIO),
    (0, b".snd", "au", Family.AUDIO),
    (0, b"caff", "core-audio", Family.AUDIO),
    (0, b"\x1aE\xdf\xa3", "matroska", Family.VIDEO),
    (0, b"\0\0\1\xba", "mpeg", Family.VIDEO),
    (0, b"\0\0\1\xb3", "mpeg", Family.VIDEO),
    (0, b"FLV\1", "flv", Family.VIDEO),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf", Family.VIDEO),
    (0, b"%PDF-", "pdf", Family.PAGE),
    (0, b"{\\rtf", "rtf", Family.OFFICE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", Family.OFFICE),
    (0, b"PK\3\4", "zip", Family.ARCHIVE),
    (0, b"PK\5\6", "zip", Family.ARCHIVE),
    (0, b"\x1f\x8b\x08", "gzip", Family.ARCHIVE),
    (0, b"\xfd7zXZ\0", "xz", Family.ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", "7z", Family.ARCHIVE),
    (0, b"Rar!\x1a\x07", "rar", Family.ARCHIVE),
    (0, b"MSCF\0\0\0\0", "cab", Family.ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", "zstd", Family.ARCHIVE),
    (0, b"\x04\x22\x4d\x18", "lz4", Family.ARCHIVE),
    (7, b"**ACE**", "ace", Family.ARCHIVE),
    (2, b"-lh5-", "lha", Family.ARCHIVE),
    (257, b"ustar", "tar", Family.ARCHIVE),
    (0, b"\x7fELF", "elf", Family.PROGRAM),
    (0, b"dex\n", "dex", Family.PROGRAM),
    (0, b"\xfe\xed\xfa\xce", "mach-o", Family.PROGRAM),
    (0, b"\xfe\xed\xfa\xcf", "mach-o", Family.PROGRAM),
    (0, b"\xce\xfa\xed\xfe", "mach-o", Family.PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", "mach-o", Family.PROGRAM),
    (0, b"\xca\xfe\xba\xbe", "class", Family.PROGRAM),  # and Mach-O for several processors
    (0, b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0", "lnk", Family.PROGRAM),
    (0, b"ITSF\3\0\0\0", "chm", Family.PROGRAM),
    (0, b"\0asm\1\0\0\0", "wasm", Family.PROGRAM),
    (0, b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "onenote", Family.PROGRAM),
    (0, b"!<arch>\ndebian", "deb", Family.PROGRAM),
    (0, b"\xed\xab\xee\xdb", "rpm", Family.PROGRAM),
    (0, b"FWS", "flash", Family.PROGRAM),
    (0, b"CWS", "flash", Family.PROGRAM),
    (32_769, b"CD001", "iso", Family.PROGRAM),
)
_RIFF: Final = {
    b"WEBP": Kind("webp", Family.IMAGE),
    b"WAVE": Kind("wav", Family.AUDIO),
    b"QLCM": Kind("qcp", Family.AUDIO),
    b"AVI ": Kind("avi", Family.VIDEO),
}
_QUICKTIME: Final = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})  # without a brand before them
_STILL_BRANDS: Final = frozenset({b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"avis"})
_REMARKS: Final = rb"(?><!--.{0,500}?-->\s*){0,4}"  # atomic: one way to read each remark, so no explosion
_PROLOGUE: Final = rb"(?:<\?xml[^>]{0,200}>\s*)?" + _REMARKS + rb"(?:<!DOCTYPE svg[^>]{0,300}>\s*)?"
_MARKUP: Final = rb"<(?:!doctype html|html|head|body|script|iframe|hta:)"
_COMMANDS: Final = rb"(?:#![ \t]*/|@echo off|powershell(?:\.exe)?\s+-|<job\b|on error resume next|<\?php)"
_WORDED: Final = tuple(
    (re.compile(words, re.IGNORECASE | re.DOTALL), kind)
    for words, kind in (
        (rb"BEGIN:(?:VCARD|VCALENDAR)\b", Kind("vcard", Family.CARD)),
        (_PROLOGUE + rb"<svg\b", SVG),
        (_REMARKS + _MARKUP, Kind("html", Family.WEB)),
        (_COMMANDS, Kind("script", Family.PROGRAM)),
    )
)
_MSI_CLASS: Final = bytes.fromhex("84100c0000000000c000000000000046")
_BITMAP_HEADERS: Final = frozenset(struct.pack("<I", size) for size in (12, 40, 52, 56, 64, 108, 124))
_BZIP2_BLOCKS: Final = frozenset({b"1AY&SY", b"\x17\x72\x45\x38\x50\x90"})
_PDF_WITHIN: Final = 1_024  # readers look for the header there (ISO 32000-1, annex H)
_HEAD: Final = 2_048


def kind_of(content: bytes) -> Kind | None:
    """Return the kind the bytes begin, or None when it is none we know or plain text.

    A zip that is a document or a program is told apart by `zip_kind`, once its names are known.
    Blind to  raw audio and fax data, which have no header; formats that are not in the table; a kind that is told only by a name.
    """
    for offset, magic, name, family in _MAGIC:
        if content.startswith(magic, offset):
            return _refined(Kind(name, family), content)
    return _container(content) or _boxed(content) or _loose(content) or _late(content) or _worded(content)


def _refined(kind: Kind, content: bytes) -> Kind:
    if kind == OLE and _MSI_CLASS in content[512:]:
        return Kind("msi", Family.PROGRAM)
    if kind.name == "class" and len(content) >= 8 and struct.unpack_from(">I", content, 4)[0] < 45:
        return Kind("mach-o", Family.PROGRAM)
    return kind


def _container(content: bytes) -> Kind | None:
    if content[:4] in {b"RIFF", b"RIFX", b"RF64"}:
        return _RIFF.get(content[8:12])
    if content.startswith(b"FORM") and content[8:12] in {b"AIFF", b"AIFC"}:
        return Kind("aiff", Family.AUDIO)
    return None


def _boxed(content: bytes) -> Kind | None:
    """Tell the kinds that are made of boxes (ISO/IEC 14496-12)."""
    if content[4:8] == b"ftyp":
        brand = content[8:12]
        if brand in _STILL_BRANDS:
            return Kind("heif", Family.IMAGE)
        return Kind("m4a", Family.AUDIO) if brand.startswith(b"M4A") else Kind("mp4", Family.VIDEO)
    if content[:1] == b"\0" and content[4:8] in _QUICKTIME:
        return Kind("quicktime", Family.VIDEO)
    return None


def _loose(content: bytes) -> Kind | None:
    """Tell kinds whose magic is so short that more of the header must agree."""
    if content.startswith(b"MZ") and len(content) >= 64 and b"\0" in content[:64]:
        return Kind("pe", Family.PROGRAM)
    if content.startswith(b"BM") and content[14:18] in _BITMAP_HEADERS:
        return Kind("bmp", Family.IMAGE)
    if content.startswith(b"BZh") and content[4:10] in _BZIP2_BLOCKS:
        return Kind("bzip2", Family.ARCHIVE)
    return _frame(content[:4])


def _late(content: bytes) -> Kind | None:
    """Tell kinds whose magic need not come first."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind("pdf", Family.PAGE)
    if content[-512:-508] == b"koly":
        return Kind("dmg", Family.PROGRAM)
    return None


def _frame(head: bytes) -> Kind | None:
    """Tell an MPEG audio frame: version, layer, bit rate and sampling rate must each be one that exists."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] == 0xFE:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if layer == 0:
        return Kind("aac", Family.AUDIO) if head[1] & 0xF6 == 0xF0 and head[2] >> 2 & 15 <= 12 else None
    is_rate = head[2] >> 4 not in {0, 15} and head[2] >> 2 & 3 != 3
    return Kind("mp3", Family.AUDIO) if version != 1 and is_rate else None


def _worded(content: bytes) -> Kind | None:
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for pattern, kind in _WORDED if pattern.match(head)), None)


def zip_kind(names: frozenset[str]) -> Kind:
    """Return what a zip with these names in it is: a program for a phone or Java, a document, or an archive."""
    if "AndroidManifest.xml" in names or "classes.dex" in names:
        return Kind("apk", Family.PROGRAM)
    if any(name.startswith("Payload/") and ".app/" in name for name in names):
        return Kind("ipa", Family.PROGRAM)
    if "META-INF/MANIFEST.MF" in names and any(name.endswith(".class") for name in names):
        return Kind("jar", Family.PROGRAM)
    if "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names:
        return Kind("office", Family.OFFICE)
    return ZIP
