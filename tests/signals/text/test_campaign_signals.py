from random import Random

import pytest

from goodstanding.signals.text.campaign import Sent
from goodstanding.signals.text.campaign_signals import CampaignSignal, Limits, campaign_signals
from goodstanding.simulation.texts.honest import honest
from signals.text.campaigning import HOUR_MS, a_sent, campaigns_of

TEXT = "Good day to you all, please read what we have to say about the offer"
EDITS = ["kind", "dear", "fine", "warm", "new", "old", "free"]


def seen(*sent: Sent, limits: Limits | None = None) -> list[CampaignSignal]:
    return list(campaign_signals(campaigns_of(*sent), limits))


def named(*sent: Sent) -> list[tuple[str, str, int]]:
    return [(one.clause, one.signal, one.strength) for one in seen(*sent)]


@pytest.mark.parametrize(
    ("clause", "signal", "fewest"),
    [("use-01", "P1.1", 3), ("use-09", "P9.8", 3), ("use-11", "P11.11", 10), ("use-16", "P16.2", 21)],
)
def test_a_wording_with_a_signal_counts_once_it_reaches_enough_people(clause: str, signal: str, fewest: int) -> None:
    sent = [a_sent(TEXT, recipient=at, signals=(signal,), is_first=True) for at in range(fewest)]
    assert named(*sent) == [(clause, signal, fewest)]
    assert named(*sent[1:]) == []
    assert named(*(sent[1] for _ in range(fewest))) == []


def test_an_opener_to_people_written_to_before_or_of_whom_nothing_is_known_does_not_count() -> None:
    for known in (False, None):
        assert named(*(a_sent(TEXT, recipient=at, signals=("P11.11",), is_first=known) for at in range(30))) == []


def test_what_was_not_screened_or_had_no_hit_does_not_count() -> None:
    for signals in (None, (), ("P4.3",)):
        assert named(*(a_sent(TEXT, recipient=at, signals=signals) for at in range(30))) == []


def edits(refused: set[int], *, apart_ms: int = 1, many: int = 5, account: str = "made-up-1") -> list[Sent]:
    return [a_sent(f"{TEXT} {EDITS[at]}", at_ms=at * apart_ms, is_refused=at in refused, account=account) for at in range(many)]


def test_small_edits_after_refusals_are_probing() -> None:
    assert named(*edits({0, 1, 2})) == [("use-03", "P3.1", 5)]
    assert named(*edits({2})) == [("use-03", "P3.1", 5)]


def test_edits_are_no_probing_without_refusals_or_with_too_few_edits_after_them() -> None:
    assert named(*edits(set())) == []
    assert named(*edits({3})) == []
    assert named(*edits({4})) == []
    assert named(*edits({0, 1, 2}, many=4)) == []


def test_edits_over_more_than_a_day_are_no_probing() -> None:
    assert named(*edits({0}, apart_ms=6 * HOUR_MS)) == []
    assert named(*edits({0}, apart_ms=6 * HOUR_MS - 1)) == [("use-03", "P3.1", 5)]


def test_the_same_wording_sent_again_is_no_edit() -> None:
    assert named(*(a_sent(f"{TEXT} {at}", at_ms=at, is_refused=True) for at in range(30))) == []


def test_the_edits_of_two_accounts_are_not_added_up() -> None:
    assert named(*edits({0, 1, 2}, many=4), *edits({0, 1, 2}, many=4, account="made-up-2")) == []


def test_links_to_many_domains_within_a_day_are_rotation() -> None:
    sent = [a_sent(TEXT, at_ms=at, domains=(f"d{at}.example",)) for at in range(5)]
    assert named(*sent) == [("use-03", "P3.5", 5)]
    assert named(*sent[:4], *sent[:4]) == []


def test_links_that_change_from_day_to_day_are_no_rotation() -> None:
    assert named(*(a_sent(TEXT, at_ms=at * 13 * HOUR_MS, domains=(f"d{at}.example",)) for at in range(9))) == []


def test_accounts_with_a_domain_each_are_no_rotation() -> None:
    assert named(*(a_sent(TEXT, account=f"made-up-{at}", domains=(f"d{at}.example",)) for at in range(9))) == []


def test_one_wording_from_many_numbers_of_one_account_is_spread() -> None:
    sent = [a_sent(TEXT, sender=at) for at in range(10)]
    assert named(*sent) == [("use-03", "P3.3", 10)]
    assert named(*sent[1:]) == []


def code(at: int, *, sender: int | None = None) -> Sent:
    return a_sent(f"Your code is {at + 1000}", sender=at if sender is None else sender, is_inbound=True)


def chat(at: int) -> Sent:
    return a_sent(f"Are you at home {EDITS[at]}", sender=500, is_inbound=True)


def test_an_account_that_is_sent_nearly_nothing_but_codes_is_rented_out() -> None:
    sent = [code(at) for at in range(20)]
    assert seen(*sent, *map(chat, range(4))) == [
        CampaignSignal(
            "use-10", "P10.7", "made-up-1", None, 20, "nearly everything sent to the account is one-time codes, from many issuers"
        )
    ]
    assert named(*sent, *map(chat, range(5))) == []


def test_codes_from_one_issuer_or_a_few_codes_are_no_rental() -> None:
    assert named(*(code(at, sender=1) for at in range(40))) == []
    assert named(*(code(at) for at in range(19))) == []


def test_codes_that_an_account_sends_are_no_rental() -> None:
    assert named(*(a_sent(f"Your code is {at + 1000}", recipient=at) for at in range(40))) == []


def test_an_edition_may_ask_for_more() -> None:
    sent = [a_sent(TEXT, sender=at) for at in range(10)]
    assert seen(*sent, limits=Limits(numbers=11)) == []


def test_honest_traffic_shows_nothing() -> None:
    texts = honest(Random(5), 3_000)
    sent = (
        a_sent(text.text, account=text.account, recipient=at, at_ms=at, is_first=True, signals=(),
               domains=(f"{text.account}.example",))
        for at, text in enumerate(texts)
    )  # fmt: skip
    assert list(campaign_signals(campaigns_of(*sent))) == []
