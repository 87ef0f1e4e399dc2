"""When is a message for review under an edition, and which signals may refuse it?"""

from dataclasses import dataclass
from pathlib import Path

from goodstanding.errors import PolicyError
from goodstanding.policy.edition import Edition
from goodstanding.policy.load import PACKAGED, SCREENING, toml_table
from goodstanding.policy.table import Table, did_you_mean


@dataclass(frozen=True, slots=True)
class Screening:
    """What an edition makes of hits.

    edition      its id
    review_line  points in one clause from which a person looks
    may_refuse   signals whose exact rules may refuse a message
    clauses      the uses in force; a hit on any other counts for nothing
    """

    edition: str
    review_line: int
    may_refuse: frozenset[str]
    clauses: frozenset[str]

    def covers(self, clause: str) -> bool:
        """Say whether the edition holds that clause."""
        return clause in self.clauses


def load_screening(edition: Edition, folder: Path | None = None) -> Screening:
    """Read `screening.toml` of an edition (of the packaged ones by default).

    PolicyError when there is none, ClauseInvalid, naming file and key, when it is wrong.
    """
    path = (PACKAGED if folder is None else folder) / edition.id / SCREENING
    if not path.is_file():
        message = f"edition {edition.id} does not say how messages are screened; add {path} with review_line and may_refuse"
        raise PolicyError(message)
    table = toml_table(path, path.stem)
    table.allow_only("review_line", "may_refuse")
    return Screening(
        edition=edition.id,
        review_line=table.integer("review_line", least=1, most=10_000),
        may_refuse=_signals(table, edition),
        clauses=frozenset(use.id for use in edition.uses),
    )


def _signals(table: Table, edition: Edition) -> frozenset[str]:
    known = tuple(signal for use in edition.uses for signal in use.signals)
    for signal in table.texts("may_refuse"):
        if signal not in known:
            problem = f"no use of this edition has the signal `{signal}`"
            raise table.wrong(problem, "may_refuse", did_you_mean(signal, known))
    return frozenset(table.texts("may_refuse"))
