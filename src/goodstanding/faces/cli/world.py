"""How do the made-up people of a year reach the real flows?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import ActionKind, Outcome, State
from goodstanding.cases.ports import DeliveryStatus
from goodstanding.findings.finding import Span
from goodstanding.flows import act, decide
from goodstanding.flows.exempt import exempt_number
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.hear_appeal import hear_appeal, take_appeal
from goodstanding.flows.office import Office
from goodstanding.flows.open_by_hand import Report
from goodstanding.flows.take_proof import take_status
from goodstanding.measures.standing import MonthStanding
from goodstanding.periods import DAY_MS, HOUR_MS, Month
from goodstanding.simulation.customers import BY_HAND, Customer
from goodstanding.simulation.people import Deed, Do, answer_to_letter, deed_of
from goodstanding.simulation.traffic import Traffic

REASONS = {
    "violation": "The window has ended and the counts are as they were; nobody answered the reminders.",
    "cured": "The counts of the window comply.",
    "victim": "The traffic was pumped by others; the customer has closed the way in.",
    "no violation": "Looked at by a person: what was counted does not show a breach.",
}
SILENT_NUMBER = "+12025550100"

Tell = Callable[[Office, DeliveryStatus, int], None]


def tell_at_once(office: Office, status: DeliveryStatus, now_ms: int) -> None:
    """Take a status in without a mail system between."""
    take_status(office.store, status, proof="dsn", at_ms=now_ms)


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

    def reports(self, since_ms: int, until_ms: int) -> Sequence[Report]:
        """Return what persons found: on the tenth of the month in which a customer with a prohibited use breaches."""
        found = []
        for one in self.traffic.customers:
            day_ms = Month(self.year, one.month).bounds_ms("UTC")[0] + 9 * DAY_MS + 9 * HOUR_MS
            if one.behaviour in BY_HAND and since_ms <= day_ms < until_ms:
                period = Span(day_ms - DAY_MS, day_ms, "the day before the report")
                found.append(Report(BY_HAND[one.behaviour], one.account, one.name, period, "Seen in the records of that day."))
        return found

    def answer(self, office: Office, case: Case, now_ms: int) -> None:
        """Tell what became of a notice, a day after it was handed over."""
        notice = case.notice
        if case.state is not State.NOTICED or notice is None or notice.sent_ms is None or now_ms < notice.sent_ms + DAY_MS:
            return
        action = answer_to_letter(case, self.customer(case))
        answer = "2.0.0" if action == "delivered" else "5.1.1"
        self.tell(office, DeliveryStatus(notice.message_id, action, answer), now_ms)

    def act_on(self, office: Office, case: Case, now_ms: int) -> bool:
        """Let somebody do the next thing."""
        deed = deed_of(case, self.customer(case), now_ms)
        if deed is None:
            return False
        kind = ActorKind.CUSTOMER if deed.do is Do.APPEAL else ActorKind.PERSON
        by = Actor(kind, deed.by)
        if deed.do in {Do.ASSIGN, Do.NOTICE, Do.DETERMINE, Do.SECOND, Do.CLOSE}:
            _review(office, case, deed, by, now_ms)
        else:
            _other(office, case, deed, by, now_ms)
        return True

    def customer(self, case: Case) -> Customer:
        """Return whose case it is."""
        return next(one for one in self.traffic.customers if one.account == case.finding.account)


def _other(office: Office, case: Case, deed: Deed, by: Actor, now_ms: int) -> None:
    match deed.do:
        case Do.STOP:
            act.stop(office.store, case.id, "The harm goes on while the case is looked at.", by=by, at_ms=now_ms)
        case Do.CONFIRM:
            act.confirm_stop(office.store, case.id, by=by, at_ms=now_ms)
        case Do.LIFT:
            act.lift_stop(office.store, case.id, by=by, at_ms=now_ms)
        case Do.SUSPEND:
            act.act(office.store, case.id, ActionKind.SUSPEND, by=by, at_ms=now_ms)
        case Do.APPEAL:
            take_appeal(office.store, case.id, "We ask you to look again.", by=by, at_ms=now_ms)
        case Do.HEAR:
            upheld = deed.word == "upheld"
            hear_appeal(office, case.id, is_upheld=upheld, reasons="Heard both sides.", by=by, at_ms=now_ms)
        case _:
            exempt_number(office.store, case.id, SILENT_NUMBER, "failover", "Held for failover.", by=by, at_ms=now_ms)


def _review(office: Office, case: Case, deed: Deed, by: Actor, now_ms: int) -> None:
    match deed.do:
        case Do.ASSIGN:
            decide.assign(office.store, case.id, deed.by, by=by, at_ms=now_ms)
        case Do.NOTICE:
            give_notice(office, case.id, by=by, at_ms=now_ms)
        case Do.DETERMINE:
            decide.determine(office, case.id, Outcome(deed.word), REASONS[deed.word], by=by, at_ms=now_ms)
        case Do.SECOND:
            decide.second(office, case.id, by=by, at_ms=now_ms)
        case _:
            decide.close(office.store, case.id, by=by, at_ms=now_ms)
