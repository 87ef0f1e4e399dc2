"""Which lists of numbers does the world have, beside its records? They are part of its truth, and made from it."""

from typing import Final

from goodstanding.simulation.world.abuses.places import (
    DO_NOT_ORIGINATE,
    EMERGENCY,
    HIGH_COST_DOMESTIC,
    HIGH_RISK,
    PSAP,
    SANCTIONED,
    Range,
)
from goodstanding.simulation.world.model import World

NUMBERS: Final = {
    "high-risk": HIGH_RISK,
    "high-cost": HIGH_COST_DOMESTIC,
    "sanctioned": SANCTIONED,
    "do-not-originate": DO_NOT_ORIGINATE,
    "emergency": (*((one, 0) for one in EMERGENCY), *PSAP),
}


def lists_of(world: World, *, per_thousand: int = 20) -> dict[str, tuple[Range, ...]]:
    """Return each list as ranges of numbers, from and to, both included.

    The people on the list of those who want no calls are those whom the abuse P8.5 calls, and so many of a thousand of those whom
    honest accounts call; numbers that changed hands likewise, of P8.11 and of honest messages, a tenth as many.
    """
    called = [(one.callee, one.abuse == "P8.5") for one in world.calls if one.direction == "outbound"]
    texted = [(one.recipient, one.abuse == "P8.11") for one in world.messages if one.direction == "outbound"]
    return {
        **{name: tuple(_span(*one) for one in ranges) for name, ranges in NUMBERS.items()},
        "do-not-call": _listed(called, per_thousand * 10),
        "reassigned": _listed(texted, per_thousand),
    }


def _span(first: int, digits: int) -> Range:
    scale: int = 10**digits
    return first * scale, (first + 1) * scale - 1


def _listed(contacts: list[tuple[int, bool]], per_ten_thousand: int) -> tuple[Range, ...]:
    """Pick the numbers that an abuse is about, and others by their own digits, the same ones whoever contacts them."""
    chosen = {number for number, is_abused in contacts if is_abused or number * 2_654_435_761 // 512 % 10_000 < per_ten_thousand}
    return tuple((one, one) for one in sorted(chosen))
