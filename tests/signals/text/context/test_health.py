"""Is identified health information seen, and is every honest clinic left alone?"""

import pytest

from goodstanding.signals.message import Channel
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.facts import Facts, Identifier, Kind
from signals.text.context.making import OURS, STRANGER, THEIRS, a_mention, a_text, an_account, an_identifier, judged

DIABETES = a_mention("diabetes")
APPOINTMENT = a_mention("appointment")
SIGNALS = ("P12.1", "P12.3", "P12.4", "P12.5")


def facts(*identifiers: Identifier, health: tuple[str, ...] = ("diabetes",)) -> Facts:
    return Facts(
        identifiers=identifiers, health=tuple(a_mention(term, (20 + 10 * at, 28 + 10 * at)) for at, term in enumerate(health))
    )


NAME, BORN, RECORD = an_identifier(Kind.NAME), an_identifier(Kind.DATE, span=(60, 66)), an_identifier(Kind.RECORD_NUMBER)
NUMBER = an_identifier(Kind.PHONE, STRANGER)


@pytest.mark.parametrize("kind", [Kind.SSN, Kind.RECORD_NUMBER])
def test_a_strong_identifier_beside_a_condition_is_for_review(kind: Kind) -> None:
    found = judged(a_text(), an_account(), facts(an_identifier(kind)))
    assert found.of_clause("use-12") >= 100
    assert [found.points(signal) > 0 for signal in SIGNALS] == [True, True, False, True]


def test_a_strong_identifier_is_for_review_even_beside_an_unspecific_term() -> None:
    assert judged(a_text(), an_account(), facts(RECORD, health=("appointment",))).of_clause("use-12") == 100


def test_the_two_are_covered_by_one_span_from_the_first_to_the_last() -> None:
    (hit,) = (hit for hit in judged(a_text(), an_account(), facts(RECORD)).hits if hit.signal == "P12.1")
    assert hit.span == (3, 28)


def test_a_name_a_date_of_birth_and_a_condition_are_for_review_but_a_name_and_one_are_not() -> None:
    full = judged(a_text(), an_account(), facts(NAME, BORN))
    assert full.of_clause("use-12") >= 100
    assert full.points("P12.4") == 20
    assert 0 < judged(a_text(), an_account(), facts(NAME)).of_clause("use-12") < 100


def test_a_reminder_with_a_greeting_is_no_hit() -> None:
    assert judged(a_text(), an_account(), facts(NAME, health=("appointment", "clinic"))).of_clause("use-12") == 0
    assert judged(a_text(), an_account(), facts(NAME, health=("your prescription is ready",))).of_clause("use-12") == 0
    assert judged(a_text(), an_account(), facts(NAME, NUMBER, health=("appointment",))).of_clause("use-12") > 0


def test_a_second_and_third_condition_weigh_less_and_a_fourth_nothing() -> None:
    points = [judged(a_text(), an_account(), facts(RECORD, health=("hiv",) * number)).points("P12.5") for number in (1, 2, 3, 4)]
    assert points == [40, 60, 80, 80]


@pytest.mark.parametrize("value", [THEIRS, OURS, STRANGER])
def test_numbers_that_both_ends_know_do_not_count(value: str) -> None:
    account = an_account(contacts=frozenset({STRANGER}))
    assert judged(a_text(), account, facts(an_identifier(Kind.PHONE, value))).of_clause("use-12") == 0


def test_another_number_counts_some_and_the_accounts_own_mail_does_not() -> None:
    assert 0 < judged(a_text(), an_account(), facts(NUMBER)).of_clause("use-12") < 100
    own = an_identifier(Kind.EMAIL, "desk@mail.acmebank.example")
    assert judged(a_text(), an_account(), facts(own)).of_clause("use-12") == 0
    strange = an_identifier(Kind.EMAIL, "pat@notacmebank.example")
    assert judged(a_text(), an_account(), facts(strange)).points("P12.3") == 20


def test_who_treats_is_not_who_is_treated() -> None:
    assert judged(a_text(), an_account(), facts(an_identifier(Kind.NPI))).of_clause("use-12") == 0


def test_an_identifier_or_a_term_alone_is_nothing() -> None:
    assert judged(a_text(), an_account(), Facts(identifiers=(RECORD,))).of_clause("use-12") == 0
    assert judged(a_text(), an_account(), Facts(health=(DIABETES,))).of_clause("use-12") == 0


def test_an_account_with_an_agreement_may_send_it() -> None:
    found = judged(a_text(), an_account(has_agreement=True), facts(RECORD))
    assert found.of_clause("use-12") == 0
    assert "P12.1" not in found.abstained


@pytest.mark.parametrize("account", [None, Profile("AC1")])
def test_without_word_of_an_agreement_the_rule_abstains_and_only_where_it_matters(account: Profile | None) -> None:
    assert "P12.1" in judged(a_text(), account, facts(RECORD)).abstained
    assert judged(a_text(), account, facts(RECORD)).of_clause("use-12") == 0
    assert "P12.1" not in judged(a_text(), account, facts(NAME, health=("appointment",))).abstained


def test_a_mere_conduit_is_let_be_and_what_is_stored_is_not() -> None:
    between_people = an_account(use_case="person-to-person")
    assert judged(a_text(channel=Channel.VOICE), an_account(), facts(RECORD)).of_clause("use-12") == 0
    assert judged(a_text(is_inbound=True), between_people, facts(RECORD)).of_clause("use-12") == 0
    assert judged(a_text(channel=Channel.VOICEMAIL), an_account(), facts(RECORD)).of_clause("use-12") >= 100
    assert judged(a_text(is_inbound=True), an_account(), facts(RECORD)).of_clause("use-12") >= 100
