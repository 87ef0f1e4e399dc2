"""Which detectors run, and with which parameters, once a caller has chosen some and set some?"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from goodstanding.errors import WrongUsage, near_match
from goodstanding.policy.table import Table
from goodstanding.signals.traffic.catalogue import DETECTORS
from goodstanding.signals.traffic.detector import Detector, Parameters
from goodstanding.signals.traffic.thresholds import parameters_of

_WHOLE_NUMBER: Final = re.compile(r"[0-9]{1,10}")
_BY_NAME: Final = {one.name: one for one in DETECTORS}


def chosen(tables: Mapping[str, Table], only: Sequence[str], settings: Sequence[str]) -> dict[str, Parameters]:
    """Return the parameters of the detectors that run, by name.

    only      names of detectors; none for all that the edition mentions
    settings  DETECTOR.PARAM=VALUE, the last one winning
    WrongUsage for a name nobody knows, with a near match; ClauseInvalid when the edition itself is wrong.
    """
    found = {name: dict(parameters) for name, parameters in parameters_of(DETECTORS, tables).items()}
    for name in only:
        _known("--only", name, found)
    for setting in settings:
        detector, parameter, value = _read(setting)
        if detector.name in found:
            found[detector.name][parameter] = value
    return {name: parameters for name, parameters in found.items() if not only or name in only}


def _read(setting: str) -> tuple[Detector, str, int]:
    place, equals, value = setting.partition("=")
    name, dot, parameter = place.partition(".")
    if not (name and dot and parameter and equals and value):
        message = f"--set {setting}: write DETECTOR.PARAM=VALUE, such as call-flood.attempts=20"
        raise WrongUsage(message)
    detector = _BY_NAME[_known("--set", name, _BY_NAME)]
    parameters = {one.name: one for one in detector.parameters}
    bounds = parameters[_known(f"--set {name}", parameter, parameters)]
    if not _WHOLE_NUMBER.fullmatch(value) or not bounds.least <= int(value) <= bounds.most:
        message = f"--set {place}={value}: {bounds.means}: a whole number from {bounds.least} to {bounds.most}"
        raise WrongUsage(message)
    return detector, parameter, int(value)


def _known(option: str, name: str, known: Mapping[str, object]) -> str:
    if name in known:
        return name
    near = near_match(name, known)
    hint = f"did you mean {near}?" if near else f"known: {', '.join(known) or 'none'}"
    message = f"{option}: nothing is called {name}; {hint}"
    raise WrongUsage(message)
