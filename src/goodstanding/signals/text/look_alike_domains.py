"""Which known brand does a host imitate, if any, without being its own?"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from goodstanding.signals.reading_lists import decoded
from goodstanding.signals.text.vocabulary import ordinary

if TYPE_CHECKING:
    from tldextract import TLDExtract

_SHORTEST_FOR_SLIPS = 6  # letters: shorter names are one slip away from too many honest ones
_SHORTEST_INSIDE = 5
_ORDINARY = ordinary("owned_words")  # words, though brands own them
_SPLIT_ENDINGS = ("com-", "gov-", "net-", "org-", "co-")  # brand.com-parcel.example: the ending is drawn into the next name
_GIVEN_AWAY = ordinary("given_away")  # country endings sold for anything
_LURE = ordinary("lures")
_STRONG_LURE = ordinary("strong_lures")
_WRAPPED = re.compile(rf"(?:{'|'.join(sorted(_LURE, key=len, reverse=True))}|[0-9])+")
# letters of other scripts that look Latin in a browser's address bar; a short own table, facts of typography
_LOOKS = str.maketrans(
    "авсԁеёғһіїјкӏмпорԛгѕтцυνхуүԝᴢαβεηικορτχγωłøđıºɡʟɴʏ",
    "abcdeefhiijklmnopqrstuuvxyywzabenikoptxywlodiogLNy".lower(),
)
_DIGITS = str.maketrans("0134578", "oleastb")

Owners = Mapping[str, frozenset[str]]


@cache
def domain_parts() -> "TLDExtract":
    """Return the splitter of hosts into subdomain, domain and public suffix, with the list it carries; nothing is fetched."""
    import tldextract  # noqa: PLC0415 - slow to import, and only texts with a link need it

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


class BrandDomains:
    """Knows the domains brands own, and tells hosts that only look like them.

    Takes     brand -> registered domains; names that are ordinary words as well
    Blind to  brands and own domains that are not listed; names under six letters with one letter wrong;
              a brand's name under a country's ending, which may be its own shop there
    """

    def __init__(self, brands: Owners, everyday: frozenset[str]) -> None:
        self._own = frozenset(domain for domains in brands.values() for domain in domains)
        self._brand_of = {label: brand for brand in reversed(list(brands)) for label in _domain_labels(brand, brands[brand])}
        self._brand_of |= {name: brand for brand in reversed(list(brands)) if len(name := _name_label(brand)) > 2}
        for word in _ORDINARY & self._brand_of.keys():
            del self._brand_of[word]
        everyday_names = {_name_label(brand) for brand in everyday}
        self._plain = {label: brand for label, brand in self._brand_of.items() if label not in everyday_names}
        self._whole = {domain: brand for brand, domains in brands.items() for domain in domains if "." in domain}
        self._slips = _slips(self._plain)

    def imitated_by(self, host: str, domain: str) -> str | None:
        """Return the brand that the host imitates, or None, also when the host is a brand's own."""
        if self.owns(host, domain):
            return None
        label, _, suffix = domain.partition(".")
        return self._by_label(label, suffix) or self._by_words(label) or self._by_subdomain(host, domain)

    def owns(self, host: str, domain: str) -> bool:
        """Say whether a brand owns the domain, or the host below one."""
        return domain in self._own or any(parent in self._own for parent in parents(host))

    def _by_label(self, label: str, suffix: str) -> str | None:
        """The domain is a brand's but for its ending, for letters that look the same, or for one slip."""
        if label in self._plain:
            return self._plain[label] if len(label) >= _SHORTEST_INSIDE and _is_anyones(suffix) else None
        plain = _plainly(label)
        for twin in dict.fromkeys((plain, plain.translate(_DIGITS), plain.replace("rn", "m").replace("vv", "w"))):
            known = self._brand_of if plain != label else self._plain
            if twin != label and len(twin) >= 4 and twin in known:
                return known[twin]
        return self._by_slip(label)

    def _by_slip(self, label: str) -> str | None:
        if len(label) < _SHORTEST_FOR_SLIPS or label in self._brand_of:
            return None
        for shorter in (label, *_without_one(label)):
            for own in self._slips.get(shorter, ()):
                if _is_one_slip(label, own):
                    return self._plain[own]
        return None

    def _by_words(self, label: str) -> str | None:
        """The domain's name holds a brand's among other words: paypal-secure, securepaypal."""
        words = _plainly(label).split("-")
        if len(words) > 1:
            for word in words:
                others = [other for other in words if other != word]
                if word in self._plain and (len(word) >= _SHORTEST_INSIDE or any(_WRAPPED.fullmatch(one) for one in others)):
                    return self._plain[word]
                if word in self._brand_of and any(other in _STRONG_LURE for other in others):
                    return self._brand_of[word]
        return self._by_wrapping("".join(words))

    def _by_wrapping(self, joined: str) -> str | None:
        for size in range(min(len(joined) - 2, 24), _SHORTEST_INSIDE - 1, -1):
            for own, rest in ((joined[:size], joined[size:]), (joined[-size:], joined[:-size])):
                if own in self._plain and _WRAPPED.fullmatch(rest):
                    return self._plain[own]
        return None

    def _by_subdomain(self, host: str, domain: str) -> str | None:
        """A foreign domain wears a brand's name in front: paypal.com.example.net."""
        front = host[: -len(domain) - 1] if host.endswith("." + domain) else ""
        if not front:
            return None
        labels = front.split(".")[:12]
        for start, end in combinations(range(len(labels) + 1), 2):
            whole = self._whole.get(".".join(labels[start:end]))
            if whole:
                return whole
        is_split = domain.startswith(_SPLIT_ENDINGS)
        for label in labels:
            if label in (self._brand_of if is_split else self._plain) and (is_split or len(label) >= _SHORTEST_INSIDE):
                return self._brand_of[label]
            found = self._by_words(label) if "-" in label else None
            if found:
                return found
        return None


def parents(host: str) -> Iterator[str]:
    """Yield the host and every domain above it, nearest first, the last label alone left out."""
    yield host
    for _ in range(min(host.count("."), 12) - 1):
        host = host.partition(".")[2]
        yield host


def _name_label(brand: str) -> str:
    """Return a brand's name as one label of a host."""
    return re.sub(r"[^\w-]", "", brand)


def _domain_labels(brand: str, domains: frozenset[str]) -> Iterator[str]:
    """Yield the labels of a brand's domains that say its name, in part or whole."""
    name = _name_label(brand)
    for domain in sorted(domains):
        label = domain.partition(".")[0]
        if label == name or (len(label) >= _SHORTEST_INSIDE and (label in name or name in label)):
            yield label


def _is_anyones(suffix: str) -> bool:
    """Say whether just anybody gets a name under this ending; under a country's own it may be the brand's shop."""
    last = suffix.rpartition(".")[2]
    return len(last) > 2 or last in _GIVEN_AWAY


def _plainly(label: str) -> str:
    """Return the label in plain Latin letters, as a reader takes it in."""
    if label.isascii():
        return label
    letters = unicodedata.normalize("NFKD", decoded(label).translate(_LOOKS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_LOOKS)


def _without_one(label: str) -> Iterator[str]:
    for at in range(len(label)):
        yield label[:at] + label[at + 1 :]


def _slips(labels: Mapping[str, str]) -> dict[str, list[str]]:
    """Index every label by itself and by itself less one letter: one slip apart means one of those in common."""
    index: dict[str, list[str]] = {}
    for label in labels:
        if len(label) >= _SHORTEST_FOR_SLIPS and len(label.replace("bank", "")) >= _SHORTEST_INSIDE:
            for shorter in {label, *_without_one(label)}:
                index.setdefault(shorter, []).append(label)
    return index


def _is_one_slip(one: str, other: str) -> bool:
    """Say whether one letter changed, dropped or added, or two neighbours swapped, makes one of the other.

    A last letter s added or dropped is a plural or another honest name, no slip.
    """
    if one == other or abs(len(one) - len(other)) > 1 or one.rstrip("s") == other.rstrip("s"):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    is_swapped = len(rest) > 1 and rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return is_swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
