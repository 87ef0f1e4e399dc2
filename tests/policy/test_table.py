"""Do integers stay integers, whatever TOML can write in their place?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import ClauseInvalid
from goodstanding.policy.table import Table


def a_table(**values: object) -> Table:
    return Table(values, "use-01.toml", "use-01")


@given(value=st.integers(-50, 50), least=st.integers(-20, 20), room=st.integers(0, 40))
def test_an_integer_is_taken_exactly_within_its_bounds(value: int, least: int, room: int) -> None:
    most = least + room
    if least <= value <= most:
        assert a_table(n=value).integer("n", least=least, most=most) == value
    else:
        with pytest.raises(ClauseInvalid):
            a_table(n=value).integer("n", least=least, most=most)


@given(value=st.booleans() | st.floats() | st.text() | st.none() | st.lists(st.integers()))
def test_nothing_else_is_taken_for_an_integer(value: object) -> None:
    with pytest.raises(ClauseInvalid):
        a_table(n=value).integer("n")
