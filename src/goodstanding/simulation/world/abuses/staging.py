"""How does the account come to be in which an abuse is done?"""

from collections.abc import Callable
from random import Random
from typing import Final

from goodstanding.simulation.world.abuses.living import live_ordinarily
from goodstanding.simulation.world.abuses.scene import Scene
from goodstanding.simulation.world.making import open_tenant
from goodstanding.simulation.world.model import Strength, World
from goodstanding.simulation.world.shapes import Abuse

Build = Callable[[Scene], None]
NAMES: Final = ("north", "south", "east", "west", "sales", "care", "desk", "labs")


def staged(shape: str, signal: str, build: Build, *, ordinary: Build = live_ordinarily) -> Abuse:
    """Make an abuse of what is to be done on a scene, with another way of living ordinarily where it says so."""

    def live(world: World, rng: Random, key: str, strength: Strength) -> None:
        scene = open_scene(world, rng, key, (shape, signal, strength))
        ordinary(scene.honest)
        build(scene)

    return Abuse(shape, signal, live)


def open_scene(world: World, rng: Random, key: str, truth: tuple[str, str, Strength]) -> Scene:
    """Add a master account, half of the time with 2 to 8 sub-accounts that share its numbers and its abuse."""
    shape, signal, strength = truth
    tenant = open_tenant(world, rng, key, shape, 1, (signal, strength))
    accounts = [key]
    if rng.random() < 0.5:
        accounts = [tenant.under(name).account for name in NAMES[: rng.randint(2, 8)]]
    scene = Scene(world, rng, strength, signal, tenant, accounts, {tenant.numbers[0]: key})
    scene.own(max(rng.randint(1, 5), len(accounts)))
    return scene
