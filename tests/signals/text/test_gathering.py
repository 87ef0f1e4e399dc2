"""Do the facts stay within the text, within bounds, and the same for the same lists?"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.lists import Lists
from goodstanding.signals.text.facts import MOST_OF_A_KIND, Facts, Span
from goodstanding.signals.text.fold import Folded
from goodstanding.signals.text.gathering import gather
from signals.text.gathered import facts_of, plain

WORDS = [
    "http://",
    "bit.ly/",
    ".com",
    "www.",
    "stop",
    "reply",
    "from",
    "card",
    "4111",
    "Dr",
    "Acme",
    "dob",
    "mg",
    "paypal",
    "[.]",
    "0134",
]
PIECES = st.sampled_from(WORDS) | st.sampled_from(list("a 1.@:/-+([]$éก'\n\u200b"))


def spans(facts: Facts) -> list[Span]:
    several = (facts.links, facts.identifiers, facts.health, facts.brands, facts.amounts, facts.urgency)
    singles = (facts.opt_out, facts.odd_opt_out, facts.sender_named)
    return [one.span for kind in several for one in kind] + [one.span for one in singles if one]


@given(text=st.lists(PIECES, max_size=40).map("".join), region=st.sampled_from([None, "US", "TH"]))
def test_every_span_lies_in_the_text(text: str, region: str | None) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans(facts_of(text, region)))


@given(text=st.text(max_size=200))
def test_any_text_at_all_has_facts(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans(facts_of(text)))


def test_spans_follow_the_map_back_to_the_raw_text() -> None:
    raw = "\u200bp\u200bay $5 u\u200brgent"
    offsets = tuple(at for at, letter in enumerate(raw) if letter != "\u200b")
    facts = gather(raw, Folded(raw.replace("\u200b", ""), (*offsets, len(raw))), Lists(), None)
    assert [raw[slice(*one.span)] for one in (*facts.amounts, *facts.urgency)] == ["$5", "u\u200brgent"]


def test_without_lists_the_rest_is_found_all_the_same() -> None:
    facts = facts_of("PayPal: pay $5 at bit.ly/x, urgent", lists=Lists())
    assert (facts.brands, len(facts.amounts), len(facts.urgency)) == ((), 1, 1)
    assert [(link.is_shortener, link.looks_like) for link in facts.links] == [(False, None)]


def test_other_lists_are_not_answered_from_the_first() -> None:
    for name in ("acme", "bolt"):
        lists = Lists(brands={name: frozenset({f"{name}.example"})})
        assert [one.term for one in facts_of("acme and bolt", lists=lists).brands] == [name]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        ".",
        "1",
        "a.",
        "a.b ",
        "1 ",
        "(",
        "stop ",
        "reply stop ",
        "$1,",
        "a@",
        "Dr A ",
        "http://",
        "4111 ",
        "[.]",
        "gb82 ",
        "to opt out ",
        "+1 ",
    ],
)
def test_a_long_text_takes_bounded_time_and_keeps_few_facts(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    folded = plain(text)
    facts_of("warm up")
    began = time.perf_counter()
    facts = gather(text, folded, Lists(), "US")
    assert time.perf_counter() - began < 2
    assert max(len(facts.links), len(facts.amounts), len(facts.urgency), len(facts.health)) <= MOST_OF_A_KIND
    assert len(facts.identifiers) <= 4 * MOST_OF_A_KIND
