"""What must be known of a source before one of its files can be read?"""

from dataclasses import dataclass, field
from enum import StrEnum


class Yields(StrEnum):
    """What the rows of a source become."""

    CALLS = "calls"
    LEGS = "legs"
    MESSAGES = "messages"
    NUMBERS = "numbers"
    ACCOUNTS = "accounts"
    CONSENTS = "consents"
    COMPLAINTS = "complaints"
    REQUESTS = "requests"
    SIGNALLING = "signalling"
    PROFILES = "profiles"
    LISTED = "listed"


class Form(StrEnum):
    """How files are written: TOLD by the file (JSON, CSV, Parquet), JSON_LINES whatever the first line is, or LINES of text."""

    TOLD = "told"
    JSON_LINES = "json-lines"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Field:
    """One value a source's text asks for, and the names it goes by.

    name      column of the relation `raw`
    headers   CSV headers that mean it, the preferred one first
    path      keys that lead to it in a JSON record; () when JSON never carries it
    required  a CSV without it cannot be read
    """

    name: str
    headers: tuple[str, ...]
    path: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A system whose records we take in.

    name       as written in --take
    yields     what a row becomes
    text       name of the .sql file that judges a row
    fields     what that text may ask for
    list_keys  keys that hold the list of records in a JSON page
    layouts    column orders of headerless CSV files, by number of columns; empty when a header is needed
    options    names that may stand after the colon in --take, beside account, zone and as-of
    rewritten  SQL over the fields, for those whose values are said in another way than the text expects
    form       how its files are written; a source of LINES has the one field `line`
    needs      options without which no file of it can be taken in
    time_column  in a headerless file, the place of the start time: what is none tells another column order
    """

    name: str
    yields: Yields
    text: str
    fields: tuple[Field, ...]
    list_keys: tuple[str, ...] = ()
    layouts: dict[int, tuple[str, ...]] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    local_times: bool = False
    form: Form = Form.TOLD
    needs: tuple[str, ...] = ()
    time_column: int | None = None
    rewritten: dict[str, str] = field(default_factory=dict)


def plain(*names: str, required: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """Make fields whose CSV header and JSON key are their own name."""
    return tuple(Field(name, (name,), (name,), name in required) for name in names)
