"""How is one person given no peace?"""

from typing import Final

from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice, menace
from goodstanding.simulation.world.making import person, zone_of
from goodstanding.simulation.world.model import WorldComplaint

_NO: Final = ("Leave me alone", "Stop texting me", "Do not contact me again", "STOP", "I said no. Stop calling.")


def _contact(scene: Scene, at_ms: int, line: int, target: int, *, by_text: float = 60) -> None:
    """Write to a person, or call."""
    if scene.chance(by_text):
        scene.text(at_ms, line, target, menace(scene.rng))
    elif scene.chance(30):
        scene.talk(at_ms, line, target, scene.rng.randrange(1_000, 25_000))
    else:
        scene.dial(at_ms, line, target)


def _no_is_no_answer(scene: Scene) -> None:
    """Somebody who said no is contacted on: 60 to 150 times within days, 15 to 30, or 7 to 10 within a week."""
    target, line = scene.someone(near=90), scene.line()
    start_ms, days = scene.begin((9, 18), 7 * DAY_MS), scene.draw((3, 6), (3, 6), (5, 6))
    _contact(scene.honest, start_ms, line, target, by_text=100)
    said_ms = start_ms + scene.rng.randrange(MINUTE_MS, 2 * HOUR_MS)
    scene.honest.reply(said_ms, target, line, scene.rng.choice(_NO))
    count = scene.draw((60, 150), (18, 30), (8, 11))
    for at_ms in scene.pace(said_ms + 10 * MINUTE_MS, days * DAY_MS / count, count):
        _contact(scene, at_ms, line if scene.chance(70) else scene.line(), target)


def _silence(scene: Scene) -> None:
    """Somebody answers and hears nothing: 15 to 30 times a day for days, 8 to 12, or 6 to 7."""
    for target in scene.people(scene.draw((3, 8), (2, 4), (1, 2)), near=90):
        days = scene.draw((3, 5), (2, 3), (1, 2))
        first = scene.rng.randrange(max(1, scene.days - days))
        for day in range(first, first + days):
            for _ in range(scene.draw((15, 30), (9, 13), (6, 8))):
                at_ms = scene.on(day, (9, 20), zone_of(target))
                scene.talk(at_ms, scene.line(), target, scene.rng.randrange(500, 3_000), answered_by="human")


def _many_faces(scene: Scene) -> None:
    """Somebody does not answer, and is called by another number each time: 15 to 40 a day, 6 to 10, or 3 to 5."""
    for target in scene.people(scene.draw((2, 4), (1, 3), (1, 2)), near=90):
        days = scene.draw((3, 6), (2, 4), (2, 3))
        first = scene.rng.randrange(max(1, scene.days - days))
        for day in range(first, first + days):
            callers = [person(scene.rng) for _ in range(scene.draw((15, 40), (6, 10), (4, 5)))]
            if scene.chance(40):
                callers = scene.lines(len(callers))
            for caller in callers:
                outcome = scene.rng.choice(("no-answer", "no-answer", "busy", "canceled"))
                scene.dial(scene.on(day, (9, 20), zone_of(target)), caller, target, outcome=outcome)


def _by_night(scene: Scene) -> None:
    """Somebody is woken: 20 to 50 times a night for days, 6 to 12, or 3 to 5."""
    target, nights = scene.someone(), scene.draw((4, 8), (3, 5), (2, 3))
    first = scene.rng.randrange(max(1, scene.days - nights - 1))
    for night in range(first, min(scene.days, first + nights)):
        for _ in range(scene.draw((20, 50), (7, 12), (4, 5))):
            hours = scene.rng.choice(((22, 24), (0, 6)))
            _contact(scene, scene.on(night, hours, zone_of(target)), scene.line(), target, by_text=40)


def _despite_blocks(scene: Scene) -> None:
    """People block a sender or complain, and it goes on: dozens of people many times, some, or a few once or twice more."""
    voice = Voice(scene.rng)
    for target in scene.people(scene.draw((15, 30), (6, 10), (3, 4)), near=90):
        line, start_ms = scene.line(), scene.begin((10, 15), 6 * DAY_MS)
        if has_complained := scene.chance(50):
            scene.honest.text(start_ms, line, target, voice.offer())
            said_ms = scene.clip(start_ms + scene.rng.randrange(MINUTE_MS, 6 * HOUR_MS))
            complaint = WorldComplaint(scene.held[line], line, target, "spam", said_ms, scene.signal)
            scene.world.complaints.append(complaint)
        else:
            scene.text(start_ms, line, target, voice.offer(), status="undelivered", error=30004)
        day = (start_ms - scene.world.since_ms) // DAY_MS
        for place in range(scene.draw((6, 12), (3, 5), (2, 3))):
            at_ms = scene.on(day + 1 + place % 5, (10, 18), zone_of(target))
            status, error = ("delivered", None) if has_complained else ("undelivered", 30004)
            scene.text(at_ms, line, target, voice.offer(), status=status, error=error)


ABUSES: Final = (
    staged("no-is-no-answer", "P9.1", _no_is_no_answer),
    staged("silence", "P9.3", _silence),
    staged("many-faces", "P9.4", _many_faces),
    staged("by-night", "P9.5", _by_night),
    staged("despite-blocks", "P9.6", _despite_blocks),
)
