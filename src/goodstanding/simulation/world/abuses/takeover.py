"""What does somebody do with an account that was stolen?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.living import live_ordinarily
from goodstanding.simulation.world.abuses.places import HIGH_RISK, PUMPED, number_in
from goodstanding.simulation.world.abuses.requests import live_by_programs
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import Voice

_THIEVES: Final = ("RO", "VN", "BR", "ID", "UA", "NG", "PK", "TR")


def _lived(scene: Scene) -> None:
    live_ordinarily(scene)
    live_by_programs(scene)


def _new_hands(scene: Scene, account: str, at_ms: int) -> None:
    """The credential is used from a country it was never used from."""
    place = {"ip": f"203.0.113.{scene.rng.randrange(1, 255)}", "country": scene.rng.choice(_THIEVES)}
    for one_ms in scene.pace(at_ms, 2 * MINUTE_MS, scene.draw((6, 20), (4, 10), (2, 4))):
        route = scene.rng.choice(("Accounts", "Balance", "IncomingPhoneNumbers"))
        scene.ask(one_ms, route, 200, account=account, credential=account, ip=place["ip"], country=place["country"])


def _spend(scene: Scene, account: str, since_ms: int) -> None:
    """Calls or codes go where they cost most: hundreds within hours, dozens, or a few over a day."""
    count, span_ms = scene.draw((300, 900), (80, 200), (25, 50)), scene.draw((2, 5), (4, 9), (10, 18)) * HOUR_MS
    by_text, voice = scene.chance(40), Voice(scene.rng)
    ranges = scene.rng.sample(PUMPED if by_text else HIGH_RISK, scene.draw((1, 3), (1, 3), (1, 2)))
    own = [number for number, holder in scene.held.items() if holder == account]
    for at_ms in scene.pace(since_ms, span_ms / count, count):
        callee = number_in(scene.rng, scene.rng.choice(ranges))
        if by_text:
            scene.text(at_ms, scene.rng.choice(own), callee, voice.code())
        elif scene.chance(80):
            scene.talk(at_ms, scene.rng.choice(own), callee, scene.rng.randrange(120_000, 1_800_000))
        else:
            scene.dial(at_ms, scene.rng.choice(own), callee, outcome="failed", ring_ms=0)


def _stolen(scene: Scene) -> None:
    """A credential appears in a new country, and within a day the account calls where it never called."""
    account = scene.who(scene.line())
    start_ms = scene.begin((0, 5), 26 * HOUR_MS, after=0.5)
    _new_hands(scene, account, start_ms)
    _spend(scene, account, start_ms + scene.draw((10, 60), (30, 200), (200, 400)) * MINUTE_MS)


def _permitted(scene: Scene) -> None:
    """Destinations that were barred are permitted, and within a day calls go there."""
    account = scene.who(scene.line())
    start_ms = scene.begin((0, 5), 26 * HOUR_MS, after=0.5)
    for at_ms in scene.pace(start_ms, MINUTE_MS, scene.draw((3, 12), (2, 5), (1, 2))):
        scene.ask(at_ms, "DialingPermissions", 200, method="POST", account=account, credential=account, target="Countries")
    _spend(scene, account, start_ms + scene.draw((15, 60), (30, 200), (200, 400)) * MINUTE_MS)


ABUSES: Final = (
    staged("stolen-credential", "P2.4", _stolen, ordinary=_lived),
    staged("permitted-then-spent", "P2.7", _permitted, ordinary=_lived),
)
