import sys

import pytest

from goodstanding.engines.matching.choose import choose
from goodstanding.engines.matching.hyperscan import HyperscanMatchers
from goodstanding.engines.matching.re2_and_aho_corasick import FallbackMatchers
from goodstanding.errors import WrongUsage


def test_hyperscan_is_chosen_where_it_is_installed() -> None:
    assert isinstance(choose(), HyperscanMatchers)


def test_the_fallback_is_chosen_where_hyperscan_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "goodstanding.engines.matching.hyperscan", raising=False)
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert isinstance(choose(), FallbackMatchers)
    with pytest.raises(WrongUsage, match="not installed"):
        choose(engine="hyperscan")


def test_an_engine_can_be_named() -> None:
    assert isinstance(choose(engine="re2"), FallbackMatchers)


def test_a_misspelt_engine_is_refused_with_the_nearest() -> None:
    with pytest.raises(WrongUsage, match="did you mean hyperscan"):
        choose(engine="hyperscam")
