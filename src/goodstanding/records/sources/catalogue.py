"""Which sources are there? The line here is the registration."""

from pathlib import Path

from goodstanding.records.sources import (
    api_log,
    asterisk,
    complaints,
    freeswitch,
    jambonz,
    kamailio,
    lists,
    mapped,
    own,
    own_beside,
    twilio,
)
from goodstanding.records.sources.source import Source

_LISTED = (
    *twilio.SOURCES,
    freeswitch.JSON,
    freeswitch.CSV,
    asterisk.CDR,
    kamailio.CSV,
    jambonz.JSON,
    *own.SOURCES,
    *own_beside.SOURCES,
    *complaints.SOURCES,
    *api_log.SOURCES,
    lists.LIST,
    mapped.MAPPED,
)
SOURCES: dict[str, Source] = {source.name: source for source in _LISTED}


def text_of(source: Source) -> str:
    """Return the SQL text that judges a row of that source."""
    return Path(__file__).with_name(source.text).read_text(encoding="utf-8")
