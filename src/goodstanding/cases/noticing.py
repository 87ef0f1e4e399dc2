"""How is a case noticed, and how is its cure followed?"""

from dataclasses import dataclass, replace
from typing import Final, Self

from goodstanding.audit.entry import SYSTEM, Actor
from goodstanding.cases.event import Happened
from goodstanding.cases.file import OPEN, CaseFile, Events
from goodstanding.cases.papers import CureMeasurement, Exemption, Notice, State
from goodstanding.errors import NotAllowed
from goodstanding.findings.finding import Finding

BEFORE_NOTICE: Final = (State.OPENED, State.UNDER_REVIEW, State.REOPENED)


@dataclass(frozen=True, slots=True)
class Noticing(CaseFile):
    """The part of a case from its opening to the end of the cure window."""

    def restate(self, finding: Finding, *, at_ms: int) -> tuple[Self, Events]:
        """Keep what a restatement of the month counts; the case goes on, and the person who decides sees both."""
        if finding.id == self.finding.id or finding.id in {one.id for one in self.restatements}:
            return self, ()
        facts = {"finding": finding.id, "evidence_sha256": finding.evidence.sha256}
        return self._moved(Happened.FINDING_ADDED, SYSTEM, at_ms, facts, restatements=(*self.restatements, finding))

    def assign(self, reviewer: str, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Give the case to a reviewer; that begins the review."""
        self._only_in(OPEN, "be assigned")
        state = State.UNDER_REVIEW if self.state in {State.OPENED, State.REOPENED} else self.state
        return self._moved(Happened.ASSIGNED, by, at_ms, {"reviewer": reviewer}, reviewer=reviewer, state=state)

    def write_notice(self, notice: Notice, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Keep the written notice; a small sample and a prohibited use are noticed by a person only."""
        self._only_in(BEFORE_NOTICE, "be noticed")
        if self.finding.measured is None or self.finding.measured.small_sample:
            self._person(by, "give this notice")
        facts = {"message_id": notice.message_id, "letter_sha256": notice.letter_sha256, "language": notice.language}
        return self._moved(
            Happened.NOTICE_WRITTEN, by, at_ms, facts, state=State.NOTICED, notices=(*self.notices, notice), reminders_sent=()
        )

    def notice_sent(self, message_id: str, answer: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that the mail system took the letter; this starts no clock."""
        notice = self._notice(message_id)
        if notice.sent_ms is not None:
            return self, ()
        sent = replace(notice, tries=notice.tries + 1, sent_ms=max(at_ms, self.last_ms))
        facts = {"message_id": message_id, "answer": answer, "tries": sent.tries}
        return self._moved(Happened.NOTICE_SENT, SYSTEM, at_ms, facts, notices=self._with(sent))

    def notice_failed(self, message_id: str, answer: str, *, is_final: bool, at_ms: int) -> tuple[Self, Events]:
        """Note a try that failed; for good, and no newer notice is on its way: the notice is to be given again."""
        notice = self._notice(message_id)
        tried = replace(notice, tries=notice.tries + 1)
        state = State.UNDER_REVIEW if is_final and self.state is State.NOTICED and notice == self.notice else self.state
        facts = {"message_id": message_id, "answer": answer, "tries": tried.tries, "is_final": is_final}
        return self._moved(Happened.NOTICE_FAILED, SYSTEM, at_ms, facts, notices=self._with(tried), state=state)

    def notice_bounced(self, message_id: str, reason: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that the letter came back: the notice is to be given again. Nothing, once it was proved to be delivered."""
        notice = self._notice(message_id)
        if notice.delivered_ms is not None or notice.bounced_ms is not None:
            return self, ()
        bounced = replace(notice, bounced_ms=max(at_ms, self.last_ms))
        state = State.UNDER_REVIEW if self.state is State.NOTICED and notice == self.notice else self.state
        facts = {"message_id": message_id, "reason": reason}
        return self._moved(Happened.NOTICE_BOUNCED, SYSTEM, at_ms, facts, notices=self._with(bounced), state=state)

    def notice_delivered(self, message_id: str, proof: str, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Start the clock, at the moment the proof is taken in; a second proof changes nothing."""
        notice = self._notice(message_id)
        if notice.delivered_ms is not None or notice != self.notice or self.state not in {State.NOTICED, State.UNDER_REVIEW}:
            return self, ()
        delivered = replace(notice, delivered_ms=max(at_ms, self.last_ms), proof=proof)
        after = replace(self, notices=self._with(delivered))
        facts = {"message_id": message_id, "proof": proof, "deadline_ms": after.deadline_ms}
        return self._moved(Happened.NOTICE_DELIVERED, by, at_ms, facts, notices=after.notices, state=State.CURING)

    def reminder_sent(self, day: int, letter_sha256: str, *, at_ms: int) -> tuple[Self, Events]:
        """Note that the reminder of a day of the window went out."""
        if self.state is not State.CURING or day in self.reminders_sent:
            return self, ()
        facts = {"day": day, "letter_sha256": letter_sha256}
        return self._moved(Happened.REMINDER_SENT, SYSTEM, at_ms, facts, reminders_sent=(*self.reminders_sent, day))

    def exempt(self, exemption: Exemption, *, by: Actor, at_ms: int) -> tuple[Self, Events]:
        """Exempt a number from requirement 1, with the document that says why."""
        self._only_in(OPEN, "take an exemption")
        self._person(by, "exempt a number")
        if self.finding.clause != "req-1":
            message = f"case {self.id} is about {self.finding.clause}; only requirement 1 knows exempted numbers"
            raise NotAllowed(message)
        facts = {"number_sha256": exemption.number_sha256, "kind": exemption.kind, "document_sha256": exemption.document}
        return self._moved(Happened.EXEMPTED, by, at_ms, facts, exemptions=(*self.exemptions, exemption))

    def measured(self, measurement: CureMeasurement, *, at_ms: int) -> tuple[Self, Events]:
        """Keep a measurement on the way to a cure; the same one again changes nothing."""
        if self.state not in {State.CURING, State.CURE_ASSESSED} or measurement in self.measurements:
            return self, ()
        facts = {
            "window": measurement.window,
            "since_ms": measurement.since_ms,
            "until_ms": measurement.until_ms,
            "part": measurement.part,
            "whole": measurement.whole,
            "verdict": measurement.verdict,
            "records_sha256": measurement.evidence_sha256,
        }
        return self._moved(Happened.MEASURED, SYSTEM, at_ms, facts, measurements=(*self.measurements, measurement))

    def assess_cure(self, *, at_ms: int) -> tuple[Self, Events]:
        """End the window: not before its last millisecond has passed, and with its last 30 days measured."""
        self._only_in((State.CURING,), "have its cure assessed")
        self._after_deadline(at_ms, "the cure can be assessed")
        ends = [one for one in self.measurements if one.window == "last-30-days" and one.until_ms == self.deadline_ms]
        if self.is_requirement and not ends:
            message = f"case {self.id}: the last 30 days of the window are not measured yet; run goodstanding sweep"
            raise NotAllowed(message)
        facts = {"verdicts": {one.window: one.verdict for one in self.measurements if one.window != "week"}}
        return self._moved(Happened.CURE_ASSESSED, SYSTEM, at_ms, facts, state=State.CURE_ASSESSED)

    def _notice(self, message_id: str) -> Notice:
        for one in self.notices:
            if one.message_id == message_id:
                return one
        message = f"case {self.id} has no notice of that Message-ID; goodstanding case show {self.id} lists them"
        raise NotAllowed(message)

    def _with(self, notice: Notice) -> tuple[Notice, ...]:
        return tuple(notice if one.message_id == notice.message_id else one for one in self.notices)
