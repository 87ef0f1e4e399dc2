"""How is a labelled world made: honest businesses of many shapes, and each abuse at each strength among them?"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from goodstanding.periods import Month
from goodstanding.simulation.world.background import add_background
from goodstanding.simulation.world.honest.catalogue import COMMON
from goodstanding.simulation.world.model import Strength, World
from goodstanding.simulation.world.shapes import Abuse

STRENGTHS: Final = tuple(Strength)
Live = Callable[[World, Random, str], None]


def a_world(
    month: str,
    rng: Random,
    *,
    honest: int = 200,
    abuses: Sequence[Abuse] = (),
    strengths: Sequence[Strength] = STRENGTHS,
    times: int = 1,
) -> World:
    """Make a month of `honest` masters over all shapes, and of each abuse at each strength `times` masters, mixed.

    Calls, messages and requests are in the order of time. An account's id says nothing of what it is.
    """
    world = World(*Month.parse(month).bounds_ms("UTC"))
    living = [*_honest(rng, honest), *_abusing(abuses, strengths, times)]
    rng.shuffle(living)
    for place, live in enumerate(living):
        live(world, Random(rng.random()), f"AC{place:06d}")  # noqa: S311 - made-up traffic, not a secret
    add_background(world, rng)
    world.calls.sort(key=lambda one: one.started_ms)
    world.messages.sort(key=lambda one: one.at_ms)
    world.requests.sort(key=lambda one: one.at_ms)
    world.consents.sort(key=lambda one: one.at_ms)
    world.complaints.sort(key=lambda one: one.at_ms)
    world.signalling.sort(key=lambda one: one.call.started_ms)
    return world


def _honest(rng: Random, count: int) -> list[Live]:
    """Pick businesses: each shape once, as far as they go, and then as common as they are."""
    shapes = [business for business, _ in COMMON]
    rng.shuffle(shapes)
    often = {one.shape: share for one, share in COMMON}
    more = rng.choices(shapes, [often[shape.shape] for shape in shapes], k=count)
    return [one.live for one in [*shapes, *more][:count]]


def _abusing(abuses: Sequence[Abuse], strengths: Sequence[Strength], times: int) -> list[Live]:
    return [_at(abuse, strength) for abuse in abuses for strength in strengths for _ in range(times)]


def _at(abuse: Abuse, strength: Strength) -> Live:
    def live(world: World, rng: Random, key: str) -> None:
        abuse.live(world, rng, key, strength)

    return live
