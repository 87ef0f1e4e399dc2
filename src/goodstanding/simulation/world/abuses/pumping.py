"""How is an account used, against its will, to make somebody else earn on its calls and codes?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.living import live_by_codes
from goodstanding.simulation.world.abuses.places import PUMPED
from goodstanding.simulation.world.abuses.scene import SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice
from goodstanding.simulation.world.making import TOLL_FREE, Manner, person

_SERVICE: Final = Manner(960, 0, 190_000)


def _service_line(scene: Scene) -> list[int]:
    """Take toll-free numbers that customers call on working days."""
    lines = scene.own(scene.rng.randint(1, 3), areas=(scene.rng.choice(TOLL_FREE),), kind="toll-free")
    for day, count in scene.tenant.volumes(scene.rng.uniform(15, 60)):
        for _ in range(count):
            line = scene.rng.choice(lines)
            scene.tenant.account = scene.held[line]
            scene.tenant.call_in(scene.someone(), scene.tenant.at(day, 8, 19), _SERVICE, line)
    return lines


def _callers(scene: Scene) -> list[int]:
    """Make up who seems to call: adjacent numbers of a few exchanges, some of them over and over."""
    blocks = [person(scene.rng) // 1000 * 1000 for _ in range(scene.draw((1, 3), (2, 5), (5, 12)))]
    return [block + scene.rng.randrange(1000) for block in blocks for _ in range(scene.draw((40, 150), (30, 100), (30, 60)))]


def _dead_air(scene: Scene, at_ms: int, callers: list[int], line: int) -> None:
    """Call and say nothing until the menu hangs up, which it does after about as long each time; or hang up at once."""
    talk_ms = scene.rng.randrange(2_000, 11_000) if scene.chance(30) else 58_000 + scene.rng.randrange(6_000)
    caller = scene.rng.choice(callers)
    scene.talk(at_ms, caller, line, talk_ms, direction="inbound", ring_ms=scene.rng.randrange(500, 3_000))


def _toll_free_pumping(scene: Scene) -> None:
    """Evenings and weekends, machines call toll-free lines: 600 to 1500 a day for days, 150 to 400, or 40 to 90 for longer."""
    lines, callers = _service_line(scene), _callers(scene)
    days = min(scene.days, scene.draw((4, 9), (5, 10), (8, 14)))
    first = scene.rng.randint(0, scene.days - days)
    for day in range(first, first + days):
        for _ in range(scene.draw((600, 1500), (150, 400), (40, 90))):
            _dead_air(scene, scene.on(day, (18, 24)), callers, scene.rng.choice(lines))


def _toll_free_flood(scene: Scene) -> None:
    """A toll-free line is filled with silence for an evening: a call every second or two, every ten, or every half minute."""
    line, callers = scene.rng.choice(_service_line(scene)), _callers(scene)
    for _ in range(scene.draw((2, 4), (2, 3), (1, 2))):
        hours = scene.rng.randint(2, 4)
        gap_ms = scene.draw((3, 8), (12, 25), (35, 60)) * SECOND_MS
        start_ms = scene.begin((18, 22), hours * HOUR_MS)
        for at_ms in scene.pace(start_ms, gap_ms, hours * HOUR_MS // gap_ms):
            _dead_air(scene, at_ms, callers, line)


def _codes_pumped(scene: Scene) -> None:
    """A form is made to send codes to adjacent numbers abroad that nobody enters: thousands in hours, hundreds, or a trickle."""
    voice = Voice(scene.rng)
    for _ in range(scene.draw((1, 3), (1, 3), (2, 4))):
        ranges = scene.rng.sample(PUMPED, scene.draw((1, 2), (1, 3), (2, 4)))
        # the ranges that a fraudster rented: a few hundred adjacent lines each
        blocks = [first * 10**digits + scene.rng.randrange(10 ** (digits - 3)) * 1000 for first, digits in ranges]
        count, hours = scene.draw((1200, 3000), (250, 600), (60, 150)), scene.draw((2, 6), (3, 8), (6, 14))
        places = [scene.rng.randrange(50) for _ in blocks]
        for at_ms in scene.pace(scene.begin((0, 23), hours * HOUR_MS, after=0.4), hours * HOUR_MS / count, count):
            which = scene.rng.randrange(len(blocks))
            places[which] += scene.rng.choice((1, 1, 1, 2, 3)) if scene.chance(85) else 0
            status = "delivered" if scene.chance(55) else scene.rng.choice(("undelivered", "sent", "failed"))
            error = {"undelivered": 30008, "failed": 30003}.get(status)
            scene.text(at_ms, scene.line(), blocks[which] + places[which] % 1000, voice.code(), status=status, error=error)


ABUSES: Final = (
    staged("toll-free-flood", "P5.7", _toll_free_flood),
    staged("toll-free-pumping", "P11.7", _toll_free_pumping),
    staged("codes-pumped", "P11.6", _codes_pumped, ordinary=live_by_codes),
)
