"""Are numbers worded truly: always on the right side of the limit, never through a rounded float?"""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faces.report.builders import a_requirement, an_account, one_at_each_limit
from goodstanding.faces.report.words import cure_text, mark, number_text, sorted_accounts, visible
from goodstanding.measures.standing import Standing
from goodstanding.measures.words import limit_text, share_text
from goodstanding.policy.clause import Limit

counts = st.integers(1, 10**9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
limits = st.sampled_from([Limit(1, 10), Limit(0, 1), Limit(15, 100), Limit(1, 3), Limit(1, 1)])


@given(counts, limits)
def test_a_share_is_shown_on_the_side_of_the_limit_it_lies_on(counted: tuple[int, int], limit: Limit) -> None:
    part, whole = counted
    shown = Fraction(re.sub(r"[ %,]", "", share_text(part, whole, limit))) / 100
    line, true = Fraction(limit.part, limit.whole), Fraction(part, whole)
    assert (shown > line, shown < line) == (true > line, true < line)
    assert abs(shown - true) <= Fraction(1, 2000)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (10, 100, "10.0 %"),
        (1004, 10000, "10.04 %"),
        (9996, 100000, "9.996 %"),
        (100_000_001, 10**9, "10.0000001 %"),
        (2, 11, "18.2 %"),
        (0, 5, "0.0 %"),
        (0, 0, "–"),
    ],
)
def test_a_share_shows_as_many_digits_as_it_takes(part: int, whole: int, words: str) -> None:
    assert share_text(part, whole, Limit(1, 10)) == words


@pytest.mark.parametrize(
    ("limit", "words"), [(Limit(1, 10), "10 %"), (Limit(0, 1), "0 %"), (Limit(125, 1000), "12.5 %"), (Limit(1, 3), "1/3")]
)
def test_a_limit_is_never_rounded(limit: Limit, words: str) -> None:
    assert limit_text(limit) == words


def test_near_is_said_of_what_puts_the_account_at_risk_only() -> None:
    account = one_at_each_limit()
    assert [mark(one, account) for one in account.requirements] == ["n/a", "near", "near", "near"]


def test_when_an_edition_warns_earlier_the_closest_requirement_is_near() -> None:
    account = an_account("Early", a_requirement("req-2", 1, 100), a_requirement("req-4", 5, 100), at_risk=True)
    assert [mark(one, account) for one in account.requirements] == ["n/a", "within", "n/a", "near"]


@given(counts)
def test_the_calls_said_to_cure_do_cure_and_one_fewer_does_not(counted: tuple[int, int]) -> None:
    one = a_requirement("req-2", *counted)
    if one.to_cure is not None:
        said = int(cure_text(one).split(" ", maxsplit=1)[0].replace(",", ""))
        assert not one.limit.is_exceeded_by(one.part, one.whole + said)
        assert one.limit.is_exceeded_by(one.part, one.whole + said - 1)


def test_a_share_that_no_call_can_cure_says_so() -> None:
    assert cure_text(a_requirement("req-2", 1, 9, limit=Limit(0, 1), to_cure=None)) == "no number of further calls brings it back"


def test_no_room_is_said_as_such() -> None:
    assert cure_text(a_requirement("req-2", 10, 100)) == "no room left: one more is a breach"


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "two\nlines", "\u202etxet", "\x9b2J", "a\u2028b"])
def test_a_name_cannot_steer_the_terminal(hostile: str) -> None:
    assert visible(hostile).isprintable()
    assert len(visible(hostile)) == len(hostile)


def test_only_the_last_four_digits_are_shown_unless_asked() -> None:
    assert number_text("+12025550100", full=False) == "••0100"
    assert number_text("+12025550100", full=True) == "+12025550100"


def test_the_violated_come_first_then_those_at_risk_then_by_name() -> None:
    good = an_account("aardvark", a_requirement("req-2", 0, 10))
    other = an_account("Zebra", a_requirement("req-2", 0, 10))
    bad = an_account("Zulu", a_requirement("req-2", 9, 10))
    none = an_account("Alone")
    found = sorted_accounts((none, other, good, one_at_each_limit(), bad))
    assert [one.name for one in found] == ["Zulu", "Exactly Ltd", "aardvark", "Zebra", "Alone"]
    assert found[1].standing is Standing.AT_RISK
