"""How are people contacted who did not agree, or no longer do?"""

from typing import Final

from goodstanding.periods import DAY_MS, HOUR_MS
from goodstanding.simulation.world.abuses.dialling import live_by_selling
from goodstanding.simulation.world.abuses.ledger import agreed, enter, live_with_a_ledger
from goodstanding.simulation.world.abuses.scene import MINUTE_MS, SECOND_MS, Scene
from goodstanding.simulation.world.abuses.staging import staged
from goodstanding.simulation.world.abuses.words import STOPS, Voice
from goodstanding.simulation.world.making import zone_of
from goodstanding.simulation.world.model import WorldComplaint, WorldConsent, WorldProfile


def _offers_to_strangers(scene: Scene) -> None:
    """A campaign goes to people of whom no consent is on file: 60 to 90 of a hundred, 20 to 35, or 5 to 9."""
    voice, people = Voice(scene.rng), agreed(scene, 400)
    for _ in range(scene.draw((2, 3), (2, 3), (1, 2))):
        count, strangers = scene.draw((500, 1200), (300, 500), (250, 400)), scene.draw((60, 90), (20, 35), (5, 9))
        for at_ms in scene.pace(scene.begin((11, 12), 8 * HOUR_MS), 5 * HOUR_MS / count, count):
            if scene.chance(strangers):
                scene.text(at_ms, scene.line(), scene.someone(near=95), voice.offer())
            else:
                scene.honest.text(at_ms, scene.line(), scene.rng.choice(people), voice.offer())


def _recordings_to_strangers(scene: Scene) -> None:
    """A recorded notice is played to people who never agreed to be called: hundreds, a part, or a few."""
    people, length_ms = agreed(scene, 400), scene.rng.randrange(15_000, 40_000)
    scene.world.profiles.extend(WorldProfile(one, scene.world.since_ms, use_case="notifications") for one in scene.accounts)
    for _ in range(scene.draw((2, 3), (2, 3), (1, 2))):
        count, strangers = scene.draw((500, 1200), (300, 500), (250, 400)), scene.draw((60, 90), (20, 35), (5, 9))
        for at_ms in scene.pace(scene.begin((11, 12), 8 * HOUR_MS), 5 * HOUR_MS / count, count):
            is_stranger = scene.chance(strangers)
            actor, callee = (scene, scene.someone(near=95)) if is_stranger else (scene.honest, scene.rng.choice(people))
            if scene.chance(70):
                talk_ms = length_ms + scene.rng.randrange(1_500)
                actor.talk(at_ms, scene.line(), callee, talk_ms, answered_by=scene.rng.choice(("human", "machine")))
            else:
                actor.dial(at_ms, scene.line(), callee)


def _after_stop(scene: Scene) -> None:
    """Who wrote STOP is written to again: dozens of people many times, some twice, or a few once some days later."""
    voice = Voice(scene.rng)
    for recipient in scene.people(scene.draw((50, 120), (18, 35), (6, 10)), near=90):
        line, start_ms = scene.line(), scene.begin((11, 15), 4 * DAY_MS)
        scene.honest.text(start_ms, line, recipient, voice.offer())
        stopped_ms = start_ms + scene.rng.randrange(20_000, HOUR_MS)
        scene.honest.reply(stopped_ms, recipient, line, scene.rng.choice(STOPS))
        _confirm(scene, stopped_ms, line, recipient, voice)
        day = (start_ms - scene.world.since_ms) // DAY_MS
        for place in range(scene.draw((3, 8), (1, 3), (1, 1))):
            again_ms = scene.on(day + 1 + place % 3, (10, 18), zone_of(recipient))
            scene.text(again_ms, line, recipient, voice.offer())


def _confirm(scene: Scene, stopped_ms: int, line: int, recipient: int, voice: Voice) -> None:
    """Confirm once within seconds, as is allowed."""
    if stopped_ms + 2 * SECOND_MS < scene.world.until_ms:
        body = f"You are unsubscribed from {voice.name} and get no more messages."
        scene.honest.text(stopped_ms + 2 * SECOND_MS, line, recipient, body)


def _after_withdrawal(scene: Scene) -> None:
    """The ledger says that people withdrew, and they are sent offers: dozens many times, some twice, or a few once."""
    voice = Voice(scene.rng)
    for recipient in agreed(scene, scene.draw((50, 120), (18, 35), (6, 10))):
        enter(scene.honest, recipient, scene.world.since_ms - scene.rng.randrange(1, 40) * DAY_MS, "opt-out")
        for _ in range(scene.draw((3, 8), (1, 3), (1, 1))):
            at_ms = scene.on(scene.rng.randrange(scene.days), (10, 18), zone_of(recipient))
            scene.text(at_ms, scene.line(), recipient, voice.offer())


def _told_not_to_call(scene: Scene) -> None:
    """People told the business not to call them and are called: dozens many times, some, or a few."""
    for callee in agreed(scene, scene.draw((25, 50), (10, 16), (4, 6))):
        enter(scene.honest, callee, scene.world.since_ms - scene.rng.randrange(1, 300) * DAY_MS, "opt-out", "do-not-call")
        for _ in range(scene.draw((2, 5), (1, 2), (1, 1))):
            at_ms = scene.on(scene.rng.randrange(scene.days), (10, 18), zone_of(callee))
            if scene.chance(60):
                scene.talk(at_ms, scene.line(), callee, scene.rng.randrange(4_000, 90_000), answered_by="human")
            else:
                scene.dial(at_ms, scene.line(), callee)


def _listed(scene: Scene) -> None:
    """People on a register of those who want no calls are sold to: 40 to 70 of a hundred calls, 12 to 20, or 4 to 6."""
    for _ in range(scene.draw((2, 4), (2, 3), (1, 2))):
        count, listed = scene.draw((500, 1000), (300, 450), (220, 330)), scene.draw((40, 70), (12, 20), (4, 6))
        for at_ms in scene.pace(scene.begin((11, 12), 8 * HOUR_MS), 5 * HOUR_MS / count, count):
            actor = scene if scene.chance(listed) else scene.honest
            if scene.chance(40):
                actor.talk(at_ms, scene.line(), scene.someone(near=95), int(8_000 + scene.rng.expovariate(1 / 60_000)))
            else:
                actor.dial(at_ms, scene.line(), scene.someone(near=95))


def _at_night(scene: Scene) -> None:
    """Offers arrive when people sleep: hundreds after ten, dozens after nine, or some just before eight or after nine."""
    voice, is_by_call = Voice(scene.rng), scene.chance(35)
    if is_by_call:
        scene.world.profiles.extend(WorldProfile(one, scene.world.since_ms, use_case="telemarketing") for one in scene.accounts)
    for _ in range(scene.draw((2, 4), (2, 3), (1, 2))):
        day = scene.rng.randrange(max(1, scene.days - 1))
        for recipient in scene.people(scene.draw((150, 400), (50, 100), (15, 28)), near=70):
            hours = scene.rng.choice(scene.pick(((22, 24), (1, 5)), ((21, 23), (6, 8)), ((21, 22), (7, 8))))
            _pitch(scene, scene.on(day, hours, zone_of(recipient)), recipient, None if is_by_call else voice)


def _pitch(scene: Scene, at_ms: int, recipient: int, voice: Voice | None) -> None:
    """Send an offer, or call to make one, which not everybody hears out."""
    if voice:
        scene.text(at_ms, scene.line(), recipient, voice.offer())
    elif scene.chance(40):
        scene.talk(at_ms, scene.line(), recipient, scene.rng.randrange(3_000, 60_000))
    else:
        scene.dial(at_ms, scene.line(), recipient)


def _changed_hands(scene: Scene) -> None:
    """Numbers are contacted years after consent, though others hold them now: hundreds, dozens, or a few."""
    voice = Voice(scene.rng)
    for recipient in scene.people(scene.draw((150, 350), (40, 80), (10, 18)), near=70):
        enter(scene.honest, recipient, scene.world.since_ms - scene.rng.randrange(500, 1500) * DAY_MS, "opt-in")
        for _ in range(scene.draw((1, 3), (1, 2), (1, 1))):
            at_ms = scene.on(scene.rng.randrange(scene.days), (10, 18), zone_of(recipient))
            scene.text(at_ms, scene.line(), recipient, voice.offer())


def _too_often(scene: Scene) -> None:
    """The same people are called or written to again and again: 9 to 15 times a day, 5 to 7, or 4 where 3 are the limit."""
    voice = Voice(scene.rng) if scene.chance(35) else None
    for callee in scene.people(scene.draw((20, 40), (10, 18), (5, 9)), near=90):
        days = scene.draw((3, 5), (2, 3), (1, 2))
        first = scene.rng.randrange(max(1, scene.days - days))
        for day in range(first, min(scene.days, first + days)):
            for _ in range(scene.draw((9, 15), (5, 7), (4, 4))):
                _pitch(scene, scene.on(day, (9, 19), zone_of(callee)), callee, voice)


def _bought_list(scene: Scene) -> None:
    """Thousands agreed in the same second and many brands write to them: thousands, one to two thousand, or some hundred."""
    count, senders = scene.draw((3000, 5000), (1050, 1600), (300, 500)), scene.draw((5, 10), (3, 5), (2, 3))
    voices, lines = [Voice(scene.rng) for _ in range(senders)], scene.lines(senders)
    entered_ms, account = scene.begin((11, 12), 9 * HOUR_MS), scene.who()
    people = scene.people(count)
    for one in people:
        how = "import" if scene.chance(scene.pick(100, 100, 80)) else "web-form"
        scene.world.consents.append(WorldConsent(account, one, "", "opt-in", how, entered_ms, None, "", scene.signal))
    for at_ms in scene.pace(entered_ms + HOUR_MS, MINUTE_MS, scene.draw((300, 400), (150, 200), (60, 90))):
        which = scene.rng.randrange(senders)
        scene.text(at_ms, lines[which], scene.rng.choice(people), voices[which].offer())


def _complained_of(scene: Scene) -> None:
    """People complain of what they are sent: 40 to 100 of a campaign, 10 to 20, or 3 to 5."""
    voice, count = Voice(scene.rng), scene.rng.randint(600, 1200)
    share = scene.draw((60, 110), (16, 26), (5, 8))
    for at_ms in scene.pace(scene.begin((11, 13), 3 * DAY_MS), 5 * HOUR_MS / count, count):
        line, recipient = scene.line(), scene.someone(near=95)
        is_unwanted = scene.chance(share / 10)
        (scene if is_unwanted else scene.honest).text(at_ms, line, recipient, voice.offer())
        if is_unwanted:
            kind, said_ms = scene.rng.choice(("spam", "spam", "do-not-call")), at_ms + scene.rng.randrange(MINUTE_MS, 2 * DAY_MS)
            complaint = WorldComplaint(scene.held[line], line, recipient, kind, scene.clip(said_ms), scene.signal)
            scene.world.complaints.append(complaint)


ABUSES: Final = (
    staged("offers-to-strangers", "P8.1", _offers_to_strangers, ordinary=live_with_a_ledger),
    staged("recordings-to-strangers", "P8.2", _recordings_to_strangers, ordinary=live_with_a_ledger),
    staged("after-stop", "P7.3", _after_stop),
    staged("after-withdrawal", "P8.3", _after_withdrawal, ordinary=live_with_a_ledger),
    staged("listed-people", "P8.5", _listed, ordinary=live_by_selling),
    staged("told-not-to-call", "P8.6", _told_not_to_call, ordinary=live_with_a_ledger),
    staged("offers-at-night", "P8.7", _at_night),
    staged("changed-hands", "P8.11", _changed_hands, ordinary=live_with_a_ledger),
    staged("too-often", "P8.12", _too_often),
    staged("bought-list", "P8.13", _bought_list, ordinary=live_with_a_ledger),
    staged("complained-of", "P8.15", _complained_of),
)
