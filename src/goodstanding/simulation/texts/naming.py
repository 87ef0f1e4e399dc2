"""Which language does a made-up sender write in, and what is its business called?"""

from collections.abc import Sequence
from random import Random

from goodstanding.errors import WrongUsage
from goodstanding.simulation.texts.making import Making, invent
from goodstanding.simulation.texts.templates import by_language, words

ENGLISH_SHARE = 0.5


def choose_language(rng: Random, collection: str, languages: Sequence[str] | None) -> str:
    """Return one of the languages; English half of the time when none were asked for."""
    known = sorted(by_language(collection))
    asked = known if languages is None else sorted(languages)
    strange = sorted(set(asked) - set(known))
    if strange or not asked:
        message = f"no made-up texts in {', '.join(strange) or 'no language at all'}; choose among {', '.join(known)}"
        raise WrongUsage(message)
    if languages is None and rng.random() < ENGLISH_SHARE:
        return "en"
    return rng.choice(asked)


def brand_of(rng: Random, sector: str, language: str) -> str:
    """Return the name of a business of a sector: an invented word, or the plain kind of name such businesses bear."""
    forms = words("sectors")[sector]["names"]
    return Making(rng, language, {"name": invent(rng)}).fill(rng.choice(forms))
