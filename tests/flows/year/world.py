"""How do the made-up people of a year reach the real flows?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.year.customers import BY_HAND, Customer
from flows.year.people import Deed, Do, answer_to_letter, deed_of
from flows.year.traffic import Traffic
from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import ActionKind, Exemption, Outcome, State
from goodstanding.cases.ports import DeliveryStatus
from goodstanding.cases.redact import sha256_of_number
from goodstanding.findings.by_hand import by_hand
from goodstanding.findings.finding import Finding, Span
from goodstanding.flows import decide
from goodstanding.flows.case_desk import CaseDesk, Step, move
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.take_proof import take_status
from goodstanding.measures.standing import MonthStanding
from goodstanding.periods import DAY_MS, HOUR_MS, Month

REASONS = {
    "violation": "The window has ended and the counts are as they were; nobody answered the reminders.",
    "cured": "The counts of the window comply.",
    "victim": "The traffic was pumped by others; the customer has closed the way in.",
    "no violation": "Looked at by a person: what was counted does not show a breach.",
}
SILENT_NUMBER = "+12025550100"

Tell = Callable[[CaseDesk, DeliveryStatus, int], None]


def tell_at_once(desk: CaseDesk, status: DeliveryStatus, now_ms: int) -> None:
    """Take a status in without a mail system between."""
    take_status(desk, status, proof="dsn", at_ms=now_ms)


@dataclass(slots=True)
class MadeUpWorld:
    """The customers, their traffic, the reviewers, and a way for the mail system to tell what became of letters."""

    traffic: Traffic
    year: int
    tell: Tell = tell_at_once

    def contacts(self) -> Sequence[Contact]:
        """Return where everybody's notices go; nobody is written to, the addresses are for examples."""
        return [Contact(one.account, f"{one.account.lower()}@example.org", one.zone) for one in self.traffic.customers]

    def month(self, month: Month) -> MonthStanding:
        """Return how everyone stood in a month."""
        return self.traffic.month(month)

    def reports(self, since_ms: int, until_ms: int) -> Sequence[Finding]:
        """Return what persons found: on the tenth of the month in which a customer with a prohibited use breaches."""
        found = []
        for one in self.traffic.customers:
            day_ms = Month(self.year, one.month).bounds_ms("UTC")[0] + 9 * DAY_MS + 9 * HOUR_MS
            if one.behaviour in BY_HAND and since_ms <= day_ms < until_ms:
                period = Span(day_ms - DAY_MS, day_ms, "the day before the report")
                found.append(
                    by_hand(
                        BY_HAND[one.behaviour],
                        account=one.account,
                        name=one.name,
                        period=period,
                        basis="Seen in the records of that day.",
                        record_ids=(),
                        edition=self.traffic.edition,
                    )
                )
        return found

    def answer(self, desk: CaseDesk, case: Case, now_ms: int) -> None:
        """Tell what became of a notice, a day after it was handed over."""
        notice = case.notice
        if case.state is not State.NOTICED or notice is None or notice.sent_ms is None or now_ms < notice.sent_ms + DAY_MS:
            return
        action = answer_to_letter(case, self.customer(case))
        answer = "2.0.0" if action == "delivered" else "5.1.1"
        self.tell(desk, DeliveryStatus(notice.message_id, action, answer), now_ms)

    def act_on(self, desk: CaseDesk, case: Case, now_ms: int) -> bool:
        """Let somebody do the next thing."""
        deed = deed_of(case, self.customer(case), now_ms)
        if deed is None:
            return False
        kind = ActorKind.CUSTOMER if deed.do is Do.APPEAL else ActorKind.PERSON
        by = Actor(kind, deed.by)
        if deed.do in {Do.ASSIGN, Do.NOTICE, Do.DETERMINE, Do.SECOND, Do.CLOSE}:
            _review(desk, case, deed, by, now_ms)
        else:
            _other(desk, case, deed, by, now_ms)
        return True

    def customer(self, case: Case) -> Customer:
        """Return whose case it is."""
        return next(one for one in self.traffic.customers if one.account == case.finding.account)


def _other(desk: CaseDesk, case: Case, deed: Deed, by: Actor, now_ms: int) -> None:
    match deed.do:
        case Do.SUSPEND:
            decide.order(desk, case.id, ActionKind.SUSPEND, by=by, at_ms=now_ms)
        case Do.APPEAL:
            decide.appeal(desk, case.id, "We ask you to look again.", by=by.name, at_ms=now_ms)
        case Do.HEAR:
            decide.hear(desk, case.id, is_upheld=deed.word == "upheld", reasons="Heard both sides.", by=by, at_ms=now_ms)
        case Do.STOP:
            _move(desk, case, lambda one: one.place_stop("The harm goes on while the case is looked at.", by=by, at_ms=now_ms))
        case Do.CONFIRM:
            _move(desk, case, lambda one: one.confirm_stop(by=by, at_ms=now_ms))
        case Do.LIFT:
            _move(desk, case, lambda one: one.lift_stop(by=by, at_ms=now_ms))
        case _:
            _exempt(desk, case, by, now_ms)


def _review(desk: CaseDesk, case: Case, deed: Deed, by: Actor, now_ms: int) -> None:
    match deed.do:
        case Do.ASSIGN:
            _move(desk, case, lambda one: one.assign(deed.by, by=by, at_ms=now_ms))
        case Do.NOTICE:
            give_notice(desk, case.id, by=by, at_ms=now_ms)
        case Do.DETERMINE:
            decide.determine(desk, case.id, Outcome(deed.word), REASONS[deed.word], by=by, at_ms=now_ms)
        case Do.SECOND:
            decide.second(desk, case.id, by=by, at_ms=now_ms)
        case _:
            _move(desk, case, lambda one: one.close(by=by, at_ms=now_ms))


def _exempt(desk: CaseDesk, case: Case, by: Actor, now_ms: int) -> None:
    with desk.store.change() as change:
        document = change.put_document(b"Held for failover.", "text/plain")
        exemption = Exemption(sha256_of_number(SILENT_NUMBER), "failover", document, by.name, now_ms)
        move(change, case.id, lambda one: one.exempt(exemption, by=by, at_ms=now_ms))


def _move(desk: CaseDesk, case: Case, step: Step) -> None:
    with desk.store.change() as change:
        move(change, case.id, step)
