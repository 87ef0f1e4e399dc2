"""How are texts sent against what carriers and their associations ask for?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import STOPS, Voice
from goodstanding.simulation.world.model import WorldProfile


def _unwanted(scene: Scene) -> None:
    """People leave a list in numbers: 11 to 20 of a hundred on a day, 6 to 9, or 2.5 to 4."""
    voice = Voice(scene.rng)
    for _ in range(scene.draw((2, 4), (2, 3), (1, 3))):
        count, start_ms, share = scene.draw((900, 1800), (300, 600), (140, 260)), 0, scene.draw((110, 200), (60, 90), (30, 45))
        start_ms = scene.begin((11, 12), 8 * HOUR_MS)
        for at_ms, recipient in zip(scene.pace(start_ms, 4 * HOUR_MS / count, count), scene.people(count, near=90), strict=False):
            line = scene.line()
            scene.text(at_ms, line, recipient, voice.offer())
            if scene.chance(share / 10):
                scene.reply(at_ms + scene.rng.randrange(30_000, HOUR_MS), recipient, line, scene.rng.choice(STOPS))


def _stale_list(scene: Scene) -> None:
    """A list is full of numbers that are none: 35 to 60 of a hundred fail, 18 to 26, or 12.5 to 15."""
    voice = Voice(scene.rng)
    for _ in range(scene.draw((2, 4), (2, 3), (1, 3))):
        count, share = scene.draw((900, 2000), (300, 600), (120, 250)), scene.draw((350, 600), (180, 260), (128, 150))
        start_ms = scene.begin((11, 12), 8 * HOUR_MS)
        for at_ms, recipient in zip(scene.pace(start_ms, 5 * HOUR_MS / count, count), scene.people(count), strict=False):
            if scene.chance(share / 10):
                error = scene.rng.choice((30003, 30005, 30005, 30006))
                scene.text(at_ms, scene.line(), recipient, voice.offer(), status="undelivered", error=error)
            else:
                scene.text(at_ms, scene.line(), recipient, voice.offer())


def _not_a_person(scene: Scene) -> None:
    """A person's number sends as machines do: 60 to 150 a minute and thousands a day, 1300 to 2000, or 1010 to 1150."""
    line, voice = scene.line(), Voice(scene.rng)
    scene.world.profiles.append(WorldProfile(scene.held[line], scene.world.since_ms, use_case="person-to-person"))
    for _ in range(scene.draw((1, 2), (1, 1), (1, 1))):
        count, per_minute = scene.draw((3000, 5000), (1300, 2000), (1010, 1150)), scene.draw((60, 150), (18, 40), (3, 9))
        start_ms = scene.begin((11, 12), 9 * HOUR_MS)
        for at_ms, recipient in zip(
            scene.pace(start_ms, MINUTE_MS / per_minute, count), scene.people(count, near=70), strict=False
        ):
            scene.text(at_ms, line, recipient, voice.offer())


def _unregistered(scene: Scene) -> None:
    """Texts go out by numbers that were never registered, and carriers refuse most: hundreds, dozens, or a few."""
    voice, error = Voice(scene.rng), scene.rng.choice((30034, 30034, 30032))
    scene.world.profiles.extend(WorldProfile(one, scene.world.since_ms, is_registered=False) for one in scene.accounts)
    for _ in range(scene.draw((2, 5), (2, 3), (1, 2))):
        count, refused = scene.draw((200, 700), (60, 140), (25, 50)), scene.draw((85, 100), (60, 90), (30, 60))
        for at_ms in scene.pace(scene.begin((11, 12), 7 * HOUR_MS), 5 * HOUR_MS / count, count):
            status = "undelivered" if scene.chance(refused) else "delivered"
            code = error if status == "undelivered" else None
            scene.text(at_ms, scene.line(), scene.someone(near=60), voice.offer(), status=status, error=code)


ABUSES: Final = (
    staged("unwanted-list", "P7.4", _unwanted),
    staged("stale-list", "P7.5", _stale_list),
    staged("not-a-person", "P7.6", _not_a_person),
    staged("unregistered", "P7.7", _unregistered),
)
