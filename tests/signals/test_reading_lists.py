"""Are an operator's lists read whole, over the packaged ones, with every broken line counted?"""

from pathlib import Path

import pytest

from goodstanding.errors import SourceUnreadable
from goodstanding.signals.reading_lists import host_of, packaged_lists, read_lists


def test_the_packaged_lists_are_whole_and_dated() -> None:
    lists = packaged_lists()
    assert lists.refused == {}
    assert set(lists.dated or ()) == {"brands", "shorteners"}
    assert lists.brands is not None
    assert lists.shorteners is not None
    assert len(lists.brands) > 300
    assert len(lists.shorteners) > 150
    assert lists.everyday < set(lists.brands)
    assert all(lists.brands.values())
    assert lists.malicious is None


def test_a_list_of_the_folder_stands_in_place_of_the_packaged_one(tmp_path: Path) -> None:
    (tmp_path / "malicious-2026-01-31.txt").write_text("evil.example # seen twice\n\nXN--BCHER-KVA.example.\n", encoding="utf-8")
    (tmp_path / "brands.toml").write_text(
        '# date: 2026-02-01\n[names]\n"Acme" = ["acme.example"]\n[everyday]\nbolt = ["bolt.example"]\n'
    )
    lists = read_lists(tmp_path)
    assert lists.malicious == {"evil.example", "bücher.example"}
    assert lists.brands == {"acme": {"acme.example"}, "bolt": {"bolt.example"}}
    assert lists.everyday == {"bolt"}
    assert lists.shorteners == packaged_lists().shorteners
    assert lists.dated == {**(packaged_lists().dated or {}), "malicious": "2026-01-31", "brands": "2026-02-01"}


def test_broken_lines_are_numbered_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "malicious.txt").write_text("# date: someday\nhttp://evil.example/x\nbad.example\nnot a host\n", encoding="utf-8")
    (tmp_path / "hashes.txt").write_text(f"{'A' * 64} copyright\nabc\n", encoding="utf-8")
    (tmp_path / "brands.toml").write_text('[names]\nacme = ["acme.example", "no host"]\nbolt = 5\n', encoding="utf-8")
    lists = read_lists(tmp_path)
    assert lists.malicious == {"bad.example"}
    assert lists.hashes == {"a" * 64: "copyright"}
    assert lists.refused == {"malicious": (2, 4), "hashes": (2,), "brands": (2, 3)}
    assert "malicious" not in (lists.dated or {})


def test_the_latest_of_several_dated_files_is_read(tmp_path: Path) -> None:
    for day in ("2026-01-01", "2026-03-01", "2026-02-01"):
        (tmp_path / f"shorteners-{day}.txt").write_text(f"m{day[5:7]}.example\n", encoding="utf-8")
    lists = read_lists(tmp_path)
    assert lists.shorteners == {"m03.example"}
    assert (lists.dated or {})["shorteners"] == "2026-03-01"


@pytest.mark.parametrize(("name", "content"), [("malicious.txt", b"\xff\xfe"), ("brands.toml", b"[names")])
def test_a_file_that_cannot_be_read_at_all_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceUnreadable, match=name):
        read_lists(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="nowhere"):
        read_lists(tmp_path / "nowhere")


@pytest.mark.parametrize("line", ["", "a b", "http://a.example", "a..b", "-a.example", "a" * 64 + ".example", "a@b.example", "a/b"])
def test_what_is_no_host_is_refused(line: str) -> None:
    assert host_of(line) is None
