import pytest
from PIL import Image

from engines.media.programs import a_fax, a_page, path_of
from goodstanding.engines.media import tesseract
from goodstanding.engines.media.tesseract import Tesseract
from goodstanding.signals.media.ports import Ports
from goodstanding.signals.media.reading import Origin
from signals.media.files import PDF, a_png, seen

WORDS = "Your account is suspended"


@pytest.fixture(autouse=True)
def installed() -> None:
    path_of("tesseract", "tesseract-ocr")


@pytest.mark.parametrize(
    "page",
    [a_page(WORDS), a_page(WORDS, form="PNG"), a_page(WORDS, squeezed=True), a_fax(WORDS)],
    ids=["tiff", "png", "normal fax", "fax in group 4"],
)
def test_a_drawn_page_is_read(page: bytes) -> None:
    assert WORDS in (Tesseract().read(page) or "")


def test_every_page_of_a_fax_is_read() -> None:
    words = Tesseract().read(a_page("First page here", "Second page there")) or ""
    assert "First page" in words
    assert "Second page" in words


def test_the_words_of_a_page_go_on_to_be_screened() -> None:
    answer = seen(a_page(WORDS), "image/tiff", ports=Ports(pages=Tesseract()))
    assert [(text.origin, WORDS in text.text) for text in answer.texts] == [(Origin.PAGE, True)]
    assert "media/page-text" not in answer.abstained


@pytest.mark.parametrize("content", [b"", b"hello", PDF, a_png()[:40], a_page(WORDS)[:300]])
def test_what_is_no_whole_image_is_not_read(content: bytes) -> None:
    assert Tesseract().read(content) is None


@pytest.mark.parametrize("at", range(0, 400, 40))
def test_a_damaged_fax_is_no_error(at: int) -> None:
    fax = a_fax(WORDS)
    words = Tesseract().read(fax[:at] + bytes(byte ^ 0x5A for byte in fax[at : at + 25]) + fax[at + 25 :])
    assert words is None or isinstance(words, str)


def test_a_page_of_too_many_dots_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    page = a_page(WORDS)
    monkeypatch.setattr(tesseract, "MOST_PIXELS", 1_000)
    assert Tesseract().read(page) is None
    monkeypatch.setattr(tesseract, "MOST_PIXELS", 1_000_000)
    assert Tesseract().read(page) is not None
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 150_000)  # a warning of Pillow's
    assert Tesseract().read(page) is None
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000)  # an error of Pillow's
    assert Tesseract().read(page) is None


def test_no_time_means_no_words() -> None:
    assert Tesseract(timeout_ms=1).read(a_page(WORDS)) is None
    assert Tesseract(timeout_ms=0).read(a_page(WORDS)) is None
