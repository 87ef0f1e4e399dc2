import struct
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.media.programs import a_wave
from goodstanding.engines.media.waves import RATE_HZ, samples_of
from signals.media.files import WAV


def samples(content: bytes) -> list[int]:
    found = samples_of(content, longest_s=10)
    assert found is not None
    return list(found)


def test_sixteen_bits_at_the_right_rate_are_taken_as_they_are() -> None:
    assert samples(a_wave(struct.pack("<3h", 1, -2, 32_767))) == [1, -2, 32_767]


def test_the_first_of_two_channels_is_taken() -> None:
    assert samples(a_wave(struct.pack("<4h", 1, 9, 2, 9), channels=2)) == [1, 2]


def test_half_the_rate_gives_twice_the_samples_on_straight_lines() -> None:
    assert samples(a_wave(struct.pack("<3h", 0, 100, -100), rate_hz=8_000)) == [0, 50, 100, 0]


@pytest.mark.parametrize(
    ("code", "byte", "value"),
    # the ends and the middle of the tables in ITU-T G.711
    [
        (7, 0xFF, 0),
        (7, 0x7F, 0),
        (7, 0x80, 32_124),
        (7, 0x00, -32_124),
        (6, 0xD5, 8),
        (6, 0x55, -8),
        (6, 0xAA, 32_256),
        (6, 0x2A, -32_256),
    ],
)
def test_mu_law_and_a_law_are_undone(code: int, byte: int, value: int) -> None:
    assert samples(a_wave(bytes([byte]), code=code, bits=8)) == [value]


def test_eight_bits_are_centred() -> None:
    assert samples(a_wave(b"\x80\xff\x00", bits=8)) == [0, 127 << 8, -128 << 8]


def test_no_more_than_the_longest_is_taken() -> None:
    assert len(samples_of(a_wave(bytes(RATE_HZ * 2 * 3)), longest_s=2) or ()) == 2 * RATE_HZ


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"RIFF",
        WAV[:30],
        a_wave(b"", code=85),
        a_wave(b"ab", rate_hz=1),
        a_wave(b"ab", rate_hz=10_000_000),
        a_wave(b"ab", channels=9),
    ],
)
def test_what_is_no_wave_of_a_known_packing_is_none(content: bytes) -> None:
    assert samples_of(content, longest_s=10) is None


@given(st.binary(max_size=200), st.integers(0, 60))
def test_damaged_waves_are_no_error(noise: bytes, at: int) -> None:
    found = samples_of(a_wave(bytes(40))[:at] + noise, longest_s=1)
    assert found is None or isinstance(found, array)
