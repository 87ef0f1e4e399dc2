"""Which sources are there? The line here is the registration."""

from pathlib import Path

from goodstanding.records.sources import own, twilio
from goodstanding.records.sources.source import Source

SOURCES: dict[str, Source] = {source.name: source for source in (*twilio.SOURCES, *own.SOURCES)}


def text_of(source: Source) -> str:
    """Return the SQL text that judges a row of that source."""
    return Path(__file__).with_name(source.text).read_text(encoding="utf-8")
