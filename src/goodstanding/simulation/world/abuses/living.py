"""What does an account do that has nothing to hide, beside its abuse or before it?"""

from goodstanding.simulation.world.abuses.scene import Scene
from goodstanding.simulation.world.abuses.words import Voice, chat
from goodstanding.simulation.world.making import SHOP, Manner

_OFFICE, _DESK = Manner(620, 80, 150_000), Manner(930, 0, 170_000)


def live_ordinarily(scene: Scene) -> None:
    """Add a month of ordinary traffic of one business or another: an office, a clinic's reminders, codes to sign in."""
    scene.rng.choice((_office, _reminders, live_by_codes, _office))(scene.honest)


def _office(scene: Scene) -> None:
    """People call and are called, a few texts go to and fro."""
    known = scene.people(scene.rng.randint(40, 300), near=80)
    tenant, voice = scene.tenant, Voice(scene.rng)
    for day, count in tenant.volumes(scene.rng.uniform(4, 30)):
        for _ in range(count):
            callee = scene.rng.choice(known)
            _call_out(scene, callee, day)
            if scene.chance(45):
                _call_in(scene, scene.rng.choice(known), day)
            if scene.chance(15):
                _text(scene, callee, tenant.at(day, 11, 17), voice.notice(), 35)


def _reminders(scene: Scene) -> None:
    """Customers are reminded of what they booked; some answer."""
    known, voice = scene.people(scene.rng.randint(200, 900), near=90), Voice(scene.rng)
    for day, count in scene.tenant.volumes(scene.rng.uniform(15, 90)):
        for recipient in scene.rng.sample(known, min(count, len(known))):
            _text(scene, recipient, scene.tenant.at(day, 11, 17), voice.notice(), 15)
        for _ in range(count // 8):
            _call_in(scene, scene.rng.choice(known), day)


def live_by_codes(scene: Scene) -> None:
    """People sign in to a shop and are sent a code."""
    known, voice = scene.people(scene.rng.randint(300, 1500)), Voice(scene.rng)
    for day, count in scene.tenant.volumes(scene.rng.uniform(20, 110), SHOP):
        for _ in range(count):
            _text(scene, scene.rng.choice(known), scene.tenant.at(day, 8, 23), voice.code(), 0)


def _actor(scene: Scene, number: int) -> None:
    scene.tenant.account = scene.who(number)


def _call_out(scene: Scene, callee: int, day: int) -> None:
    line = scene.line()
    _actor(scene, line)
    scene.tenant.call_out(callee, scene.tenant.at(day, 11, 17), _OFFICE, line)


def _call_in(scene: Scene, caller: int, day: int) -> None:
    line = scene.line()
    _actor(scene, line)
    scene.tenant.call_in(caller, scene.tenant.at(day, 9, 18), _DESK, line)


def _text(scene: Scene, recipient: int, at_ms: int, body: str, answered: float) -> None:
    line = scene.line()
    _actor(scene, line)
    if scene.tenant.text(recipient, at_ms, body, line) and scene.chance(answered):
        scene.tenant.hear(recipient, at_ms + scene.rng.randrange(20_000, 3_000_000), chat(scene.rng), line)
