"""Are these bytes plain text, and which?"""

import codecs
import re
from typing import Final

LONGEST: Final = 1 << 20
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def plain_text(content: bytes) -> str | None:
    """Return the text of the first megabyte, or None when control characters show that it is none.

    UTF-16 by its mark, UTF-8, and else one byte for each letter (ISO 8859-1), as old software writes.
    Blind to  other encodings, whose letters come out wrong; UTF-16 without its mark, which is taken for no text.
    """
    begin = content[:LONGEST]
    if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = begin.decode("utf-16", "replace")
    else:
        text = _of_bytes(begin, is_cut=len(content) > LONGEST)
    return None if _CONTROLS.search(text) else text


def _of_bytes(begin: bytes, *, is_cut: bool) -> str:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        return decoder.decode(begin, final=not is_cut)
    except UnicodeDecodeError:
        return begin.decode("latin-1")
