"""What would the counterfeits of honest texts look like? The same occasions, the same names, another purpose."""

from collections.abc import Iterator, Sequence
from random import Random

from goodstanding.simulation.texts.making import Making, digits, phone, slug, token
from goodstanding.simulation.texts.naming import brand_of, choose_language
from goodstanding.simulation.texts.templates import Template, by_language, words
from goodstanding.simulation.texts.text import Label, Text

COLLECTION = "twins"
TEXTS_PER_ACCOUNT = 12
# made-up hosts, of domains set aside for examples
_SHORTENERS = ("lnk.test", "go2.example", "tny.test", "s-url.example", "qr9.test")
_BAITS = ("secure", "verify", "help", "login", "pay", "track", "my", "update", "claim", "support")
_PATHS = ("/{}", "/{}", "", "/login/{}", "/verify?u={}", "/i/{}", "/{}/index.php", "/pay")


def evil_twins(rng: Random, count: int, *, languages: Sequence[str] | None = None) -> Iterator[Text]:
    """Yield that many counterfeits, every kind as often as the others.

    languages  those to draw from; by default all there are, half of the texts in English
    """
    for at in range(count):
        language = choose_language(rng, COLLECTION, languages)
        kinds = by_language(COLLECTION)[language]
        kind = rng.choice(sorted(kinds))
        yield _text(rng, rng.choice(kinds[kind]), f"made-up-stranger-{language}-{at // TEXTS_PER_ACCOUNT}")


def bad_host(rng: Random, brand: str) -> str:
    """Return a host that looks like the brand's, or like nobody's; none of them can exist."""
    name, bait, end = slug(brand), rng.choice(_BAITS), rng.choice((".example", ".test"))
    hosts = (
        f"{name}-{bait}{end}",
        f"{bait}.{name}.{token(rng, 5).lower()}{end}",
        f"{name.replace('o', '0').replace('l', '1')}{end}",
        f"{bait}{digits(rng, 3)}{end}",
        f"{token(rng, 8).lower()}{end}",
        f"{name}.{bait}-{digits(rng, 2)}{end}",
        f"192.0.2.{rng.randint(1, 254)}",  # a range set aside for documentation (RFC 5737)
    )
    return rng.choice(hosts)


def _text(rng: Random, template: Template, account: str) -> Text:
    about = words("twin_kinds")[template.kind]
    brand = brand_of(rng, rng.choice(about["sectors"]), template.language)
    host = bad_host(rng, brand)
    given = {"brand": brand, "bad": _link(rng, host), "badhost": host, "phone": phone(rng)}
    text = Making(rng, template.language, given).fill(template.wording)
    return Text(text, template.kind, template.language, account, brand, Label(about["label"]), about["twin"], template.id)


def _link(rng: Random, host: str) -> str:
    if rng.random() < 0.3:
        return rng.choice(("https://", "")) + f"{rng.choice(_SHORTENERS)}/{token(rng, rng.randint(4, 7))}"
    before = ("https://", "http://", "") if host[0].isdigit() else ("https://", "http://", "", "www.")
    return rng.choice(before) + host + rng.choice(_PATHS).format(token(rng, rng.randint(4, 9)))
