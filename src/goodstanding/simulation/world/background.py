"""What is around everybody's traffic: what the network says, what the provider knows, a complaint here and there?"""

from collections import Counter, defaultdict
from random import Random
from typing import Final

from goodstanding.periods import DAY_MS
from goodstanding.simulation.world.model import World, WorldCall, WorldComplaint, WorldProfile, WorldRequest, WorldSignalling

SIP: Final = {"answered": 200, "no-answer": 480, "busy": 486, "canceled": 487, "failed": 404}
CAUSE: Final = {"answered": 16, "no-answer": 19, "busy": 17, "canceled": 16, "failed": 1}
USE_CASES: Final = {
    "two-factor": "two-factor", "bank-alerts": "account-notification", "product-launch": "marketing", "club": "marketing",
    "sender-pool": "marketing", "sloppy-list": "marketing", "a-b-tester": "marketing", "person-to-person": "charity",
    "town-hall": "charity", "hospital-reminders": "health", "telehealth": "health", "school-alert": "emergency",
    "weather-alert": "emergency", "delivery": "delivery-notification", "survey": "polling", "platform": "platform",
}  # fmt: skip
ONE_COMPLAINT_IN: Final = 10_000
HARDLY: Final = 3
REFUSALS: Final = ((401, 20003), (404, 20404), (404, 20404), (400, 21211), (400, 21211), (429, 20429), (500, None))


def add_background(world: World, rng: Random) -> None:
    """Add signalling for about half the masters, profiles for most, requests that look around, and stray complaints."""
    masters = {one.account: one.master for one in world.accounts}
    names = sorted(set(masters.values()))
    told = {one for one in names if rng.random() < 0.5}
    _signal(world, rng, {account for account, master in masters.items() if master in told})
    _profile(world, rng, masters, [one for one in names if rng.random() < 0.75])
    _look_around(world, rng)
    _complain(world, rng)


def _signal(world: World, rng: Random, accounts: set[str]) -> None:
    spoken_for = {one.call.account for one in world.signalling}
    for call in world.calls:
        if call.account in accounts and call.account not in spoken_for:
            world.signalling.append(_said_of(call, rng))


def _said_of(call: WorldCall, rng: Random) -> WorldSignalling:
    is_inbound = call.direction == "inbound"
    attestation = ("A", "A", "A", "B", "C", "")[int(rng.random() * 6)] if is_inbound else "A"
    sip = SIP[call.outcome]
    if call.outcome == "failed" and rng.random() < 0.3:
        sip = 503
    hung_up_by = ("us" if rng.random() < 0.45 else "far-end") if call.outcome == "answered" else ""
    return WorldSignalling(call, attestation, sip, CAUSE[call.outcome], hung_up_by)


def _profile(world: World, rng: Random, masters: dict[str, str], chosen: list[str]) -> None:
    known = {one.account for one in world.profiles}
    busiest: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for call in world.calls:
        if call.direction == "outbound":
            busiest[masters[call.account]][call.started_ms // DAY_MS] += 1
    for text in world.messages:
        if text.direction == "outbound":
            busiest[masters[text.account]][text.at_ms // DAY_MS] += 1
    shapes = {one.account: one.shape for one in world.accounts}
    standing = {"is_registered": True, "has_agreement": True, "contacts": 2}
    for place, master in enumerate(chosen):
        if master in known:
            continue
        said = int(max(busiest[master].values(), default=0) * (1.0 + 2 * rng.random())) + 20
        since_ms = world.since_ms - int((30 + 300 * rng.random()) * DAY_MS)
        keys = {"payment": f"card-{place:04d}", "device": f"device-{place:04d}", "status": "active", **standing}
        for account in (one for one, of in masters.items() if of == master):
            # what is declared for a day is declared for all of a master's accounts together
            use_case = USE_CASES.get(shapes[account], "customer-care") if account == master else "customer-care"
            per_day = said if account == master else None
            world.profiles.append(WorldProfile(account, since_ms, use_case, per_day=per_day, **keys))  # type: ignore[arg-type]


def _look_around(world: World, rng: Random) -> None:
    made: list[WorldRequest] = []
    for one in world.requests:
        if rng.random() < 0.02:
            made.append(one._replace(method="GET", status=200, at_ms=one.at_ms + 60_000))
        elif rng.random() < 0.003:
            status, error = REFUSALS[int(rng.random() * len(REFUSALS))]
            made.append(one._replace(status=status, error=error, at_ms=one.at_ms - 700))
    world.requests += [one for one in made if world.since_ms <= one.at_ms < world.until_ms]


def _complain(world: World, rng: Random) -> None:
    """Let people complain whom an account hardly ever contacts; customers who are in touch all the time call instead."""
    touched = Counter((one.account, one.callee) for one in world.calls)
    touched.update((one.account, one.recipient) for one in world.messages)
    for call in world.calls:
        if call.direction == "outbound" and not call.abuse and touched[call.account, call.callee] <= HARDLY and _draws(rng):
            at_ms = call.started_ms + int((0.5 + 3 * rng.random()) * DAY_MS)
            _add_complaint(world, WorldComplaint(call.account, call.caller, call.callee, "do-not-call", at_ms))
    for text in world.messages:
        if text.direction == "outbound" and not text.abuse and touched[text.account, text.recipient] <= HARDLY and _draws(rng):
            at_ms = text.at_ms + int((0.1 + 2 * rng.random()) * DAY_MS)
            _add_complaint(world, WorldComplaint(text.account, text.sender, text.recipient, "spam", at_ms))


def _add_complaint(world: World, complaint: WorldComplaint) -> None:
    if complaint.at_ms < world.until_ms:
        world.complaints.append(complaint)


def _draws(rng: Random) -> bool:
    return rng.random() * ONE_COMPLAINT_IN < 1
