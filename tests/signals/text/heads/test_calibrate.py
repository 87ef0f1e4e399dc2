from goodstanding.signals.text.heads.calibrate import LOWEST, Allowed, Judged, choose_lines
from goodstanding.signals.text.heads.rows import Label, Traffic
from signals.text.heads.heads_builders import a_row


def judged(traffic: Traffic, margins: list[float], *, is_latin: bool = True, label: Label = Label.HONEST) -> list[Judged]:
    return [Judged(a_row(f"{at}", label, traffic), margin, is_latin) for at, margin in enumerate(margins)]


def alarms(rows: list[Judged], line: float) -> int:
    return sum(one.margin >= line for one in rows)


def test_the_line_is_the_lowest_that_honest_texts_allow() -> None:
    person = judged(Traffic.PERSON, [at / 1000 for at in range(1000)])
    line = choose_lines(person, Allowed(person=5, business=0, business_other=0)).latin
    assert alarms(person, line) == 5
    assert alarms(person, line - 0.001) == 6


def test_the_strictest_kind_of_traffic_decides_and_other_alphabets_have_their_own_line() -> None:
    person, business = judged(Traffic.PERSON, [0.0] * 10), judged(Traffic.BUSINESS, [2.0] * 10)
    other = judged(Traffic.BUSINESS, [1.0] * 10, is_latin=False)
    lines = choose_lines([*person, *business, *other], Allowed(0, 0, 0))
    assert 2.0 < lines.latin < 2.1
    assert 1.0 < lines.other < 1.1


def test_without_texts_of_other_alphabets_there_is_one_line_and_bad_texts_move_none() -> None:
    person = judged(Traffic.PERSON, [0.0] * 10)
    bad = judged(Traffic.PERSON, [9.0] * 10, label=Label.SPAM)
    lines = choose_lines([*person, *bad], Allowed(0, 0, 0, spare=0.5))
    assert lines.latin == lines.other
    assert 0.5 < lines.latin < 0.6


def test_however_easy_the_texts_a_line_does_not_fall_to_where_nothing_is_said() -> None:
    lines = choose_lines(judged(Traffic.PERSON, [-9.0] * 10), Allowed(0, 0, 0))
    assert lines.latin == lines.other == LOWEST
