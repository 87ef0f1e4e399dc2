"""What was counted, and how: which clauses, under which readings, with which numbers in them?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodstanding.faces.report.words import title_of
from goodstanding.measures.readings import reading_text
from goodstanding.measures.standing import RequirementStanding, StandingDocument
from goodstanding.measures.words import limit_text
from goodstanding.policy.clause import Requirement
from goodstanding.policy.edition import Edition


@dataclass(frozen=True, slots=True)
class Method:
    """How one requirement was counted; what only the edition knows is empty where no edition was handed over."""

    clause: str
    title: str
    reading: str
    counts: str
    limit: str
    duty: str = ""
    source: str = ""
    person_decides: str = ""
    settings: tuple[str, ...] = ()


def methods_of(document: StandingDocument, editions: Sequence[Edition]) -> dict[str, tuple[Method, ...]]:
    """Return the methods by edition id: from the edition where it is at hand, else from what the document itself says."""
    known = {edition.id: edition for edition in editions}
    used = dict.fromkeys([*(month.edition for month in document.months)] or [document.edition])
    return {
        edition: tuple(_stated(one) for one in known[edition].requirements) if edition in known else _seen(document, edition)
        for edition in used
    }


def setting_text(name: str, value: int) -> str:
    """Say in words what a reading's integer sets; one without words of its own is named."""
    if name == "short_below_ms":
        seconds, rest = divmod(value, 1000)
        return f"The line is {seconds}" + (f".{rest:03d} s" if rest else " s")
    if name == "fewest_transmissions":
        return f"Too few is under {value:,}"
    return f"{name} = {value:,}"


def _stated(clause: Requirement) -> Method:
    settings = tuple(setting_text(name, value) for name, value in sorted(clause.reading.parameters.items()))
    few = (f"A sample is small under {clause.reading.fewest:,}",) if clause.reading.fewest else ()
    return Method(
        clause=clause.id,
        title=title_of(clause.id),
        reading=clause.reading.name,
        counts=reading_text(clause.id, clause.reading.name),
        limit=limit_text(clause.limit),
        duty=clause.duty,
        source=clause.source,
        person_decides=clause.person_decides,
        settings=settings + few,
    )


def _seen(document: StandingDocument, edition: str) -> tuple[Method, ...]:
    shown = (
        one
        for month in document.months
        if month.edition == edition
        for account in month.accounts[:1]
        for one in account.requirements
    )
    return tuple(_observed(shown))


def _observed(requirements: Iterable[RequirementStanding]) -> Iterable[Method]:
    first = {one.clause: one for one in reversed(list(requirements))}
    for clause in sorted(first):
        one = first[clause]
        yield Method(clause, title_of(clause), one.reading, reading_text(clause, one.reading), limit_text(one.limit))
