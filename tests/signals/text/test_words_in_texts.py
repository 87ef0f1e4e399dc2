"""Which terms of health, money, urgency and brands are found, and which ordinary words are not?"""

import pytest

from goodstanding.signals.reading_lists import packaged_lists
from goodstanding.signals.text.facts import MOST_OF_A_KIND
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.gathering import gather
from goodstanding.signals.text.vocabulary import Topic, Vocabulary, packaged_words, words_of
from signals.text.gathered import facts_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Your biopsy results are in", [("biopsy results", "test")]),
        ("take metformin 500mg daily", [("metformin", "drug"), ("500mg", "dose")]),
        ("visit our oncology desk", [("oncology", "specialty")]),
        ("your chemotherapy is at 9", [("chemotherapy", "reason")]),
        ("before your knee replacements", [("knee replacement", "procedure")]),
        ("living with Type 2 DIABETES", [("diabetes", "diagnosis")]),
        ("your surgery at the hospital", [("surgery", "procedure")]),
    ],
)
def test_a_health_term_is_found_with_its_class(text: str, terms: list[tuple[str, str]]) -> None:
    assert [(one.term, one.group) for one in facts_of(text).health] == terms


@pytest.mark.parametrize(
    "text",
    [
        "your test is at 9",
        "your appointment is tomorrow",
        "surgery on the old car",
        "gained 500 mg",
        "cancerous growth? no: Cancers",
        "stdout",
    ],
)
def test_ordinary_words_are_no_health_terms(text: str) -> None:
    assert [one.term for one in facts_of(text).health if one.term != "cancer"] == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("pay $1,500.00 today", "1500 usd"),
        ("only £5.99", "5.99 gbp"),
        ("50usd", "50 usd"),
        ("USD 20", "20 usd"),
        ("1.234,50 €", "1234.50 eur"),
        ("1,00,000 rupees", "100000 inr"),
        ("฿140 off", "140 thb"),
        ("500 บาท", "500 thb"),
        ("Rs.500", "500 inr"),
    ],
)
def test_an_amount_is_read_into_figure_and_currency(text: str, term: str) -> None:
    assert [one.term for one in facts_of(text).amounts][-1:] == [term]


@pytest.mark.parametrize("text", ["500 people", "room 12", "in euros", "$", "usda 100 grade"])
def test_a_figure_or_a_currency_alone_is_no_amount(text: str) -> None:
    assert facts_of(text).amounts == ()


def test_two_amounts_in_a_row_keep_their_own_currency() -> None:
    text = "100 baht 200 usd $5 $6"
    assert [(one.term, text[slice(*one.span)]) for one in facts_of(text).amounts] == [
        ("100 thb", "100 baht"),
        ("200 usd", "200 usd"),
        ("5 usd", "$5"),
        ("6 usd", "$6"),
    ]


def test_urgent_phrases_are_found_the_longest_where_they_overlap() -> None:
    found = facts_of("URGENT: your account locked, act within 24 hours. Urgency is no excuse").urgency
    assert [(one.term, one.group) for one in found] == [
        ("urgent", "deadline"),
        ("account locked", "threat"),
        ("within 24 hours", "deadline"),
    ]


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("your PayPal is on hold", "paypal"),
        ("netflix: pay now", "netflix"),
        ("your Apple ID expired", "apple id"),
        ("Chase: a charge of 9", "chase"),
        ("I bank with Chase these days", "chase"),
        ("a UPS parcel waits", "ups"),
        ("orders at Target today", "target"),
        ("you can reach at&t here", "at&t"),
    ],
)
def test_a_brand_is_told_by_its_name(text: str, brand: str) -> None:
    assert [one.term for one in facts_of(text).brands] == [brand]


@pytest.mark.parametrize(
    "text",
    [
        "an apple a day",
        "they chase the ball",
        "ups and downs",
        "Target reached, well done",
        "on target and in line",
        "THE TARGET IS IN ORBIT",
        "a paypalish thing",
        "see paypal.com/x",
        "three of us",
    ],
)
def test_an_ordinary_word_is_no_brand(text: str) -> None:
    assert facts_of(text).brands == ()


def test_words_are_found_at_their_bounds_only() -> None:
    words = Vocabulary(words_of(Topic.URGENCY, "", "act", "act now", "ด่วน"))
    seen = words.scan("act now, factual action ถูกด่วนมาก act")[Topic.URGENCY]
    assert [(one.start, one.word.term) for one in seen] == [(0, "act"), (0, "act now"), (27, "ด่วน"), (35, "act")]


def test_no_more_are_kept_than_anybody_looks_at() -> None:
    assert len(facts_of("urgent " * 500).urgency) == MOST_OF_A_KIND
    assert len(facts_of("$5 " * 500).amounts) == MOST_OF_A_KIND


def test_every_packaged_term_finds_itself() -> None:
    words = packaged_words()
    vocabulary = Vocabulary(words)
    missed = [
        word.term for word in words if not any(one.word == word for one in vocabulary.scan(f"a {word.term}.").get(word.topic, ()))
    ]
    assert missed == []
    assert all(word.term == word.term.lower() for word in words)


def test_a_word_that_only_the_fold_writes_like_a_name_is_no_brand() -> None:
    def named(text: str) -> list[str]:
        return [one.term for one in gather(text, fold(text), packaged_lists(), None).brands]

    for text in ("Mehr über uns: https://strom.example", "U\u0308ber uns: https://strom.example", "ALLES ÜBER UNS"):
        assert named(text) == []
    assert named("Your Uber receipt: https://rides.example") == ["uber"]
