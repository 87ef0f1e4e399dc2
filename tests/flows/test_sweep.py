"""What time makes due is done once, whoever sweeps, whenever, and however long nobody did."""

from dataclasses import replace

import pytest

from cases.commands import finding, person
from flows.memory import office
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import open_case
from goodstanding.cases.event import Happened
from goodstanding.cases.invariants import broken
from goodstanding.cases.papers import ActionKind, Outcome, State
from goodstanding.cases.ports import DeliveryStatus, Errand, Sent
from goodstanding.errors import NotAllowed
from goodstanding.flows.case_desk import CaseDesk, Step, move
from goodstanding.flows.decide import appeal, determine, hear, order
from goodstanding.flows.errands import BACK_OFF_MS
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.sweep import sweep
from goodstanding.flows.take_proof import acknowledge, take_status
from goodstanding.periods import DAY_MS

NOW_MS = 1_457_000_000_000
ONE, TWO = person("reviewer-1"), person("reviewer-2")


def opened(clause: str = "req-2", *, is_small: bool = False) -> tuple[CaseDesk, str]:
    held = office()
    days = 30 if clause.startswith("req-") else 0
    case, events = open_case(finding(clause, is_small=is_small), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=days)
    held.store.save(case, events)
    return held, case.id


def go(held: CaseDesk, case_id: str, step: Step) -> None:
    with held.store.change() as change:
        move(change, case_id, step)


def delivered() -> tuple[CaseDesk, str]:
    held, case_id = opened()
    sweep(held, now_ms=NOW_MS)
    acknowledge(held, case_id, by="customer", at_ms=NOW_MS)
    return held, case_id


def kinds(held: CaseDesk, *wanted: Happened) -> list[str]:
    return [one.kind for one in held.store.events() if one.kind in wanted]


def words(ran: tuple) -> list[str]:
    return [one.what for one in ran]


def test_a_breach_is_noticed_once_however_often_it_is_swept() -> None:
    held, case_id = opened()
    assert words(sweep(held, now_ms=NOW_MS)) == ["notice written", "sent"]
    assert sweep(held, now_ms=NOW_MS) == ()
    assert len(held.post.taken) == 1
    assert held.store.case(case_id).state is State.NOTICED


@pytest.mark.parametrize(("clause", "is_small"), [("req-2", True), ("use-01", False)])
def test_what_a_person_must_look_at_first_is_not_noticed_by_itself(clause: str, is_small: bool) -> None:
    held, case_id = opened(clause, is_small=is_small)
    assert sweep(held, now_ms=NOW_MS + 90 * DAY_MS) == ()
    give_notice(held, case_id, by=ONE, at_ms=NOW_MS)
    assert words(sweep(held, now_ms=NOW_MS)) == ["sent"]


def test_a_letter_with_no_contact_is_asked_for() -> None:
    held, case_id = opened()
    held.store.contacts.clear()
    assert words(sweep(held, now_ms=NOW_MS)) == ["no contact"]
    with pytest.raises(NotAllowed, match="goodstanding contact set AC1"):
        give_notice(held, case_id, by=ONE, at_ms=NOW_MS)


def test_a_dry_run_says_it_and_does_nothing() -> None:
    held, _ = opened()
    before = list(held.store.log)
    assert words(sweep(held, now_ms=NOW_MS, is_dry_run=True)) == ["notice written"]
    assert (held.store.log, held.post.taken) == (before, [])


def test_a_letter_is_tried_again_after_longer_and_longer_pauses_then_given_up() -> None:
    held, case_id = opened()
    held.post.answers = [Sent(accepted=False, answer="451 later")] * 7
    at_ms = NOW_MS
    sweep(held, now_ms=at_ms)
    for pause in BACK_OFF_MS:
        assert sweep(held, now_ms=at_ms + pause - 1) == ()
        at_ms += pause
        sweep(held, now_ms=at_ms)
    assert held.store.case(case_id).state is State.UNDER_REVIEW
    assert [one.facts["is_final"] for one in held.store.events() if one.kind is Happened.NOTICE_FAILED] == [False] * 6 + [True]
    give_notice(held, case_id, by=ONE, at_ms=at_ms)
    assert words(sweep(held, now_ms=at_ms)) == ["sent"]


def test_every_try_sends_the_same_bytes() -> None:
    held, _ = opened()
    held.post.answers = [Sent(accepted=False, answer="451 later")]
    sweep(held, now_ms=NOW_MS)
    sweep(held, now_ms=NOW_MS + BACK_OFF_MS[0])
    assert held.post.taken == [held.store.document(held.store.cases()[0].notice.letter_sha256).content]


def test_a_lease_keeps_a_second_sweep_away_until_it_runs_out() -> None:
    held, case_id = opened()
    give_notice(held, case_id, by=ONE, at_ms=NOW_MS)
    assert held.store.lease(f"{case_id}.1", NOW_MS, NOW_MS + 300_000)
    assert sweep(held, now_ms=NOW_MS + 299_999) == ()
    assert words(sweep(held, now_ms=NOW_MS + 300_000)) == ["sent"]


def test_a_bounce_reopens_the_notice_and_a_late_proof_of_the_old_one_moves_nothing() -> None:
    held, case_id = opened()
    sweep(held, now_ms=NOW_MS)
    first = held.store.case(case_id).notice.message_id
    bounce = DeliveryStatus(first, "failed", "5.1.1")
    for _ in range(2):
        take_status(held, bounce, proof="dsn", at_ms=NOW_MS)
    assert kinds(held, Happened.NOTICE_BOUNCED) == ["notice-bounced"]
    give_notice(held, case_id, by=ONE, at_ms=NOW_MS)
    late = DeliveryStatus(first, "delivered", "2.0.0")
    take_status(held, late, proof="dsn", at_ms=NOW_MS)
    assert take_status(held, replace(late, message_id="<x@y>"), proof="dsn", at_ms=NOW_MS) is None
    assert held.store.case(case_id).deadline_ms is None


def test_reminders_overtaken_by_later_ones_are_skipped_and_said() -> None:
    held, case_id = delivered()
    ran = sweep(held, now_ms=NOW_MS + 15 * DAY_MS)
    assert ("reminder skipped", "day 7, overtaken by day 14") in [(one.what, one.detail) for one in ran]
    sweep(held, now_ms=NOW_MS + 24 * DAY_MS)
    assert held.store.case(case_id).reminders_sent == (14, 23)
    assert len(held.post.taken) == 3


def test_after_long_downtime_every_look_is_done_once_and_the_cure_is_assessed() -> None:
    held, case_id = delivered()
    at_ms = NOW_MS + 75 * DAY_MS
    sweep(held, now_ms=at_ms)
    case = held.store.case(case_id)
    assert case.state is State.CURE_ASSESSED
    assert [one.window for one in case.measurements] == ["week"] * 4 + ["last-30-days", "month-so-far", "month"]
    assert case.reminders_sent == ()
    assert sweep(held, now_ms=at_ms) == ()


def test_the_cure_is_not_assessed_a_millisecond_early() -> None:
    held, case_id = delivered()
    sweep(held, now_ms=NOW_MS + 30 * DAY_MS - 1)
    assert held.store.case(case_id).state is State.CURING
    sweep(held, now_ms=NOW_MS + 30 * DAY_MS)
    assert held.store.case(case_id).state is State.CURE_ASSESSED


def suspended() -> tuple[CaseDesk, str, int]:
    held, case_id = delivered()
    at_ms = NOW_MS + 31 * DAY_MS
    sweep(held, now_ms=at_ms)
    determine(held, case_id, Outcome.VIOLATION, "ignored", by=ONE, at_ms=at_ms)
    order(held, case_id, ActionKind.SUSPEND, by=ONE, at_ms=at_ms)
    return held, case_id, at_ms


def test_an_action_is_done_once_and_undone_after_a_reversal() -> None:
    held, case_id, at_ms = suspended()
    assert set(words(sweep(held, now_ms=at_ms))) == {"sent", "done"}
    assert sweep(held, now_ms=at_ms) == ()
    appeal(held, case_id, "we did cure", by="customer", at_ms=at_ms)
    assert sweep(held, now_ms=at_ms) == ()
    hear(held, case_id, is_upheld=False, reasons="they did", by=TWO, at_ms=at_ms)
    assert set(words(sweep(held, now_ms=at_ms))) == {"undone", "sent"}
    assert list(held.control.effects) == [f"{case_id}-A1", f"{case_id}-A1-undo"]
    assert broken(held.store.events()) == ()


def test_an_action_withdrawn_before_it_was_done_is_never_done() -> None:
    held, case_id, at_ms = suspended()
    appeal(held, case_id, "we did cure", by="customer", at_ms=at_ms)
    sweep(held, now_ms=at_ms)
    assert held.control.effects == {}
    hear(held, case_id, is_upheld=False, reasons="they did", by=TWO, at_ms=at_ms)
    assert words(sweep(held, now_ms=at_ms)) == ["overtaken", "sent"]
    assert held.control.effects == {}


def test_an_action_given_up_is_tried_again_and_not_ordered_twice() -> None:
    held, case_id, at_ms = suspended()
    held.control.fail = 7
    for pause in (0, *BACK_OFF_MS):
        at_ms += pause
        sweep(held, now_ms=at_ms)
    assert [one.given_up_ms for one in held.store.errands(case=case_id) if one.errand is Errand.ACT] == [at_ms]
    order(held, case_id, ActionKind.SUSPEND, by=ONE, at_ms=at_ms)
    assert words(sweep(held, now_ms=at_ms)) == ["done"]
    assert len(held.store.case(case_id).actions) == 1


@pytest.mark.parametrize("ends", ["by itself", "lifted"])
def test_a_stop_is_undone_when_it_ends(ends: str) -> None:
    held, case_id = opened("use-01")
    go(held, case_id, lambda case: case.place_stop("active harm", by=ONE, at_ms=NOW_MS))
    assert words(sweep(held, now_ms=NOW_MS)) == ["done"]
    at_ms = NOW_MS + DAY_MS
    if ends == "lifted":
        at_ms -= 1
        go(held, case_id, lambda case: case.lift_stop(by=ONE, at_ms=at_ms))
    assert words(sweep(held, now_ms=at_ms))[-1] == "undone"
    assert sweep(held, now_ms=at_ms) == ()


def test_a_stop_lifted_before_it_was_carried_out_is_not_carried_out() -> None:
    held, case_id = opened("use-01")
    go(held, case_id, lambda case: case.place_stop("active harm", by=ONE, at_ms=NOW_MS))
    go(held, case_id, lambda case: case.lift_stop(by=ONE, at_ms=NOW_MS))
    sweep(held, now_ms=NOW_MS)
    sweep(held, now_ms=NOW_MS)
    assert f"{case_id}-S2" not in held.control.effects


class MovedMeanwhile:
    """A store in which another sweep does everything just after this one has looked."""

    def __init__(self, held: CaseDesk) -> None:
        self.held = held

    def __getattr__(self, name: str) -> object:
        return getattr(self.held.store, name)

    def cases(self, **wanted: object) -> list:
        found = self.held.store.cases(**wanted)
        sweep(self.held, now_ms=NOW_MS)
        return found


def test_what_another_sweep_has_moved_is_left_to_it() -> None:
    held, _ = opened()
    assert sweep(replace(held, store=MovedMeanwhile(held)), now_ms=NOW_MS) == ()
    assert len(held.post.taken) == 1
    assert kinds(held, Happened.NOTICE_WRITTEN, Happened.NOTICE_SENT) == ["notice-written", "notice-sent"]


def test_one_case_that_is_stuck_holds_no_other_up() -> None:
    held, case_id = opened()
    other, events = open_case(finding("req-3", number=1), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30)
    held.store.save(other, events)
    give_notice(held, case_id, by=ONE, at_ms=NOW_MS)
    held.store.documents.clear()
    ran = {one.case: one.what for one in sweep(held, now_ms=NOW_MS)}
    assert ran == {case_id: "stuck", other.id: "sent"}
