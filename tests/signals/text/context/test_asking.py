"""Are requests for secrets seen beside strange pages, and warnings against them left alone?"""

import pytest

from goodstanding.signals.profile import Profile
from goodstanding.signals.text.facts import Facts
from signals.text.context.making import a_link, a_text, an_account, judged

STRANGE = Facts(links=(a_link(),))


@pytest.mark.parametrize(
    ("body", "points"),
    [
        ("Please confirm your SSN and date of birth at this page", 80),
        ("Verify your card number here", 80),
        ("Enter your password here", 50),
        ("Enter the hall by the south door", 0),
        ("We will never ask you to enter your PIN", 0),
        ("Do not provide your card number to anybody", 0),
    ],
)
def test_a_request_beside_a_link_weighs_by_what_is_asked(body: str, points: int) -> None:
    assert judged(a_text(body), facts=STRANGE).points("P10.4") == points


def test_a_page_known_not_to_be_the_accounts_or_a_shortener_weighs_more() -> None:
    body = "Verify your card number here"
    assert judged(a_text(body), an_account(), STRANGE).points("P10.4") == 100
    assert judged(a_text(body), facts=Facts(links=(a_link(is_shortener=True),))).points("P10.4") == 100


def test_the_page_is_only_called_foreign_where_the_accounts_domains_are_known() -> None:
    def said(account: Profile | None) -> str:
        (hit,) = (one for one in judged(a_text("Verify your card number here"), account, STRANGE).hits if one.signal == "P10.4")
        return hit.why

    assert "not the account's" in said(an_account())
    assert "the account's" not in said(None)


def test_the_accounts_own_page_a_text_without_a_link_and_what_was_received_are_nothing() -> None:
    body = "Verify your card number here"
    assert judged(a_text(body), an_account(), Facts(links=(a_link("acmebank.example"),))).points("P10.4") == 0
    assert judged(a_text(body)).points("P10.4") == 0
    assert judged(a_text(body, is_inbound=True), facts=STRANGE).points("P10.4") == 0


def test_the_span_is_the_request_even_after_letters_that_change_length() -> None:
    body = "İİİ please confirm your SSN"
    (hit,) = (hit for hit in judged(a_text(body), facts=STRANGE).hits if hit.signal == "P10.4")
    assert body[slice(*hit.span)] == "confirm your SSN"
