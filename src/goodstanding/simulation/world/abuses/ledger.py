"""How does a business with a consent ledger live: customers who agreed, and what it sends them?"""

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.abuses.scene import Scene
from goodstanding.simulation.world.abuses.words import Voice
from goodstanding.simulation.world.making import SHOP, zone_of
from goodstanding.simulation.world.model import WorldConsent

HOW = ("web-form", "keyword", "paper", "call")


def agreed(scene: Scene, count: int) -> list[int]:
    """Pick people who agreed in writing at some time in the two years before, and enter it for each account of theirs."""
    people = scene.people(count, near=70)
    for one in people:
        at_ms = scene.world.since_ms - scene.rng.randrange(DAY_MS, 700 * DAY_MS)
        enter(scene.honest, one, at_ms, "opt-in")
    return people


def enter(scene: Scene, recipient: int, at_ms: int, status: str, how: str = "") -> None:
    """Enter what somebody said, for every account, since one business keeps one ledger."""
    way = how or scene.rng.choice(HOW)
    for account in dict.fromkeys((scene.master, *scene.accounts)):
        is_written = True if status == "opt-in" else None
        scene.world.consents.append(WorldConsent(account, recipient, "", status, way, at_ms, is_written, "", scene.signal))


def live_with_a_ledger(scene: Scene) -> None:
    """Add a month of offers and notices to people who agreed, by daylight where they are."""
    people, voice = agreed(scene, scene.rng.randint(150, 500)), Voice(scene.rng)
    for day, count in scene.tenant.volumes(scene.rng.uniform(15, 70), SHOP):
        for recipient in scene.rng.sample(people, min(count, len(people))):
            at_ms = scene.on(day, (10, 18), zone_of(recipient))
            scene.honest.text(at_ms, scene.line(), recipient, voice.offer() if day % 3 == 0 else voice.notice())
