"""Which wording does a text come from? What changes from one recipient to the next is taken out, and the rest is hashed."""

import re
import unicodedata
from hashlib import blake2b

# a host with a dot and letters in its last label, an optional scheme before it, everything up to the next space after it
_LINK = re.compile(r"https?://\S+|www\.\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:/\S*|\b)")
# a word with a digit in it, but not the words of a script without spaces around it
_NUMBER = re.compile(r"[a-z]{0,32}\d[a-z\d]*")
# neither letters nor digits, nor the vowel signs of Indic scripts, Thai, Lao, Tibetan, Burmese and Khmer
_BETWEEN = re.compile(r"(?:[^\w\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f71-\u109f\u17b4-\u17d3]|_)+")
_IN_A_ROW = re.compile(r"\b0(?: 0)+\b")
_INVISIBLE = re.compile(r"[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_STACKED = re.compile(r"[\u0300-\u036f]{4,}")
_LONGEST = 10_000
_PAIRED_FROM, _UNSPACED = 6, re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FILLERS = frozenset(("0", "url"))


def normal_form(text: str) -> str:
    """Return the words of a text in lower case: links as "url", numbers in a row as one "0", no marks, one space between.

    Any text, of which the first 10,000 characters are read; without a letter or digit it gives "". Looks through
    compatible forms and invisible letters, not through look-alike ones: hand in the folded text where those matter.
    """
    lower = text[:_LONGEST].lower()
    if not lower.isascii():
        lower = _INVISIBLE.sub("", unicodedata.normalize("NFKC", _STACKED.sub("", lower))).lower()
    if "." in lower or "://" in lower:
        lower = _LINK.sub(" url ", lower)
    return _IN_A_ROW.sub("0", _BETWEEN.sub(" ", _NUMBER.sub(" 0 ", lower))).strip()


def key_of(normal: str) -> str:
    """Return 128 bits of BLAKE2b (RFC 7693) over a normal form, as 32 hexadecimal digits; any text, lone surrogates too."""
    return blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def template_key(text: str) -> str:
    """Return the key that texts of one wording share, whatever their links, numbers, marks and capitals."""
    return key_of(normal_form(text))


def words_of(normal: str) -> frozenset[str]:
    """Return the words by which two wordings are compared, fillers left out unless there is nothing else.

    Scripts that put no space between words are cut into pairs of letters.
    """
    words: set[str] = set()
    for word in normal.split():
        if len(word) >= _PAIRED_FROM and not word.isascii() and _UNSPACED.search(word):
            words.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            words.add(word)
    return frozenset(words - _FILLERS) or frozenset(words)
