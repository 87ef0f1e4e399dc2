"""Is traffic held against its registration, and only where the registration says something?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.message import Channel
from goodstanding.signals.profile import Opinion, Profile, Reviewed
from goodstanding.signals.text.context.campaign_match import are_alike, lacks_age_gate, words_of
from goodstanding.signals.text.facts import Facts, Kind
from signals.text.context.making import STRANGER, THEIRS, a_link, a_text, an_account, an_identifier, judged

LINK = Facts(links=(a_link(),))
SAMPLES = ("Your order 12 has shipped and arrives on Monday.", "Your order 9 is delayed, we are sorry.")


def test_a_link_where_none_was_registered_is_exact() -> None:
    (hit,) = (hit for hit in judged(a_text(), an_account(has_links=False), LINK).hits if hit.signal == "P7.8")
    assert (hit.weight, hit.is_exact, hit.span) == (100, True, (10, 30))


def test_a_link_is_fine_where_links_were_registered_and_unknown_where_nothing_is() -> None:
    assert judged(a_text("Your order has shipped"), an_account(has_links=True, samples=SAMPLES), LINK).points("P7.8") == 0
    assert "P7.8" in judged(a_text("Your order has shipped"), an_account(has_links=None, samples=SAMPLES), LINK).abstained


def test_a_number_where_none_was_registered_counts_but_not_the_recipients_own() -> None:
    account = an_account(has_numbers=False)
    strange = Facts(identifiers=(an_identifier(Kind.PHONE, STRANGER),))
    own = Facts(identifiers=(an_identifier(Kind.PHONE, THEIRS),))
    assert judged(a_text(), account, strange).points("P7.8") == 100
    assert judged(a_text(), account, own).points("P7.8") == 0
    assert judged(a_text(), an_account(has_numbers=True), strange).points("P7.8") == 0


def test_what_is_no_short_message_of_the_account_is_not_held_against_its_registration() -> None:
    account = an_account(has_links=False, samples=SAMPLES)
    assert judged(a_text(is_inbound=True), account, LINK).points("P7.8") == 0
    assert judged(a_text(channel=Channel.VOICEMAIL), account, LINK).points("P7.8") == 0


def test_a_text_unlike_every_sample_is_a_weak_hit() -> None:
    account = an_account(samples=SAMPLES)
    assert judged(a_text("Win big tonight at our brand new casino"), account).points("P7.8") == 30
    assert judged(a_text("Your order 774 has shipped and arrives on Friday."), account).points("P7.8") == 0
    assert judged(a_text("Win big tonight"), account).points("P7.8") == 0


def test_a_text_that_people_found_honest_is_as_good_as_a_sample() -> None:
    text = "Win big tonight at our brand new casino"
    honest = an_account(samples=SAMPLES, reviewed=(Reviewed(text, Opinion.HONEST),))
    not_honest = an_account(samples=SAMPLES, reviewed=(Reviewed(text, Opinion.NOT),))
    assert judged(a_text(text), honest).points("P7.8") == 0
    assert judged(a_text(text), not_honest).points("P7.8") == 30


@pytest.mark.parametrize("account", [None, Profile("AC1"), an_account(samples=())])
def test_without_samples_the_rule_abstains(account: Profile | None) -> None:
    assert "P7.8" in judged(a_text("Win big tonight at our brand new casino"), account).abstained


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_alike_means_one_word_in_five_is_shared(one: set[int], other: set[int]) -> None:
    first, second = frozenset(map(str, one)), frozenset(map(str, other))
    assert are_alike(first, second) == (5 * len(one & other) >= len(one | other))


def test_every_run_of_digits_is_one_word() -> None:
    assert words_of("Order 12 of 3,456") == {"order", "0", "of"}


@pytest.mark.parametrize(
    ("account", "lacks"), [(None, None), (Profile("AC1"), None), (an_account(), True), (an_account(is_age_gated=True), False)]
)
def test_an_age_gate_is_there_missing_or_not_known(account: Profile | None, lacks: object) -> None:
    assert lacks_age_gate(account) is lacks
