from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.spaced import read_signs, spaced
from goodstanding.simulation.texts.attacks import ATTACKS

odd_texts = st.text(alphabet="abeilmortv .-*_!?@$|013479/:\n\u200bé€", max_size=60)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("fr33 v1agra p@ypal $ale now", "free viagra paypal sale now"),
        ("c1aim your pr1ze, p1ease c@ll n0w!", "claim your prize, please call now!"),
        ("paypa1 1ogin 0rder 1nvoice ca$h p4$$w0rd", "paypal login order invoice cash password"),
        ("sp3c14l 0ff3r w1nn3r v!agra", "special offer winner viagra"),
        ("get f r e e money", "get free money"),
        ("f.r.e.e or f-r-e-e or f_r_e_e", "free or free or free"),
        ("w-i-n big", "win big"),
        ("F r e e   m o n e y now", "free money now"),
        ("f r\u200b e e", "free"),
    ],
)
def test_signs_are_read_and_letters_joined(raw: str, text: str) -> None:
    second = spaced(fold(raw))
    assert second is not None
    assert second.text == text


@pytest.mark.parametrize(
    "raw",
    [
        "call 555-0100 at 3pm on 2024-01-05, 10:30, 1st prize",
        "pay $50 or 4k or US$5 or 50%off, 100mbps, 5G, 3days",
        "code AB12CD, G-123456, SW1A 1AA, GB29NWBK60161331926819, X4T7P1",
        "mail user@example.com or see https://example.com/l0gin, v2.1.3, 10.0.0.1",
        "the U.S.A., e.g. a.m. and r.s.v.p. or p.m. in D.C.",
        "gr8 l8r 2nite b4 4ever u 4 me some1 any1 2day m8 str8 h8 4u b4n 2moro 4get",
        "how r u i m ok c u x x x x",
        "Reply A B C D or a-b-c",
        "covid19 iphone13 mp3 ps3 h2o room5 @friend hello!how",
        "a plain text. It has nothing of the kind!",
        "",
    ],
)
def test_numbers_codes_links_initialisms_and_texting_stay(raw: str) -> None:
    assert spaced(fold(raw)) is None


@given(odd_texts)
def test_a_second_view_differs_and_leads_back_to_the_raw_text(raw: str) -> None:
    folded = fold(raw)
    second = spaced(folded)
    if second is None:
        return
    assert second.text != folded.text
    assert second.disguised
    if second.offsets is None:
        assert len(second.text) == len(raw)
    else:
        assert len(second.offsets) == len(second.text) + 1
        assert all(before <= after for before, after in pairwise(second.offsets))
        assert second.offsets[-1] == len(raw)


@given(word=st.sampled_from(("money", "urgent", "parcel", "verify", "winner")), seed=st.integers())
def test_a_word_set_apart_is_joined_and_found_in_the_raw_text(word: str, seed: int) -> None:
    raw = "é\u200b your " + ATTACKS["spaced"](word, Random(seed), 1.0) + ", today"
    second = spaced(fold(raw))
    assert second is not None
    start = second.text.index(word)
    start, end = second.raw_span(start, start + len(word))
    assert raw[start:end] == raw[raw.index(word[0], 8) : raw.index(",")]


@given(word=st.sampled_from(("money", "contest", "verify", "winner", "account")), seed=st.integers())
def test_a_word_with_one_sign_for_a_letter_is_read(word: str, seed: int) -> None:
    rng = Random(seed)
    places = [place for place in range(1, len(word) - 1) if word[place] in "aeot"]
    place = rng.choice(places)
    raw = word[:place] + ATTACKS["leet"](word[place], rng, 1.0) + word[place + 1 :]
    second = spaced(fold(raw))
    assert second is not None
    assert second.text == word
    assert second.offsets is None


def test_short_words_are_read_only_where_many_words_have_signs() -> None:
    many = spaced(fold("7he w1nn3r c@ll5 n0w, c0d3 AB12, $50 f0r 3 days"))
    assert many is not None
    assert many.text == "the winner calls now, code ab12, $50 for 3 days"
    assert spaced(fold("7he code AB12, $50")) is None


def test_a_one_is_read_by_its_neighbours() -> None:
    assert [read_signs(word) for word in ("v1agra", "ca11", "emai1", "1ogin", "1nvoice", "c1aim", "va1id")] == [
        "viagra",
        "call",
        "email",
        "login",
        "invoice",
        "claim",
        "valid",
    ]


@pytest.mark.parametrize(
    "part", ["a ", "4a", "a.", "$", " 4a", "a 4", "a  ", "@a.", "a!", "b4", "a-b ", "1", "gr8", "aa1", "f r e e "]
)
def test_a_long_text_takes_bounded_time(part: str) -> None:
    second = spaced(fold(part * 50_000))
    assert second is None or len(second.text) <= len(part) * 50_000
