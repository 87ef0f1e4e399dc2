# ruff: noqa: RUF001 - letters that look alike are what is tested
import unicodedata
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.alphabets import read_mixed
from goodstanding.signals.text.fold import Folded, fold
from goodstanding.signals.text.letters import EXACT, LOOKS_LIKE, PLAIN
from goodstanding.simulation.texts.attacks import ATTACKS

ODD = (
    "aZ9 .-éßﬁİſаеВпΡαΩςй\u0301\u0323\u0335\u200b\u200c\u200d\u00ad\ufe0f\u202eＡ𝐀ⓐ🅰ᴀ①ªﷺनि\u093cमیกำ\u0e34가각ㅋｶﾞ漢ー☺\ud800\ufffd"
)
odd_texts = st.one_of(st.text(alphabet=ODD, max_size=40), st.text(alphabet=st.characters(codec=None), max_size=40))
words = st.lists(
    st.sampled_from(("verify", "your", "account", "parcel", "Pay", "now", "example", "fuzz", "quick", "wig")), min_size=1
)


def shown(raw: str) -> list[str]:
    return [raw[start:end] for start, end in fold(raw).disguised]


@given(odd_texts)
def test_folding_what_is_folded_changes_nothing(raw: str) -> None:
    text = fold(raw).text
    assert fold(text).text == text


@given(odd_texts)
def test_offsets_never_go_back_and_end_where_the_raw_text_ends(raw: str) -> None:
    folded = fold(raw)
    if folded.offsets is None:
        assert len(folded.text) == len(raw)
    else:
        assert len(folded.offsets) == len(folded.text) + 1
        assert all(before <= after for before, after in pairwise(folded.offsets))
        assert folded.offsets[-1] == len(raw)


@given(odd_texts)
def test_spans_of_disguised_words_lie_in_the_raw_text_in_order(raw: str) -> None:
    places = [place for span in fold(raw).disguised for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(raw) for place in places)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_is_only_put_in_lower_case(raw: str) -> None:
    assert fold(raw) == Folded(raw.lower())


@given(words=words, name=st.sampled_from(("homoglyphs", "zero-width", "fullwidth")), seed=st.integers(), share=st.floats(0, 0.6))
def test_a_disguise_is_taken_off(words: list[str], name: str, seed: int, share: float) -> None:
    raw = " ".join(("Please", "login", *words))
    assert fold(ATTACKS[name](raw, Random(seed), share)).text == raw.lower()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ρаурal: уоur ассоunt", "paypal: your account"),
        ("xn аррӏе.com", "xn apple.com"),
        ("Straße café El Niño Łódź Ærø", "strasse cafe el nino lodz aero"),
        ("ﬁne ½ ™ № ＯＫ 𝐅𝐑𝐄𝐄 ⓕⓡⓔⓔ 🅵🆁🅴🅴 ᴘᴀʏᴘᴀʟ", "fine 1/2 tm no ok free free free paypal"),
        ("“it’s” – it´s…", "\"it's\" - it's..."),
        ("f̶r̶e̶e̶ a\u0301\u0302\u0303\u0304", "free a"),
        ("p\u200bay\u2060pal", "paypal"),
        ("ｶﾞｷﾞ", "ガギ"),
        ("и\u0306 е\u0308", "й ё"),
        ("\ud800a", "\ufffda"),
        ("", ""),
    ],
)
def test_a_text_reads_as_people_read_it(raw: str, text: str) -> None:
    assert fold(raw).text == text


@pytest.mark.parametrize(
    "raw",
    [
        "рассвет и сор в доме, щука",
        "καλημέρα κόσμε, ναι",
        "می\u200cخواهم",
        "क्\u200dष",
        "น้ำใจดี ทำ",
        "가나다 ㅋㅋ",
        "漢字とカナ、。",
        "сор",
        "մենք հայ ենք",
        "тест, ok",
    ],
)
def test_a_text_in_another_script_stays_what_it_is(raw: str) -> None:
    assert fold(raw).text == raw
    assert fold(raw).disguised == ()


def test_a_russian_text_with_latin_names_keeps_its_endings() -> None:
    folded = fold("Привет, SMSка про iPhone и ДТП, аmazon")
    assert folded.text == "привет, smsка про iphone и дтп, amazon"
    assert shown("Привет, SMSка про iPhone и ДТП, аmazon") == ["аmazon"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Ρаурal: уоur account", ["Ρаурal", "уоur"]),
        ("go аррӏе now", ["аррӏе"]),
        ("p\u200bay ok", ["p\u200bay"]),
        ("see bit\u200b.ly/x or example.\u200bcom", ["bit\u200b.ly/x", "example.\u200bcom"]),
        ("f\u00adr\u00ade\u00ade", ["f\u00adr\u00ade\u00ade"]),
        ("ｆｒｅｅ 𝐅𝐑𝐄𝐄 ᶠʳᵉᵉ fr𝐞e", ["ｆｒｅｅ", "𝐅𝐑𝐄𝐄", "ᶠʳᵉᵉ", "fr𝐞e"]),
        ("f̶r̶e̶e̶ a\u0301\u0302\u0303\u0304b", ["f̶r̶e̶e̶", "a\u0301\u0302\u0303\u0304b"]),
        ("выигрыш: пpиз", ["пpиз"]),
        ("αсcount ρау", ["αсcount", "ρау"]),
    ],
)
def test_disguised_words_are_shown(raw: str, words: list[str]) -> None:
    assert shown(raw) == words


@pytest.mark.parametrize(
    "raw",
    [
        "café Straße Nguyễn Việt Yorùbá ẹ\u0301 cafe\u0301",
        "“it’s” – it´s… ﬁne\u00a0½ 1ˢᵗ Mᵐᵉ ™ №5",
        "❤️ love 👨\u200d👩\u200d👧 1️⃣ 🇫🇷 ☺️",
        "Daten\u00adschutz\u00adbeauftragte",
        "ＱＲコード、ＮＨＫ！（ＯＫ）",
        "می\u200cخواهم Hello",
        "क्\u200dष OTP",
        "5 μg/mL, ΔT, TNFα, 10 Ω, 25 ℃",
        "\ufeffHello \u200eworld\u200e, +1 \u202a555\u202c",
        "LINEでOTPを送る 알림톡OTP รหัสOTP",
    ],
)
def test_ordinary_writing_is_no_disguise(raw: str) -> None:
    assert shown(raw) == []


def test_a_letter_leads_back_to_the_raw_characters_behind_it() -> None:
    raw = "ﬁ\u200bx ß!"
    folded = fold(raw)
    assert folded.text == "fix ss!"
    assert [folded.raw_span(at, at + 1) for at in range(len(folded.text))] == [
        (0, 0),
        (0, 2),
        (2, 3),
        (3, 4),
        (4, 4),
        (4, 5),
        (5, 6),
    ]
    assert fold("plain").raw_span(1, 3) == (1, 3)


@pytest.mark.parametrize(
    "one", ["a", "é", "а", "\u200b", "\u0301", "\ud800", "ㅋ", "𝐅", "ﬁ", "aа", "a\u200b", "e\u0301", "क\u093c", "a.\u200b"]
)
def test_a_long_text_of_one_letter_takes_bounded_time(one: str) -> None:
    raw = one * (200_000 // len(one))
    assert len(fold(raw).text) <= 2 * len(raw)


def test_ten_thousand_marks_leave_the_letter() -> None:
    assert fold("a" + "\u0301\u0323" * 5_000).text == "a"
    assert len(fold("क" + "\u093c" * 10_000).text) < 12


def test_the_look_alike_table_is_closed_under_folding_case() -> None:
    every = [chr(code) for code in range(0x370, 0x1F000) if not 0xD800 <= code < 0xE000]
    kept = [one for one in every if PLAIN[ord(one)] == one and one.casefold() != one]
    assert [one for one in kept if one.casefold() in LOOKS_LIKE and one not in LOOKS_LIKE] == []
    assert [one for one in kept if one.casefold() in EXACT and one not in EXACT] == []


def test_what_the_table_gives_is_plain() -> None:
    assert {plain for plain in LOOKS_LIKE.values() if not (len(plain) == 1 and plain.isascii() and plain.isalnum())} == set()
    assert [one for one in LOOKS_LIKE if unicodedata.category(one)[0] != "L"] == []


@given(st.text(alphabet="abcабвоепщαοτΓ ", max_size=30))
def test_reading_mixed_words_keeps_the_length(text: str) -> None:
    read, spans = read_mixed(text)
    assert len(read) == len(text)
    assert all(text[start:end].strip() for start, end in spans)
