"""Do the rules name what exists, say only what they may, and stay quiet on an ordinary message?"""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.policy.clause import Use
from goodstanding.policy.load import load_editions
from goodstanding.signals.lists import Lists
from goodstanding.signals.message import Channel, Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.context.catalogue import RULES, judge
from goodstanding.signals.text.context.context import NOBODY, NOTHING, Need, Rule, Seen
from goodstanding.signals.text.facts import Facts, Kind
from signals.text.context.making import LISTS, OURS, STRANGER, a_link, a_mention, a_text, an_account, an_identifier, judged

UNLISTED = Lists()
BUSY = Facts(
    links=(a_link("bad.example", "/a.pdf.apk", is_shortener=True, looks_like="acme bank"),),
    identifiers=(an_identifier(Kind.SSN), an_identifier(Kind.PHONE, STRANGER), an_identifier(Kind.NAME)),
    health=(a_mention("diabetes"),),
    brands=(a_mention("parcelco"),),
    urgency=(a_mention("now"),),
    odd_opt_out=a_mention("text 2"),
)
BODIES = ("Enter your SSN and card number now", "", "Your code is 123456", "BEGIN:VCARD", "50% off sale", "\ud800 x")
MESSAGES = st.builds(
    a_text,
    st.sampled_from(BODIES) | st.text(max_size=30),
    channel=st.sampled_from(Channel),
    sender=st.sampled_from([OURS, STRANGER, "FBI", "ParcelCo", "a@b.example", ""]),
    recipient=st.sampled_from(["+12125550199", "x@vtext.com"]),
    is_inbound=st.booleans(),
    is_first=st.none() | st.booleans(),
    is_opted_out=st.none() | st.booleans(),
    previous=st.none() | st.sampled_from(["stop", "wrong number", "thanks"]),
    user_data_header=st.none() | st.sampled_from(["", "05040B8423F0", "zz", "7000", "04"]),
    headers=st.none() | st.just({"from": "ParcelCo <a@b.example>", "authentication-results": "mx; dmarc=fail"}),
)
PROFILES = st.sampled_from([None, NOBODY, an_account(), an_account(has_links=False, has_numbers=False, samples=("Dear all",))])
FACTS = st.sampled_from([Facts(), BUSY])
ALL_LISTS = st.sampled_from([LISTS, UNLISTED])


def test_each_rule_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.id.startswith("context/") for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_belongs_to_a_clause_that_lists_its_signal(rule: Rule) -> None:
    clause = load_editions().newest.clause(rule.clause)
    assert isinstance(clause, Use)
    assert rule.signal in clause.signals


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_says_what_it_takes_yields_does_not_see_and_rests_on(rule: Rule) -> None:
    words = rule.judge.__doc__ or ""
    assert rule.signal in words
    assert [part for part in ("Takes", "Yields", "Source") if part not in words] == []
    assert "Blind to" in words or "Abstains" in words


@given(MESSAGES, PROFILES, FACTS, ALL_LISTS)
def test_hits_stay_within_the_text_and_use_none_of_its_words(
    message: Message, profile: Profile | None, facts: Facts, lists: Lists
) -> None:
    hits, abstained = judge(message, profile, facts, lists)
    assert {hit.signal for hit in hits}.isdisjoint(abstained)
    for hit in hits:
        assert 0 < hit.weight <= 100
        assert hit.span[0] <= hit.span[1]
        assert hit.why.endswith(".")
        assert STRANGER not in hit.why
    assert all(not hit.is_exact for hit in hits if hit.signal not in {"P6.1", "P7.3", "P7.8", "P17.1"})


@given(MESSAGES, PROFILES, FACTS, ALL_LISTS)
def test_a_rule_that_is_skipped_had_nothing_to_say(message: Message, profile: Profile | None, facts: Facts, lists: Lists) -> None:
    seen = Seen(message, profile or NOBODY, facts, lists)
    met = {Need.LINKS: facts.links, Need.IDENTIFIERS: facts.identifiers}
    said = [rule.judge(seen) for rule in RULES if rule.need in met and not met[rule.need]]
    assert all(answer == NOTHING for answer in said)


@given(MESSAGES, FACTS)
def test_what_is_not_known_never_makes_an_exact_hit(message: Message, facts: Facts) -> None:
    hits, _ = judge(message, None, facts, UNLISTED)
    assert [hit.signal for hit in hits if hit.is_exact and hit.signal != "P7.3" and not facts.links] == []


def test_an_ordinary_message_of_a_known_account_touches_nothing_and_misses_nothing() -> None:
    message = a_text(is_first=False, is_opted_out=False, previous="hello", user_data_header="")
    account = an_account(samples=("See you at noon then.",))
    assert judged(message, account) == judged(message, account, Facts(), LISTS)
    assert judged(message, account).hits == ()
    assert judged(message, account).abstained == ()


def test_without_a_profile_or_what_came_before_the_rules_name_what_they_missed() -> None:
    assert judged(a_text()).abstained == ("P6.5", "P7.2", "P7.3", "P7.8", "P8.4", "P17.1")
    assert judged(a_text()).hits == ()


@pytest.mark.parametrize("text", ["a", "1 ", "enter my pin ", "stop ", "never ", "a:", "begin:vcard ", "\n", "12 a ", "sale "])
def test_a_text_without_end_is_answered_in_bounded_time(text: str) -> None:
    long = text * (200_000 // len(text))
    headers = {"from": long, "reply-to": long, "authentication-results": long}
    mail = a_text(long, channel=Channel.EMAIL, is_first=True, previous=long, headers=headers)
    short = a_text(long, is_first=True, previous=long, user_data_header=long)
    account = an_account(samples=("Dear all",), contacts=None)
    assert (
        max(timeit.repeat(lambda: (judge(mail, account, BUSY, LISTS), judge(short, account, BUSY, LISTS)), number=1, repeat=1)) < 2
    )


def test_an_ordinary_message_costs_microseconds() -> None:
    message, facts = a_text("Your table for two is ready, please come to the front desk within ten minutes."), Facts()
    runs = 2_000
    best = min(timeit.repeat(lambda: judge(message, None, facts, LISTS), number=runs, repeat=5)) / runs
    assert best < 50e-6  # about 5 on an idle core; the bound only catches a rule that forgot to stop early
