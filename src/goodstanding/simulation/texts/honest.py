"""What would honest customers of a provider send? Codes, parcels, appointments, offers that can be stopped, and chat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from goodstanding.simulation.texts.making import Making, phone, slug, token
from goodstanding.simulation.texts.naming import brand_of, choose_language
from goodstanding.simulation.texts.templates import Template, by_language, words
from goodstanding.simulation.texts.text import Label, Text

COLLECTION = "honest"
_PATHS = ("/{0}", "/{0}", "/t/{0}", "/track?id={0}", "/my", "/a/{0}", "", "/go/{0}")
TEXTS_PER_ACCOUNT, FEWEST_ACCOUNTS, MOST_WORDINGS = 30, 40, 8


@dataclass(frozen=True, slots=True)
class _Account:
    """A made-up customer: it keeps its name, its site, its number and its few wordings."""

    id: str
    language: str
    brand: str
    site: str
    number: str
    wordings: tuple[Template, ...]


def honest(rng: Random, count: int, *, languages: Sequence[str] | None = None, accounts: int | None = None) -> Iterator[Text]:
    """Yield that many honest texts of a set of made-up accounts, whose traffic comes interleaved.

    languages  those to draw from; by default all there are, half of the accounts in English
    accounts   how many customers share the traffic; by default one for every thirty texts, and at least forty
    """
    many = accounts or max(min(count, FEWEST_ACCOUNTS), count // TEXTS_PER_ACCOUNT)
    since = rng.randrange(1_000)
    customers = [_account(rng, at, choose_language(rng, COLLECTION, languages)) for at in range(since, since + many)]
    for _ in range(count):
        yield _text(rng, rng.choice(customers))


def _account(rng: Random, at: int, language: str) -> _Account:
    kinds = by_language(COLLECTION)[language]
    main = sorted(kinds)[at % len(kinds)]
    sector = rng.choice([name for name, one in words("sectors").items() if main in one["kinds"] and _said_by(name, kinds[main])])
    brand = brand_of(rng, sector, language)
    wordings = _few(rng, sector, main, kinds)
    host = rng.choice(("{}.example", "{}.test", "m.{}.example", "www.{}.example", "{}.example", "go.{}.test")).format(slug(brand))
    return _Account(f"made-up-{sector}-{language}-{at}", language, brand, host, phone(rng), wordings)


def _few(rng: Random, sector: str, main: str, kinds: Mapping[str, tuple[Template, ...]]) -> tuple[Template, ...]:
    own = _said_by(sector, kinds[main])
    if sector == "person":
        return tuple(own)
    also = [one for kind in words("sectors")[sector]["kinds"] if kind != main for one in _said_by(sector, kinds.get(kind, ()))]
    few = rng.sample(own, k=min(len(own), rng.randint(1, MOST_WORDINGS // 2)))
    return (*few, *rng.sample(also, k=min(len(also), rng.randint(0, MOST_WORDINGS // 2))))


def _said_by(sector: str, wordings: tuple[Template, ...]) -> list[Template]:
    return [one for one in wordings if not one.sectors or sector in one.sectors]


def _text(rng: Random, sender: _Account) -> Text:
    template = rng.choice(sender.wordings)
    given = {"brand": sender.brand, "site": sender.site, "link": _link(rng, sender.site), "phone": sender.number}
    text = Making(rng, sender.language, given).fill(template.wording)
    if template.kind == "chat":
        text = _typed_by_hand(rng, text)
    return Text(text, template.kind, sender.language, sender.id, sender.brand, Label.HONEST, "", template.id)


def _link(rng: Random, site: str) -> str:
    path = rng.choice(_PATHS).format(token(rng, rng.randint(4, 9)))
    return rng.choice(("https://", "", "", "http://")) + site + path


def _typed_by_hand(rng: Random, text: str) -> str:
    form = rng.random()
    if form < 0.35:
        return text.lower().rstrip(".")
    return text.rstrip(".") if form < 0.6 else text
