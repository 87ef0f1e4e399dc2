"""Is a wish to be left alone kept, are confirmations allowed, and is what is not known left alone?"""

import pytest

from goodstanding.signals.message import Channel
from goodstanding.signals.text.facts import Facts
from signals.text.context.making import THEIRS, a_link, a_mention, a_text, an_account, judged


def test_a_message_to_somebody_who_opted_out_is_an_exact_hit() -> None:
    (hit,) = (hit for hit in judged(a_text(is_opted_out=True)).hits if hit.signal == "P7.3")
    assert (hit.weight, hit.is_exact, hit.clause) == (100, True, "use-07")


def test_the_accounts_own_list_of_opt_outs_counts_too_however_the_number_is_written() -> None:
    account = an_account(opted_out=frozenset({THEIRS}))
    assert judged(a_text(recipient="(212) 555-0199"), account).points("P7.3") == 100
    assert judged(a_text(is_opted_out=False), account).points("P7.3") == 100
    assert judged(a_text(recipient="+12125550198"), account).points("P7.3") == 0


def test_nobody_knows_of_an_opt_out_without_a_ledger() -> None:
    assert "P7.3" in judged(a_text()).abstained
    assert "P7.3" not in judged(a_text(is_opted_out=False)).abstained
    assert "P7.3" not in judged(a_text(), an_account()).abstained


def test_the_recipients_own_words_are_never_held_against_the_account() -> None:
    assert judged(a_text("STOP", is_inbound=True, is_opted_out=True, previous="stop")).hits == ()


@pytest.mark.parametrize("body", ["Acme Bank: you have been unsubscribed.", "You will not receive more messages from us."])
def test_one_confirmation_that_follows_the_request_is_allowed(body: str) -> None:
    found = judged(a_text(body, is_opted_out=True, previous="STOP"))
    assert (found.points("P7.3"), found.points("P8.4")) == (0, 0)


def test_whether_a_confirmation_was_asked_for_is_not_known_without_the_words_before() -> None:
    found = judged(a_text("Acme Bank: you have been unsubscribed.", is_opted_out=True))
    assert found.points("P7.3") == 0
    assert "P7.3" in found.abstained


def test_a_confirmation_that_sells_something_is_none() -> None:
    found = judged(a_text("Unsubscribed! Come back", is_opted_out=True, previous="STOP"), facts=Facts(links=(a_link(),)))
    assert found.points("P7.3") == 100


def test_confirming_words_without_a_request_are_no_excuse() -> None:
    assert judged(a_text("You opted out?", is_opted_out=True, previous="hello")).points("P7.3") == 100


def test_a_request_to_stop_that_was_ignored_is_for_review_and_other_words_are_nothing() -> None:
    assert judged(a_text(previous="Please stop texting me")).points("P8.4") == 100
    assert judged(a_text(previous="Thanks a lot")).points("P8.4") == 0
    assert "P8.4" not in judged(a_text(previous="Thanks a lot")).abstained


def test_a_wrong_number_is_a_weaker_wish() -> None:
    assert judged(a_text(previous="Sorry, wrong number")).points("P8.4") == 40


def test_without_the_words_before_nobody_knows_of_a_wish() -> None:
    assert "P8.4" in judged(a_text()).abstained


def test_a_first_message_names_its_sender_and_a_way_out() -> None:
    assert judged(a_text("Hi there, sale on", is_first=True), an_account()).points("P7.2") == 100
    named = Facts(sender_named=a_mention("acme"))
    assert judged(a_text("Acme: sale on", is_first=True), an_account(), named).points("P7.2") == 50
    whole = Facts(sender_named=a_mention("acme"), opt_out=a_mention("stop"))
    assert judged(a_text("Acme: sale on. Reply STOP to end", is_first=True), an_account(), whole).points("P7.2") == 0


def test_the_accounts_own_name_or_an_alphanumeric_sender_names_the_sender() -> None:
    facts = Facts(opt_out=a_mention("stop"))
    assert judged(a_text("acme bank here", is_first=True), an_account(), facts).points("P7.2") == 0
    assert judged(a_text("here", is_first=True, sender="ACME BANK"), an_account(), facts).points("P7.2") == 0


def test_a_code_that_was_asked_for_needs_no_way_out() -> None:
    assert judged(a_text("Your code is 123456", is_first=True), an_account()).points("P7.2") == 50
    assert judged(a_text("Welcome in", is_first=True), an_account(use_case="two-factor")).points("P7.2") == 50


def test_a_first_message_of_an_unknown_account_stays_under_the_line_and_one_between_people_is_nothing() -> None:
    assert judged(a_text("Hi there, how are you?", is_first=True)).points("P7.2") == 80
    assert judged(a_text("Hi there, how are you?", is_first=True), an_account(use_case="person-to-person")).points("P7.2") == 0


def test_later_messages_and_other_channels_need_neither() -> None:
    assert judged(a_text(is_first=False)).points("P7.2") == 0
    assert judged(a_text(is_first=True, channel=Channel.EMAIL)).points("P7.2") == 0
    assert "P7.2" in judged(a_text()).abstained


def test_an_odd_way_out_counts_in_a_first_message_without_a_standard_one() -> None:
    odd = Facts(odd_opt_out=a_mention("text 2 to end"))
    assert judged(a_text(is_first=True), facts=odd).points("P3.8") == 60
    assert judged(a_text(is_first=False), facts=odd).points("P3.8") == 0
    assert "P3.8" in judged(a_text(), facts=odd).abstained
    both = Facts(odd_opt_out=a_mention("text 2"), opt_out=a_mention("stop"))
    assert judged(a_text(is_first=True), facts=both).points("P3.8") == 0
