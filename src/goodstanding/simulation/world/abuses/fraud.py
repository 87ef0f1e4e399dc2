"""How are calls turned into money that somebody else pays?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.places import HIGH_COST_DOMESTIC, HIGH_RISK, MID_PRICED, ONE_RING, Range, number_in
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice


def _revenue_share(scene: Scene) -> None:
    """An exchange is made to call ranges that pay for it: hundreds a night, dozens, or a few among the day's calls."""
    ranges = scene.rng.sample(scene.pick(HIGH_RISK, HIGH_RISK, (*HIGH_RISK[2:], *MID_PRICED)), scene.draw((1, 2), (1, 3), (2, 4)))
    nights = scene.draw((1, 3), (1, 3), (3, 6))
    hours = scene.pick((0, 3), (0, 3), (9, 18))
    for _ in range(nights):
        count, span_ms = scene.draw((200, 700), (50, 150), (12, 30)), scene.draw((2, 5), (3, 6), (5, 9)) * HOUR_MS
        for at_ms in scene.pace(scene.begin(hours, span_ms, after=0.35), span_ms / count, count):
            _paid_call(scene, at_ms, scene.rng.choice(ranges))


def _paid_call(scene: Scene, at_ms: int, range_: Range) -> None:
    first, digits = range_
    callee = number_in(scene.rng, (first * 10 ** max(0, digits - 4), min(4, digits)))
    if scene.chance(85):
        talk_ms = scene.rng.choice((600, 900, 1800)) * SECOND_MS + scene.rng.randrange(3_000)
        scene.talk(at_ms, scene.line(), callee, talk_ms if scene.chance(60) else scene.rng.randrange(120_000, 2_400_000))
    else:
        scene.dial(at_ms, scene.line(), callee, outcome="failed", ring_ms=0)


def _one_ring(scene: Scene) -> None:
    """Telephones ring once, so that people call a number that costs: thousands within hours, hundreds, or some hundred an hour."""
    shown = number_in(scene.rng, scene.rng.choice(ONE_RING))
    callers = [shown + place for place in range(scene.draw((1, 3), (1, 5), (3, 8)))]
    hours, per_hour = scene.draw((3, 6), (2, 4), (2, 4)), scene.draw((600, 1500), (220, 400), (95, 130))
    ends_early = scene.draw((92, 99), (85, 93), (76, 84))
    start_ms = scene.begin((7, 19), (hours + 20) * HOUR_MS)
    for at_ms in scene.pace(start_ms, HOUR_MS / per_hour, hours * per_hour):
        callee, caller = scene.someone(), scene.rng.choice(callers)
        if scene.chance(ends_early):
            ring_ms = scene.rng.randrange(700, scene.pick(2_500, 3_500, 4_500))
            scene.dial(at_ms, caller, callee, outcome="canceled", ring_ms=ring_ms)
        else:
            scene.talk(at_ms, caller, callee, scene.rng.randrange(300, 3_000), ring_ms=scene.rng.randrange(1_000, 5_000))
        if scene.chance(3):
            back_ms = scene.clip(at_ms + scene.rng.randrange(20_000, 18_000_000))
            scene.talk(back_ms, callee, caller, scene.rng.randrange(20_000, 400_000), direction="inbound")


def _arbitrage(scene: Scene) -> None:
    """Calls are sent to exchanges that are paid much for each: most of a day's calls, a third to a half, or just over a fifth."""
    range_ = scene.rng.choice(HIGH_COST_DOMESTIC)
    first = range_[0] * 10_000 + 2000 + scene.rng.randrange(80) * 100
    share = scene.draw((60, 85), (36, 50), (22, 28))
    for _ in range(scene.draw((2, 4), (2, 4), (2, 4))):
        total, start_ms = scene.rng.randint(350, 700), scene.begin((8, 9), 12 * HOUR_MS)
        for at_ms in scene.pace(start_ms, 10 * HOUR_MS / total, total):
            if scene.chance(share):
                scene.talk(at_ms, scene.line(), first + scene.rng.randrange(40), scene.rng.randrange(400_000, 3_000_000))
            else:
                scene.honest.talk(at_ms, scene.line(), scene.someone(), int(15_000 + scene.rng.expovariate(1 / 120_000)))


def _sim_box(scene: Scene) -> None:
    """Codes of strangers leave by many numbers, few by each and none answered: 60 to 150 numbers, 25 to 50, or 12 to 20."""
    lines = scene.own(scene.draw((60, 150), (25, 50), (12, 20)))
    voices = [Voice(scene.rng) for _ in range(scene.draw((5, 12), (4, 8), (2, 4)))]
    days = min(scene.days, scene.draw((3, 6), (3, 6), (4, 8)))
    first = scene.rng.randint(0, scene.days - days)
    for day in range(first, first + days):
        for line in lines:
            for _ in range(scene.draw((15, 35), (10, 25), (8, 15))):
                _carried(scene, scene.on(day, (7, 22)), line, scene.rng.choice(voices))


def _carried(scene: Scene, at_ms: int, line: int, voice: Voice) -> None:
    recipient = scene.someone()
    scene.text(at_ms, line, recipient, voice.code() if scene.chance(70) else voice.notice())
    if scene.chance(scene.pick(0.5, 3, 7)):
        scene.honest.reply(at_ms + scene.rng.randrange(MINUTE_MS, HOUR_MS), recipient, line, "Who is this?")


ABUSES: Final = (
    staged("revenue-share", "P11.4", _revenue_share),
    staged("one-ring", "P11.5", _one_ring),
    staged("arbitrage", "P11.8", _arbitrage),
    staged("sim-box", "P11.12", _sim_box),
)
