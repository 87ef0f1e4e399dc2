"""What does one export say of its months? Nothing is kept."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

from goodstanding.measures.measure import measure_month
from goodstanding.measures.ports import Ledger
from goodstanding.measures.standing import IntakeTally, MonthStanding, StandingDocument
from goodstanding.periods import Month, month_of
from goodstanding.policy.amend import amended
from goodstanding.policy.edition import Edition, Editions
from goodstanding.progress import Progress
from goodstanding.records.take import Take
from goodstanding.records.totals import Totals


class Desk(Protocol):
    """Keeps records for the length of one check."""

    def take_in(self, take: Take, progress: Progress) -> IntakeTally:
        """Judge one file and keep what is accepted."""

    def settle_down(self, zone: str) -> dict[str, int]:
        """Join legs and place accounts once everything is in; return notes with their counts."""

    def span_ms(self) -> tuple[int, int] | None:
        """Return the times of the first and the last record."""

    def totals(self, bounds: Sequence[tuple[int, int]]) -> list[Totals]:
        """Count what fell in each [since, until)."""

    def ledger(self, since_ms: int, until_ms: int) -> Ledger:
        """Put one month before the measures."""


class EditionChoice(Protocol):
    """Which edition governs a month."""

    def __call__(self, month: Month) -> Edition:
        """Return the edition of that month."""


def edition_choice(editions: Editions, named: str | None, settings: Sequence[str]) -> EditionChoice:
    """Choose the named edition for every month, or for each month the one in force on its first day."""
    fixed = amended(editions.named(named), settings) if named else None
    made = {} if fixed else {edition.id: _amended_where_possible(edition, settings) for edition in editions.all}

    def choose(month: Month) -> Edition:
        return fixed or made[editions.in_force_on(month.first_day).id]

    return choose


def _amended_where_possible(edition: Edition, settings: Sequence[str]) -> Edition:
    """Apply --set to an edition that has the clauses it names; an older one may not have them."""
    known = {clause.id for clause in edition.clauses} | {"edition", "zone"}
    return amended(edition, [one for one in settings if one.partition("=")[0].partition(".")[0] in known])


def check_export(
    takes: Iterable[Take], desk: Desk, choose: EditionChoice, *, months: Sequence[Month], progress: Progress
) -> StandingDocument:
    """Take every file in, and measure the months asked for, or every month the records touch."""
    intake = [desk.take_in(take, progress) for take in takes]
    zone = choose(months[0] if months else Month.parse("2016-02")).zone
    progress.stage("joining legs into calls")
    notes = desk.settle_down(zone)
    wanted = list(months) or _touched(desk, zone)
    bounds = [month.bounds_ms(zone) for month in wanted]
    found = zip(wanted, bounds, desk.totals(bounds), strict=True)
    counted = [(month, bound, total) for month, bound, total in found if months or not total.is_empty]
    progress.stage("counting", rows=sum(total.calls + total.messages for _, _, total in counted))

    def measure(one: tuple[Month, tuple[int, int], Totals]) -> MonthStanding:
        month, bound, total = one
        return _measured(desk.ledger(*bound), choose(month), month, total)

    # small months spend their time in planning queries, which two threads can do side by side
    with ThreadPoolExecutor(max_workers=2) as pool:
        measured = list(pool.map(measure, counted))
    editions = {month.edition for month in measured} or {choose(Month.parse("9999-01")).id}
    if notes and intake:
        intake[-1] = _with_notes(intake[-1], notes)
    return StandingDocument(max(editions), zone, tuple(intake), tuple(measured))


def _touched(desk: Desk, zone: str) -> list[Month]:
    span = desk.span_ms()
    if span is None:
        return []
    month, last = month_of(span[0], zone), month_of(span[1], zone)
    touched = [month]
    while month < last:
        month = month.next
        touched.append(month)
    return touched


def _measured(ledger: Ledger, edition: Edition, month: Month, total: Totals) -> MonthStanding:
    return MonthStanding(
        month=str(month),
        edition=edition.id,
        rows=total.rows,
        calls=total.calls,
        unanswered=total.unanswered,
        messages=total.messages,
        accounts=measure_month(ledger, edition, month),
    )


def _with_notes(tally: IntakeTally, notes: dict[str, int]) -> IntakeTally:
    return replace(tally, notes={**tally.notes, **notes})
