"""What is judged the quick way is judged as the slow way would."""

from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodstanding.engines.duckdb.connect import connect_for_judging
from goodstanding.engines.duckdb.judging import judge
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take

HEADER = "id,account,direction,outcome,caller,callee,started_at,talk_ms"


def judged(folder: Path, rows: list[str], end: str = "\n") -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Judge rows of our own format; return (id, direction, outcome) of those accepted, and the lines refused."""
    path = folder / "calls.csv"
    path.write_bytes("".join(row + end for row in (HEADER, *rows)).encode())
    with connect_for_judging() as fresh:
        judge(fresh, parse_take(f"calls={path}"), folder, Silent())
        accepted = fresh.execute("SELECT id, direction, outcome FROM judged ORDER BY id").fetchall()
        return accepted, fresh.execute("SELECT line, reason FROM refused ORDER BY line").fetchall()


numbers = st.one_of(
    st.from_regex(r"\A\+[1-9][0-9]{9,13}\Z"),
    st.from_regex(r"\A\+[1-9][0-9]{0,9}[0-9.eE_ +-]{1,4}[0-9]{0,3}\Z"),
    st.text("+0123456789eE._- x", max_size=18),
)


TRICKY = [
    "+14155550101",
    "+14155550100",
    "+123456789e2",
    "+1234567890E2",
    "+1.555555e10",
    "+0x1FFFFFFFFF",
    "+1415555010 ",
    "+04155550101",
]


@given(st.lists(numbers, min_size=20, max_size=60))
@example(TRICKY)
@settings(max_examples=15, deadline=None)
def test_a_number_read_from_its_cast_is_the_number_read_from_its_text(texts: list[str]) -> None:
    sql = "SELECT t, number_of_cast(t, TRY_CAST(t AS BIGINT)), number_of(t) FROM (SELECT UNNEST($1::VARCHAR[]) AS t)"
    with connect_for_judging() as connection:
        assert [text for text, quick, slow in connection.execute(sql, [texts]).fetchall() if quick != slow] == []


def test_words_mean_the_same_in_capitals_and_with_blanks(tmp_path: Path) -> None:
    said = [("outbound", "no-answer"), ("inbound", "busy"), ("Outbound", "No Answer"), ("INBOUND", "Busy"), ("out", "NO-ANSWER")]
    rows = [f"{place},A,{way},{ending},+14155550101,+14155550102,2016-02-01T12:00:00Z," for place, (way, ending) in enumerate(said)]
    accepted, refused = judged(tmp_path, rows)
    assert [row[1:] for row in accepted] == [(2, 2), (1, 3), (2, 2), (1, 3), (2, 2)]
    assert not refused


def test_a_cell_may_hold_a_line_break_of_another_kind_than_the_file(tmp_path: Path) -> None:
    rows = ['"a\nb",A,sideways,busy,+14155550101,+14155550102,2016-02-01T12:00:00Z,']
    accepted, refused = judged(tmp_path, rows, "\r\n")
    assert not accepted
    assert refused == [(rows[0], "direction-unknown")]
