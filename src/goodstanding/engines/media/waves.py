"""Which samples, 16 bits each at 16 kHz and one channel, does a WAV file hold?

Read by the published layout (RIFF; ITU-T G.711), because the standard library knows no mu-law and A-law.
"""

import struct
import sys
from array import array
from collections.abc import Iterator
from typing import Final

RATE_HZ: Final = 16_000
_LOWEST_HZ, _HIGHEST_HZ = 4_000, 192_000
_MOST_CHANNELS: Final = 8
_PCM, _ALAW, _MULAW, _EXTENSIBLE = 1, 6, 7, 0xFFFE


def samples_of(content: bytes, *, longest_s: int) -> "array[int] | None":
    """Return the first channel's samples, at most `longest_s` seconds; None when it is no WAV file of a known packing."""
    chunks = dict(_chunks(content))
    if len(chunks.get(b"fmt ", b"")) < 16 or b"data" not in chunks:
        return None
    code, channels, rate_hz, _, width, bits = struct.unpack_from("<HHIIHH", chunks[b"fmt "])
    if code == _EXTENSIBLE and len(chunks[b"fmt "]) >= 26:
        code = struct.unpack_from("<H", chunks[b"fmt "], 24)[0]
    if not (_LOWEST_HZ <= rate_hz <= _HIGHEST_HZ and 1 <= channels <= _MOST_CHANNELS and width == channels * bits // 8):
        return None
    samples = _linear(code, bits, chunks[b"data"][: longest_s * rate_hz * width])
    return _at_rate(samples[::channels], rate_hz) if samples is not None else None


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        return
    at = 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _linear(code: int, bits: int, data: bytes) -> "array[int] | None":
    match code, bits:
        case (1, 16):
            samples = array("h", data[: len(data) // 2 * 2])
            if sys.byteorder == "big":
                samples.byteswap()
            return samples
        case (1, 8):
            return array("h", (byte - 128 << 8 for byte in data))
        case (6, 8):
            return array("h", (_FROM_ALAW[byte] for byte in data))
        case (7, 8):
            return array("h", (_FROM_MULAW[byte] for byte in data))
        case _:
            return None


def _from_mulaw(byte: int) -> int:
    """Undo G.711 mu-law: all bits inverted, then sign, exponent (3 bits), mantissa (4 bits), bias 132."""
    byte = ~byte & 0xFF
    size = ((byte & 0x0F) << 3 | 0x84) << (byte >> 4 & 7)
    return 0x84 - size if byte & 0x80 else size - 0x84


def _from_alaw(byte: int) -> int:
    """Undo G.711 A-law: even bits inverted, then sign, exponent, mantissa; a set sign bit is positive."""
    byte ^= 0x55
    exponent, size = byte >> 4 & 7, (byte & 0x0F) << 4
    size = size + 8 if exponent == 0 else size + 0x108 << exponent - 1
    return size if byte & 0x80 else -size


_FROM_MULAW: Final = tuple(_from_mulaw(byte) for byte in range(256))
_FROM_ALAW: Final = tuple(_from_alaw(byte) for byte in range(256))


def _at_rate(samples: "array[int]", rate_hz: int) -> "array[int]":
    """Bring samples to 16 kHz by linear interpolation, in whole numbers; nothing above the lower rate's half is kept out."""
    if rate_hz == RATE_HZ or len(samples) < 2:
        return samples
    many = (len(samples) - 1) * RATE_HZ // rate_hz
    out = array("h", bytes(2 * many))
    for number in range(many):
        at, part = divmod(number * rate_hz, RATE_HZ)
        out[number] = samples[at] + (samples[at + 1] - samples[at]) * part // RATE_HZ
    return out
