"""What a clause may name is what can be counted."""

from goodstanding.measures.catalogue import MEASURES
from goodstanding.policy.countable import COUNTABLE


def test_the_policy_and_the_measures_name_the_same_things() -> None:
    counted = {name: (set(one.readings), set(one.parameters)) for name, one in MEASURES.items()}
    named = {name: (set(one.readings), {each.name for each in one.parameters}) for name, one in COUNTABLE.items()}
    assert counted == named
