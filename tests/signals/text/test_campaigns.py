from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.campaigns import Campaigns, Grouping, group
from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import honest
from signals.text.campaigning import a_sent, campaigns_of

PARCEL = "Your parcel {0} is held because of an unpaid fee, pay {0} at p{0}.example today"
CHAT = "Are you coming to the match on Friday with the others?"
WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
SOME = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=40)


def test_texts_of_one_wording_are_one_campaign_across_senders_and_accounts() -> None:
    (one,) = campaigns_of(
        *(a_sent(PARCEL.format(at), account=f"made-up-{at % 2}", sender=at, recipient=100 + at, at_ms=at, domains=(f"p{at}.example",))
          for at in range(6))
    )  # fmt: skip
    assert (one.size, one.senders, one.recipients, one.first_ms, one.last_ms, one.example) == (6, 6, 6, 0, 5, 0)
    assert list(one.accounts) == ["made-up-0", "made-up-1"]
    assert [part.texts for part in one.accounts.values()] == [3, 3]
    assert one.domains == tuple(f"p{at}.example" for at in range(6))


def test_two_different_wordings_stay_apart() -> None:
    assert [one.size for one in campaigns_of(a_sent(PARCEL), a_sent(CHAT), a_sent(PARCEL))] == [2, 1]


@given(st.integers(0, 9), st.sampled_from(["", "quickly", "zzz"]))
def test_an_edit_of_one_word_stays_in_the_campaign(place: int, instead: str) -> None:
    edited = [*WORDS[:place], instead, *WORDS[place + 1 :]]
    assert len(campaigns_of(a_sent(" ".join(WORDS)), a_sent(" ".join(edited)))) == 1


@given(SOME)
def test_every_message_is_in_exactly_one_campaign(bodies: list[str]) -> None:
    assert sum(one.size for one in campaigns_of(*(a_sent(body) for body in bodies))) == len(bodies)


@given(SOME, st.integers(1, 4))
def test_every_message_is_in_exactly_one_campaign_when_few_may_be_open(bodies: list[str], most_open: int) -> None:
    grouping = Grouping(most_open=most_open, most_wordings=2)
    campaigns = Campaigns(grouping)
    taken = Counter[int]()
    for body in bodies:
        taken[campaigns.take(a_sent(body))] += 1
        assert len(campaigns.open()) <= most_open
    assert {one.id: one.size for one in [*campaigns.drain(), *campaigns.open()]} == taken
    assert campaigns.drain() == []


@given(SOME, st.randoms(use_true_random=False))
def test_texts_of_one_key_are_together_in_any_order(bodies: list[str], shuffled: Random) -> None:
    again = list(bodies)
    shuffled.shuffle(again)
    for order in (bodies, again):
        campaigns = Campaigns()
        found = [(campaigns.take(a_sent(body)), body) for body in order]
        assert len({body for _, body in found}) == len(set(found))


def test_the_same_messages_make_the_same_campaigns() -> None:
    sent = [a_sent(text.text, account=text.account) for text in honest(Random(2), 300)]
    assert list(group(sent)) == list(group(sent))


def test_a_disguised_text_joins_its_campaign_by_its_folded_form() -> None:
    disguised = a_sent("\u0443\u03bfur \u0440\u0430rc\u0435l \u0456s h\u0435ld")
    assert len(campaigns_of(a_sent("Your parcel is held"), disguised)) == 2
    assert len(campaigns_of(a_sent("Your parcel is held"), replace(disguised, folded="your parcel is held"))) == 1


def test_what_is_kept_of_a_campaign_is_bounded() -> None:
    (one,) = campaigns_of(
        *(a_sent(f"Pay {at}", account=str(at), sender=at, recipient=at, domains=(f"d{at}.example",)) for at in range(20)),
        grouping=Grouping(most_kept=5),
    )
    assert (one.size, one.senders, one.recipients, len(one.accounts), len(one.domains)) == (20, 5, 5, 5, 5)


def test_a_text_without_words_and_one_with_a_lone_surrogate_are_grouped_too() -> None:
    assert [one.size for one in campaigns_of(a_sent(""), a_sent("\ud800 hello"), a_sent("!?"), a_sent("\ud800 Hello"))] == [2, 2]


def test_what_has_no_time_leaves_the_times_unknown() -> None:
    (one,) = campaigns_of(a_sent(CHAT, at_ms=None, domains=("a.example",)))
    (part,) = one.accounts.values()
    assert (one.first_ms, one.last_ms, part.variants, part.most_domains, part.signals, part.strangers) == (None,) * 6


def test_a_wording_that_hands_over_a_code_is_known_as_one() -> None:
    codes = ("Your Velra code is 1234", "【Velra】認証コード 1234", "รหัส OTP ของคุณคือ 1234", "Velra-Code: 1234")
    assert [one.is_code for text in codes for one in campaigns_of(a_sent(text))] == [True] * 4
    assert [
        one.is_code for text in (CHAT, "Your code of conduct", "Use code SAVE20 for 20% off") for one in campaigns_of(a_sent(text))
    ] == [False] * 3


def test_grouping_finds_the_wordings_of_the_made_up_texts() -> None:
    """Pairs of texts of one hand-written wording, across brands and languages: measured 0.999 and 0.88 on 24,000 texts."""
    rng = Random(11)
    texts = [*honest(rng, 2_000), *evil_twins(rng, 2_000)]
    rng.shuffle(texts)
    campaigns = Campaigns()
    found = [campaigns.take(a_sent(text.text, account=text.account)) for text in texts]
    both = pairs(Counter(zip(found, (text.template for text in texts), strict=True)))
    assert 100 * both >= 99 * pairs(Counter(found))
    assert 100 * both >= 82 * pairs(Counter(text.template for text in texts))


def pairs(counts: Counter[int] | Counter[str] | Counter[tuple[int, str]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
