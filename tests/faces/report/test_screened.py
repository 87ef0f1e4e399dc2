"""Are answers in words safe to show, and in grammar?"""

from goodstanding.faces.report.screened import in_words
from goodstanding.signals.reading_message import Unreadable


def test_an_id_cannot_move_the_cursor_of_a_terminal() -> None:
    told = in_words(Unreadable("\x1b[2Jm1", "body-missing", "Give the text as body."))
    assert "\x1b" not in told
    assert told.endswith("m1  unreadable  Give the text as body.")
