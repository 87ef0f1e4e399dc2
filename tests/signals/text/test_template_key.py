import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.template_key import normal_form, template_key, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Your code is 1234", "YOUR CODE IS: 987-654!"),
        ("Pay $5.00 at https://a.example/x", "pay 1,250 at b-c.test/yy?z=1"),
        ("Call (415) 555-0100 now", "call +1 212 555 0199 now"),
        ("Order AB12-99 shipped", "Order #7 shipped"),
        ("ver\u200bify your account", "verify your account"),
        ("\uff36\uff45rify your account", "verify your account"),
        ("ve\u0301rifiez", "v\u00e9rifiez"),
        ("確認コードは4144です", "確認コードは98 76です"),
        ("see www.a.example", "see http://b.test/p"),
    ],
)
def test_what_changes_from_one_recipient_to_the_next_does_not_change_the_key(one: str, other: str) -> None:
    assert template_key(one) == template_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Your code is 1234", "Your code was 1234"),
        ("Hello there", "Hello"),
        ("see a.example", "see it"),
        ("รหัสคือ 1", "รหัสคอ 1"),
        ("", "0"),
    ],
)
def test_another_word_is_another_key(one: str, other: str) -> None:
    assert template_key(one) != template_key(other)


def test_a_normal_form_reads_like_the_text() -> None:
    said = "{Hi} Ana_B, pay £12.50 by 03/04 at https://Pay.example/a?b=1 or call +1 (415) 555-0100."
    assert normal_form(said) == "hi ana b pay 0 by 0 at url or call 0"


def test_a_sentence_end_without_a_space_is_no_link_when_a_number_follows() -> None:
    assert normal_form("Done.5 left") == "done 0 left"


@given(st.text())
def test_any_text_has_a_key_of_32_hexadecimal_digits(text: str) -> None:
    assert len(bytes.fromhex(template_key(text))) == 16


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once


@given(st.text(st.characters(categories=("Cs", "L", "N"))))
def test_a_lone_surrogate_does_no_harm(text: str) -> None:
    assert template_key("\ud800" + text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a-" * 500_000,
        "1." * 500_000,
        "a.b." * 250_000,
        "e" + "\u0301" * 10_000,
        "e" + "\u0301\u0323" * 500_000,
        "a1" * 500_000,
    ],
    ids=["letter", "hyphens", "dots", "labels", "marks", "two marks", "mixed"],
)
def test_a_hostile_text_is_keyed_in_bounded_time(text: str) -> None:
    began = time.process_time()
    template_key(text)
    assert time.process_time() - began < 1


def test_words_leave_fillers_out_unless_nothing_else_is_there() -> None:
    assert words_of("pay 0 at url") == {"pay", "at"}
    assert words_of("0 url") == {"0", "url"}
    assert words_of("") == set()


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    assert words_of("あいうえおか") == {"あい", "いう", "うえ", "えお", "おか"}
    assert words_of("über straßenbahn") == {"über", "straßenbahn"}
