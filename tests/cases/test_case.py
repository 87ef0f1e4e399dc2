import pytest

from cases.commands import CUSTOMER, finding, notice, person
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import Case, open_case
from goodstanding.cases.event import Happened
from goodstanding.cases.invariants import broken
from goodstanding.cases.papers import ActionKind, CureMeasurement, Outcome, State
from goodstanding.errors import NotAllowed
from goodstanding.periods import DAY_MS, epoch_ms, text_of_instant

NOW_MS = 1_457_000_000_000
ONE, TWO, THREE = (person(f"reviewer-{number}") for number in (1, 2, 3))


def noticed(clause: str = "req-2", *, reviewers: int = 1, days: int = 30, at_ms: int = NOW_MS) -> Case:
    case, _ = open_case(finding(clause), by=SYSTEM, at_ms=at_ms, reviewers_needed=reviewers, cure_days=days)
    case, _ = case.assign("reviewer-1", by=ONE, at_ms=at_ms)
    case, _ = case.write_notice(notice(1, at_ms), by=ONE, at_ms=at_ms)
    case, _ = case.notice_sent("<1@example.org>", "250 ok", at_ms=at_ms)
    return case


def delivered(clause: str = "req-2", *, reviewers: int = 1, days: int = 30, at_ms: int = NOW_MS) -> Case:
    case = noticed(clause, reviewers=reviewers, days=days, at_ms=at_ms)
    return case.notice_delivered("<1@example.org>", "dsn", by=SYSTEM, at_ms=at_ms)[0]


def assessed(verdict: str = "violated", *, reviewers: int = 1) -> Case:
    case = delivered(reviewers=reviewers)
    end_ms = NOW_MS + 30 * DAY_MS
    last = CureMeasurement("last-30-days", NOW_MS, end_ms, 11, 100, verdict, "e" * 64)
    case, _ = case.measured(last, at_ms=end_ms)
    return case.assess_cure(at_ms=end_ms)[0]


def violated() -> Case:
    return assessed().determine(Outcome.VIOLATION, "it went on", by=ONE, at_ms=NOW_MS + 30 * DAY_MS)[0]


def test_sending_starts_no_clock() -> None:
    assert noticed().deadline_ms is None


def test_proof_starts_thirty_days_of_24_hours() -> None:
    assert delivered().deadline_ms == NOW_MS + 30 * 24 * 3_600_000


@pytest.mark.parametrize(
    ("proved", "deadline"),
    [
        ("2016-03-20T12:00:00+01:00", "2016-04-19 13:00:00 CEST (Europe/Berlin)"),  # summer time begins within the window
        ("2016-10-20T12:00:00+02:00", "2016-11-19 11:00:00 CET (Europe/Berlin)"),  # and ends
        ("2016-02-10T08:00:00+01:00", "2016-03-11 08:00:00 CET (Europe/Berlin)"),  # across a leap day
        ("2015-01-31T23:59:59+01:00", "2015-03-02 23:59:59 CET (Europe/Berlin)"),  # across a short month
    ],
)
def test_the_deadline_is_720_hours_whatever_the_calendar_does(proved: str, deadline: str) -> None:
    from datetime import datetime

    at_ms = epoch_ms(datetime.fromisoformat(proved))
    end_ms = delivered(at_ms=at_ms).deadline_ms
    assert end_ms is not None
    assert text_of_instant(end_ms, "Europe/Berlin") == deadline


def test_the_window_ends_with_its_last_millisecond() -> None:
    case = delivered()
    end_ms = NOW_MS + 30 * DAY_MS
    case, _ = case.measured(CureMeasurement("last-30-days", NOW_MS, end_ms, 11, 100, "violated", "e" * 64), at_ms=end_ms - 1)
    with pytest.raises(NotAllowed, match="from 2016-04-02 10:13:20 UTC on"):
        case.assess_cure(at_ms=end_ms - 1)
    assert case.assess_cure(at_ms=end_ms)[0].state is State.CURE_ASSESSED


def test_a_second_proof_moves_nothing() -> None:
    case = delivered()
    again, events = case.notice_delivered("<1@example.org>", "portal", by=CUSTOMER, at_ms=NOW_MS + DAY_MS)
    assert (again, events) == (case, ())


def test_a_clock_that_runs_behind_shortens_nothing() -> None:
    case, events = noticed().notice_delivered("<1@example.org>", "dsn", by=SYSTEM, at_ms=NOW_MS - 5 * DAY_MS)
    assert case.deadline_ms == NOW_MS + 30 * DAY_MS
    assert events[0].at_ms == NOW_MS


def test_a_late_failure_of_an_earlier_letter_does_not_ask_for_a_third_while_the_second_is_on_its_way() -> None:
    case, _ = noticed().notice_failed("<1@example.org>", "550 gone", is_final=True, at_ms=NOW_MS)
    case, _ = case.write_notice(notice(2, NOW_MS), by=ONE, at_ms=NOW_MS)
    case, _ = case.notice_failed("<1@example.org>", "550 gone", is_final=True, at_ms=NOW_MS)
    assert case.state is State.NOTICED
    with pytest.raises(NotAllowed):
        case.write_notice(notice(3, NOW_MS), by=ONE, at_ms=NOW_MS)


def test_a_bounce_asks_for_the_notice_again() -> None:
    case, _ = noticed().notice_bounced("<1@example.org>", "5.1.1 unknown", at_ms=NOW_MS)
    assert case.state is State.UNDER_REVIEW
    again, _ = case.write_notice(notice(2, NOW_MS), by=ONE, at_ms=NOW_MS)
    assert again.state is State.NOTICED


def test_a_small_sample_is_noticed_by_a_person_only() -> None:
    case, _ = open_case(finding(is_small=True), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30)
    with pytest.raises(NotAllowed, match="only a named person"):
        case.write_notice(notice(1, NOW_MS), by=SYSTEM, at_ms=NOW_MS)


def test_no_violation_is_determined_within_the_window() -> None:
    with pytest.raises(NotAllowed, match="can't be a violation"):
        delivered().determine(Outcome.VIOLATION, "because", by=ONE, at_ms=NOW_MS + 40 * DAY_MS)


@pytest.mark.parametrize("outcome", [Outcome.NO_VIOLATION, Outcome.CURED, Outcome.VICTIM])
def test_the_milder_outcomes_may_come_earlier_and_allow_no_action(outcome: Outcome) -> None:
    case, _ = delivered().determine(outcome, "because", by=ONE, at_ms=NOW_MS + DAY_MS)
    assert case.state is State.DETERMINED
    with pytest.raises(NotAllowed, match="no determination of a violation"):
        case.order(ActionKind.SUSPEND, by=ONE, at_ms=NOW_MS + 99 * DAY_MS)


def test_the_program_determines_nothing() -> None:
    with pytest.raises(NotAllowed, match="only a named person"):
        assessed().determine(Outcome.VIOLATION, "because", by=SYSTEM, at_ms=NOW_MS + 31 * DAY_MS)


def test_two_different_reviewers_where_the_clause_needs_them() -> None:
    case, _ = assessed(reviewers=2).determine(Outcome.VIOLATION, "because", by=ONE, at_ms=NOW_MS + 31 * DAY_MS)
    assert case.state is State.CURE_ASSESSED
    with pytest.raises(NotAllowed, match="two different reviewers"):
        case.second(by=ONE, at_ms=NOW_MS + 31 * DAY_MS)
    case, _ = case.second(by=TWO, at_ms=NOW_MS + 31 * DAY_MS)
    assert case.determination is not None
    assert (case.determination.by, case.determination.seconded_by) == ("reviewer-1", "reviewer-2")


def test_whoever_decided_does_not_hear_the_appeal() -> None:
    case, _ = violated().appeal("f" * 64, by=CUSTOMER, at_ms=NOW_MS + 32 * DAY_MS)
    with pytest.raises(NotAllowed, match="decided case"):
        case.hear(is_upheld=True, reasons="no", by=ONE, at_ms=NOW_MS + 33 * DAY_MS)
    assert case.hear(is_upheld=True, reasons="stands", by=TWO, at_ms=NOW_MS + 33 * DAY_MS)[0].state is State.DETERMINED


def test_a_reversal_undoes_what_was_done_and_withdraws_the_rest() -> None:
    end_ms = NOW_MS + 30 * DAY_MS
    case, _ = violated().order(ActionKind.SUSPEND, by=ONE, at_ms=end_ms)
    case, _ = case.order(ActionKind.LIMIT, by=ONE, at_ms=end_ms)
    case, _ = case.action_done(case.actions[0].id, "dry run", at_ms=end_ms)
    case, _ = case.appeal("f" * 64, by=CUSTOMER, at_ms=end_ms + DAY_MS)
    assert (case.to_do, case.undoable) == ((), ())
    case, events = case.hear(is_upheld=False, reasons="wrong", by=TWO, at_ms=end_ms + 2 * DAY_MS)
    assert [event.kind for event in events] == [Happened.APPEAL_HEARD, Happened.REOPENED]
    assert case.state is State.REOPENED
    assert [one.kind for one in case.undoable] == [ActionKind.SUSPEND]
    assert case.to_do == ()
    with pytest.raises(NotAllowed, match="heard an appeal"):
        case.determine(Outcome.NO_VIOLATION, "because", by=TWO, at_ms=end_ms + 3 * DAY_MS)


def test_an_action_that_stands_is_not_undone() -> None:
    end_ms = NOW_MS + 30 * DAY_MS
    case, _ = violated().order(ActionKind.SUSPEND, by=ONE, at_ms=end_ms)
    case, _ = case.action_done(case.actions[0].id, "dry run", at_ms=end_ms)
    with pytest.raises(NotAllowed, match="stands"):
        case.action_undone(case.actions[0].id, "dry run", at_ms=end_ms)


def test_a_stop_runs_out_by_itself_unless_confirmed() -> None:
    case, _ = open_case(finding("use-01"), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=0)
    case, _ = case.place_stop("active harm", by=SYSTEM, at_ms=NOW_MS)
    assert case.stop_expired(at_ms=NOW_MS + DAY_MS - 1)[0].is_stopped
    assert not case.stop_expired(at_ms=NOW_MS + DAY_MS)[0].is_stopped
    confirmed, _ = case.confirm_stop(by=ONE, at_ms=NOW_MS + DAY_MS - 1)
    assert confirmed.stop_expired(at_ms=NOW_MS + 9 * DAY_MS)[0].is_stopped


def test_a_requirement_knows_no_emergency() -> None:
    with pytest.raises(NotAllowed, match="no emergency stop"):
        delivered().place_stop("active harm", by=ONE, at_ms=NOW_MS)


def test_a_promise_that_is_broken_is_named() -> None:
    case, opened = open_case(finding(), by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30)
    events = [*opened, *case.assign("reviewer-1", by=ONE, at_ms=NOW_MS)[1]]
    assert broken(events) == ()
    found = broken([events[1]])
    assert [(one.case, one.sequence, one.how) for one in found] == [
        (case.id, 2, "the log of the case does not begin with its opening")
    ]
