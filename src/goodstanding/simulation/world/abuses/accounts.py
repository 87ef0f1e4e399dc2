"""How is an account used for what it was not given for?"""

from typing import Final

from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.world.abuses.places import EMERGENCY, PSAP, SANCTIONED, number_in
from goodstanding.simulation.world.abuses.scene import SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice
from goodstanding.simulation.world.making import FOREIGN, NPAS, foreigner
from goodstanding.simulation.world.model import WorldProfile


def _emergency(scene: Scene) -> None:
    """A machine calls for help that nobody needs: a hundred times and more, dozens, or a few."""
    line_of_help = number_in(scene.rng, scene.rng.choice(PSAP))
    count, gap_s = scene.draw((100, 400), (20, 50), (4, 9)), scene.draw((5, 30), (30, 120), (300, 1500))
    start_ms = scene.begin((0, 22), count * gap_s * SECOND_MS)
    for at_ms in scene.pace(start_ms, gap_s * SECOND_MS, count):
        callee = line_of_help if scene.chance(40) else scene.rng.choice(EMERGENCY)
        scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(1_000, 25_000))


def _sanctioned(scene: Scene) -> None:
    """Traffic goes where none may: hundreds of calls and texts, dozens, or a few."""
    range_, voice = scene.rng.choice(SANCTIONED), Voice(scene.rng)
    for _ in range(scene.draw((150, 500), (30, 80), (5, 12))):
        at_ms, callee = scene.on(scene.rng.randrange(scene.days), (8, 20)), number_in(scene.rng, range_)
        if scene.chance(50):
            scene.text(at_ms, scene.line(), callee, voice.notice())
        else:
            scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(10_000, 400_000))


def _as_declared(scene: Scene) -> None:
    """Declare a number of messages a day, to one country, and keep to it."""
    declared, voice = scene.rng.randint(60, 120), Voice(scene.rng)
    since_ms = scene.world.since_ms - 90 * DAY_MS
    profile = WorldProfile(scene.master, since_ms, use_case="notifications", per_day=declared, countries=("US",))
    scene.world.profiles.append(profile)
    for day, count in scene.tenant.volumes(declared * scene.rng.uniform(0.3, 0.6)):
        for _ in range(count):
            scene.honest.text(scene.on(day, (11, 17)), scene.line(), scene.someone(near=60), voice.notice())


def _drift(scene: Scene) -> None:
    """Much more is sent than was declared, or elsewhere: 8 to 14 times as much, 4.5 to 6, or 3.2 to 3.8."""
    declared, voice = scene.world.profiles[-1].per_day or 1, Voice(scene.rng)
    elsewhere = scene.draw((20, 60), (10, 20), (6, 9)) if scene.chance(50) else 0
    country = scene.rng.choice(tuple(FOREIGN))
    for _ in range(scene.draw((5, 8), (4, 6), (3, 4))):
        count = declared * scene.draw((80, 140), (45, 60), (32, 38)) // 10
        for at_ms in scene.pace(scene.begin((11, 12), 9 * HOUR_MS, after=0.3), 5 * HOUR_MS / count, count):
            recipient = foreigner(scene.rng, country) if scene.chance(elsewhere) else scene.someone(near=60)
            scene.text(at_ms, scene.line(), recipient, voice.offer() if scene.chance(50) else voice.notice())


def _many_brands(scene: Scene) -> None:
    """One account speaks for many businesses: 25 to 50 brands, 10 to 15, or 5 to 7."""
    for place in range(scene.draw((25, 50), (10, 15), (5, 7))):
        voice, line = _voice_of(scene, place), scene.line()
        for at_ms in scene.pace(scene.begin((11, 12), 8 * HOUR_MS), 5 * 60 * SECOND_MS, scene.rng.randint(50, 80)):
            scene.text(at_ms, line, scene.someone(near=80), voice.offer() if scene.chance(60) else voice.notice())


def _voice_of(scene: Scene, place: int) -> Voice:
    """Make up a brand whose name nobody else in the account has."""
    voice = Voice(scene.rng)
    voice.name = f"{voice.name}{chr(ord('a') + place % 26)}{'o' * (place // 26)}"
    return voice


def _hoard(scene: Scene) -> None:
    """Numbers are taken to be ported away: 150 to 300 taken and most gone in days, dozens and a third, or some and one in seven."""
    count, gone = scene.draw((150, 300), (40, 80), (16, 25)), scene.draw((60, 90), (30, 45), (16, 22))
    times = list(scene.pace(scene.begin((8, 12), DAY_MS), 20 * SECOND_MS, count))
    stay = scene.pick((DAY_MS, 8 * DAY_MS), (2 * DAY_MS, 12 * DAY_MS), (5 * DAY_MS, 24 * DAY_MS))
    leaving = [at_ms + scene.rng.randrange(*stay) if scene.chance(gone) else scene.world.until_ms for at_ms in times]
    spans = [
        (since_ms, until_ms if until_ms < scene.world.until_ms else None) for since_ms, until_ms in zip(times, leaving, strict=True)
    ]
    numbers = scene.rent(spans, areas=tuple(scene.rng.sample(NPAS, 5)))
    for number, (since_ms, until_ms) in zip(numbers, spans, strict=True):
        account = scene.held[number]
        scene.ask(since_ms, "IncomingPhoneNumbers", 201, method="POST", account=account, credential=account, target=f"+{number}")
        if until_ms:
            scene.ask(until_ms, "PortOuts", 201, method="POST", account=account, credential=account, target=f"+{number}")


ABUSES: Final = (
    staged("emergency-misused", "P4.1", _emergency),
    staged("sanctioned-places", "P13.1", _sanctioned),
    staged("drift", "P18.1", _drift, ordinary=_as_declared),
    staged("many-brands", "P18.3", _many_brands),
    staged("hoard", "P18.4", _hoard),
)
