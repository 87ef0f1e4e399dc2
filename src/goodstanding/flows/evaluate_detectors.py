"""How well do the detectors find what is known to be there, and how often do they speak against the honest?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from goodstanding.errors import WrongUsage
from goodstanding.flows.scan_traffic import Scan
from goodstanding.progress import Progress
from goodstanding.signals.traffic.sighting import Sighting

# seeds below are for choosing thresholds, the others for saying how good they are
FIRST_REPORTING_SEED: Final = 100
STRENGTHS: Final = ("blatant", "moderate", "careful")


class Lived(NamedTuple):
    """What is true of one master account of a world.

    signal    the abuse it lives on, e.g. "P5.1"; "" for an honest one
    first_ms  when its first abusive record came; None where there is none
    """

    master: str
    shape: str
    signal: str = ""
    strength: str = ""
    first_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One world: its seed, the truth of its masters, and what the scan came to."""

    seed: int
    lived: tuple[Lived, ...]
    scan: Scan


@dataclass(frozen=True, slots=True)
class Found:
    """How many of the accounts that abuse in one way at one strength were found, and after how long.

    after_ms  of those found, from the first abusive record to the moment at which the sighting could be known, in order
    """

    shape: str
    signal: str
    strength: str
    accounts: int
    after_ms: tuple[int, ...]

    @property
    def found(self) -> int:
        """How many were found."""
        return len(self.after_ms)

    @property
    def median_ms(self) -> int | None:
        """The lower median of the time to detect; None when nothing was found."""
        return self.after_ms[(len(self.after_ms) - 1) // 2] if self.after_ms else None


@dataclass(frozen=True, slots=True)
class Pointed:
    """At whom one detector pointed, counted in accounts.

    right  at accounts with an abuse of its clause; other at accounts with another one; false at honest ones
    seen   at each strength, how many of the accounts with its own signal there were, and how many it saw itself
    """

    detector: str
    signal: str
    right: int
    other: int
    false: int
    seen: Mapping[str, tuple[int, int]]


class FalseAlarm(NamedTuple):
    """One detector's sightings at one honest account."""

    seed: int
    master: str
    shape: str
    detector: str
    signal: str
    sightings: int
    why: str


class Missed(NamedTuple):
    """An abusing account that nothing of its clause pointed at."""

    seed: int
    master: str
    shape: str
    signal: str
    strength: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What all worlds together came to; an account of one world is one account.

    honest, alarmed  honest accounts, and how many of them anything pointed at
    unassessable     detectors that could not look in some world
    """

    purpose: str
    seeds: tuple[int, ...]
    edition: str
    honest: int
    alarmed: int
    found: tuple[Found, ...]
    pointed: tuple[Pointed, ...]
    false_alarms: tuple[FalseAlarm, ...]
    missed: tuple[Missed, ...]
    unassessable: tuple[str, ...]

    def recalled(self, strength: str) -> tuple[int, int]:
        """Return how many accounts of a strength were found, and how many there were."""
        some = [one for one in self.found if one.strength == strength]
        return sum(one.found for one in some), sum(one.accounts for one in some)


def purpose_of(seeds: Sequence[int]) -> str:
    """Say what a range of seeds is for, "tuning" or "reporting"; WrongUsage for one that is for both, or for neither."""
    if not seeds or min(seeds) < 1:
        message = "seeds count from 1; those below 100 are for choosing thresholds, the others for reporting"
        raise WrongUsage(message)
    kinds = {seed >= FIRST_REPORTING_SEED for seed in seeds}
    if len(kinds) > 1:
        message = f"seeds {min(seeds)} to {max(seeds)} mix tuning (1 to 99) and reporting (100 and up); evaluate the two apart"
        raise WrongUsage(message)
    return "reporting" if kinds.pop() else "tuning"


def evaluate_detectors(seeds: Sequence[int], try_out: Callable[[int], Trial], progress: Progress) -> Evaluation:
    """Try each seed's world, one at a time, and count accounts."""
    purpose = purpose_of(seeds)
    tally = _Tally()
    for place, seed in enumerate(seeds, start=1):
        progress.stage(f"world {seed} ({place} of {len(seeds)})")
        tally.add(try_out(seed))
    return tally.evaluation(purpose, tuple(seeds))


@dataclass
class _Tally:
    """What was counted so far; nothing of a world stays but this."""

    edition: str = ""
    honest: int = 0
    alarmed: int = 0
    abusing: defaultdict[tuple[str, str, str], list[int | None]] = field(default_factory=lambda: defaultdict(list))
    pointed: defaultdict[tuple[str, str], defaultdict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    own: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    own_seen: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    false_alarms: list[FalseAlarm] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    unassessable: set[str] = field(default_factory=set)

    def add(self, trial: Trial) -> None:
        """Count one world."""
        self.edition = trial.scan.edition
        self.unassessable |= {one.detector for one in trial.scan.unassessable}
        at: defaultdict[str, list[Sighting]] = defaultdict(list)
        for sighting in trial.scan.sightings:
            at[sighting.master].append(sighting)
        for lived in trial.lived:
            if lived.signal:
                self._add_abusing(trial.seed, lived, at[lived.master])
            else:
                self._add_honest(trial.seed, lived, at[lived.master])

    def _add_honest(self, seed: int, lived: Lived, sightings: Sequence[Sighting]) -> None:
        self.honest += 1
        self.alarmed += bool(sightings)
        for (detector, signal), some in _by_detector(sightings):
            self.pointed[detector, signal]["false"] += 1
            self.false_alarms.append(FalseAlarm(seed, lived.master, lived.shape, detector, signal, len(some), some[0].why))

    def _add_abusing(self, seed: int, lived: Lived, sightings: Sequence[Sighting]) -> None:
        matching = [one for one in sightings if _clause(one.signal) == _clause(lived.signal)]
        after_ms = _after(lived, matching)
        self.abusing[lived.shape, lived.signal, lived.strength].append(after_ms)
        if after_ms is None:
            self.missed.append(Missed(seed, lived.master, lived.shape, lived.signal, lived.strength))
        self.own[lived.signal, lived.strength] += 1
        for (detector, signal), _ in _by_detector(sightings):
            is_right = _clause(signal) == _clause(lived.signal)
            self.pointed[detector, signal]["right" if is_right else "other"] += 1
            self.own_seen[detector, lived.strength] += signal == lived.signal

    def evaluation(self, purpose: str, seeds: tuple[int, ...]) -> Evaluation:
        """Return everything that was counted."""
        return Evaluation(
            purpose, seeds, self.edition, self.honest, self.alarmed, tuple(self._found()), tuple(self._pointed()),
            tuple(sorted(self.false_alarms)), tuple(sorted(self.missed)), tuple(sorted(self.unassessable)),
        )  # fmt: skip

    def _found(self) -> Iterator[Found]:
        for shape, signal, strength in sorted(
            self.abusing, key=lambda one: (signal_order(one[1]), one[0], STRENGTHS.index(one[2]))
        ):
            times = self.abusing[shape, signal, strength]
            yield Found(shape, signal, strength, len(times), tuple(sorted(one for one in times if one is not None)))

    def _pointed(self) -> Iterator[Pointed]:
        for detector, signal in sorted(self.pointed, key=lambda one: (signal_order(one[1]), one[0])):
            counts = self.pointed[detector, signal]
            seen = {
                strength: (self.own_seen[detector, strength], self.own[signal, strength])
                for strength in STRENGTHS
                if self.own[signal, strength]
            }
            yield Pointed(detector, signal, counts["right"], counts["other"], counts["false"], seen)


def signal_order(signal: str) -> tuple[int, ...]:
    """Put signals in the order of their numbers: P5.2 before P5.12."""
    return tuple(int(part) for part in signal.removeprefix("P").split(".") if part.isdecimal())


def _clause(signal: str) -> str:
    return signal.partition(".")[0]


def _after(lived: Lived, sightings: Iterable[Sighting]) -> int | None:
    """Return how long after the first abusive record the earliest sighting could be known; None without one."""
    known_ms = min((one.row.until_ms for one in sightings), default=None)
    if known_ms is None:
        return None
    return max(known_ms - (known_ms if lived.first_ms is None else lived.first_ms), 0)


def _by_detector(sightings: Iterable[Sighting]) -> list[tuple[tuple[str, str], list[Sighting]]]:
    found: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for one in sightings:
        found[one.detector, one.signal].append(one)
    return list(found.items())
