"""Did an account call or text consecutive numbers, one after the other, through more than one customer's block?"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from goodstanding.signals.traffic.detector import Parameters
from goodstanding.signals.traffic.sighting import Row

IDLE_TENTHS: Final = 8


class Attempt(NamedTuple):
    """One row that is read: who contacted which number of which block of a thousand, when, and whether nothing came of it."""

    master: int
    day_ms: int
    block: int
    at_ms: int
    number: int
    account: int
    idle: int


class Gain(NamedTuple):
    """A number that is known, from `known_ms` on, to stand in a run of its block that began at `first_ms`."""

    known_ms: int
    block: int
    number: int
    first_ms: int
    idle: int


def sequential(rows: Iterable[tuple[Any, ...]], given: Parameters) -> Iterator[Row]:
    """Yield one row per master account and day whose runs hold `numbers` numbers, or `idle_numbers` that mostly came to nothing.

    rows  Attempts of blocks that were contacted often, ordered by master, day, block and time.

    A run is `run_length` numbers of a block, each at most `step` beside the one before it; a number tried again at once does not
    end it. The subject is the block in which the line was crossed. Memory: the attempts of one master's busy blocks of one day.
    """
    for _, of_day in groupby(map(Attempt._make, rows), key=itemgetter(0, 1)):
        yield from _day(list(of_day), given)


def _day(attempts: list[Attempt], given: Parameters) -> Iterator[Row]:
    gains: list[Gain] = []
    for _, of_block in groupby(attempts, key=itemgetter(2)):
        gains += _gains(of_block, given["run_length"], given["step"])
    gains.sort()
    seen: dict[int, int] = {}
    crossing: Gain | None = None
    for gain in gains:
        seen.setdefault(gain.number, gain.idle)
        if crossing is None and _is_over(seen, given):
            crossing = gain
    if crossing is not None:
        yield _row(attempts, gains, crossing, len(seen))


def _is_over(seen: dict[int, int], given: Parameters) -> bool:
    numbers = len(seen)
    if numbers >= given["numbers"]:
        return True
    return numbers >= given["idle_numbers"] and sum(seen.values()) * 10 >= numbers * IDLE_TENTHS


def _gains(attempts: Iterable[Attempt], run_length: int, step: int) -> Iterator[Gain]:
    run: list[Attempt] = []
    for one in attempts:
        if run and one.number == run[-1].number:
            continue
        if run and abs(one.number - run[-1].number) > step:
            run = []
        run.append(one)
        if len(run) == run_length:
            yield from (_gain(told, one, run[0]) for told in run)
        elif len(run) > run_length:
            yield _gain(one, one, run[0])


def _gain(told: Attempt, known: Attempt, first: Attempt) -> Gain:
    return Gain(known.at_ms, told.block, told.number, first.at_ms, told.idle)


def _row(attempts: list[Attempt], gains: list[Gain], crossing: Gain, numbers: int) -> Row:
    since_ms = min(one.first_ms for one in gains if one.block == crossing.block and one.known_ms <= crossing.known_ms)
    shown = [one for one in attempts if one.block == crossing.block and one.at_ms >= since_ms]
    master, accounts = shown[0].master, {one.account for one in shown}
    return Row(
        master=master,
        account=accounts.pop() if len(accounts) == 1 else master,
        subject=f"{crossing.block // 1000}***",
        since_ms=since_ms,
        until_ms=crossing.known_ms + 1,
        through_ms=shown[-1].at_ms + 1,
        strength=numbers,
        whole=0,
        records=len(shown),
    )
