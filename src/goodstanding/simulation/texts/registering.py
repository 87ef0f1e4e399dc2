"""What would a provider know of the made-up accounts? Their brand, their domains, and the first of their texts as samples."""

from collections.abc import Iterable

from goodstanding.signals.profile import Profile
from goodstanding.simulation.texts.making import slug
from goodstanding.simulation.texts.text import Text

SAMPLES = 50


def register(texts: Iterable[Text], *, samples: int = SAMPLES) -> tuple[dict[str, Profile], list[Text]]:
    """Return each account's profile, and the texts that were not taken as samples, in order.

    The first so many texts of an account are its registered samples; with samples=0 nothing but brand and
    domains is known. For honest texts: a twin's issuer is not its account's brand.
    """
    own: dict[str, list[Text]] = {}
    rest: list[Text] = []
    for text in texts:
        texts_so_far = own.setdefault(text.account, [])
        if len(texts_so_far) >= samples:
            rest.append(text)
        texts_so_far.append(text)
    return {account: _profile(account, all_of_it, samples) for account, all_of_it in own.items()}, rest


def _profile(account: str, own: list[Text], samples: int) -> Profile:
    brand = own[0].issuer
    domains = tuple(f"{slug(brand)}{end}" for end in (".example", ".test"))
    return Profile(account, brands=(brand,), domains=domains, samples=tuple(text.text for text in own[:samples]))
