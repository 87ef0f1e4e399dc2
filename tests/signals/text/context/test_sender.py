"""Is a sender that the account does not hold exact, and is a code that arrives weak?"""

import pytest

from goodstanding.signals.message import Channel
from goodstanding.signals.profile import Profile
from signals.text.context.making import OURS, STRANGER, a_text, an_account, judged


@pytest.mark.parametrize("sender", [STRANGER, "72345", "Parcels"])
def test_a_sender_out_of_the_inventory_is_an_exact_hit(sender: str) -> None:
    (hit,) = (hit for hit in judged(a_text(sender=sender), an_account()).hits if hit.signal == "P17.1")
    assert (hit.weight, hit.is_exact, hit.clause) == (100, True, "use-17")


@pytest.mark.parametrize("sender", [OURS, "4155550100", "+1 (415) 555-0100", "acme bank", "Acme Bank"])
def test_what_the_account_holds_is_fine_however_it_is_written(sender: str) -> None:
    assert judged(a_text(sender=sender), an_account()).points("P17.1") == 0


def test_mail_is_held_by_domain() -> None:
    def points(sender: str) -> int:
        return judged(a_text(sender=sender, channel=Channel.EMAIL, headers={"from": sender}), an_account()).points("P17.1")

    assert points("desk@acmebank.example") == 0
    assert points("desk@mail.acmebank.example") == 0
    assert points("desk@notacmebank.example") == 100


@pytest.mark.parametrize("sender", [OURS, "Acme Bank", "desk@acmebank.example"])
def test_without_an_inventory_of_that_kind_the_rule_abstains(sender: str) -> None:
    assert "P17.1" in judged(a_text(sender=sender), Profile("AC1")).abstained
    assert "P17.1" in judged(a_text(sender=sender)).abstained


def test_an_empty_inventory_means_that_nothing_is_held() -> None:
    assert judged(a_text(), an_account(numbers=frozenset())).points("P17.1") == 100


def test_a_number_that_is_withheld_is_not_forged() -> None:
    assert judged(a_text(sender="Anonymous", channel=Channel.VOICE), an_account()).points("P17.1") == 0


def test_what_was_received_came_from_others() -> None:
    assert judged(a_text(sender=STRANGER, is_inbound=True), an_account()).points("P17.1") == 0


@pytest.mark.parametrize(
    "body", ["Your code is 123456", "G-123456 is your verification code", "Tu código: 4821", "Use 123-456 as PIN"]
)
def test_a_code_that_arrives_is_a_weak_hit_at_the_code(body: str) -> None:
    (hit,) = (hit for hit in judged(a_text(body, is_inbound=True)).hits if hit.signal == "P10.7")
    assert hit.weight == 20
    assert any(letter.isdigit() for letter in body[slice(*hit.span)])


@pytest.mark.parametrize("body", ["See you at 1830", "the code word is swordfish", "order 12 of 99999999999"])
def test_other_numbers_that_arrive_are_nothing(body: str) -> None:
    assert judged(a_text(body, is_inbound=True)).hits == ()


def test_a_code_that_is_sent_is_nothing() -> None:
    assert judged(a_text("Your code is 123456")).points("P10.7") == 0
