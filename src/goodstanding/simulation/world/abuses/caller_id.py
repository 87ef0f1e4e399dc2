"""How is it hidden who calls?"""

from collections.abc import Callable
from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.places import DO_NOT_ORIGINATE, INVALID, number_in
from goodstanding.simulation.world.abuses.scene import Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.making import person
from goodstanding.simulation.world.model import WorldSignalling

_Shown = Callable[[int], int]


def _call_as(scene: Scene, count: int, shown: _Shown, lying: float = 100) -> None:
    """Call strangers over a day; of a hundred calls so many show what `shown` makes of the callee, the others an own number."""
    for at_ms in scene.pace(scene.begin((11, 12), 9 * HOUR_MS), 5 * HOUR_MS / count, count):
        callee = scene.someone(near=60)
        is_lie = scene.chance(lying)
        actor, caller = (scene, shown(callee)) if is_lie else (scene.honest, scene.line())
        if scene.chance(scene.pick(30, 40, 50)):
            actor.talk(at_ms, caller, callee, int(4_000 + scene.rng.expovariate(1 / 50_000)))
        else:
            actor.dial(at_ms, caller, callee)


def _not_theirs(scene: Scene) -> None:
    """Calls show numbers of others: most of hundreds, a third, or one in ten."""
    lent = [person(scene.rng) for _ in range(scene.draw((20, 80), (5, 20), (2, 5)))]
    for _ in range(scene.draw((2, 3), (2, 3), (1, 2))):
        _call_as(scene, scene.draw((400, 900), (200, 350), (150, 250)), lambda _: scene.rng.choice(lent), scene.pick(90, 35, 12))


def _barred(scene: Scene) -> None:
    """Calls show numbers that only ever receive, as those of banks: hundreds, dozens, or some."""
    shown = [number_in(scene.rng, scene.rng.choice(DO_NOT_ORIGINATE)) for _ in range(scene.draw((1, 5), (1, 3), (1, 2)))]
    for _ in range(scene.draw((2, 3), (1, 2), (1, 1))):
        _call_as(scene, scene.draw((400, 900), (150, 300), (150, 250)), lambda _: scene.rng.choice(shown), scene.pick(90, 50, 14))


def _impossible(scene: Scene) -> None:
    """Calls show numbers that no plan has: hundreds, dozens, or some."""
    chosen = scene.rng.sample(INVALID, scene.draw((2, 4), (1, 3), (1, 2)))
    for _ in range(scene.draw((2, 3), (1, 2), (1, 1))):
        count = scene.draw((400, 900), (150, 300), (150, 250))
        _call_as(scene, count, lambda _: number_in(scene.rng, scene.rng.choice(chosen)), scene.pick(90, 50, 14))


def _neighbours(scene: Scene) -> None:
    """Each call shows a number of the callee's own exchange: nearly all of a thousand, most, or rather more than half."""
    for _ in range(scene.draw((2, 3), (2, 2), (1, 2))):
        count = scene.draw((700, 1500), (260, 420), (200, 260))
        _call_as(scene, count, lambda callee: callee // 10_000 * 10_000 + scene.rng.randrange(10_000), scene.pick(96, 76, 58))


def _never_the_same(scene: Scene) -> None:
    """Every call or two shows another number of anywhere: 2000 to 3500 a day, 800 to 1100, or just over five hundred."""
    for _ in range(scene.draw((2, 3), (2, 2), (1, 1))):
        pool = scene.people(scene.draw((2000, 3000), (800, 1100), (520, 580)))
        again = iter([*pool, *(one for one in pool if scene.chance(60))])
        count = int(len(pool) * 1.55)
        _call_as(scene, count, lambda _, again=again: next(again, scene.line()))  # type: ignore[misc]


def _vouched_for_by_nobody(scene: Scene) -> None:
    """The network does not vouch for the number shown: on 60 to 95 of a hundred calls, 20 to 30, or 6 to 10."""
    share = scene.draw((60, 95), (20, 30), (6, 10))
    for _ in range(scene.draw((3, 4), (2, 3), (2, 3))):
        count = scene.draw((300, 700), (200, 350), (180, 300))
        for at_ms in scene.pace(scene.begin((11, 12), 9 * HOUR_MS), 5 * HOUR_MS / count, count):
            is_doubted = scene.chance(share)
            actor = scene if is_doubted else scene.honest
            call = actor.talk(at_ms, scene.line(), scene.someone(near=60), int(6_000 + scene.rng.expovariate(1 / 80_000)))
            attestation = scene.rng.choice(("B", "C", "C")) if is_doubted else "A"
            scene.world.signalling.append(WorldSignalling(call, attestation, 200, 16))


ABUSES: Final = (
    staged("numbers-of-others", "P17.1", _not_theirs),
    staged("barred-numbers", "P17.2", _barred),
    staged("impossible-numbers", "P17.3", _impossible),
    staged("neighbours", "P17.4", _neighbours),
    staged("never-the-same-number", "P17.5", _never_the_same),
    staged("vouched-for-by-nobody", "P17.6", _vouched_for_by_nobody),
)
