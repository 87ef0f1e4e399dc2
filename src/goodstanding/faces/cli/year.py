"""How is a made-up year lived through, day by day, by the real program: records, closings, letters, persons, sweeps?"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goodstanding.app import Workspace, case_desk, create_workspace, delivery_statuses_of, workspace
from goodstanding.audit.entry import SYSTEM, Actor, ActorKind, Entry
from goodstanding.audit.verify import Verified, verify
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.invariants import Broken, broken
from goodstanding.cases.papers import ActionKind, Exemption, Outcome, State
from goodstanding.cases.redact import sha256_of_number
from goodstanding.findings.apply import findings_of
from goodstanding.findings.by_hand import by_hand
from goodstanding.findings.finding import Span
from goodstanding.flows import decide
from goodstanding.flows.case_desk import CaseDesk, move
from goodstanding.flows.close_month import close_month
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.open_cases import open_by_hand, open_cases
from goodstanding.flows.sweep import sweep
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.flows.take_proof import take_status
from goodstanding.periods import DAY_MS, HOUR_MS, Month, moment_of
from goodstanding.progress import Progress, Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Mail, Settings
from goodstanding.simulation.year import Customer, calls_of, customers, days, months

if TYPE_CHECKING:
    from goodstanding.cases.papers import Notice

COLUMNS: Final = ("id", "account", "direction", "outcome", "caller", "callee", "started_at", "talk_ms")
ONE, TWO, THREE = (Actor(ActorKind.PERSON, f"reviewer-{number}") for number in (1, 2, 3))
# a week in which nobody ran a sweep
DOWN: Final = range(100, 107)
GRACE_DAYS: Final = 3
MAIL: Final = Mail(sender="standing@example.org", provider="Example Telecom", ask="standing@example.org")


@dataclass(frozen=True, slots=True)
class Lived:
    """What a year came to: each customer's first case against the truth, and what the log proves."""

    rows: list[tuple[str, str, str, str]]
    cases: int
    events: int
    broken: tuple[Broken, ...]
    verified: Verified

    @property
    def is_as_it_should(self) -> bool:
        """Whether every promise was kept, the log proves itself, and every case ended as the truth says."""
        return not self.broken and not self.verified.damages and all(truth == found for _, _, truth, found in self.rows)


@dataclass(slots=True)
class Year:
    """A year under way."""

    held: Workspace
    desk: CaseDesk
    folder: Path
    who: dict[str, Customer]
    bounced: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    gone: dict[str, int] = field(default_factory=dict)

    def live(self, day: int, now_ms: int) -> None:
        """Live through one day: mail, sweep, persons, and a month's end when it comes."""
        at = moment_of(now_ms)
        if at.day == 1:
            self.take_in(Month(at.year, at.month).previous, now_ms)
        if at.day == 1 + GRACE_DAYS:
            self.close(Month(at.year, at.month).previous, now_ms)
        if at.day == 15 and at.month == 5:
            self.find_by_hand(now_ms)
        self.deliver(now_ms)
        if day not in DOWN:
            # twice in a row: the second finds nothing left
            for _ in range(2):
                sweep(self.desk, now_ms=now_ms + HOUR_MS)
        for case in self.desk.store.cases(states=[one for one in State if one is not State.CLOSED]):
            self.review(case, now_ms + 9 * HOUR_MS)

    def take_in(self, month: Month, now_ms: int) -> None:
        """Take the records of a month in, once it is over; a suspended customer makes no more calls."""
        if month not in months():
            return
        file = self.folder / f"calls-{month}.csv"
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(COLUMNS)
            for one in self.who.values():
                writer.writerows(calls_of(one, month, until_ms=self.gone.get(one.account, now_ms)))
        take_in_records([parse_take(f"calls={file}")], self.held.store, now_ms=now_ms, mends=None, progress=Silent())

    def close(self, month: Month, now_ms: int) -> None:
        """Close a month, and open the cases of what was found."""
        if month not in months():
            return
        edition = self.held.edition_of(month)
        closed = close_month(
            self.held.manifest, self.held.closer, edition, month, now_ms=now_ms, grace_days=GRACE_DAYS, keep=True, progress=Silent()
        )
        with self.desk.store.change() as change:
            change.note(
                Entry(now_ms, SYSTEM, "month-closed", str(month), {"sha256": closed.month.sha256, "closing": closed.sequence})
            )
        open_cases(self.desk, findings_of(closed.month, edition), at_ms=now_ms)

    def find_by_hand(self, now_ms: int) -> None:
        """Open a case for what a person found, and stop the harm for now."""
        for one in self.who.values():
            if not one.part.by_hand:
                continue
            edition = self.held.edition_of(Month(2016, 5))
            span = Span(now_ms - DAY_MS, now_ms, "the day before")
            found = by_hand(
                one.part.by_hand, account=one.account, name=one.account, period=span, basis="complaints of eleven recipients",
                record_ids=(), edition=edition,
            )  # fmt: skip
            case = open_by_hand(self.desk, found, evidence=b"", by=ONE, at_ms=now_ms)
            if one.part.by_hand != "other":
                with self.desk.store.change() as change:
                    move(change, case.id, lambda it: it.place_stop("messages go on", by=ONE, at_ms=now_ms))
            if one.part.by_hand == "use-14":
                with self.desk.store.change() as change:
                    move(change, case.id, lambda it: it.confirm_stop(by=TWO, at_ms=now_ms + HOUR_MS))

    def deliver(self, now_ms: int) -> None:
        """Let the mail system say what became of the notices sent so far."""
        for case in self.desk.store.cases(states=[State.NOTICED]):
            notice, part = case.notice, self.who[case.finding.account].part
            if notice is None or notice.sent_ms is None or notice.message_id in self.told or part.letters == "vanish":
                continue
            self.told.add(notice.message_id)
            bounces = part.letters == "bounce once" and case.finding.account not in self.bounced
            if bounces:
                self.bounced.add(case.finding.account)
            proof, statuses = delivery_statuses_of(_status_message(notice, is_delivered=not bounces))
            for status in statuses:
                take_status(self.desk, status, proof=proof, at_ms=now_ms)

    def review(self, case: Case, now_ms: int) -> None:
        """Do what the persons who review a case do that day."""
        part = self.who[case.finding.account].part
        if case.state in {State.OPENED, State.UNDER_REVIEW}:
            self.begin(case, now_ms)
        elif case.state is State.CURING and part.truth == "victim":
            decide.determine(self.desk, case.id, Outcome.VICTIM, "calls were pumped at its toll-free numbers", by=ONE, at_ms=now_ms)
        elif case.state is State.CURING and part.is_idle and not case.exemptions:
            self.exempt(case, now_ms)
        elif case.state is State.CURE_ASSESSED or (case.state is State.CURING and not case.is_requirement):
            self.decide(case, now_ms)
        elif case.state in {State.DETERMINED, State.ACTING, State.REOPENED}:
            self.finish(case, now_ms)
        elif case.state is State.APPEALED:
            stands = "stands" in part.name
            decide.hear(self.desk, case.id, is_upheld=stands, reasons="heard with the records", by=TWO, at_ms=now_ms)

    def begin(self, case: Case, now_ms: int) -> None:
        """Assign the case and give notice; what rests on a small sample, or on nothing in the list, ends here."""
        part = self.who[case.finding.account].part
        if case.state is State.OPENED:
            with self.desk.store.change() as change:
                move(change, case.id, lambda it: it.assign("reviewer-1", by=ONE, at_ms=now_ms))
        if part.truth == "no violation" and "appeals" not in part.name:
            decide.determine(self.desk, case.id, Outcome.NO_VIOLATION, "too little to go by", by=ONE, at_ms=now_ms)
        else:
            give_notice(self.desk, case.id, by=ONE, at_ms=now_ms)

    def exempt(self, case: Case, now_ms: int) -> None:
        """Exempt the number that is kept for failover."""
        number = self.who[case.finding.account].numbers[1]
        with self.desk.store.change() as change:
            kept = change.put_document(b"kept for the day the other line fails", "application/octet-stream")
            exemption = Exemption(sha256_of_number(number), "failover", kept, ONE.name, now_ms)
            move(change, case.id, lambda it: it.exempt(exemption, by=ONE, at_ms=now_ms))

    def decide(self, case: Case, now_ms: int) -> None:
        """Determine a case by what was measured last; two persons where the clause asks for it."""
        if case.proposed is not None:
            decide.second(self.desk, case.id, by=TWO, at_ms=now_ms)
            return
        last = next((one for one in case.measurements if one.window == "last-30-days"), None)
        is_cured = last is not None and last.verdict != "violated"
        outcome = Outcome.CURED if is_cured else Outcome.VIOLATION
        decide.determine(self.desk, case.id, outcome, "by the last 30 days of the window", by=ONE, at_ms=now_ms)

    def finish(self, case: Case, now_ms: int) -> None:
        """Order the action, let the customer appeal, and close what is done."""
        part, decided = self.who[case.finding.account].part, case.determination
        if case.is_stopped:
            with self.desk.store.change() as change:
                move(change, case.id, lambda it: it.lift_stop(by=THREE, at_ms=now_ms))
        elif case.state is State.REOPENED:
            if not case.undoable:
                self.gone.pop(case.finding.account, None)
                decide.determine(self.desk, case.id, Outcome.NO_VIOLATION, "the counts held test calls", by=THREE, at_ms=now_ms)
        elif decided is not None and decided.outcome is Outcome.VIOLATION and not case.actions:
            kind = ActionKind.SUSPEND if case.is_requirement else ActionKind.WARN
            decide.order(self.desk, case.id, kind, by=ONE, at_ms=now_ms)
            if kind is ActionKind.SUSPEND:
                self.gone[case.finding.account] = now_ms
        elif case.to_do or case.undoable:
            return
        elif "appeals" in part.name and not case.appeals:
            decide.appeal(self.desk, case.id, "These were test calls.", by="customer", at_ms=now_ms)
        else:
            with self.desk.store.change() as change:
                move(change, case.id, lambda it: it.close(by=THREE, at_ms=now_ms))


def live_a_year(folder: Path, *, accounts: int, progress: Progress) -> Lived:
    """Live a year through in a new workspace below a folder; the same number of accounts gives the same log."""
    create_workspace(folder / "workspace", "UTC")
    settings = Settings(now_ms=0, mail=MAIL)
    who = {one.account: one for one in customers(accounts)}
    with workspace(folder / "workspace", settings) as held, case_desk(held, settings) as desk:
        year = Year(held, desk, folder, who)
        _begin(year)
        last_ms = 0
        for day, now_ms in enumerate(days()):
            if moment_of(now_ms).day == 1:
                progress.stage(f"living through {moment_of(now_ms):%B %Y}")
            year.live(day, now_ms)
            last_ms = now_ms
        with desk.store.change() as change:
            change.put_checkpoint(last_ms)
        events = desk.store.events()
        rows = list(_against_truth(year))
        return Lived(rows, len(desk.store.cases()), len(events), broken(events), verify(desk.store))


def _begin(year: Year) -> None:
    """Say where letters go, and which numbers are held."""
    file = year.folder / "numbers.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(("number", "account", "type", "held_from"))
        writer.writerows(
            (number, one.account, "local", "2015-06-01T00:00:00Z") for one in year.who.values() for number in one.numbers
        )
    take_in_records([parse_take(f"numbers={file}")], year.held.store, now_ms=0, mends=None, progress=Silent())
    zones = ("UTC", "Europe/Berlin", "America/New_York")
    with year.desk.store.change() as change:
        for one in year.who.values():
            zone, language = zones[one.number % 3], ("en", "de")[one.number % 2]
            change.put_contact(Contact(one.account, f"{one.account.lower()}@example.org", zone, language))


def _against_truth(year: Year) -> Iterator[tuple[str, str, str, str]]:
    """Yield each customer, its part, the truth, and how its first case ended."""
    for one in year.who.values():
        cases = year.desk.store.cases(account=one.account)
        first = cases[0] if cases else None
        decided = first.determination if first else None
        found = "no case" if first is None else str(decided.outcome) if decided else str(first.state)
        yield one.account, one.part.name, one.part.truth, found


def _status_message(notice: "Notice", *, is_delivered: bool) -> bytes:
    """Return what a mail system would say of a letter (RFC 3464)."""
    word, code = ("delivered", "2.0.0") if is_delivered else ("failed", "5.1.1")
    report = f"Reporting-MTA: dns; mail.example.org\n\nFinal-Recipient: rfc822; (address)\nAction: {word}\nStatus: {code}\n"
    body = (
        f"--part\nContent-Type: text/plain\n\nA letter was {word}.\n--part\nContent-Type: message/delivery-status\n\n{report}\n"
        f"--part\nContent-Type: text/rfc822-headers\n\nMessage-ID: {notice.message_id}\n\n--part--\n"
    )
    return b"Content-Type: multipart/report; report-type=delivery-status; boundary=part\nMIME-Version: 1.0\n\n" + body.encode()


def counted(rows: list[tuple[str, str, str, str]]) -> Counter[str]:
    """Count how the first cases ended."""
    return Counter(found for _, _, _, found in rows)
