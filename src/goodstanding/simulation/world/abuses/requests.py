"""How is the programming interface overrun, probed or emptied?"""

from typing import Final

from goodstanding.periods import HOUR_MS
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.making import many
from goodstanding.simulation.world.model import WorldProfile

_ABROAD: Final = ("RO", "VN", "BR", "ID", "UA", "NG", "PK")
_ROUTES: Final = (
    "Calls",
    "Messages",
    "Recordings",
    "IncomingPhoneNumbers",
    "Conferences",
    "Queues",
    "Applications",
    "Keys",
    "Usage",
)
_METHODS: Final = ("GET", "POST", "PUT", "DELETE", "PATCH")
_WRONG: Final = ((400, 20001), (400, 21211), (400, 21205), (404, 20404), (405, 20004), (400, 20005), (415, 20003), (422, 21620))


def _stranger(scene: Scene) -> str:
    """Make up an address from which nobody of the account has asked before."""
    return f"203.0.113.{scene.rng.randrange(1, 255)}"


def live_by_programs(scene: Scene) -> None:
    """Add a month of what the account's own programs ask."""
    for day, count in scene.tenant.volumes(scene.rng.uniform(10, 60)):
        for _ in range(count):
            at_ms = scene.on(day, (8, 19))
            scene.honest.ask(at_ms, scene.rng.choice(("Messages", "Calls", "Usage")), 200 if scene.chance(97) else 404)


def _overrun(scene: Scene) -> None:
    """Requests go on although each is told to wait: 6 to 10 times what was agreed, 3 to 5 times, or barely too many."""
    account, agreed = scene.who(), scene.rng.choice((1, 1, 2))
    scene.world.profiles.append(WorldProfile(account, scene.world.since_ms, calls_per_second=agreed))
    for _ in range(scene.draw((1, 2), (1, 1), (1, 1))):
        times, minutes = scene.draw((60, 100), (40, 55), (31, 35)) / 10, scene.draw((9, 14), (6, 9), (5, 6))
        refused = scene.draw((70, 88), (60, 72), (51, 58))
        rate = agreed * times / SECOND_MS
        for at_ms in scene.pace(scene.begin((0, 23), HOUR_MS), 1 / rate, int(minutes * MINUTE_MS * rate)):
            status, error = (429, 20429) if scene.chance(refused) else (201, None)
            scene.ask(at_ms, "Calls", status, error=error, method="POST", account=account, credential=account)


def _fuzzing(scene: Scene) -> None:
    """Every route is asked in every wrong way: hundreds of kinds of error an hour, dozens more than usual, or about fifty."""
    account, ip = scene.who(), _stranger(scene)
    for _ in range(scene.draw((1, 3), (1, 2), (1, 1))):
        kinds, again = scene.draw((180, 330), (75, 130), (52, 62)), scene.pick(3, 2, 1)
        signs = [(m, r, *w) for m in _METHODS for r in _ROUTES for w in _WRONG]
        asked = scene.rng.sample(signs, kinds) * again
        scene.rng.shuffle(asked)
        for at_ms, (method, route, status, error) in zip(
            scene.pace(scene.begin((0, 23), HOUR_MS), 0.75 * HOUR_MS / len(asked), len(asked)), asked, strict=False
        ):
            scene.ask(at_ms, route, status, method=method, error=error, ip=ip, account=account, credential=account)


def _guessed(scene: Scene) -> None:
    """Somebody guesses tokens: hundreds in minutes over many accounts' keys, dozens in five, or just under what is noticed."""
    account = scene.who()
    for _ in range(scene.draw((1, 3), (1, 2), (1, 2))):
        ip, country = _stranger(scene), scene.rng.choice(_ABROAD)
        keys = [f"AC{scene.rng.getrandbits(128):032x}" for _ in range(scene.draw((20, 80), (8, 15), (5, 7)))]
        per_5, minutes = scene.draw((120, 500), (40, 90), (17, 22)), scene.draw((10, 25), (10, 20), (10, 20))
        for at_ms in scene.pace(scene.begin((0, 23), HOUR_MS), 5 * MINUTE_MS / per_5, per_5 * minutes // 5):
            named = scene.rng.choice(keys)
            scene.ask(at_ms, "Accounts", 401, error=20003, ip=ip, country=country, account=account, credential=named, target=named)


def _others_resources(scene: Scene) -> None:
    """A credential asks for what belongs to others: hundreds of accounts in an hour, dozens, or about a dozen."""
    credential, ip = scene.who(), scene.tenant.ip if scene.chance(50) else _stranger(scene)
    there = [one.account for one in scene.world.accounts if one.master != scene.master]
    for _ in range(scene.draw((1, 3), (1, 2), (1, 2))):
        count = scene.draw((120, 400), (30, 70), (12, 16))
        for at_ms in scene.pace(scene.begin((0, 23), HOUR_MS), 0.8 * HOUR_MS / count, count):
            # whoever guesses well is refused, whoever does not finds nothing; the account is the one in the path
            is_there = bool(there) and scene.chance(40)
            named = scene.rng.choice(there) if is_there else f"AC{scene.rng.getrandbits(128):032x}"
            status, error = (403, 20003) if is_there else (404, 20404)
            scene.ask(at_ms, scene.rng.choice(_ROUTES), status, error=error, ip=ip, account=named, credential=credential)


def _carried_off(scene: Scene) -> None:
    """A new credential reads everybody's recordings and messages: thousands in hours, hundreds, or a few hundred over a day."""
    account, key = scene.who(), f"SK{scene.rng.getrandbits(128):032x}"
    ip = _stranger(scene)
    for _ in range(scene.draw((1, 2), (1, 2), (1, 1))):
        count, hours = scene.draw((2500, 6000), (700, 1400), (320, 520)), scene.draw((1, 5), (3, 8), (8, 14))
        route = scene.rng.choice(("Recordings", "Messages", "Transcriptions"))
        for at_ms in scene.pace(scene.begin((0, 10), hours * HOUR_MS, after=0.5), hours * HOUR_MS / count, count):
            target = f"RE{scene.rng.getrandbits(128):032x}"
            scene.ask(at_ms, route, 200, ip=ip, account=account, credential=key, target=target)


def _programs_and_people(scene: Scene) -> None:
    """Programs ask all month, and people write now and then."""
    live_by_programs(scene)
    known = scene.people(60, near=80)
    for day in range(scene.days):
        for _ in range(many(scene.rng, 9)):
            line = scene.line()
            scene.honest.text(scene.on(day, (10, 17)), line, scene.rng.choice(known), "Your order is ready.")


ABUSES: Final = (
    staged("interface-overrun", "P5.4", _overrun, ordinary=_programs_and_people),
    staged("fuzzing", "P3.7", _fuzzing, ordinary=_programs_and_people),
    staged("guessed-tokens", "P2.1", _guessed, ordinary=_programs_and_people),
    staged("others-resources", "P2.2", _others_resources, ordinary=_programs_and_people),
    staged("carried-off", "P10.5", _carried_off, ordinary=_programs_and_people),
)
