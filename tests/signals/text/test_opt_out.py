"""Which instructions let a reader opt out, which only pretend to, and which are about something else?"""

import pytest

from goodstanding.signals.text.opt_out import HELP, OPT_OUT, RESUME, keyword_in
from signals.text.gathered import facts_of


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("Reply STOP to unsubscribe", "stop"),
        ("Text STOP to opt out. Msg rates may apply", "stop"),
        ("Txt 'STOP' to end", "stop"),
        ("sale! stop2end", "stop"),
        ("Reply STOP", "stop"),
        ("To opt out, reply QUIT", "quit"),
        ("Opt-out: reply stop", "stop"),
        ("send STOPALL to 12345", "stopall"),
        ("STOP au 36111", "stop"),
        ("Répondez STOP", "stop"),
        ("Responde BAJA para no recibir", "baja"),  # codespell:ignore
        ("Antworten Sie mit STOPP", "stopp"),  # codespell:ignore
        ("Rispondi STOP", "stop"),
        ("unsubscribe: https://example.com/u", "link"),
    ],
)
def test_an_instruction_that_works_is_found(text: str, keyword: str) -> None:
    facts = facts_of(text)
    assert facts.opt_out is not None
    assert (facts.opt_out.term, facts.odd_opt_out) == (keyword, None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Reply 2 to end", "2"),
        ("text 9 to opt out", "9"),
        ("reply NO to stop receiving these messages", "no"),
        ("To unsubscribe, text BYE", "bye"),
        ("Reply ST0P to unsubscribe", "st0p"),
    ],
)
def test_an_instruction_no_network_knows_is_odd(text: str, word: str) -> None:
    facts = facts_of(text)
    assert facts.odd_opt_out is not None
    assert (facts.odd_opt_out.term, facts.opt_out) == (word, None)


@pytest.mark.parametrize(
    "text",
    [
        "Reply C to confirm or X to cancel",
        "Reply 1 to cancel your visit",
        "Reply CANCEL to cancel your appointment",
        "please stop calling me",
        "the bus will stop at noon",
        "reply to this message",
        "text me when you get to the end",
        "",
    ],
)
def test_other_instructions_are_no_opting_out(text: str) -> None:
    facts = facts_of(text)
    assert (facts.opt_out, facts.odd_opt_out) == (None, None)


@pytest.mark.parametrize("word", sorted(OPT_OUT | HELP | RESUME))
def test_a_keyword_counts_alone_in_any_case(word: str) -> None:
    assert keyword_in(f" {word.upper()}. ") == word
    assert keyword_in(f"{word} please") is None
