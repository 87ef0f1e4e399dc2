import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.media.kinds import Family, kind_of, zip_kind
from signals.media.files import ELF, GIF, HTML, OLE, PDF, PE, VCARD, WAV, a_jpeg, a_png, a_tar, a_zip

KNOWN = {
    "png": a_png(), "jpeg": a_jpeg(), "gif": GIF, "wav": WAV, "pdf": PDF, "vcard": VCARD, "ole": OLE, "pe": PE, "elf": ELF, "html": HTML,
    "zip": a_zip({"a.txt": b"a"}), "tar": a_tar({"a.txt": b"a"}), "script": b"#!/bin/sh\necho hello\n",
    "mp4": b"\0\0\0\x18ftypisom" + bytes(12), "m4a": b"\0\0\0\x18ftypM4A " + bytes(12), "heif": b"\0\0\0\x18ftypheic" + bytes(12),
    "amr": b"#!AMR\n", "class": b"\xca\xfe\xba\xbe\0\0\0\x34", "mach-o": b"\xca\xfe\xba\xbe\0\0\0\2", "dex": b"dex\n035\0",
    "lnk": b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0F", "iso": bytes(32_769) + b"CD001\1", "svg": b'<?xml version="1.0"?>\n<svg xmlns="x">',
    "msi": OLE + bytes.fromhex("84100c0000000000c000000000000046"), "mp3": b"\xff\xfb\x90\x64" + bytes(8), "aac": b"\xff\xf1\x50\x80" + bytes(8),
    "bmp": b"BM" + bytes(12) + struct.pack("<I", 40) + bytes(36), "dmg": bytes(64) + b"koly" + bytes(508), "rtf": b"{\\rtf1 hello}", "quicktime": b"\0\0\0\x08wide" + bytes(8), "jpeg-2000": b"\0\0\0\x0cjP  \r\n\x87\n",
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_a_kind_is_told_by_its_bytes(name: str) -> None:
    kind = kind_of(KNOWN[name])
    assert kind is not None
    assert kind.name == name


@pytest.mark.parametrize(
    "text",
    [b"MZ is not a program here", b"BM: call me", b"BZh hello", b"hello", b"", b"\xff\xfeh\0i\0", b"ID: 12", b"Get free rides"],
)
def test_text_that_begins_like_a_short_magic_is_no_such_file(text: bytes) -> None:
    assert kind_of(text) is None


@given(st.binary(max_size=2_000))
def test_any_bytes_have_a_kind_or_none_and_never_an_error(content: bytes) -> None:
    kind = kind_of(content)
    assert kind is None or kind.family in Family


@pytest.mark.parametrize("name", KNOWN)
def test_a_truncated_file_is_no_error(name: str) -> None:
    for length in range(0, min(len(KNOWN[name]), 300), 3):
        kind_of(KNOWN[name][:length])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"AndroidManifest.xml", "classes.dex"}, "apk"),
        ({"Payload/Example.app/Info.plist"}, "ipa"),
        ({"META-INF/MANIFEST.MF", "Main.class"}, "jar"),
        ({"[Content_Types].xml", "word/document.xml"}, "office"),
        ({"a.txt"}, "zip"),
    ],
)
def test_a_zip_is_what_its_names_make_it(names: set[str], expected: str) -> None:
    assert zip_kind(frozenset(names)).name == expected


def test_a_pdf_is_told_though_it_begins_late() -> None:
    kind = kind_of(b"junk\n" + PDF)
    assert kind is not None
    assert kind.name == "pdf"
