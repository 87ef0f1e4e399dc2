import bz2
import gzip
import lzma
import os
import struct
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.signals.media.archives import Problem, unpack
from goodstanding.signals.media.limits import Limits
from signals.media.files import GIF, PDF, PE, a_bomb, a_locked_zip, a_tar, a_zip, nested

LIMITS = Limits()
FILES = {"a.txt": b"hello", "b/c.gif": GIF}
PACKED = {
    "zip": a_zip(FILES),
    "zip without packing": a_zip(FILES, zipfile.ZIP_STORED),
    "zip with bzip2": a_zip(FILES, zipfile.ZIP_BZIP2),
    "tar": a_tar(FILES),
    "tar.gz": gzip.compress(a_tar(FILES)),
    "tar.bz2": bz2.compress(a_tar(FILES)),
    "tar.xz": lzma.compress(a_tar(FILES)),
    "zip in zip": a_zip({"x.zip": a_zip(FILES)}),
}


@pytest.mark.parametrize("packed", PACKED.values(), ids=PACKED.keys())
def test_every_file_inside_is_found_whatever_the_packing(packed: bytes) -> None:
    unpacked = unpack(packed, LIMITS)
    assert unpacked.problems == frozenset()
    assert {member.name: member.content for member in unpacked.members if member.name in FILES} == FILES


def test_streams_that_follow_one_another_are_read_as_one() -> None:
    assert unpack(gzip.compress(b"one ") + gzip.compress(b"two"), LIMITS).members[1].content == b"one two"


def test_what_is_no_archive_is_its_own_only_member() -> None:
    unpacked = unpack(PDF, LIMITS)
    assert [(member.name, member.content, member.depth) for member in unpacked.members] == [("", PDF, 0)]
    assert unpacked.problems == frozenset()


def test_archives_fifty_deep_are_followed_to_the_limit_and_said_to_go_on() -> None:
    unpacked = unpack(nested(PE, 50), LIMITS)
    assert Problem.TOO_DEEP in unpacked.problems
    assert max(member.depth for member in unpacked.members) == LIMITS.max_depth


@pytest.mark.parametrize(
    "bomb",
    [a_bomb(), a_zip({"x": bytes(60 << 20)}), bz2.compress(bytes(200 << 20)), lzma.compress(bytes(60 << 20)),
     a_zip({"x": bytes(60 << 20)}, zipfile.ZIP_BZIP2), gzip.compress(a_bomb())],
    ids=["gzip", "zip", "bzip2", "xz", "bzip2 in zip", "gzip in gzip"],
)  # fmt: skip
def test_a_bomb_is_known_as_one_and_costs_no_more_than_the_limits(bomb: bytes) -> None:
    tracemalloc.start()
    began = time.perf_counter()
    unpacked = unpack(bomb, LIMITS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert Problem.BOMB in unpacked.problems
    assert time.perf_counter() - began < 10
    assert peak < 3 * LIMITS.max_unpacked


def test_many_files_that_each_stay_under_the_limit_are_a_bomb_together() -> None:
    unpacked = unpack(a_zip({str(number): bytes(7 << 20) for number in range(20)}), LIMITS)
    assert {Problem.BOMB, Problem.TOO_LARGE} <= unpacked.problems
    assert sum(len(member.content) for member in unpacked.members) < LIMITS.max_unpacked + LIMITS.max_bytes


def test_entries_that_all_point_at_the_same_bytes_stay_within_the_budget() -> None:
    content = bytearray(a_zip({"0": os.urandom(1 << 20)}, zipfile.ZIP_STORED))
    at = content.find(b"PK\1\2")
    entry = bytes(content[at : content.find(b"PK\5\6")])
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 200, 200, 200 * len(entry), at, 0)
    unpacked = unpack(bytes(content[:at]) + 200 * entry + end, LIMITS)
    assert Problem.TOO_LARGE in unpacked.problems
    assert sum(len(member.content) for member in unpacked.members[1:]) <= LIMITS.max_unpacked


def test_very_many_files_are_not_even_listed() -> None:
    many = a_zip({f"{number}.txt": b"" for number in range(3_000)})
    unpacked = unpack(many, LIMITS)
    assert unpacked.problems == {Problem.TOO_MANY}
    assert len(unpacked.members) == 1


def test_a_tar_of_more_files_than_the_limit_is_followed_up_to_it() -> None:
    unpacked = unpack(a_tar({f"{number}.txt": b"" for number in range(1_500)}), LIMITS)
    assert unpacked.problems == {Problem.TOO_MANY}
    assert len(unpacked.members) == LIMITS.max_members + 1


def test_a_locked_archive_says_so_and_still_gives_its_names() -> None:
    unpacked = unpack(a_locked_zip(), LIMITS)
    assert unpacked.problems == {Problem.ENCRYPTED}
    assert [member.name for member in unpacked.members] == ["", "records.txt"]


def test_a_file_without_a_name_is_looked_at_all_the_same() -> None:
    content = a_zip({"a": b"hello"}, zipfile.ZIP_STORED).replace(b"a", b"\0")  # a zip's names end where a zero stands
    assert [(member.name, member.content) for member in unpack(content, LIMITS).members[1:]] == [("", b"hello")]


def test_a_packing_that_is_not_unpacked_says_so() -> None:
    assert unpack(b"7z\xbc\xaf\x27\x1c" + bytes(50), LIMITS).problems == {Problem.UNKNOWN}
    assert unpack(a_zip(FILES, zipfile.ZIP_LZMA), LIMITS).problems == {Problem.UNKNOWN}


def test_what_is_larger_than_the_limit_is_not_looked_at() -> None:
    unpacked = unpack(bytes(11), Limits(max_bytes=10))
    assert (unpacked.members, unpacked.problems) == ((), {Problem.TOO_LARGE})


@pytest.mark.parametrize("packed", PACKED.values(), ids=PACKED.keys())
def test_a_truncated_archive_is_a_problem_and_no_error(packed: bytes) -> None:
    for length in range(0, len(packed), max(1, len(packed) // 60)):
        unpacked = unpack(packed[:length], LIMITS)
        assert len(unpacked.members) >= 1


@given(st.sampled_from(sorted(PACKED)), st.integers(0, 2_000), st.binary(min_size=1, max_size=30))
def test_a_damaged_archive_is_no_error(name: str, at: int, noise: bytes) -> None:
    packed = PACKED[name]
    content = packed[: at % len(packed)] + noise + packed[at % len(packed) + len(noise) :]
    assert unpack(content, Limits(max_bytes=1 << 20, max_unpacked=1 << 20)).members[0].content == content


def test_a_large_archive_of_incompressible_bytes_takes_bounded_time() -> None:
    began = time.perf_counter()
    assert unpack(gzip.compress(os.urandom(24 << 20), 1), LIMITS).problems == frozenset()
    assert time.perf_counter() - began < 10
