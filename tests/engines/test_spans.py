from hypothesis import given
from hypothesis import strategies as st

from goodstanding.engines.duckdb import spans
from goodstanding.engines.duckdb.spans import ALWAYS_MS, NEVER_MS, Seen, TreeSpan, tree_spans

ACCOUNTS = st.integers(1, 6)


@given(masters=st.dictionaries(ACCOUNTS, ACCOUNTS), others=st.lists(ACCOUNTS))
def test_accounts_that_never_moved_get_the_tree_that_moved_ones_would(masters: dict[int, int], others: list[int]) -> None:
    seen = [Seen(account, 0, master) for account, master in masters.items()]
    whole = [TreeSpan(one, masters.get(one, one), ALWAYS_MS, NEVER_MS) for one in sorted({*masters, *others})]
    assert tree_spans(seen, others) == spans._rooted(spans._joined(whole))  # noqa: SLF001 - the long way round
