"""How is a made-up month written in the formats of real sources, and how is it taken in again?"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from goodstanding.simulation.model import Carrier, SimCall
from goodstanding.simulation.truth import truth_of
from goodstanding.simulation.writers import asterisk, freeswitch, jambonz, kamailio, own, twilio

Rows = Callable[[Iterable[SimCall]], Iterator[str]]

WHOLE: Final[dict[str, Callable[[Carrier, Path], list[str]]]] = {"twilio": twilio.write_export, "twilio-pages": twilio.write_pages}
# rows of calls, name of the file, options of the take; messages, numbers and accounts come in our own format
SWITCHES: Final[dict[str, tuple[Rows, str, str]]] = {
    "calls": (own.calls, "calls.csv", ""),
    "asterisk-csv": (asterisk.calls, "Master.csv", f":zone={asterisk.ZONE}"),
    "freeswitch-json": (freeswitch.json_legs, "calls.json", ""),
    "freeswitch-csv": (freeswitch.csv_rows, "Master.csv", f":zone={freeswitch.ZONE},outbound={freeswitch.OUTWARD}"),
    "kamailio-csv": (kamailio.calls, "acc.csv", ":zone=UTC"),
    "jambonz-json": (jambonz.calls, "calls.json", ""),
}
FORMATS: Final = (*WHOLE, *SWITCHES)


def write_carrier(carrier: Carrier, folder: Path, source_format: str) -> list[str]:
    """Write calls, messages, numbers, accounts and truth.json; return the --take texts that read them."""
    folder.mkdir(parents=True, exist_ok=True)
    truth = json.dumps(truth_of(carrier, source_format), indent=1) + "\n"
    (folder / "truth.json").write_text(truth, encoding="utf-8", newline="\n")
    if source_format in WHOLE:
        return WHOLE[source_format](carrier, folder)
    rows, name, options = SWITCHES[source_format]
    tables = own.write_tables(carrier, folder)
    return [*tables, f"{source_format}{options}={own.write_lines(folder / name, rows(carrier.calls))}"]
