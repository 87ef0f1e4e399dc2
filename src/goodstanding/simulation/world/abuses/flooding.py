"""How is one number, one person or one machine overwhelmed?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice, chat


def _call_flood(scene: Scene) -> None:
    """A line is kept busy: 60 to 150 calls a minute, 20 to 40, or just under the twenty that products warn of."""
    target = scene.someone()
    for _ in range(scene.draw((1, 3), (1, 2), (1, 1))):
        per_minute, minutes = scene.draw((60, 150), (20, 40), (14, 19)), scene.draw((8, 20), (6, 15), (6, 12))
        start_ms = scene.begin((0, 23), HOUR_MS)
        for at_ms in scene.pace(start_ms, MINUTE_MS / per_minute, per_minute * minutes):
            outcome = scene.rng.choices(("busy", "no-answer", "answered", "canceled"), (55, 15, 20, 10))[0]
            _attempt(scene, at_ms, target, outcome)


def _attempt(scene: Scene, at_ms: int, target: int, outcome: str) -> None:
    if outcome == "answered":
        scene.talk(at_ms, scene.line(), target, scene.rng.randrange(500, 9_000))
    else:
        scene.dial(at_ms, scene.line(), target, outcome=outcome, ring_ms=0 if outcome == "busy" else scene.ring())


def _abandoned_for_hours(scene: Scene) -> None:
    """A line rings again and again and nobody is there: 3 to 12 s apart for hours, 15 to 40 s, or nearly a minute."""
    target, hours = scene.someone(), scene.draw((2, 6), (2, 4), (2, 3))
    gap_s = scene.draw((3, 12), (15, 40), (45, 58))
    start_ms = scene.begin((7, 21), hours * HOUR_MS)
    for at_ms in scene.pace(start_ms, gap_s * SECOND_MS, hours * 3600 // gap_s):
        if scene.chance(40):
            scene.talk(at_ms, scene.line(), target, scene.rng.randrange(300, 2_000), ring_ms=scene.rng.randrange(2_000, 9_000))
        else:
            scene.dial(at_ms, scene.line(), target, outcome="canceled", ring_ms=scene.rng.randrange(500, 2_000))


def _message_bomb(scene: Scene) -> None:
    """One person's telephone is filled: hundreds within an hour, dozens within hours, or a steady drip below ten in ten minutes."""
    target = scene.someone()
    count, span_min = scene.draw((200, 900), (60, 160), (32, 50)), scene.draw((10, 60), (60, 240), (240, 600))
    voices = [Voice(scene.rng) for _ in range(scene.rng.choice((1, 1, 8, 20)))]
    start_ms = scene.begin((0, 23), span_min * MINUTE_MS)
    for at_ms in scene.pace(start_ms, span_min * MINUTE_MS / count, count):
        scene.text(at_ms, scene.line(), target, scene.rng.choice(voices).code())


def _loop(scene: Scene) -> None:
    """Two machines thank each other: every second for up to an hour, more slowly, or so slowly that a guard lets them."""
    own, other, voice = scene.line(), scene.someone(), Voice(scene.rng)
    count, gap_ms = scene.draw((600, 3000), (120, 300), (32, 60)), scene.draw((700, 1_400), (1_500, 2_500), (3_000, 4_500))
    start_ms = scene.begin((0, 23), count * gap_ms)
    mine = f"Thanks for writing to {voice.name}. We answer within one working day."
    for place, at_ms in enumerate(scene.pace(start_ms, gap_ms, count)):
        if place % 2:
            scene.text(at_ms, own, other, mine)
        else:
            scene.reply(at_ms, other, own, "I am away and will read your message later." if place else chat(scene.rng))


ABUSES: Final = (
    staged("call-flood", "P5.1", _call_flood),
    staged("abandoned-for-hours", "P5.2", _abandoned_for_hours),
    staged("message-bomb", "P5.3", _message_bomb),
    staged("auto-responder-loop", "P5.5", _loop),
)
