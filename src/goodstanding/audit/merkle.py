"""How does one hash stand for the whole log, and how is it proved that an entry, or an earlier log, is part of it?

Merkle trees as in Certificate Transparency (RFC 9162, sections 2.1.1 to 2.1.4); leaves are given as their hashes.
"""

import hashlib
from collections.abc import Sequence


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the tree's root; the root of no leaves is the hash of nothing."""
    if not leaves:
        return hashlib.sha256().digest()
    level = list(leaves)
    while len(level) > 1:
        # an odd one out rises as it is, which is the same as splitting at the largest power of two
        pairs = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def inclusion_proof(leaves: Sequence[bytes], place: int) -> list[bytes]:
    """Return the hashes that lead from the leaf at a place (from 0) to the root, the lowest first."""
    proof, level, at = [], list(leaves), place
    while len(level) > 1:
        sibling = at ^ 1
        if sibling < len(level):
            proof.append(level[sibling])
        pairs = [node_hash(level[one], level[one + 1]) for one in range(0, len(level) - 1, 2)]
        level, at = pairs + level[len(pairs) * 2 :], at // 2
    return proof


def includes(root: bytes, *, size: int, place: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Say whether a proof leads from a leaf at a place to the root of a tree of that size."""
    if not 0 <= place < size:
        return False
    at, last, found, left = place, size - 1, leaf, list(proof)
    while last > 0:
        if at % 2 or at < last:
            if not left:
                return False
            sibling = left.pop(0)
            found = node_hash(sibling, found) if at % 2 else node_hash(found, sibling)
        at, last = at // 2, last // 2
    return not left and found == root


def consistency_proof(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """Return the hashes that prove the first `earlier` leaves to be the beginning of the tree."""
    return [] if earlier in {0, len(leaves)} else _consistency(list(leaves), earlier, is_whole=True)


def _consistency(leaves: list[bytes], earlier: int, *, is_whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if is_whole else [root_of(leaves)]
    split = _split(len(leaves))
    if earlier <= split:
        return [*_consistency(leaves[:split], earlier, is_whole=is_whole), root_of(leaves[split:])]
    return [*_consistency(leaves[split:], earlier - split, is_whole=False), root_of(leaves[:split])]


def continues(earlier_root: bytes, root: bytes, *, earlier: int, size: int, proof: Sequence[bytes]) -> bool:
    """Say whether a tree of `size` leaves continues one of `earlier` leaves."""
    if earlier in {0, size}:
        return not proof and (earlier == 0 or earlier_root == root)
    left = list(proof)
    try:
        found = _both_roots(earlier, size, earlier_root, left)
    except IndexError:
        return False
    return not left and found == (earlier_root, root)


def _both_roots(earlier: int, size: int, whole: bytes | None, left: list[bytes]) -> tuple[bytes, bytes]:
    """Return the roots of the earlier and the later tree as the proof gives them, and use it up."""
    if earlier == size:
        root = left.pop(0) if whole is None else whole
        return root, root
    split = _split(size)
    if earlier <= split:
        old, new = _both_roots(earlier, split, whole, left)
        return old, node_hash(new, left.pop(0))
    old, new = _both_roots(earlier - split, size - split, None, left)
    beside = left.pop(0)
    return node_hash(beside, old), node_hash(beside, new)


def _split(size: int) -> int:
    """Return the largest power of two below a size."""
    return 1 << ((size - 1).bit_length() - 1)
