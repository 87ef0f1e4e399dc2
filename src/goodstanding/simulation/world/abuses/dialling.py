"""How does a dialler annoy the many that it calls?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.living import live_ordinarily
from goodstanding.simulation.world.abuses.scene import SECOND_MS, Range, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.model import WorldCall, WorldProfile, WorldSignalling

_AT_WORK: Final = (11, 12)


def live_by_selling(scene: Scene) -> None:
    """Add a month of ordinary traffic of an account that says it sells by telephone."""
    scene.world.profiles.extend(WorldProfile(one, scene.world.since_ms, use_case="telemarketing") for one in scene.accounts)
    live_ordinarily(scene)


def _campaign(scene: Scene, each: int, days: int) -> list[tuple[int, int]]:
    """Return when a campaign calls whom, over some days, by daylight."""
    found: list[tuple[int, int]] = []
    for _ in range(days):
        times = scene.pace(scene.begin(_AT_WORK, 8 * HOUR_MS), 5 * HOUR_MS / each, each)
        found.extend((at_ms, scene.someone(near=95)) for at_ms in times)
    return found


def _conversation(scene: Scene, mean_s: int) -> int:
    return int(1_500 + scene.rng.expovariate(1 / (mean_s * SECOND_MS)))


def _poor_calls(scene: Scene) -> None:
    """Few answer and soon hang up: 10 to 25 of a hundred for some 7 s, 32 to 44 for 15, or 50 to 57 for 25."""
    each, answered = scene.draw((900, 1800), (300, 550), (150, 220)), scene.draw((10, 25), (32, 44), (50, 57))
    mean_s = scene.draw((5, 10), (12, 18), (22, 27))
    for at_ms, callee in _campaign(scene, each, scene.draw((2, 4), (2, 3), (2, 3))):
        if scene.chance(answered):
            scene.talk(at_ms, scene.line(), callee, _conversation(scene, mean_s), answered_by=_who(scene, 25))
        else:
            _unanswered(scene, at_ms, callee, (14_000, 32_000))


def _who(scene: Scene, machines: float) -> str:
    return "machine" if scene.chance(machines) else "human"


def _unanswered(scene: Scene, at_ms: int, callee: int, ring: Range) -> WorldCall:
    outcome = scene.rng.choices(("no-answer", "canceled", "busy", "failed"), (60, 20, 12, 8))[0]
    return scene.dial(at_ms, scene.line(), callee, outcome=outcome, ring_ms=scene.rng.randrange(*ring))


def _short_ringing(scene: Scene) -> None:
    """Calls stop before anybody can reach the telephone: most after 4 to 8 s, half after 7 to 11, or a third after 11 to 14."""
    each, short = scene.draw((600, 1500), (220, 400), (110, 160)), scene.draw((75, 95), (48, 62), (28, 38))
    ring = scene.pick((3_000, 8_000), (6_500, 11_500), (10_500, 14_500))
    for at_ms, callee in _campaign(scene, each, scene.draw((2, 4), (2, 3), (2, 3))):
        if scene.chance(35):
            scene.honest.talk(at_ms, scene.line(), callee, _conversation(scene, 70), answered_by=_who(scene, 40))
        elif scene.chance(short):
            scene.dial(at_ms, scene.line(), callee, outcome="no-answer", ring_ms=scene.rng.randrange(*ring))
        else:
            scene.honest.dial(at_ms, scene.line(), callee, outcome="no-answer", ring_ms=scene.rng.randrange(16_000, 33_000))


def _abandoned(scene: Scene) -> None:
    """People answer and nobody is there: 25 to 45 of a hundred who answer, 10 to 15, or 4 to 6."""
    each, share = scene.draw((700, 1500), (300, 500), (220, 320)), scene.draw((250, 450), (100, 150), (42, 62))
    for at_ms, callee in _campaign(scene, each, scene.draw((3, 5), (3, 4), (3, 4))):
        if scene.chance(52):
            _unanswered(scene.honest, at_ms, callee, (16_000, 33_000))
        elif scene.chance(30):
            scene.honest.talk(at_ms, scene.line(), callee, scene.rng.randrange(3_000, 25_000), answered_by="machine")
        elif scene.chance(share / 10):
            call = scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(800, 3_500), answered_by="human")
            scene.world.signalling.append(WorldSignalling(call, "A", 200, 16, "us"))
        else:
            call = scene.honest.talk(at_ms, scene.line(), callee, 9_000 + _conversation(scene, 90), answered_by="human")
            scene.world.signalling.append(WorldSignalling(call, "A", 200, 16, scene.rng.choice(("us", "far-end"))))


def _voicemail_drops(scene: Scene) -> None:
    """Messages appear in voice mail and no telephone rang: hundreds a day, some hundred, or dozens after half a ring."""
    each, length_ms = scene.draw((600, 1500), (180, 350), (60, 110)), scene.rng.randrange(18_000, 45_000)
    for at_ms, callee in _campaign(scene, each, scene.draw((2, 4), (1, 3), (1, 2))):
        ring_ms = scene.rng.randrange(scene.pick(200, 700, 1_500) + 1)
        if scene.chance(scene.pick(95, 85, 75)):
            talk_ms = length_ms + scene.rng.randrange(2_000)
            scene.talk(at_ms, scene.line(), callee, talk_ms, answered_by="machine", ring_ms=ring_ms)
        else:
            scene.dial(at_ms, scene.line(), callee, outcome="failed", ring_ms=ring_ms)


ABUSES: Final = (
    staged("poor-calls", "P7.12", _poor_calls),
    staged("short-ringing", "P7.13", _short_ringing),
    staged("short-ringing-to-sell", "P8.9", _short_ringing, ordinary=live_by_selling),
    staged("abandoned-calls", "P8.8", _abandoned, ordinary=live_by_selling),
    staged("voicemail-drops", "P9.7", _voicemail_drops),
)
