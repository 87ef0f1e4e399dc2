"""What is promised of every case, whatever happens? Each promise is a sentence, and a check over the log that keeps it.

A lawyer may read the sentences alone: they are the first lines of the functions below. The checks read events only, in the
order in which they were committed: no state, no code of the case. `broken` says which promise was broken, where, and how.
The tests hold them while every command is tried at every time; the simulated year is checked against them as a whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from goodstanding.audit.entry import ActorKind
from goodstanding.cases.event import Event, Happened
from goodstanding.periods import DAY_MS, text_of_instant

Found = Iterator[tuple[Event, str]]


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that was not kept: which, in which case, at which of its events, and how."""

    promise: str
    case: str
    sequence: int
    how: str


def the_log_has_no_gap(events: Sequence[Event]) -> Found:
    """Every event of a case is in the log, in its order, and time never runs backwards."""
    for place, event in enumerate(events, start=1):
        if event.sequence != place:
            yield event, f"event {event.sequence} stands where {place} belongs"
        if place > 1 and event.at_ms < events[place - 2].at_ms:
            yield event, "it is dated before the event that precedes it"


def the_customer_has_the_whole_window(events: Sequence[Event]) -> Found:
    """No action is ordered before the promised days, of 24 hours each, have passed since the notice was proved to be delivered."""
    days, proved_ms = _opened(events)["cure_days"], None
    for event in events:
        if event.kind is Happened.NOTICE_WRITTEN:
            proved_ms = None
        elif event.kind is Happened.NOTICE_DELIVERED:
            proved_ms = event.at_ms
        elif event.kind is Happened.ACTION_ORDERED:
            if proved_ms is None:
                yield event, "no notice was proved to be delivered"
            elif event.at_ms < proved_ms + days * DAY_MS:
                yield event, f"the window runs until {text_of_instant(proved_ms + days * DAY_MS)}"


def the_clock_starts_once(events: Sequence[Event]) -> Found:
    """The clock of a notice starts at its first proof of delivery, and no later proof moves it."""
    proved: set[str] = set()
    for event in events:
        if event.kind is Happened.NOTICE_DELIVERED:
            if event.facts["message_id"] in proved:
                yield event, "delivery had been proved before"
            proved.add(event.facts["message_id"])
            deadline_ms = event.at_ms + _opened(events)["cure_days"] * DAY_MS
            if event.facts["deadline_ms"] != deadline_ms:
                yield event, f"it names a deadline other than {text_of_instant(deadline_ms)}"


def a_person_determines(events: Sequence[Event]) -> Found:
    """Every determination is made by a named person, and a violation by as many different persons as the clause asks for."""
    for event in events:
        if event.kind is not Happened.DETERMINED:
            continue
        people = {name for name in (event.facts["by"], event.facts["seconded_by"]) if name}
        if event.actor.kind is not ActorKind.PERSON or event.actor.name not in people:
            yield event, "it was not recorded by the person who decided"
        if event.facts["outcome"] == "violation" and len(people) < _opened(events)["reviewers_needed"]:
            yield event, "too few different persons decided"


def an_action_follows_a_determination(events: Sequence[Event]) -> Found:
    """Nothing is ordered, and nothing done, but under a determination of a violation that stands."""
    stands, stood, ordered = False, False, set()
    for event in events:
        if event.kind is Happened.DETERMINED:
            stands = event.facts["outcome"] == "violation"
        elif event.kind in {Happened.REOPENED, Happened.APPEALED}:
            stood, stands = stands, False
        elif event.kind is Happened.APPEAL_HEARD:
            stands = stood and event.facts["is_upheld"]
        elif event.kind is Happened.ACTION_ORDERED:
            ordered.add(event.facts["action"])
            if not stands:
                yield event, "no determination of a violation stood"
        elif event.kind is Happened.ACTION_DONE and event.facts["action"] not in ordered:
            yield event, "it was never ordered"


def a_violation_is_determined_after_the_window(events: Sequence[Event]) -> Found:
    """A violation is determined only after the window has ended; the milder outcomes may come earlier."""
    days, proved_ms = _opened(events)["cure_days"], None
    for event in events:
        if event.kind is Happened.NOTICE_WRITTEN:
            proved_ms = None
        elif event.kind is Happened.NOTICE_DELIVERED:
            proved_ms = event.at_ms
        is_violation = event.kind is Happened.DETERMINED and event.facts["outcome"] == "violation"
        if is_violation and (proved_ms is None or event.at_ms < proved_ms + days * DAY_MS):
            yield event, "the window had not ended"


def whoever_decides_does_not_hear(events: Sequence[Event]) -> Found:
    """Whoever decided a case never hears its appeal, and whoever heard an appeal never decides the case."""
    decided: set[str] = set()
    heard: set[str] = set()
    for event in events:
        if event.kind is Happened.DETERMINED:
            people = {name for name in (event.facts["by"], event.facts["seconded_by"]) if name}
            if people & heard:
                yield event, "a person who heard the appeal decided"
            decided |= people
        elif event.kind is Happened.APPEAL_HEARD:
            if event.actor.kind is not ActorKind.PERSON or event.actor.name in decided:
                yield event, "it was not heard by a person who had not decided"
            heard.add(event.actor.name)


def a_notice_is_neither_lost_nor_doubled(events: Sequence[Event]) -> Found:
    """A notice leaves once, under one Message-ID; no second one is written while the first is on its way or has arrived."""
    on_its_way, sent = None, set()
    for event in events:
        message_id = event.facts.get("message_id")
        if event.kind is Happened.NOTICE_WRITTEN:
            if on_its_way is not None:
                yield event, "another notice was on its way"
            on_its_way = message_id
        elif event.kind is Happened.NOTICE_SENT:
            if message_id in sent:
                yield event, "it was sent before"
            sent.add(message_id)
        elif event.kind is Happened.NOTICE_BOUNCED or (event.kind is Happened.NOTICE_FAILED and event.facts["is_final"]):
            on_its_way = None if message_id == on_its_way else on_its_way
        elif event.kind in {Happened.REOPENED, Happened.DETERMINED}:
            on_its_way = None


def a_stop_is_provisional(events: Sequence[Event]) -> Found:
    """An emergency stop belongs to a prohibited use, and stands beyond its hours only when a person confirmed it in time."""
    expires_ms: int | None = None
    for event in events:
        if event.kind is Happened.STOPPED:
            expires_ms = event.facts["expires_ms"]
            if _opened(events)["clause"].startswith("req-"):
                yield event, "a minimum-usage requirement knows no emergency"
        in_time = event.actor.kind is ActorKind.PERSON and expires_ms is not None and event.at_ms < expires_ms
        if event.kind is Happened.STOP_CONFIRMED and not in_time:
            yield event, "it was not confirmed in time by a person"


def what_is_undone_was_done(events: Sequence[Event]) -> Found:
    """Only what was done is undone, once, and only after an appeal has reversed the determination behind it."""
    done: set[str] = set()
    ordered_before: dict[str, int] = {}
    reversals = 0
    for event in events:
        action = event.facts.get("action")
        if event.kind is Happened.ACTION_ORDERED:
            ordered_before[str(action)] = reversals
        elif event.kind is Happened.ACTION_DONE:
            done.add(str(action))
        elif event.kind is Happened.REOPENED:
            reversals += 1
        elif event.kind is Happened.ACTION_UNDONE:
            if action not in done or reversals <= ordered_before[str(action)]:
                yield event, "it was not done, or its determination still stands"
            done.discard(str(action))


PROMISES: Final[tuple[Callable[[Sequence[Event]], Found], ...]] = (
    the_log_has_no_gap,
    the_customer_has_the_whole_window,
    the_clock_starts_once,
    a_person_determines,
    an_action_follows_a_determination,
    a_violation_is_determined_after_the_window,
    whoever_decides_does_not_hear,
    a_notice_is_neither_lost_nor_doubled,
    a_stop_is_provisional,
    what_is_undone_was_done,
)


def broken(events: Sequence[Event]) -> tuple[Broken, ...]:
    """Check every promise over a log of many cases; () when all were kept."""
    by_case: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_case[event.case].append(event)
    return tuple(
        Broken((promise.__doc__ or "").splitlines()[0], case, event.sequence, how)
        for case, own in by_case.items()
        for promise in PROMISES
        for event, how in _checked(promise, own)
    )


def _checked(promise: Callable[[Sequence[Event]], Found], events: Sequence[Event]) -> Found:
    if events[0].kind is not Happened.OPENED:
        if promise is the_log_has_no_gap:
            yield events[0], "the log of the case does not begin with its opening"
        return
    yield from promise(events)


def _opened(events: Sequence[Event]) -> Mapping[str, Any]:
    return events[0].facts
