"""What does an evaluation say to programs: every figure with its interval?"""

from typing import Any

from goodstanding.flows.evaluate_detectors import STRENGTHS, Evaluation, Found, Pointed
from goodstanding.measures.arithmetic import wilson


def evaluation_to_json(made: Evaluation) -> dict[str, Any]:
    """Return everything as one document; shares with six places, times in milliseconds."""
    return {
        "purpose": made.purpose,
        "seeds": list(made.seeds),
        "edition": made.edition,
        "honest": made.honest,
        "alarmed": made.alarmed,
        "alarmed_interval": list(wilson(made.alarmed, made.honest)),
        "false_alarms_per_thousand": round(1000 * len(made.false_alarms) / made.honest, 6) if made.honest else None,
        "recall": {name: _recall_to_json(*made.recalled(name)) for name in STRENGTHS},
        "abuses": [_found_to_json(one) for one in made.found],
        "detectors": [_pointed_to_json(one) for one in made.pointed],
        "false_alarms": [one._asdict() for one in made.false_alarms],
        "missed": [one._asdict() for one in made.missed],
        "unassessable": list(made.unassessable),
    }


def _recall_to_json(found: int, accounts: int) -> dict[str, Any]:
    return {"found": found, "accounts": accounts, "interval": list(wilson(found, accounts))}


def _found_to_json(one: Found) -> dict[str, Any]:
    counted = {"accounts": one.accounts, "found": one.found, "interval": list(wilson(one.found, one.accounts))}
    return {"signal": one.signal, "shape": one.shape, "strength": one.strength, **counted, "median_ms": one.median_ms}


def _pointed_to_json(one: Pointed) -> dict[str, Any]:
    whole = one.right + one.other + one.false
    own = {
        name: {"found": seen, "accounts": there, "interval": list(wilson(seen, there))} for name, (seen, there) in one.seen.items()
    }
    counted = {
        "right": one.right,
        "other": one.other,
        "false": one.false,
        "precision_interval": list(wilson(whole - one.false, whole)),
    }
    return {"signal": one.signal, "detector": one.detector, **counted, "own": own}
