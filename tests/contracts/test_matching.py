"""Do all engines that match rules give the same answers?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.engines.matching.choose import choose
from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Found, Matcher, Matchers, Pattern

PATTERNS = (
    Pattern("made/terms", ("free", "free gift", "café", "$100")),
    Pattern("made/thai", ("สล็อต", "คาสิโน")),
    Pattern("made/both", ("win",), (r"\bw[i1]n+er\b", r"\d{3,5} ?£")),
    Pattern("made/gap", expressions=(r"call.{0,8}now",)),
    Pattern("made/ends", expressions=(r"^stop$", r"please stop$")),
    Pattern("made/space", expressions=(r"a\sb", r"x[^\s]y")),
    Pattern("made/not-word", expressions=(r"\Wz\W", r"[^a-z]q")),
    Pattern("made/accents", expressions=(r"contrase[nñ]a", r"\bé+t")),
)
WORDS = [
    *[
        "free",
        "gift",
        "café",
        "$100",
        "สล็อต",
        "คาสิโน",
        "win",
        "winner",
        "w1nnner",
        "1234£",
        "call",
        "now",
        "stop",
        "please",
        "a",
        "b",
        "x",
        "y",
        "z",
        "q",
        "contraseña",
        "ét",
        "é",
    ],
    "free gift",
]
GLUE = [" ", "", "\n", "\v", ".", "é", "ก", "_", "\N{GRINNING FACE}", "\ud800", "\0"]
ENGINES = {name: choose(engine=name).compile(PATTERNS) for name in ("hyperscan", "re2")}


@pytest.fixture(params=["hyperscan", "re2"])
def matchers(request: pytest.FixtureRequest) -> Matchers:
    return choose(engine=request.param)


@pytest.fixture(params=["hyperscan", "re2"])
def matcher(request: pytest.FixtureRequest) -> Matcher:
    return ENGINES[request.param]


@given(parts=st.lists(st.sampled_from(WORDS + GLUE), max_size=14))
def test_engines_agree_on_texts_made_of_the_patterns_own_words(parts: list[str]) -> None:
    text = "".join(parts)
    assert tuple(ENGINES["hyperscan"].find(text)) == tuple(ENGINES["re2"].find(text))


@given(text=st.text(st.characters() | st.sampled_from("freewincal now£"), max_size=60))
def test_engines_agree_on_any_text(text: str) -> None:
    assert tuple(ENGINES["hyperscan"].find(text)) == tuple(ENGINES["re2"].find(text))


def test_a_term_stands_between_word_boundaries(matcher: Matcher) -> None:
    assert matcher.find("freedom carefree") == ()
    assert list(matcher.find("carefree, free!")) == [Found("made/terms", 10, 14)]


def test_a_thai_term_needs_no_boundary(matcher: Matcher) -> None:
    assert list(matcher.find("เล่นสล็อตออนไลน์")) == [Found("made/thai", 4, 9)]


def test_places_are_counted_in_characters(matcher: Matcher) -> None:
    text = "ééé \N{GRINNING FACE} winner"
    (found,) = matcher.find(text)
    assert text[found.start : found.end] == "winner"


def test_rules_come_in_their_own_order_once_each(matcher: Matcher) -> None:
    assert [found.rule for found in matcher.find("winner win free free call me now")] == ["made/terms", "made/both", "made/gap"]


def test_places_are_told_only_of_the_rules_chosen_among_those_that_may_match(matcher: Matcher) -> None:
    told: list[set[int]] = []

    def choose_first(numbers: set[int]) -> list[int]:
        told.append(numbers)
        return [min(numbers)]

    assert list(matcher.find("winner free", choose_first)) == [Found("made/terms", 7, 11)]
    (numbers,) = told
    assert {0, 2} <= numbers


def test_the_dot_reaches_over_lines_and_no_further_than_it_is_told(matcher: Matcher) -> None:
    assert len(matcher.find("call\nme\nnow")) == 1
    assert matcher.find("call me if you can now") == ()


def test_an_end_is_the_end_of_the_text(matcher: Matcher) -> None:
    assert [found.rule for found in matcher.find("stop")] == ["made/ends"]
    assert matcher.find("stop\n") == ()


@pytest.mark.parametrize("text", ["", "\ud800", "\ud800free\udfff"[1:-1] + "dom", "\0"])
def test_nothing_is_found_where_nothing_is(text: str, matcher: Matcher) -> None:
    assert list(matcher.find(text)) == []


def test_a_lone_surrogate_moves_no_place(matcher: Matcher) -> None:
    assert list(matcher.find("\ud800 free")) == [Found("made/terms", 2, 6)]


@pytest.mark.parametrize("letter", ["a", "\u0301", "ส"])
def test_a_megabyte_of_one_letter_is_searched_in_bounded_time(letter: str, matcher: Matcher) -> None:
    assert list(matcher.find(letter * 1_000_000)) == []


def test_rules_without_words_match_nothing(matchers: Matchers) -> None:
    assert matchers.compile([]).find("free") == matchers.compile([Pattern("made/none")]).find("free") == ()


@pytest.mark.parametrize("expression", ["(a", "a*", "(a{200}){200}", r"(?=a)b", r"a\1"])
def test_a_pattern_that_cannot_be_run_is_refused_by_its_rule(expression: str, matchers: Matchers) -> None:
    with pytest.raises(PackInvalid) as refused:
        matchers.compile([Pattern("made/good", ("free",)), Pattern("made/bad", expressions=(expression,))])
    assert refused.value.rule == "made/bad"


def test_two_rules_of_one_name_are_refused(matchers: Matchers) -> None:
    with pytest.raises(PackInvalid, match="same id"):
        matchers.compile([Pattern("made/a", ("x",)), Pattern("made/a", ("y",))])


def test_a_rule_of_thousands_of_terms_is_placed(matchers: Matchers) -> None:
    terms = tuple(f"word{number}" for number in range(5000))
    assert list(matchers.compile([Pattern("made/many", terms)]).find("say word4999 now")) == [Found("made/many", 4, 12)]


def test_a_compiled_form_may_be_kept(tmp_path: Path) -> None:
    for _ in range(2):
        assert len(choose(tmp_path, engine="auto").compile(PATTERNS).find("free")) == 1
