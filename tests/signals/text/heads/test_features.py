from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.heads.features import (
    LONGEST_TEXT,
    NOT_LATIN,
    PAD,
    chunks_of,
    links_of,
    names_of,
    placed_chunks,
    read_chunk,
)


def names(text: str) -> set[str]:
    return set(names_of(text, fold(text).text))


def test_words_pairs_and_pieces_are_named() -> None:
    found = names("Call now!")
    assert {f"{PAD}call{PAD}", f"{PAD}now{PAD}", "call now", f"{PAD}ca", "ow!", "now !"} <= found


@given(st.from_regex(r"[0-9]{3,12}", fullmatch=True))
def test_no_feature_carries_the_value_of_a_number(number: str) -> None:
    found = names(f"call {number} or https://{number}.example/{number} now")
    assert not any(digit in name for name in found for digit in "123456789")


def test_a_link_is_one_word_whatever_its_address() -> None:
    first, second = names("pay at www.made-up.example/a/QX1"), names("pay at www.made-up.example/b/ZZ9")
    assert first == second
    assert {"<link>", "at <link>", "<link-unnamed>", "<link-odd>"} <= first


def test_a_link_that_bears_a_name_said_in_the_text_is_called_named() -> None:
    assert "<link-named>" in names("Elnesta: see elnesta.example/x")
    assert "<link-named>" not in names("Elnesta: see elnesta.pay-here.example/x")


def test_an_address_of_numbers_is_a_link() -> None:
    assert "<link>" in names("see http://192.0.2.9/x and 192.0.2.7/x")
    assert links_of("see 192.0.2.7/x") == ["192.0.2.7"]


def test_dots_between_words_are_no_link() -> None:
    assert "<link>" not in names("ok...see you.later at 10.30")


def test_hosts_of_links_keep_their_digits() -> None:
    assert links_of("go to https://www.pay24.example/a?b or b0x.test") == ["pay24.example", "b0x.test"]


def test_other_alphabets_are_marked_and_accents_are_not() -> None:
    assert NOT_LATIN in names("รหัสของคุณคือ 1234")
    assert NOT_LATIN not in names("Votre colis a été livré à l'entrée")


def test_premium_numbers_are_marked_by_their_form() -> None:
    assert "<dear-number>" in names("ring 0901 555 0100 today")
    assert "<dear-number>" not in names("ring 0800 555 0100 today")


def test_shouting_is_seen_in_the_raw_text() -> None:
    assert "<shouts>" in names("WIN CASH NOW FRIEND")
    assert not {"<shouts>", "<some-capitals>"} & names("win cash now friend")


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_chunks_lie_where_they_say(text: str) -> None:
    folded = fold(text).text
    names_of(text, folded)
    placed = placed_chunks(folded)
    assert [chunk for chunk, _, _ in placed] == chunks_of(folded)
    assert all(len(chunk) == end - start for chunk, start, end in placed)


def test_a_megabyte_of_one_letter_is_cut_short() -> None:
    assert len(chunks_of("a" * 1_000_000)[0]) == LONGEST_TEXT
    assert len(read_chunk("a" * 1_000_000).names) < 20


def test_nothing_has_no_words() -> None:
    assert set(names_of("", "")) == {"<short>"}
