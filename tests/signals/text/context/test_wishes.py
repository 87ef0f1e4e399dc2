"""Is a wish to be left alone read in many words, and not in others?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.text.context.wishes import is_revocation, is_wrong_person


@pytest.mark.parametrize(
    "words",
    [
        "STOP", "Stop.", "stop please", "Please stop texting me", "leave me alone", "take me off your list", "don't text me again",
        "Please stop!", "Don\u2019t text me", "I don't want these", "STOPP", "Stop calling me!", "stop texting", "Do not contact this number again", "No more texts",
        "lassen Sie mich in Ruhe", "dejen de enviar mensajes", "keine weiteren Nachrichten", "arrêtez", "UNSUBSCRIBE", "lose my number",
    ],
)  # fmt: skip
def test_a_request_to_stop_is_read_in_free_words(words: str) -> None:
    assert is_revocation(words)


@pytest.mark.parametrize(
    "words",
    [
        "I will stop by at five",
        "Please stop by at noon",
        "We stopped at the shop",
        "I don't want to be late",
        "Don't text and drive",
        "She won't stop calling me",
        "Stop calling everyone",
        "They will take me shopping",
        "I don't want to hear anything",
        "The end of the road",
        "Can you stop at the shop?",
        "thanks",
        "",
    ],
)
def test_other_words_are_no_request(words: str) -> None:
    assert not is_revocation(words)


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [("Sorry, wrong number", True), ("NOT INTERESTED", True), ("Falsche Nummer!", True), ("the number is wrong", False)],
)
def test_a_wrong_number_is_told(words: str, is_wrong: object) -> None:
    assert is_wrong_person(words) is is_wrong


@given(st.sampled_from(["stop", "UNSUBSCRIBE", "Quit", "opt out"]), st.text(" .!?\"'", max_size=5), st.text(" .!?\"'", max_size=5))
def test_a_keyword_is_one_however_it_is_dressed(word: str, before: str, after: str) -> None:
    assert is_revocation(before + word + after)
