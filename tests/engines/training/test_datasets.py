from pathlib import Path

import pytest

from goodstanding.engines.training.datasets import read_data_set
from goodstanding.errors import SourceUnreadable
from goodstanding.signals.text.heads.rows import Label, Traffic


def a_set(folder: Path, name: str, content: str) -> Path:
    (folder / name).mkdir()
    (folder / name / "train.csv").write_text(content, encoding="utf-8")
    return folder / name


def test_a_folder_of_a_known_set_is_read_with_the_meaning_of_its_labels(tmp_path: Path) -> None:
    found = read_data_set(a_set(tmp_path, "sms_spam_collection", 'text,label\n"Hi, you",ham\nWin,spam\n'))
    assert [(row.text, row.label) for row in found.rows] == [("Hi, you", Label.HONEST), ("Win", Label.SPAM)]
    assert found.rows[0].traffic is Traffic.PERSON
    assert found.licence == "CC BY 4.0"
    assert not found.is_test


def test_a_file_can_be_named_itself(tmp_path: Path) -> None:
    folder = a_set(tmp_path, "hatecheck", "text,label\nfine,non-hateful\n")
    found = read_data_set((folder / "train.csv").rename(tmp_path / "hatecheck.csv"))
    assert found.is_test
    assert found.rows[0].label is Label.HONEST


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("sms_spam_colection", "text,label\n", "Did you mean sms_spam_collection"),
        ("quite_another", "text,label\n", r"nothing of it was taken in\. Known: sms_spam_collection"),
        ("hatecheck", "text,label\nx,ham\n", "row 2 has a label of no known meaning"),
        ("hatecheck", "body,label\nx,hateful\n", "columns must be text and label"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(tmp_path: Path, name: str, content: str, words: str) -> None:
    with pytest.raises(SourceUnreadable, match=words):
        read_data_set(a_set(tmp_path, name, content))


def test_a_folder_without_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hatecheck").mkdir()
    with pytest.raises(SourceUnreadable, match=r"no train\.csv"):
        read_data_set(tmp_path / "hatecheck")


def test_of_a_large_set_the_same_texts_are_chosen_every_time(tmp_path: Path) -> None:
    lines = "".join(f"text of {chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)},neither\n" for at in range(4500))
    folder = a_set(tmp_path, "davidson_hate_offensive", "text,label\n" + lines)
    first = read_data_set(folder).rows
    assert 3800 < len(first) < 4200
    assert read_data_set(folder).rows == first


@pytest.mark.needs_shared
def test_every_known_set_beside_the_checkout_can_be_read(shared: Path) -> None:
    for name in (
        "sms_spam_collection",
        "mishra_soni_smishing",
        "thai_a2p_sms",
        "presidio_synth_pii",
        "surge_toxicity",
        "hatecheck",
    ):
        assert read_data_set(shared / "data" / name).rows
