"""Which parameters does each detector run with, once an edition's tables are held against the catalogue?"""

from collections.abc import Iterable, Mapping

from goodstanding.policy.table import Table, did_you_mean
from goodstanding.signals.traffic.detector import Detector, Parameters


def parameters_of(detectors: Iterable[Detector], tables: Mapping[str, Table]) -> dict[str, Parameters]:
    """Return each detector's parameters by its name; one that the edition does not mention is not run.

    ClauseInvalid, naming file and key, for a detector nobody knows, a key too many or too few, and a
    number out of bounds.
    """
    known = {detector.name: detector for detector in detectors}
    for name, table in tables.items():
        if name not in known:
            problem = f"no detector is called `{name}`"
            raise table.wrong(problem, "", did_you_mean(name, tuple(known)))
    return {name: _read(known[name], table) for name, table in tables.items()}


def _read(detector: Detector, table: Table) -> Parameters:
    table.allow_only(*(parameter.name for parameter in detector.parameters))
    return {one.name: table.integer(one.name, least=one.least, most=one.most) for one in detector.parameters}
