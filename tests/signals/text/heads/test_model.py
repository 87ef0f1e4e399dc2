from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodstanding.errors import ModelUnreadable
from goodstanding.signals.text.heads.model import LARGEST, SHIPPED, Model, load, read, write
from signals.text.heads.heads_builders import a_model

number = st.integers(-LARGEST, LARGEST)
own = st.tuples(number, number, number, number)
name = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r"), min_size=1).filter(lambda one: one != "<start>")


@given(own, st.dictionaries(name, own, max_size=5))
def test_a_model_written_and_read_is_the_same(start: tuple[int, ...], weights: dict[str, tuple[int, ...]]) -> None:
    model = Model(start, weights)
    assert read(write(model)) == model


def test_a_model_is_written_in_order_so_that_changes_can_be_read() -> None:
    lines = write(a_model(b=1, a=2)).splitlines()
    assert lines[3:] == sorted(lines[3:])


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda text: text.replace("version 1", "version 2"), 1),
        (lambda text: text[:0], 1),
        (lambda text: text.replace("spam\tscam", "scam\tspam"), 2),
        (lambda text: text.replace("<start>", "<begin>"), 3),
        (lambda text: text.replace("1000", "10.5"), 3),
        (lambda text: text[:-6], 6),
        (lambda text: text + "x\t1\t2\t3\n", 7),
        (lambda text: text + "x\t1\t2\t3\t9999999\n", 7),
    ],
)
def test_a_damaged_model_is_refused_with_the_line_and_the_way_out(damage: object, line: int) -> None:
    with pytest.raises(ModelUnreadable, match="train a model with this version") as raised:
        read(damage(write(a_model(win=5))))  # type: ignore[operator]
    assert raised.value.line == line


def test_a_feature_that_comes_twice_is_refused() -> None:
    text = write(a_model(win=5))
    with pytest.raises(ModelUnreadable, match="twice"):
        read(text + text.splitlines()[3] + "\n")


def test_a_missing_file_and_one_that_is_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.tsv").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.tsv", tmp_path / "model.tsv"):
        with pytest.raises(ModelUnreadable):
            load(path)


def test_the_shipped_model_is_small_whole_and_carries_no_numbers() -> None:
    model = load()
    assert SHIPPED.stat().st_size < 1_500_000
    assert write(model) == SHIPPED.read_text(encoding="utf-8")
    assert not [name for name in model.weights if any(digit in name for digit in "123456789")]
