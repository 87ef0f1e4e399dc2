"""Which words are on a page, read by Tesseract?"""

import io
import warnings
from collections.abc import Iterator
from typing import Final

import pytesseract  # type: ignore[import-untyped]  # ships no types
from PIL import Image, ImageSequence, UnidentifiedImageError

from goodstanding.engines.clock import now_ms

FORMATS: Final = ("TIFF", "PNG", "JPEG", "GIF", "WEBP", "BMP")
MOST_PIXELS: Final = 40_000_000
MOST_PAGES: Final = 20
TIMEOUT_MS: Final = 30_000
_SQUARE: Final = 1.2


class Tesseract:
    """Reads up to `MOST_PAGES` pages of one image file, all of them within one time limit.

    Blind to  PDF; handwriting; pages turned upside down; languages other than those given.
    """

    def __init__(self, *, languages: str = "eng", timeout_ms: int = TIMEOUT_MS) -> None:
        self._languages = languages
        self._timeout_ms = timeout_ms

    def read(self, content: bytes) -> str | None:
        """Return the words of all pages; None when not one page could be read: no image, too large, or no time."""
        words: list[str] = []
        deadline_ms = now_ms() + self._timeout_ms
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # a damaged file is the sender's business, and no log's
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                    for page in _pages(image):
                        left_s = (deadline_ms - now_ms()) / 1_000
                        if left_s <= 0:
                            break
                        words.append(str(pytesseract.image_to_string(page, lang=self._languages, timeout=left_s)))
        except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None
        except (OSError, SyntaxError, ValueError, RuntimeError, TypeError, IndexError, EOFError, MemoryError, OverflowError):
            pass  # what was read before the page that is broken, or came too late, counts
        return "\n".join(words) if words else None


def _pages(image: Image.Image) -> Iterator[Image.Image]:
    """Yield each page in grey, with square dots: a fax at normal resolution has twice as many across as down."""
    for number, page in enumerate(ImageSequence.Iterator(image)):
        width, height = page.size
        if number == MOST_PAGES or width * height > MOST_PIXELS:
            return
        across, down = page.info.get("dpi", (1, 1))
        grey = page.convert("L")
        if down and float(across) / float(down) > _SQUARE:
            grey = grey.resize((width, min(int(height * float(across) / float(down)), 4 * height)))
        yield grey
