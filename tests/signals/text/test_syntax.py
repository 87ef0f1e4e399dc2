import time

import pytest

from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Pattern
from goodstanding.signals.text.syntax import check, problem_of

ATTACKS = {
    "nested repeats": r"((a{200}){200}){200}",
    "large product": r"(?:[a-z]{1,200} ){1,200}x",
    "huge repeat": r"a{1,100000}",
    "endless digits": "a{" + "9" * 300 + "}",
    "long alternation": "(" + "|".join("abcdefgh" for _ in range(400)) + ")",
    "look-ahead": r"a(?=b)",
    "look-behind": r"(?<=a)b",
    "back-reference": r"(a+)\1",
    "named group": r"(?P<x>a)",
    "inline flag": r"(?i)abc",
    "matches nothing at all": r"a*",
    "optional": r"(?:abc)?",
    "unclosed": r"(abc",
    "one byte": r"a\Cb",
    "class in class": r"[[:alpha:]]+x",
    "counted dot in a class": r"[a.{0,3}]x",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_is_slow_large_or_read_differently_is_refused_at_once(attack: str) -> None:
    began = time.perf_counter()
    with pytest.raises(PackInvalid) as refused:
        check(Pattern("made/rule", expressions=(attack,)))
    assert time.perf_counter() - began < 2
    assert (refused.value.rule, refused.value.key) == ("made/rule", "patterns")


@pytest.mark.parametrize(
    "plain", [r"\bwin \d{1,4} pounds?\b", r"^stop$", r"call.{0,80}now", r"ฝาก ?\d+", r"\(\?", r"contrase[nñ]a", r"(a+)+b"]
)
def test_what_runs_in_linear_time_is_taken(plain: str) -> None:
    assert problem_of(plain) == ""


@pytest.mark.parametrize("term", ["", " ", "free ", "Free", "x" * 3000])
def test_a_term_is_folded_and_begins_and_ends_with_a_letter(term: str) -> None:
    with pytest.raises(PackInvalid):
        check(Pattern("made/rule", terms=(term,)))
