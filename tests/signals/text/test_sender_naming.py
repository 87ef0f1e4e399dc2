"""Where does a text name its sender?"""

import pytest

from signals.text.gathered import facts_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Dental: your visit is at 9", "Acme Dental"),
        ("[Acme] 1234 is your code", "Acme"),
        ("【Acme】1234", "Acme"),
        ("Acme Alert: card used", "Acme"),
        ("Hi Ann, this is Bob from Acme Dental. See you", "Acme Dental"),
        ("This is Acme. Call us", "Acme"),
        ("A message from Acme: hello", "Acme"),
        ("Your Acme verification code is 1234", "Acme"),
        ("Thanks for choosing Acme Dental!", "Acme Dental"),
        ("Your order is here. - Acme", "Acme"),
        ("Your order is here. -Acme Reply STOP to unsubscribe", "Acme"),
        ("paypal: you paid 5", "paypal"),
    ],
)
def test_the_sender_is_named(text: str, name: str) -> None:
    named = facts_of(text).sender_named
    assert named is not None
    assert named.term == name
    assert text[slice(*named.span)] == name


@pytest.mark.parametrize(
    "text",
    [
        "Reminder: your visit is at 9",
        "URGENT: call now",
        "Your Verification Code is 1234",
        "Hi: see you from Monday",
        "Ok :) see you at 8pm",
        "this is the 2nd attempt",
        "THIS IS UR NUMBER SO CALL",
        "we met 10 - 12 times",
        "",
    ],
)
def test_general_words_name_nobody(text: str) -> None:
    assert facts_of(text).sender_named is None
