"""How does a standing look as a page: one file, no script, no network, light and dark, printable?"""

from calendar import month_name
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path, PurePath, PureWindowsPath
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from goodstanding.faces.report import words
from goodstanding.faces.report.method import methods_of
from goodstanding.faces.report.view import STANDING_SHADES, shown_account
from goodstanding.measures.standing import MonthStanding, StandingDocument
from goodstanding.periods import Month, moment_of, zone_named
from goodstanding.policy.edition import Edition

TEMPLATES = Path(__file__).with_name("templates")


def render_html(
    document: StandingDocument,
    *,
    title: str,
    editions: Sequence[Edition] = (),
    remedies: Mapping[str, str] = MappingProxyType({}),
    full_numbers: bool = False,
) -> str:
    """Return the whole page as text.

    editions      add the duties, and what a person decides, in the edition's own words
    remedies      what to do about each reason code of the intake
    full_numbers  show phone numbers in full, not only their last four digits
    """
    shown = {
        month.month: [
            shown_account(account, f"m{month.month}-{place}", full_numbers=full_numbers)
            for place, account in enumerate(words.sorted_accounts(month.accounts), start=1)
        ]
        for month in document.months
    }
    return (
        page_environment()
        .get_template("report.html.j2")
        .render(
            document=document,
            title=title,
            shown=shown,
            titles={month.month: _titles(month) for month in document.months},
            methods=methods_of(document, editions),
            amendments={edition.id: edition.amendments for edition in editions},
            remedies=remedies,
        )
    )


@cache
def page_environment() -> Environment:
    """Return what every page is written with: strict, escaping, with our filters."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(n=_thousands, seen=words.visible, file_name=_file_name)
    environment.globals.update(words=words, STANDING_SHADES=STANDING_SHADES, month_title=month_title, until_text=until_text)
    return environment


def _titles(month: MonthStanding) -> list[str]:
    return [words.title_of(one.clause).capitalize() for account in month.accounts[:1] for one in account.requirements]


def month_title(text: str) -> str:
    """Write 2016-02 as February 2016."""
    month = Month.parse(text)
    return f"{month_name[month.month]} {month.year}"


def until_text(month: MonthStanding, zone: str) -> str:
    """Say up to when an open month holds records."""
    if month.data_until_ms is None:
        return ""
    return f"{moment_of(month.data_until_ms).astimezone(zone_named(zone)):%Y-%m-%d %H:%M} {zone}"


def _thousands(number: int) -> str:
    return f"{number:,}"


def _file_name(path: str) -> str:
    """Name a file without its folders, on whichever system the document was made."""
    return PureWindowsPath(PurePath(path).name).name
