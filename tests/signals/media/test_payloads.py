import io
import struct
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from goodstanding.signals.media.catalogue import POLYGLOT, SCRIPTED, TRAILING
from goodstanding.signals.media.kinds import kind_of
from goodstanding.signals.media.payloads import after_end, payloads_in
from signals.media.files import GIF, HTML, PDF, PE, WAV, a_jpeg, a_png, a_zip

IMAGES = {"png": a_png(), "jpeg": a_jpeg(), "jpeg with a thumbnail": a_jpeg(thumbnail=True), "gif": GIF}


def found(content: bytes) -> set[str]:
    kind = kind_of(content)
    assert kind is not None
    return {signal.rule for signal in payloads_in(content, kind)}


@pytest.mark.parametrize("image", IMAGES.values(), ids=IMAGES.keys())
def test_an_honest_image_ends_where_it_ends(image: bytes) -> None:
    kind = kind_of(image)
    assert kind is not None
    assert after_end(image + b"tail", kind) == b"tail"
    assert found(image) == set()
    assert found(image + bytes(5_000)) == set()


@pytest.mark.parametrize("image", IMAGES.values(), ids=IMAGES.keys())
@pytest.mark.parametrize("second", [a_zip({"a.txt": b"a"}), PDF, PE, HTML], ids=["zip", "pdf", "pe", "html"])
def test_a_second_file_after_the_end_makes_a_polyglot(image: bytes, second: bytes) -> None:
    assert POLYGLOT.rule in found(image + second)


def test_a_zip_is_found_at_the_end_of_kinds_whose_end_is_unknown() -> None:
    assert found(PDF + a_zip({"a.txt": b"a"})) == {POLYGLOT.rule}
    assert found(WAV + a_zip({"a.txt": b"a"})) == {POLYGLOT.rule}
    assert found(b"\0\0\0\x18ftypisom" + bytes(12) + a_zip({"a.txt": b"a"})) == {POLYGLOT.rule}


def test_a_gif_that_begins_as_a_script_does_is_a_polyglot() -> None:
    assert POLYGLOT.rule in found(b"GIF89a=1;alert(1)//" + bytes(20))
    assert POLYGLOT.rule in found(b"GIF89a/*" + bytes(20) + b"*/=1")


def test_a_pdf_header_within_an_image_makes_a_polyglot() -> None:
    assert POLYGLOT.rule in found(b"\xff\xd8\xff\xfe\0\x20%PDF-1.4" + bytes(40))


def test_script_in_a_comment_of_an_image_is_seen() -> None:
    comment = b"<script>x()</script>"
    assert found(b"\xff\xd8\xff\xfe" + struct.pack(">H", 2 + len(comment)) + comment + a_jpeg()[2:]) == {SCRIPTED.rule}


def test_an_svg_is_harmless_until_it_runs_something() -> None:
    assert found(b'<svg xmlns="http://example.org/svg"><circle r="1"/></svg>') == set()
    assert found(b'<svg onload="x()"><circle r="1"/></svg>') == {SCRIPTED.rule}


def test_other_data_after_the_end_is_seen_and_a_cameras_own_is_not() -> None:
    assert found(a_jpeg() + b"\x07" * 2_000) == {TRAILING.rule}
    assert found(a_jpeg() + a_jpeg() + b"\x07" * 2_000) == set()
    assert found(a_jpeg() + b"\0\0\0\x18ftypmp42" + b"\x07" * 2_000) == set()
    assert found(a_jpeg() + b"\x07" * 2_000 + b"SEFT") == set()


SAVED = {
    "progressive jpeg": {"format": "JPEG", "progressive": True, "comment": b"hello"},
    "jpeg with restarts": {"format": "JPEG", "restart_marker_blocks": 2},
    "moving gif": {"format": "GIF", "save_all": True, "append_images": [Image.effect_mandelbrot((64, 64), (-2, -2, 2, 2), 9)]},
    "moving png": {"format": "PNG", "save_all": True, "append_images": [Image.new("L", (64, 64), 9)]},
    "webp": {"format": "WEBP"},
}


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED.keys())
def test_the_end_of_an_image_as_software_saves_it_is_found(how: dict[str, Any]) -> None:
    made = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(made, **how)
    kind = kind_of(made.getvalue())
    assert kind is not None
    assert found(made.getvalue()) == set()
    assert after_end(made.getvalue() + b"tail", kind) == b"tail"
    assert found(made.getvalue() + a_zip({"a.txt": b"a"})) == {POLYGLOT.rule}


@given(st.sampled_from(sorted(IMAGES)), st.binary(max_size=200), st.integers(0, 80))
def test_broken_images_are_no_error(name: str, noise: bytes, at: int) -> None:
    content = IMAGES[name][:at] + noise
    kind = kind_of(content)
    if kind is not None:
        assert set(payloads_in(content, kind)) <= {POLYGLOT, SCRIPTED, TRAILING}


@pytest.mark.parametrize(
    "content",
    [
        GIF[:13] + b"!\xfe" + b"\1x" * 2_000_000,
        b"\xff\xd8" + b"\xff\xe0\0\2" * 1_000_000,
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0abcd0000" * 400_000,
    ],
    ids=["gif", "jpeg", "png"],
)
def test_an_image_of_very_many_pieces_takes_bounded_time(content: bytes) -> None:
    began = time.perf_counter()
    found(content)
    assert time.perf_counter() - began < 10
