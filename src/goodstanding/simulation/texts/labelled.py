"""Which made-up texts do heads learn from? A few of every wording, so that no wording is learnt by heart."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from random import Random

from goodstanding.signals.text.heads.rows import Label, Row, Traffic
from goodstanding.simulation.texts.attacks import ATTACKS, Attack
from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import honest
from goodstanding.simulation.texts.text import Text

SOURCE = "made-up"
OF_EACH_WORDING = 8
SHARE_ATTACKED = 0.4
HONEST, TWINS = 12_000, 9_000


def labelled(rng: Random, of_each_wording: int = OF_EACH_WORDING) -> Iterator[Row]:
    """Yield honest texts and evil twins with their labels, at most so many of each wording; a group is a wording."""
    seen: Counter[str] = Counter()
    for one in (*honest(rng, HONEST), *evil_twins(rng, TWINS)):
        seen[one.template] += 1
        if seen[one.template] <= of_each_wording:
            yield _row(one)


def honest_accounts(rng: Random, accounts: int, texts: int) -> Mapping[str, list[Row]]:
    """Return so many made-up accounts with about so many honest texts each, in the order they were sent."""
    found: dict[str, list[Row]] = {}
    for one in honest(rng, accounts * texts, accounts=accounts):
        found.setdefault(one.account, []).append(_row(one))
    return found


def _row(one: Text) -> Row:
    return Row(SOURCE, Traffic.BUSINESS, one.text, Label(one.label), one.template)


def attacks(seed: int) -> Mapping[str, Callable[[str], str]]:
    """Return every way to disguise a text, over four letters in ten, the same way each time."""

    def seeded(attack: Attack) -> Callable[[str], str]:
        return lambda text: attack(text, Random(seed), SHARE_ATTACKED)  # noqa: S311 - a disguise, not a secret

    return {name: seeded(attack) for name, attack in ATTACKS.items()}
