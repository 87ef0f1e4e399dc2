"""How is it found out which numbers exist, and what they are?"""

from collections.abc import Iterator
from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.scene import SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice
from goodstanding.simulation.world.making import FOREIGN, foreigner, person


def _walk(scene: Scene, count: int) -> Iterator[int]:
    """Yield numbers in a row, or in several rows by turns, with leaps and strangers between them when care is taken."""
    rows = [person(scene.rng) // 10_000 * 10_000 + scene.rng.randrange(7_000) for _ in range(scene.draw((1, 1), (1, 2), (2, 3)))]
    step, strangers, turn = scene.pick(1, 3, 9), scene.pick(0, 10, 30), 0
    for _ in range(count):
        if scene.chance(strangers):
            yield scene.someone()
            continue
        if scene.chance(scene.pick(1, 5, 8)):
            turn = scene.rng.randrange(len(rows))
        rows[turn] += scene.rng.randint(1, step)
        yield rows[turn]


def _block_dialling(scene: Scene) -> None:
    """A block is called from its first number to its last: thousands by ones, hundreds with small steps, or mixed rows."""
    for _ in range(scene.draw((1, 2), (1, 2), (2, 3))):
        count, gap_ms = scene.draw((1200, 3000), (300, 700), (70, 130)), scene.draw((2, 8), (4, 15), (15, 60)) * SECOND_MS
        for at_ms, callee in zip(
            scene.pace(scene.begin((8, 12), count * gap_ms), gap_ms, count), _walk(scene, count), strict=False
        ):
            if scene.chance(45):
                scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(1_000, 14_000))
            else:
                outcome = scene.rng.choice(("no-answer", "failed", "busy", "canceled"))
                scene.dial(at_ms, scene.line(), callee, outcome=outcome, ring_ms=scene.rng.randrange(12_000))


def _ping_calls(scene: Scene) -> None:
    """Calls end as soon as it rings, to learn which lines live: thousands, hundreds, or some amid others."""
    count, share = scene.draw((1500, 4000), (400, 900), (130, 260)), scene.draw((85, 97), (74, 84), (62, 70))
    span_ms = scene.draw((2, 6), (3, 8), (5, 9)) * HOUR_MS
    walk = _walk(scene, count) if scene.chance(50) else iter(scene.people(count, near=50))
    for at_ms, callee in zip(scene.pace(scene.begin((9, 11), span_ms), span_ms / count, count), walk, strict=False):
        if scene.chance(share):
            scene.dial(at_ms, scene.line(), callee, outcome="canceled", ring_ms=scene.rng.randrange(300, 2_500))
        elif scene.chance(50):
            scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(300, 3_000))
        else:
            scene.dial(at_ms, scene.line(), callee, outcome=scene.rng.choice(("failed", "busy")), ring_ms=0)


def _lookups(scene: Scene) -> None:
    """Numbers are looked up that nobody writes to: thousands a day in a row, a thousand or two, or about a thousand."""
    for _ in range(scene.draw((1, 2), (1, 1), (1, 1))):
        count, hours = scene.draw((4000, 9000), (1800, 3200), (1010, 1300)), scene.draw((2, 8), (5, 10), (8, 11))
        gap_ms, account = hours * HOUR_MS / count, scene.who()
        for at_ms, number in zip(
            scene.pace(scene.begin((9, 12), hours * HOUR_MS), gap_ms, count), _walk(scene, count), strict=False
        ):
            status = 200 if scene.chance(80) else 404
            scene.ask(at_ms, "Lookups", status, account=account, credential=account, target=f"+{number}")


def _is_anybody_there(scene: Scene) -> None:
    """Messages over an application's channel show who uses it, since most numbers do not: 60 to 90 in a hundred, half, a third."""
    voice, country = Voice(scene.rng), scene.rng.choice(tuple(FOREIGN))
    for _ in range(scene.draw((1, 3), (1, 2), (1, 2))):
        count, unknown = scene.draw((800, 2500), (250, 500), (90, 160)), scene.draw((65, 92), (45, 60), (28, 36))
        hours = scene.draw((1, 5), (2, 6), (4, 9))
        for at_ms in scene.pace(scene.begin((8, 20), hours * HOUR_MS), hours * HOUR_MS / count, count):
            recipient = scene.someone(near=30) if scene.chance(60) else foreigner(scene.rng, country)
            if scene.chance(unknown):
                error = scene.rng.choice((63003, 63024, 63024, 63032))
                scene.text(at_ms, scene.line(), recipient, voice.notice(), status="failed", error=error)
            else:
                scene.text(at_ms, scene.line(), recipient, voice.notice())


ABUSES: Final = (
    staged("block-dialling", "P10.1", _block_dialling),
    staged("ping-calls", "P10.2", _ping_calls),
    staged("lookups-without-sends", "P10.3", _lookups),
    staged("is-anybody-there", "P10.6", _is_anybody_there),
)
