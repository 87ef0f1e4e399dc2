"""A year of a made-up carrier ends, keeps every promise, and shows every way a case can go."""

from collections import Counter
from random import Random

import pytest

from flows.memory import an_office
from flows.year.customers import Behaviour, made_up_customers
from flows.year.living import live_a_year
from flows.year.traffic import Traffic
from flows.year.world import MadeUpWorld
from goodstanding.cases.event import Happened
from goodstanding.cases.invariants import broken
from goodstanding.cases.papers import Outcome, State
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.policy.load import load_editions
from goodstanding.progress import Silent


def lived(accounts: int, seed: int) -> tuple[CaseDesk, MadeUpWorld]:
    edition = load_editions().newest
    traffic = Traffic(made_up_customers(accounts, Random(seed)), edition, seed)
    world = MadeUpWorld(traffic, 2016)
    office = an_office(traffic)
    assert live_a_year(office, world, edition, year=2016, progress=Silent()).stuck == ()
    return office, world


@pytest.fixture(scope="module")
def a_year() -> tuple[CaseDesk, MadeUpWorld]:
    return lived(24, 7)


def test_every_promise_is_kept(a_year: tuple[CaseDesk, MadeUpWorld]) -> None:
    assert broken(a_year[0].store.events()) == ()


def test_every_letter_leaves_once(a_year: tuple[CaseDesk, MadeUpWorld]) -> None:
    letters = Counter(one.splitlines()[0] for one in a_year[0].post.taken)
    assert set(letters.values()) == {1}


@pytest.mark.parametrize(
    ("behaviour", "outcomes"),
    [
        (Behaviour.CURES, {Outcome.CURED}),
        (Behaviour.IGNORES, {Outcome.VIOLATION}),
        (Behaviour.BOUNCES, {Outcome.CURED}),
        (Behaviour.UNREACHABLE, set()),
        (Behaviour.VICTIM, {Outcome.VICTIM}),
        (Behaviour.APPEALS_WELL, {Outcome.VIOLATION, Outcome.NO_VIOLATION}),
        (Behaviour.EXEMPTED, {Outcome.CURED}),
        (Behaviour.STOPPED, {Outcome.VIOLATION}),
        (Behaviour.TWO_REVIEWERS, {Outcome.VIOLATION}),
    ],
)
def test_every_behaviour_comes_to_its_end(
    a_year: tuple[CaseDesk, MadeUpWorld], behaviour: Behaviour, outcomes: set[Outcome]
) -> None:
    office, world = a_year
    own = [one for one in office.store.cases() if world.customer(one).behaviour is behaviour]
    assert own
    assert {made.outcome for one in own for made in one.determinations} >= outcomes
    ended = State.UNDER_REVIEW if behaviour is Behaviour.UNREACHABLE else State.CLOSED
    assert {one.state for one in own} == {ended}


def test_the_year_shows_every_kind_of_event(a_year: tuple[CaseDesk, MadeUpWorld]) -> None:
    seen = {one.kind for one in a_year[0].store.events()}
    assert set(Happened) - seen <= {Happened.FINDING_ADDED, Happened.NOTICE_FAILED, Happened.ACTION_FAILED}


def test_who_keeps_the_policy_has_no_case(a_year: tuple[CaseDesk, MadeUpWorld]) -> None:
    office, world = a_year
    assert [one.id for one in office.store.cases() if world.customer(one).behaviour is Behaviour.KEEPS] == []
