r"""Which plain letters does one character stand for, whatever stands around it?

Latin letters lose their accents and case, so that `\b` and `\w` mean the same in every language written with them; letters of
other alphabets keep their case here, because a capital and a small letter look like different Latin ones. The table of
look-alikes is derived from Unicode's; see its first lines for what was taken and under which licence.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

_MOST_KNOWN = 20_000  # characters remembered; what comes after is worked out each time, so no text can fill the memory
_TABLE = Path(__file__).with_name("look_alikes.txt")


def _sections() -> Mapping[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line[1 : line.index("]")], {})
        elif line and not line.startswith("#"):
            plain, _, characters = line.partition("\t")
            for one in characters.split():
                section[chr(int(one, 16)) if len(one) > 1 else one] = " " if plain == "SPACE" else plain
    return found


_LOOK_ALIKES = _sections()
EXACT = frozenset(_LOOK_ALIKES["exact"])  # letters of other alphabets that no eye tells from a Latin one
LOOKS_LIKE: Mapping[str, str] = {**_LOOK_ALIKES["near"], **_LOOK_ALIKES["exact"]}
_PLAIN_SHAPES = {**_LOOK_ALIKES["latin"], **_LOOK_ALIKES["styled"], **_LOOK_ALIKES["marks"]}

# Character classes, for use between the brackets of an expression.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
JOINERS = "\u200b-\u200d"  # of these, Arabic, Indic, Thai and their neighbours have honest need
JOINING = (
    "\u0600-\u07bf\u0800-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u1aaf\u1b00-\u1bff"
    "\ua800-\uab2f\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe"
)
GENERAL_MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
OVERLAYS = "\u0334-\u0338\u20d0-\u20dc\u20e5-\u20eb"
ALPHABETS = (  # other alphabets, some of whose letters pass for Latin ones
    "\u0370-\u0482\u048a-\u058f\u10a0-\u10ff\u13a0-\u167f\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\u2d30-\u2d7f\ua4d0-\ua4ff"
    "\ua640-\ua66e\ua680-\ua69d\uab70-\uabbf"
)
FULLWIDTH = "\uff21-\uff3a\uff41-\uff5a"
STYLED = (  # letters drawn in a style: mathematical, circled, squared, small capitals
    f"\u210b-\u2113\u2115\u2118-\u211d\u2124\u2128\u212c-\u2138\u2145-\u2149\u2160-\u217f\u249c-\u24e9\U0001d400-\U0001d7cb"
    f"\U0001f110-\U0001f12b\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189{''.join(_LOOK_ALIKES['styled'])}"
)
RAISED = "\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c"  # superscript and subscript letters

_ENCLOSED = ((0x249C, 0x24B5), (0x1F110, 0x1F129), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_KEPT = re.compile("[\u03f2\u03f9\u0e33\u0eb3\u3131-\u318e]")  # Greek, Thai, Lao, Korean: the compatible form is another letter
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_A_GENERAL_MARK = re.compile(f"[{GENERAL_MARKS}]")


class _Plain(dict[int, str]):
    """Code point -> what it reads as, worked out when first met; also says which ones change the length of a text."""

    def __init__(self) -> None:
        super().__init__({code: chr(code).lower() for code in range(128)})
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(plain) != 1:
            self.uneven.add(chr(code))
        if len(self) < _MOST_KNOWN:
            self[code] = plain
        return plain


def _plain(one: str) -> str:
    if "\ud800" <= one <= "\udfff":
        return "\ufffd"
    if _UNSEEN.match(one):
        return ""
    if one in _PLAIN_SHAPES:
        return _PLAIN_SHAPES[one]
    for first, last in _ENCLOSED:
        if first <= ord(one) <= last:
            return chr(ord("a") + ord(one) - first)
    return _compatible(one)


def _compatible(one: str) -> str:
    """Return the compatible form (NFKC), or the bare letter of a Latin one."""
    forms = unicodedata.normalize("NFC" if _KEPT.match(one) else "NFKC", one)
    if forms != one:
        return "".join(PLAIN[ord(form)] for form in forms)
    bare = _A_GENERAL_MARK.sub("", unicodedata.normalize("NFD", one))
    if bare.isascii():
        return bare.lower()  # a mark alone leaves nothing
    folded = bare.casefold()
    if folded in _PLAIN_SHAPES:
        return _PLAIN_SHAPES[folded]
    return folded if _is_latin(one) else one


def _is_latin(one: str) -> bool:
    return "\u00aa" <= one <= "\u024f" or unicodedata.name(one, "").startswith("LATIN")


PLAIN = _Plain()
