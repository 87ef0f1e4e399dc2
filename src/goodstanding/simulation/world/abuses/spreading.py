"""How are many numbers used so that each stays small, or is thrown away in time?"""

from typing import Final

from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import STOPS, Voice
from goodstanding.simulation.world.making import NPAS


def _snowshoe(scene: Scene) -> None:
    """One offer leaves by many numbers, little by each: 60 to 150 numbers, 25 to 45, or 11 to 15."""
    lines = scene.own(scene.draw((60, 150), (25, 45), (11, 15)), areas=tuple(scene.rng.sample(NPAS, 12)))
    voice = Voice(scene.rng)
    for _ in range(scene.draw((1, 2), (1, 2), (1, 3))):
        start_ms = scene.begin((11, 12), 7 * HOUR_MS)
        each = [(line, place) for line in lines for place in range(scene.draw((20, 45), (20, 40), (15, 30)))]
        scene.rng.shuffle(each)
        for at_ms, (line, _) in zip(scene.pace(start_ms, 5 * HOUR_MS / len(each), len(each)), each, strict=False):
            _offered(scene, at_ms, line, voice, scene.pick(8, 5, 3))


def _offered(scene: Scene, at_ms: int, line: int, voice: Voice, filtered: float) -> None:
    """Send one offer to a stranger, which a carrier may filter and the stranger may refuse."""
    recipient = scene.someone(near=40)
    if scene.chance(filtered):
        scene.text(at_ms, line, recipient, voice.offer(), status="undelivered", error=30007)
        return
    scene.text(at_ms, line, recipient, voice.offer())
    if scene.chance(3):
        scene.known.add(recipient)
        scene.honest.reply(at_ms + scene.rng.randrange(MINUTE_MS, HOUR_MS), recipient, line, scene.rng.choice(STOPS))


def _thrown_away(scene: Scene) -> None:
    """Numbers are taken, send until they are filtered and are given back: 15 to 30 within 1 to 3 days each, 6 to 10, or 3 to 5."""
    voice = Voice(scene.rng)
    for _ in range(scene.draw((15, 30), (6, 10), (3, 5))):
        life = scene.draw((1, 3), (2, 5), (5, 6))
        taken_ms = scene.begin((8, 10), life * DAY_MS)
        line = scene.rent([(taken_ms, min(taken_ms + life * DAY_MS, scene.world.until_ms - 1))])[0]
        count, filtered = scene.draw((80, 200), (60, 130), (45, 80)), scene.draw((35, 70), (20, 35), (12, 16))
        for at_ms in scene.pace(taken_ms + 3 * HOUR_MS, 5 * HOUR_MS / count, count):
            _offered(scene, at_ms, line, voice, filtered if at_ms > taken_ms + 4 * HOUR_MS else 0)


def _probes(scene: Scene) -> None:
    """Before each burst the same few telephones are sent a copy each, to see what arrives: 12 to 20 bursts, 6 to 9, or 3 to 5."""
    seeds, voice = scene.people(scene.draw((4, 8), (3, 6), (2, 4)), near=60), Voice(scene.rng)
    for _ in range(scene.draw((12, 20), (6, 9), (3, 5))):
        start_ms, sender = scene.begin((11, 16), 3 * HOUR_MS), scene.line()
        chosen = seeds if scene.pick(1, 0, 0) else scene.rng.sample(seeds, max(2, len(seeds) - 1))
        for at_ms, seed in zip(scene.pace(start_ms, 20 * SECOND_MS, len(chosen)), chosen, strict=False):
            scene.text(at_ms, sender, seed, voice.offer())
        burst_ms = start_ms + scene.rng.randint(4, 40) * MINUTE_MS
        for at_ms in scene.pace(burst_ms, 2 * SECOND_MS, scene.rng.randint(150, 400)):
            _offered(scene.honest, at_ms, sender, voice, 4)


ABUSES: Final = (
    staged("snowshoe", "P3.3", _snowshoe),
    staged("numbers-thrown-away", "P3.4", _thrown_away),
    staged("probes-before-bursts", "P3.6", _probes),
)
