"""Which web addresses does a text hold, however they are written? None is ever fetched."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, ip_address
from itertools import islice

from goodstanding.signals.lists import Lists
from goodstanding.signals.reading_lists import decoded
from goodstanding.signals.text.facts import MOST_OF_A_KIND, Link
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.look_alike_domains import BrandDomains, domain_parts, parents
from goodstanding.signals.text.vocabulary import ordinary

_MOST_LOOKED_AT = 4096  # candidates: more than any short message has room for
_DOT = r"(?:[.。]|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))"
_ANY_DOT = re.compile(_DOT, re.IGNORECASE)
# each begins with a plain sign: such a search costs a microsecond
_DOTTED = re.compile(r"\.\w")
_BRACKETED = re.compile(r"[\[({](?:\.|dot)[\])}]")
_SPACED = re.compile(r"\.\s(?:com|net|org|info|xyz|top|ly|gl|cc|co|me|io)\b")
_OPENING = re.compile(r"\s\.\s?[a-z]|\.\s(?:com|net|org|info|xyz|top|ly|gl|cc|co|me|io)\b")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_TAIL = r"(?::\d{1,5})?(?:[/?#][^\s<>\"「」]{0,2000})?"
_ADDRESS = re.compile(
    rf"(?P<scheme>\b(?:https?|hxxps?|ftp)(?:\[?:\]?//|\s:\s?//|:\s//)(?:\s(?=[\w-]{{1,63}}\.\w))?)(?P<authority>(?:[\w-]{{1,30}}\.\s(?=[\w-]{{1,63}}\.[a-z]))?[^\s/?#<>\"]{{1,300}})(?P<path>[/?#][^\s<>\"]{{0,2000}})?"
    rf"|(?<![\w@.-])(?P<host>(?:{_LABEL}{_DOT}){{1,12}}{_LABEL})\.?(?P<tail>{_TAIL})"
)
_SPREAD = re.compile(
    r"(?<![\w@.-])(?P<spread>(?:www\s?\.\s?)?[^\W_][\w-]{1,62}(?:\s\.\s?|\.\s)(?P<ending>com|net|org|info|xyz|top|ly|gl|cc|co|me|io)\b)(?P<rest>/[^\s<>\"]{0,2000})?"
)
_FIRST_SIGN = re.compile(rf"{_DOT}[^\W_]|//")
_LONGEST_SCHEME = len("hxxps : ")
_DISGUISE = re.compile(r"hxxp|[\[({](?:\.|dot)[\])}]|\s|。")
_PORT = re.compile(r"^:\d{1,5}")
_CLOSING = ".,;:!?'\"”\u2019…)]}>»*_~"
_USUAL = ordinary("usual_endings")
# endings that are words too, and sold for next to nothing
_CHEAP = ordinary("cheap_endings")
# countries' endings that are ordinary words as well: a full stop without a space looks like them
_WORDS = ordinary("word_countries")
_KNOWN_ENDINGS = ordinary("file_endings")
_ENDING = re.compile(r"/[^/?#]*?(\.[a-z0-9]{1,5})?(\.[a-z][a-z0-9]{0,4}|\.7z)(?:[?#]|$)")


@dataclass(frozen=True, slots=True)
class _Written:
    """One candidate: where it stands in the folded text, its host and path as written in the raw one."""

    start: int
    end: int
    host: str
    path: str
    has_scheme: bool
    is_disguised: bool


def links_in(raw: str, folded: Folded, lists: Lists, brands: BrandDomains | None) -> tuple[Link, ...]:
    """Return the links of a text in order; e-mail addresses are none.

    Without a scheme or www, a host must end in a public suffix; one that is an ordinary word too needs a path, or a host that
    a list knows. Blind to links inside pictures and to hosts spelt out in words other than "dot" in brackets.
    """
    if not _may_hold_some(folded.text):
        return ()
    found: list[Link] = []
    for written in islice(_candidates(raw, folded), _MOST_LOOKED_AT):
        link = _link(written, folded, lists, brands)
        if link is not None:
            found.append(link)
        if len(found) == MOST_OF_A_KIND:
            break
    return tuple(found)


def _may_hold_some(text: str) -> bool:
    if _DOTTED.search(text) or "://" in text:
        return True
    if (("[" in text or "(" in text or "{" in text) and _BRACKETED.search(text)) or _SPACED.search(text):
        return True
    return not text.isascii() and "。" in text


def _candidates(raw: str, folded: Folded) -> Iterator[_Written]:
    text = folded.text
    reached = 0
    for match in _ADDRESS.finditer(text, _first_word(text)):
        if match["scheme"]:
            yield _with_scheme(raw, folded, match)
        elif text[match.end("host") : match.end("host") + 1] != "@":
            yield _bare(raw, folded, match)
    if _OPENING.search(text):
        for match in _SPREAD.finditer(text):
            is_sure = match["ending"] in {"com", "net", "org"} or match["rest"] or match["spread"].startswith("www")
            ending = _slice(raw, folded, match.span("ending"))
            if match.start() >= reached and is_sure and (ending.islower() or ending.isupper()):
                reached = match.end()
                yield _spread(raw, folded, match)


def _first_word(text: str) -> int:
    """Return a place from which on the text is worth a look: where the word around its first dot or pair of slashes begins."""
    sign = _FIRST_SIGN.search(text)
    if sign is None:
        return len(text)
    return max(0, min(text.rfind(" ", 0, sign.start()) + 1, sign.start() - _LONGEST_SCHEME))


def _with_scheme(raw: str, folded: Folded, match: re.Match[str]) -> _Written:
    authority = _slice(raw, folded, match.span("authority"))
    path = _slice(raw, folded, match.span("path")) if match["path"] else ""
    end = match.end()
    if not path:
        kept = authority.rstrip(_CLOSING if "[" not in authority else ".,;:!?'\"")
        end, authority = end - (len(authority) - len(kept)), kept
    else:
        kept = _unpunctuated(path)
        end, path = end - (len(path) - len(kept)), kept
    host = authority.rpartition("@")[2]
    host = host if host.startswith("[") and "]" in host else re.sub(r":\d*$", "", host)
    return _Written(
        match.start(), end, re.sub(r"\s", "", host), path, has_scheme=True, is_disguised=bool(_DISGUISE.search(match[0]))
    )


def _bare(raw: str, folded: Folded, match: re.Match[str]) -> _Written:
    host = _slice(raw, folded, match.span("host"))
    tail = _slice(raw, folded, match.span("tail"))
    kept = _unpunctuated(tail)
    end = match.end("host") if not kept else match.end() - (len(tail) - len(kept))
    path = _PORT.sub("", kept) if kept else ""
    return _Written(match.start(), end, host, path, has_scheme=False, is_disguised=bool(_DISGUISE.search(match["host"])))


def _spread(raw: str, folded: Folded, match: re.Match[str]) -> _Written:
    host = re.sub(r"\s", "", _slice(raw, folded, match.span("spread")))
    rest = _slice(raw, folded, match.span("rest")) if match["rest"] else ""
    path = _unpunctuated(rest)
    return _Written(match.start(), match.end() - (len(rest) - len(path)), host, path, has_scheme=True, is_disguised=True)


def _slice(raw: str, folded: Folded, span: tuple[int, int]) -> str:
    start, end = folded.raw_span(*span)
    return raw[start:end]


def _unpunctuated(path: str) -> str:
    """Take closing punctuation off, but leave a bracket that was opened in the path."""
    while path and path[-1] in _CLOSING:
        if path[-1] == ")" and path.count("(") >= path.count(")"):
            break
        path = path[:-1]
    return path


def _link(written: _Written, folded: Folded, lists: Lists, brands: BrandDomains | None) -> Link | None:
    host = as_host(written.host)
    address = _address(host, has_context=written.has_scheme or bool(written.path))
    domain = host if address else _domain(host)
    if not address and not _is_believable(host, written, lists, brands):
        return None
    span = folded.raw_span(written.start, written.end)
    return Link(
        span=span,
        host=host,
        domain=domain,
        path=written.path,
        is_punycode="xn--" in written.host.lower(),
        is_address=address,
        is_shortener=lists.shorteners is not None and (host in lists.shorteners or domain in lists.shorteners),
        is_malicious=lists.malicious is not None and any(one in lists.malicious for one in parents(host)),
        looks_like=brands.imitated_by(host, domain) if brands and not address else None,
        ending=ending_of(written.path),
        is_disguised=written.is_disguised,
    )


def as_host(written: str) -> str:
    """Return a host as a browser takes it: dots plain, invisible characters dropped, lower case, punycode in Unicode form."""
    host = _ANY_DOT.sub(".", written.strip())
    if not host.isascii():
        host = "".join(one for one in unicodedata.normalize("NFKC", host) if unicodedata.category(one) != "Cf")
    return decoded(host.lower().strip("."))


@lru_cache(maxsize=4096)
def _parts(host: str) -> tuple[str, str]:
    """Return the registered domain, or "", and the public suffix, or ""."""
    parts = domain_parts().extract_str(host)
    return (f"{parts.domain}.{parts.suffix}" if parts.domain and parts.suffix else "", parts.suffix)


def _domain(host: str) -> str:
    return _parts(host)[0] or host


def _address(host: str, *, has_context: bool) -> bool:
    """Say whether the host is an IP address, in any form browsers take; four figures alone may be a version."""
    if not has_context or not host or not (host[0].isdigit() or host[0] == "["):
        return False
    try:
        if host.isdigit() and host.isascii():
            return len(host) < 11 and bool(IPv4Address(int(host)))
        if host.startswith("0x"):
            return len(host) < 11 and bool(IPv4Address(int(host, 16)))
        return bool(ip_address(host.strip("[]")))
    except ValueError:
        return False


def _is_believable(host: str, written: _Written, lists: Lists, brands: BrandDomains | None) -> bool:
    domain, suffix = _parts(host)
    if not domain or any(len(label) > 63 for label in host.split(".")):
        return written.has_scheme and bool(re.fullmatch(r"[^\W_][\w-]*(?:\.[\w-]+)*", host)) and not domain
    is_known = any(known and (host in known or domain in known) for known in (lists.shorteners, lists.malicious))
    if written.has_scheme or host.startswith("www.") or is_known or (brands is not None and brands.owns(host, domain)):
        return True
    if written.path.startswith("/") and len(written.path) > 1:
        return not host.replace(".", "").isdigit()
    return _ends_like_a_host(written.host, suffix)


def _ends_like_a_host(written: str, suffix: str) -> bool:
    """Say whether a host without path ends as hosts do, not as one sentence that runs into the next."""
    last = suffix.rpartition(".")[2]
    label = host_label(written, suffix)
    begun = written.rstrip(".").rpartition(".")[2]
    is_new_sentence = begun[:1].isupper() and not begun.isupper()
    is_usual = last in _USUAL or "." in suffix or (len(last) == 2 and last not in _WORDS)
    return not is_new_sentence and (is_usual or (last in _CHEAP and _is_no_word(label)))


def host_label(written: str, suffix: str) -> str:
    """Return the label of a host that stands before its public suffix."""
    return as_host(written)[: -len(suffix) - 1].rpartition(".")[2]


def _is_no_word(label: str) -> bool:
    """Say whether a label is no word of a sentence: letters together with digits or a hyphen."""
    return len(label) > 3 and any(one.isalpha() for one in label) and any(one.isdigit() or one == "-" for one in label)


def ending_of(path: str) -> str:
    """Return the file ending of a path with its dot, the one before it as well when both are known; "" when there is none."""
    match = _ENDING.search(path.lower()) if "." in path else None
    if not match:
        return ""
    first, last = match[1] or "", match[2]
    return first + last if first[1:] in _KNOWN_ENDINGS and last[1:] in _KNOWN_ENDINGS else last
