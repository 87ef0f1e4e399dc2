"""Is the page whole, self-contained, accessible, and deaf to hostile names?"""

from collections import Counter
from html.parser import HTMLParser
from time import process_time

import pytest

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
from goodstanding.faces.report.charts import MOST_SLICES, slices
from goodstanding.faces.report.html import render_html
from goodstanding.faces.report.method import setting_text
from goodstanding.measures.standing import Share, StandingDocument
from goodstanding.policy.load import load_editions

VOID = {"meta", "br", "rect", "path"}
OUTLINE = {"h1", "h2", "h3", "h4", "h5", "section", "article", "details", "summary", "table", "caption", "th", "dt", "svg", "title"}
HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>{{ 7*7 }}'"


class Outline(HTMLParser):
    """Reads a page into what a reader meets, and checks that every element is closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.lines: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in OUTLINE:
            self.lines.append("  " * sum(one in OUTLINE for one in self.open) + tag + " ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if (
            words
            and self.open
            and any(one in {"h1", "h2", "h3", "h4", "h5", "summary", "caption", "th", "dt", "title"} for one in self.open)
        ):
            self.lines[-1] += words + " "

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


def page(document: StandingDocument, **other: object) -> str:
    return render_html(document, title="Standing", **other)  # type: ignore[arg-type]


def test_the_page_is_built_as_the_golden_outline_says() -> None:
    outline = Outline(page(a_full_document()))
    text = "".join(line.rstrip() + "\n" for line in outline.lines)
    assert text == golden("report-structure.txt", text)


def test_every_element_is_closed_where_it_was_opened() -> None:
    assert Outline(page(a_full_document(), editions=load_editions().all)).open == []


def test_nothing_is_fetched_and_nothing_runs() -> None:
    outline = Outline(page(a_full_document()))
    assert not outline.tags.keys() & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert not outline.values("src")
    assert not outline.values("style")
    assert all(target.startswith("#") for target in outline.values("href"))
    assert not [name for _, name, _ in outline.attributes if name.startswith("on")]
    assert "url(" not in page(a_full_document())
    assert "@import" not in page(a_full_document())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert page(a_full_document()) == page(a_full_document())


@pytest.mark.parametrize("hostile", [HOSTILE, "]]></style><script>x</script>", "\u202e\x00\x1b[31m"])
def test_hostile_names_ids_files_and_titles_stay_text(hostile: str) -> None:
    share = Share(hostile, 11, 60)
    one = a_requirement("req-2", 11, 100, shares=(share, Share("AC-1", 0, 40)))
    tally = a_tally(hostile, reasons={hostile: 1}, notes={hostile: 2})
    document = a_document(a_month(an_account(hostile, one, account=hostile)), intake=(tally,))
    text = render_html(document, title=hostile)
    outline = Outline(text)
    assert not outline.tags.keys() & {"script", "img"}
    assert "{{ 7*7 }}" in text or "7*7" not in hostile
    assert not set("\u202e\x1b\x00") & set(text)


def test_every_link_leads_somewhere_and_every_id_is_the_only_one() -> None:
    outline = Outline(page(a_full_document()))
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in outline.values("href")} <= set(ids)
    assert set(outline.values("aria-labelledby")) <= set(ids)


def test_charts_tables_and_the_page_itself_speak_to_a_screen_reader() -> None:
    outline = Outline(page(a_full_document()))
    drawn = outline.tags["svg"] - outline.values("aria-hidden").count("true")
    assert outline.values("role").count("img") == drawn
    assert outline.tags["desc"] == drawn
    assert outline.tags["th"] == len(outline.values("scope"))
    assert ("html", "lang", "en") in outline.attributes
    assert outline.values("class").count("skip") == 1


def test_the_page_adapts_to_dark_print_and_phones() -> None:
    text = page(a_document())
    for rule in ("@media (prefers-color-scheme: dark)", "@media print", "@media (max-width"):
        assert rule in text


def test_every_count_of_a_violation_is_on_the_page() -> None:
    text = page(a_document(a_month(a_dialler())))
    for words in ("14.3\u00a0%", "4,000 of 28,000", "12,000 further calls", "AC-acme-blast", "241 calls lie", "16,000 / 40,000"):
        assert words in text


def test_phone_numbers_show_their_last_four_digits_unless_asked_in_full() -> None:
    document = a_document(a_month(a_hoarder()))
    assert "+12025550100" not in page(document)
    assert "••0100" in page(document)
    assert "+12025550100" in page(document, full_numbers=True)


def test_an_open_month_says_where_it_is_heading() -> None:
    text = page(a_document(an_open_month()))
    assert "6,000 of 40,000" in text
    assert "crosses the limit on 2016-03-20" in text
    assert "records up to 2016-03-12 10:00 UTC" in text


def test_with_the_edition_at_hand_its_duties_and_what_a_person_decides_are_told() -> None:
    editions = load_editions().all
    text = page(a_document(a_month(a_dialler())), editions=editions)
    duty = next(one.duty for one in editions[-1].requirements if one.id == "req-2")
    assert duty in text
    assert "The line is 12 s. A sample is small under 20." in text
    assert duty not in page(a_document(a_month(a_dialler())))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("short_below_ms", 12_000, "The line is 12 s"),
        ("short_below_ms", 6_050, "The line is 6.050 s"),
        ("fewest_transmissions", 2, "Too few is under 2"),
        ("something_new", 1_000, "something_new = 1,000"),
    ],
)
def test_what_a_reading_sets_is_said_in_words(name: str, value: int, words: str) -> None:
    assert setting_text(name, value) == words


def test_refused_rows_come_with_what_to_do() -> None:
    tally = a_tally("C:\\exports\\calls.csv", rejected=3, reasons={"time-missing": 3})
    text = page(a_document(intake=(tally,)), remedies={"time-missing": "fill the column"})
    assert "3 rejected: time-missing; fill the column" in text
    assert "exports" not in text


def test_a_document_without_months_is_still_a_page() -> None:
    assert "No month holds any record." in page(a_document())


def test_an_edition_without_requirements_says_there_was_nothing_to_count() -> None:
    one = an_account("Old Times")
    bare = type(one)(one.account, one.name, one.standing, ())
    assert "The edition in force had no requirements to count." in page(a_document(a_month(bare)))


def test_small_contributors_share_one_slice_and_the_slices_fill_the_bar() -> None:
    shares = [Share(f"AC-{place}", 10 - place, 100) for place in range(10)]
    cut = slices(shares)
    assert len(cut) == MOST_SLICES + 1
    assert abs(sum(width for _, _, width in cut) - 260) < 1
    assert slices([Share("AC-1", 0, 5)]) == []


def test_a_thousand_accounts_take_less_than_a_second() -> None:
    accounts = [an_account(f"Account {place}", a_requirement("req-2", place % 30, 200)) for place in range(1000)]
    document = a_document(a_month(*accounts))
    page(document)
    began = process_time()
    page(document)
    assert process_time() - began < 3
