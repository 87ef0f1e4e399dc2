"""What became of each file in words: read = accepted + duplicate + rejected, and what to do about what was refused?"""

from collections.abc import Iterable, Mapping

from rich.console import Console

from goodstanding.faces.report.sheet import Sheet
from goodstanding.faces.report.words import plural, visible
from goodstanding.measures.standing import IntakeTally

MOST_FILES = 12


def render_intake(intake: tuple[IntakeTally, ...], console: Console, *, remedies: Mapping[str, str]) -> None:
    """Print what became of each file; of many files, each that needs a word and the sum of the others."""
    sheet = Sheet(console)
    worth, quiet = list(intake), list[IntakeTally]()
    if len(intake) > MOST_FILES:
        worth = [tally for tally in intake if tally.reasons or tally.notes]
        quiet = [tally for tally in intake if not (tally.reasons or tally.notes)]
    for tally in worth:
        named = f"{visible(tally.file)} ({visible(tally.source)}):"
        if len(named) + len(sum_text([tally])) < sheet.width:
            sheet.line(f"{named} {sum_text([tally])}")
        else:
            sheet.line(named)
            sheet.note(sum_text([tally]), indent=2, style="")
        _reasons(tally.reasons, sheet, remedies, style="red")
        _reasons(tally.notes, sheet, remedies, style="dim")
    if quiet:
        sheet.line(f"{plural(len(quiet), 'more file' if worth else 'file')}: {sum_text(quiet)}")


def sum_text(tallies: Iterable[IntakeTally]) -> str:
    """Write the sum that always holds."""
    seen = list(tallies)
    read, accepted = sum(one.read for one in seen), sum(one.accepted for one in seen)
    duplicate, rejected = sum(one.duplicate for one in seen), sum(one.rejected for one in seen)
    return f"read {read:,} = accepted {accepted:,} + duplicate {duplicate:,} + rejected {rejected:,}"


def _reasons(counts: Mapping[str, int], sheet: Sheet, remedies: Mapping[str, str], *, style: str) -> None:
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        remedy = remedies.get(code)
        sheet.note(f"{count:,} {visible(code)}" + (f": {remedy}" if remedy else ""), indent=2, style=style)
