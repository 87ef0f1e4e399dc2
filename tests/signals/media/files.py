"""Small files made for the tests, none of which does anything."""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

from goodstanding.signals.lists import Lists
from goodstanding.signals.media.limits import Limits
from goodstanding.signals.media.ports import Ports
from goodstanding.signals.media.screen_attachments import LIMITS, Seen, screen_attachments
from goodstanding.signals.message import Attachment, Channel, Message

PE = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(200)
ELF = b"\x7fELF\2\1\1" + bytes(57)
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
WAV = (
    b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + struct.pack("<IHHIIHHI", 16, 1, 1, 8_000, 16_000, 2, 16, 0x61746164) + bytes(4)
)
VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Example Person\r\nTEL:+12125550123\r\nEND:VCARD\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_016)
HTML = b"<!doctype html><html><body>hello</body></html>"


def a_png() -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def a_jpeg(*, thumbnail: bool = False) -> bytes:
    """The shape of a JPEG: segments, entropy-coded data with a stuffed byte and a restart marker, and its end."""
    inner = a_jpeg() if thumbnail else b""
    segments = b"\xff\xe1" + struct.pack(">H", 8 + len(inner)) + b"Exif\0\0" + inner
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\1\1\0\0\x3f\0" + b"\x12\xff\0\x34\xff\xd0\x56"
    return b"\xff\xd8" + segments + scan + b"\xff\xd9"


def a_zip(files: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return made.getvalue()


def a_locked_zip() -> bytes:
    """A zip whose only file is marked as encrypted in both its headers."""
    content = bytearray(a_zip({"records.txt": b"not really encrypted"}))
    content[6] |= 1
    content[content.find(b"PK\1\2") + 8] |= 1
    return bytes(content)


def a_tar(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as opened:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            opened.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def nested(content: bytes, depth: int) -> bytes:
    for _ in range(depth):
        content = a_zip({"inner.zip": content}, zipfile.ZIP_STORED)
    return content


def a_bomb() -> bytes:
    return gzip.compress(bytes(60 << 20), 9)


def a_message(*attachments: Attachment, channel: Channel = Channel.MMS) -> Message:
    return Message("m-1", channel, "+12125550100", "+12125550101", "", attachments=attachments)


def seen(
    content: bytes,
    content_type: str = "",
    name: str = "",
    *,
    lists: Lists | None = None,
    ports: Ports | None = None,
    limits: Limits = LIMITS,
) -> Seen:
    attachment = Attachment(name, content_type, content)
    return screen_attachments(a_message(attachment), lists or Lists(hashes={}), ports or Ports(), limits)


def rules_hit(content: bytes, content_type: str = "", name: str = "") -> set[str]:
    return {hit.rule.removeprefix("media/") for hit in seen(content, content_type, name).hits}
