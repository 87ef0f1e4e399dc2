"""Does the terminal say everything at 80 columns, without colour, and in plain ASCII?"""

from io import BytesIO, StringIO, TextIOWrapper
from time import process_time

import pytest
from rich.console import Console

from faces.report.builders import (
    a_dialler,
    a_document,
    a_full_document,
    a_hoarder,
    a_month,
    a_requirement,
    a_tally,
    an_account,
    an_open_month,
)
from faces.report.golden import golden
from goodstanding.faces.report.terminal import render
from goodstanding.measures.standing import StandingDocument

REMEDIES = {"time-missing": "the row has no start time", "unfinished": "calls that had not ended"}


def shown(document: StandingDocument, width: int = 80, **other: int | bool) -> str:
    console = Console(width=width, file=StringIO(), color_system=None, legacy_windows=False)
    render(document, console, remedies=REMEDIES, **other)  # type: ignore[arg-type]
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("width", [80, 110])
def test_the_terminal_reads_as_the_golden_file_does(width: int) -> None:
    text = shown(a_full_document(), width)
    assert text == golden(f"report-{width}.txt", text)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_nothing_is_cut_and_words_keep_to_the_width(width: int) -> None:
    text = shown(a_full_document(), width)
    assert "…" not in text
    assert "4,000 / 28,000" in text
    rows = [line for line in text.splitlines() if "█" in line or "·" in line]
    assert all(len(line) <= width for line in rows)


def test_rows_calls_and_the_unanswered_are_told_per_call() -> None:
    assert "84 rows are 36 calls; 6 of 36 went unanswered, counted per call." in shown(a_document(a_month()))


def test_each_reason_comes_with_what_to_do() -> None:
    text = shown(a_document(intake=(a_tally(read=3, accepted=1, rejected=2, reasons={"time-missing": 2}),)))
    assert "read 3 = accepted 1 + duplicate 0 + rejected 2" in text
    assert "2 time-missing: the row has no start time" in text


def test_of_many_files_those_that_need_a_word_are_shown_and_the_others_summed() -> None:
    pages = tuple(a_tally(f"page-{place}.json", read=10, accepted=10) for place in range(30))
    bad = a_tally("bad.json", read=1, accepted=0, rejected=1, reasons={"time-missing": 1})
    text = shown(a_document(intake=(*pages, bad)))
    assert "bad.json" in text
    assert "page-7.json" not in text
    assert "30 more files: read 300 = accepted 300 + duplicate 0 + rejected 0" in text


def test_a_terminal_without_unicode_gets_ascii_only() -> None:
    buffer = BytesIO()
    document = a_document(a_month(an_account("Café Ünïcode", a_requirement("req-2", 11, 100))))
    file = TextIOWrapper(buffer, encoding="ascii", write_through=True)
    render(document, Console(file=file, width=80), remedies={})
    text = buffer.getvalue().decode("ascii")
    assert "##########|" in text
    assert "Caf? ?n?code" in text


def test_no_color_leaves_words_that_say_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console = Console(width=80, file=StringIO(), force_terminal=True)
    render(a_document(a_month(a_dialler())), console, remedies={})
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b[31m" not in text
    assert "OVER" in text


def test_colour_is_used_where_there_is_any() -> None:
    console = Console(width=80, file=StringIO(), force_terminal=True, color_system="standard", no_color=False)
    render(a_document(a_month(a_dialler())), console, remedies={})
    assert "\x1b[1;31mOVER" in console.file.getvalue()  # type: ignore[attr-defined]


def test_a_hostile_name_neither_steers_the_terminal_nor_is_read_as_markup() -> None:
    text = shown(a_document(a_month(an_account("[bold]x[/] \x1b]0;owned\x07\n\u202eevil", a_requirement("req-2", 11, 100)))))
    assert "[bold]x[/] �]0;owned" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_phone_numbers_show_their_last_four_digits_unless_asked_in_full() -> None:
    document = a_document(a_month(a_hoarder()))
    assert "+12025550100" not in shown(document)
    assert "••0100 (0)" in shown(document)
    assert "+12025550100 (0)" in shown(document, full_numbers=True)


def test_a_lone_account_is_explained_in_full_even_when_it_complies() -> None:
    good = an_account("Fine", a_requirement("req-2", 1, 100))
    assert "evidence: 1 record" in shown(a_document(a_month(good)))
    assert "evidence: 1 record" not in shown(a_document(a_month(good, an_account("Other", a_requirement("req-2", 1, 50)))))


def test_an_open_month_says_where_it_is_heading_and_when_it_crosses() -> None:
    text = shown(a_document(an_open_month(), zone="Europe/Berlin"))
    assert "records up to 2016-03-12 11:00" in text
    assert "6,000 / 40,000  15.0 %" in text
    assert "crosses the limit on 2016-03-20" in " ".join(text.split())


def test_beyond_the_limit_of_accounts_a_line_tells_how_to_see_all() -> None:
    accounts = [an_account(f"Account {place}", a_requirement("req-2", 1, 100)) for place in range(9)]
    text = shown(a_document(a_month(a_dialler(), *accounts)), limit=3)
    assert "7 more accounts not shown (7 good); see all with --html FILE or --json." in text
    assert "Acme Dialer" in text
    assert "Account 8" not in text


def test_a_document_without_months_says_so() -> None:
    assert shown(a_document()) == "No month holds any record.\n"


def test_an_edition_without_requirements_says_there_was_nothing_to_count() -> None:
    bare = an_account("Old Times")
    bare = type(bare)(bare.account, bare.name, bare.standing, ())
    assert "the edition in force had no requirements to count" in shown(a_document(a_month(bare, edition="before-2016-02-01")))


def test_a_thousand_accounts_take_less_than_a_second() -> None:
    accounts = [an_account(f"Account {place}", a_requirement("req-2", place % 30, 200)) for place in range(1000)]
    document = a_document(a_month(*accounts))
    began = process_time()
    shown(document)
    assert process_time() - began < 3
