import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hyperscan
import pytest

from goodstanding.engines.matching.hyperscan import HyperscanMatchers
from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Pattern

PATTERNS = (Pattern("made/one", ("zorbify",)), Pattern("made/two", expressions=(r"blu+rp",)))


def kept(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_database_is_kept_once_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    HyperscanMatchers(folder).compile(PATTERNS)
    before = kept(folder).read_bytes()
    monkeypatch.setattr(hyperscan, "dumpb", lambda _: pytest.fail("it was compiled again"))
    assert len(HyperscanMatchers(folder).compile(PATTERNS).find("zorbify, bluurp")) == 2
    assert kept(folder).read_bytes() == before


def test_other_patterns_are_kept_under_another_name(tmp_path: Path) -> None:
    HyperscanMatchers(tmp_path).compile(PATTERNS)
    HyperscanMatchers(tmp_path).compile(PATTERNS[:1])
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 5000], ids=["empty", "short", "zeros"])
def test_a_damaged_file_is_made_again(damage: bytes, tmp_path: Path) -> None:
    HyperscanMatchers(tmp_path).compile(PATTERNS)
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(damage)
    assert len(HyperscanMatchers(tmp_path).compile(PATTERNS).find("zorbify")) == 1
    assert len(kept(tmp_path).read_bytes()) == len(whole)


def test_any_flipped_byte_is_seen(tmp_path: Path) -> None:
    HyperscanMatchers(tmp_path).compile(PATTERNS)
    content = bytearray(kept(tmp_path).read_bytes())
    content[len(content) // 2] ^= 1
    kept(tmp_path).write_bytes(bytes(content))
    HyperscanMatchers(tmp_path).compile(PATTERNS)
    assert kept(tmp_path).read_bytes() != bytes(content)


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    assert len(HyperscanMatchers(file / "cache").compile(PATTERNS).find("zorbify")) == 1


def test_what_hyperscan_alone_refuses_is_said_by_its_rule() -> None:
    expression = r"(?:[\p{L}]{1,40} ){1,40}x"
    with pytest.raises(PackInvalid) as refused:
        HyperscanMatchers().compile([PATTERNS[0], Pattern("made/wide", expressions=(expression,))])
    assert refused.value.rule == "made/wide"


def test_threads_share_a_matcher() -> None:
    matcher = HyperscanMatchers().compile(PATTERNS)

    def search(number: int) -> int:
        return sum(len(matcher.find("zorbify " * (number % 3) + "bluurp")) for _ in range(300))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(search, range(12))) == [300 * (1 + (number % 3 > 0)) for number in range(12)]


def test_ten_thousand_terms_are_searched_three_hundred_thousand_times_a_second() -> None:
    chosen = random.Random(1)
    words = ["".join(chosen.choice("bcdfgklmnprstvz") + chosen.choice("aeiou") for _ in range(4)) for _ in range(40_000)]
    terms = [" ".join(words[at : at + 3]) for at in range(0, 30_000, 3)]
    began = time.perf_counter()
    matcher = HyperscanMatchers().compile([Pattern(f"made/r{at}", tuple(terms[at * 100 : at * 100 + 100])) for at in range(100)])
    assert time.perf_counter() - began < 10
    text = "hi ana, your appointment with dr lee is on monday at ten. reply yes to confirm it, thank you"
    assert matcher.find(text) == ()
    assert len(matcher.find(f"{text} {terms[5]}")) == 1
    assert min(_took(matcher.find, text) for _ in range(8)) < 10_000 / 300_000


def _took(find: object, text: str) -> float:
    began = time.perf_counter()
    for _ in range(10_000):
        find(text)  # type: ignore[operator]
    return time.perf_counter() - began
