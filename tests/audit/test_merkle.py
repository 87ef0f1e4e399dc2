import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.audit.chain import leaf_hash
from goodstanding.audit.merkle import consistency_proof, continues, includes, inclusion_proof, node_hash, root_of

SIZES = st.integers(1, 70)


def leaves(count: int) -> list[bytes]:
    return [leaf_hash(str(number).encode()) for number in range(count)]


def oracle(entries: list[bytes]) -> bytes:
    """The definition of RFC 9162, 2.1.1, word for word."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return entries[0]
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return node_hash(oracle(entries[:split]), oracle(entries[split:]))


@given(count=st.integers(0, 300))
def test_the_root_is_that_of_the_definition(count: int) -> None:
    assert root_of(leaves(count)) == oracle(leaves(count))


def test_the_empty_tree_and_single_leaf_have_the_roots_of_the_standard() -> None:
    # test vectors of the original Certificate Transparency implementation
    assert root_of([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert leaf_hash(b"").hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"


@given(count=SIZES, data=st.data())
def test_every_entry_is_proved_to_be_included_and_no_other(count: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, count - 1))
    entries = leaves(count)
    proof = inclusion_proof(entries, place)
    assert includes(root_of(entries), size=count, place=place, leaf=entries[place], proof=proof)
    assert not includes(root_of(entries), size=count, place=place, leaf=leaf_hash(b"other"), proof=proof)
    if count > 1:
        other = data.draw(st.integers(0, count - 1).filter(lambda one: one != place))
        assert not includes(root_of(entries), size=count, place=other, leaf=entries[place], proof=proof)


@given(count=SIZES, data=st.data())
def test_a_longer_log_is_proved_to_continue_a_shorter_one(count: int, data: st.DataObject) -> None:
    earlier = data.draw(st.integers(0, count))
    entries = leaves(count)
    proof = consistency_proof(entries, earlier)
    old, new = root_of(entries[:earlier]), root_of(entries)
    assert continues(old, new, earlier=earlier, size=count, proof=proof)
    if 0 < earlier < count:
        assert not continues(leaf_hash(b"other"), new, earlier=earlier, size=count, proof=proof)
        assert not continues(old, leaf_hash(b"other"), earlier=earlier, size=count, proof=proof)


@pytest.mark.parametrize("place", [-1, 3])
def test_a_place_outside_the_tree_is_not_included(place: int) -> None:
    entries = leaves(3)
    assert not includes(root_of(entries), size=3, place=place, leaf=entries[0], proof=[])
