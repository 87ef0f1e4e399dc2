"""Is a borrowed name seen where it matters, and are honest mentions of a brand left alone?"""

from dataclasses import replace

import pytest

from goodstanding.signals.lists import Lists
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.facts import Facts, Kind, Link
from signals.text.context.making import LISTS, OURS, STRANGER, THEIRS, a_link, a_mention, a_text, an_account, an_identifier, judged

PARCELCO = a_mention("parcelco")
HASTE = a_mention("within 24 hours")
NUMBER = an_identifier(Kind.PHONE, STRANGER)


def lure(link: Link | None = None, *, urgent: bool = False) -> Facts:
    return Facts(links=(link or a_link(),), brands=(PARCELCO,), urgency=(HASTE,) if urgent else ())


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        (lure(), 30),
        (lure(urgent=True), 60),
        (lure(a_link(is_shortener=True)), 60),
        (lure(a_link(is_address=True)), 60),
        (lure(a_link(is_shortener=True), urgent=True), 100),
        (lure(a_link(is_punycode=True), urgent=True), 100),
        (lure(a_link("parce1co.example", looks_like="parcelco")), 100),
    ],
)
def test_a_brand_beside_a_strange_link_weighs_by_how_it_is_dressed(facts: Facts, points: int) -> None:
    found = judged(a_text(), facts=facts)
    assert found.points("P11.1") == points
    assert found.points("P17.8") == 40


def test_a_look_alike_that_nobody_names_is_seen_too() -> None:
    link = a_link("parce1co.example", looks_like="parcelco")
    assert judged(a_text(), facts=Facts(links=(link,))).points("P11.1") == 70
    assert judged(a_text(), facts=Facts(links=(link,), urgency=(HASTE,))).points("P11.1") == 100
    assert judged(a_text(), an_account(domains=("parce1co.example",)), Facts(links=(link,))).points("P11.1") == 0


def test_the_worst_of_several_links_is_the_one_that_is_shown() -> None:
    links = (a_link(), replace(a_link("parce1co.example", looks_like="parcelco"), span=(40, 60)))
    (hit,) = (hit for hit in judged(a_text(), facts=Facts(links=links, brands=(PARCELCO,))).hits if hit.signal == "P11.1")
    assert (hit.span, hit.weight) == ((40, 60), 100)


@pytest.mark.parametrize("signal", ["P11.1", "P17.8", "P15.4"])
def test_a_brand_without_a_link_or_with_its_own_is_nothing(signal: str) -> None:
    assert judged(a_text(), an_account(), Facts(brands=(PARCELCO,), urgency=(HASTE,))).points(signal) == 0
    assert judged(a_text(), an_account(), lure(a_link("parcelco.example"), urgent=True)).points(signal) == 0


@pytest.mark.parametrize("signal", ["P11.1", "P17.8", "P15.4"])
def test_the_accounts_own_brand_and_its_own_pages_are_nothing(signal: str) -> None:
    own = an_account(brands=("ParcelCo",))
    assert judged(a_text(), own, lure(urgent=True)).points(signal) == 0
    assert judged(a_text(), an_account(), lure(a_link("acmebank.example"), urgent=True)).points(signal) == 0


def test_a_foreign_brand_is_named_where_the_accounts_own_are_known() -> None:
    assert judged(a_text(), an_account(), lure()).points("P15.4") == 40
    assert "P15.4" in judged(a_text(), None, lure()).abstained


def test_without_a_list_of_brands_the_rules_abstain_where_there_is_a_link() -> None:
    found = judged(a_text(), facts=Facts(links=(a_link(),)), lists=Lists())
    assert {"P11.1", "P17.8"} <= set(found.abstained)
    assert {"P11.1", "P17.8"}.isdisjoint(judged(a_text(), lists=Lists()).abstained)


def test_what_was_received_is_not_the_accounts_lure() -> None:
    assert judged(a_text(is_inbound=True), None, lure(urgent=True)).points("P11.1") == 0


@pytest.mark.parametrize("sender", ["FBI", "SocialSec", "MEDICARE", "P0LICE", "Bank-Alert"])
def test_an_office_or_bank_as_sender_is_seen_without_a_profile_and_more_with_one(sender: str) -> None:
    assert judged(a_text(sender=sender)).points("P17.7") == 60
    assert judged(a_text(sender=sender), an_account()).points("P17.7") == 100
    assert judged(a_text(sender=sender), an_account(senders=frozenset({sender}))).points("P17.7") == 0


@pytest.mark.parametrize("sender", ["ParcelCo", "PARCELCO", "Parcel-Co", "ParceICo".replace("I", "1")])
def test_a_brand_as_sender_counts_for_an_account_known_not_to_have_it(sender: str) -> None:
    found = judged(a_text(sender=sender), an_account())
    assert (found.points("P17.7"), found.points("P15.4")) == (100, 60)
    unknown = judged(a_text(sender=sender))
    assert unknown.hits == ()
    assert {"P17.7", "P15.4"} <= set(unknown.abstained)
    own = judged(a_text(sender=sender), an_account(brands=("ParcelCo",)))
    assert (own.points("P17.7"), own.points("P15.4")) == (0, 0)


@pytest.mark.parametrize("sender", ["Lakeside", "72345", OURS, "ParcelCows", "IRSteam"])
def test_other_senders_are_nothing(sender: str) -> None:
    found = judged(a_text(sender=sender))
    assert (found.points("P17.7"), found.points("P15.4")) == (0, 0)
    assert {"P17.7", "P15.4"}.isdisjoint(found.abstained)


def test_without_a_list_of_brands_only_offices_are_told() -> None:
    assert judged(a_text(sender="IRS"), lists=Lists()).points("P17.7") == 60
    assert "P17.7" in judged(a_text(sender="ParcelCo"), lists=Lists()).abstained


CALL_BACK = "Your bank account is locked, call us"


def test_a_strange_number_in_a_text_on_money_is_seen() -> None:
    facts = Facts(identifiers=(NUMBER,))
    assert judged(a_text(CALL_BACK), an_account(), facts).points("P17.9") == 50
    assert judged(a_text(CALL_BACK), an_account(), replace(facts, urgency=(HASTE,), brands=(PARCELCO,))).points("P17.9") == 100
    assert judged(a_text("Call us"), an_account(), replace(facts, amounts=(a_mention("$500"),))).points("P17.9") == 50


@pytest.mark.parametrize("value", [THEIRS, OURS])
def test_numbers_that_belong_there_are_nothing(value: str) -> None:
    facts = Facts(identifiers=(an_identifier(Kind.PHONE, value),))
    assert judged(a_text(CALL_BACK), an_account(), facts).points("P17.9") == 0


def test_a_contact_of_the_account_or_a_text_on_something_else_is_nothing() -> None:
    facts = Facts(identifiers=(NUMBER,))
    assert judged(a_text(CALL_BACK), an_account(contacts=frozenset({STRANGER})), facts).points("P17.9") == 0
    assert judged(a_text("Ring us about the garden"), an_account(), facts).points("P17.9") == 0


def test_without_known_contacts_the_rule_abstains() -> None:
    facts = Facts(identifiers=(NUMBER,))
    assert "P17.9" in judged(a_text(CALL_BACK), Profile("AC1"), facts).abstained
    assert "P17.9" not in judged(a_text("Ring us about the garden"), Profile("AC1"), facts).abstained


def test_a_brand_is_known_by_its_folded_name() -> None:
    assert judged(a_text(sender="AcmeBank"), an_account(brands=(), senders=frozenset())).points("P17.7") == 100
    assert "acme bank" in (LISTS.brands or {})
