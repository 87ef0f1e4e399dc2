"""Does an e-mail's account of itself add up, and does a commercial one say what it must?"""

import pytest

from goodstanding.signals.message import Channel, Message
from goodstanding.signals.text.context.context import NOBODY
from signals.text.context.making import a_text, an_account, judged

SALE = "Big sale: 20% off everything today!"
FOOT = " Unsubscribe here. Acme, 12 Main Street, Springfield"


def a_mail(body: str = "See you at noon.", headers: dict[str, str] | None = None, **other: str) -> Message:
    return a_text(
        body, channel=Channel.EMAIL, sender="desk@lakeside.example", recipient="pat@example.com", headers=headers, **other
    )


def test_a_mail_to_a_carriers_gateway_is_seen_and_weighs_more_when_it_sells() -> None:
    assert judged(a_text(recipient="2125550199@vtext.com", channel=Channel.EMAIL)).points("P8.14") == 40
    assert judged(a_text(SALE + FOOT, recipient="2125550199@VTEXT.com", channel=Channel.EMAIL)).points("P8.14") == 100
    assert judged(a_text(recipient="pat@example.com", channel=Channel.EMAIL)).points("P8.14") == 0


@pytest.mark.parametrize(
    ("body", "headers", "points"),
    [
        (SALE, {}, 100),
        (SALE + " Unsubscribe here.", {}, 50),
        (SALE + " Acme, 12 Main Street, Springfield", {}, 50),
        (SALE + " Acme, P.O. Box 12", {"list-unsubscribe": "<mailto:u@example.com>"}, 0),
        (SALE + FOOT, {}, 0),
        ("See you at noon.", {}, 0),
    ],
)
def test_a_commercial_mail_says_how_to_unsubscribe_and_where_it_comes_from(body: str, headers: dict[str, str], points: int) -> None:
    assert judged(a_mail(body, headers)).points("P8.14") == points


def test_without_headers_nobody_knows_of_a_list_unsubscribe() -> None:
    assert "P8.14" in judged(a_mail(SALE)).abstained
    assert "P8.14" not in judged(a_mail(SALE + FOOT)).abstained
    assert judged(a_text(SALE, headers={})).points("P8.14") == 0


@pytest.mark.parametrize(
    ("headers", "points"),
    [
        ({"from": "Desk <desk@lakeside.example>"}, 0),
        ({"from": "ParcelCo <x@lakeside.example>"}, 100),
        ({"from": "ParcelCo <x@mail.parcelco.example>"}, 0),
        ({"from": "x@lakeside.example", "reply-to": "y@throwaway.example"}, 40),
        ({"from": "x@lakeside.example", "reply-to": "y@elsewhere.example"}, 20),
        ({"from": "x@lakeside.example", "reply-to": "y@desk.lakeside.example"}, 0),
        ({"from": "x@lakeside.example", "return-path": "<b@bounces.example>", "message-id": "<1@relay.example>"}, 20),
        ({"from": "x@lakeside.example", "return-path": "<>", "message-id": "<1@lakeside.example>"}, 0),
        ({"from": "nobody"}, 40),
        ({}, 0),
    ],
)
def test_headers_that_disagree_weigh_by_what_they_hide(headers: dict[str, str], points: int) -> None:
    assert judged(a_mail(headers=headers | {"authentication-results": "mx; spf=pass"})).points("P17.10") == points


def test_the_accounts_own_brand_may_be_shown() -> None:
    headers = {"from": "ParcelCo <x@lakeside.example>", "authentication-results": ""}
    assert judged(a_mail(headers=headers), an_account(brands=("ParcelCo",))).points("P17.10") == 0


@pytest.mark.parametrize(
    ("results", "points"),
    [
        ("mx.example; spf=pass; dkim=pass; dmarc=pass", 0),
        ("mx.example; spf=fail smtp.mailfrom=x", 50),
        ("mx.example; SPF=Fail; DKIM = fail", 100),
        ("mx.example; dmarc=fail", 100),
        ("mx.example; spf=softfail; dkim=none", 20),
        ("mx.example; spf=fail; spf=fail", 50),
        ("mx.example; none", 0),
    ],
)
def test_what_our_own_server_found_weighs_by_method(results: str, points: int) -> None:
    headers = {"from": "x@lakeside.example", "authentication-results": results}
    assert judged(a_mail(headers=headers)).points("P17.10") == points


def test_without_headers_or_results_the_rules_abstain_and_only_for_mail() -> None:
    assert "P17.10" in judged(a_mail()).abstained
    assert "P17.10" in judged(a_mail(headers={"from": "x@lakeside.example"})).abstained
    assert "P17.10" not in judged(a_text(), NOBODY).abstained
