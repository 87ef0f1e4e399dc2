"""How does a file that no source knows become one, by a mapping that a person writes?

A mapping file is TOML:

    yields = "calls"                      # or "messages"
    columns = ["id", "when", ...]         # for a CSV without a header
    time = "local"                        # or "iso" (with an offset), "epoch", "epoch-ms", or a strptime pattern
    [fields]                              # our own field = the file's column, or a dotted path in JSON
    id = "uniqueid"
    started_at = "start"
    [direction]                           # the file's words = ours
    "O" = "outbound"
    [outcome]
    "ANSWERED" = "answered"
"""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from goodstanding.errors import SourceUnreadable, near_match
from goodstanding.records.sources import own
from goodstanding.records.sources.source import Field, Source

KEYS: Final = ("yields", "columns", "time", "fields", "direction", "outcome")
TIMED: Final = ("started_at", "sent_at", "created_at", "revised_at")
OWN: Final = {"calls": own.CALLS, "messages": own.MESSAGES}
EPOCH_MS: Final = "strftime(make_timestamp_ms({ms}), '%Y-%m-%dT%H:%M:%S.%gZ')"

MAPPED: Final = replace(own.CALLS, name="mapped", options=("mapping",))


def mapped_source(mapping: Path) -> Source:
    """Make a source of a mapping file; SourceUnreadable when the mapping itself cannot be used."""
    written = _read(mapping)
    base = OWN.get(written.get("yields", "calls"))
    if base is None:
        raise SourceUnreadable(str(mapping), f"it yields {written['yields']!r}", "Choose calls or messages.")
    _refuse_unknown(mapping, written, KEYS)
    names = written.get("fields", {})
    _refuse_unknown(mapping, names, [field.name for field in base.fields])
    fields = tuple(_mapped(field, names.get(field.name)) for field in base.fields)
    columns = tuple(written.get("columns", ()))
    return replace(
        base,
        name="mapped",
        fields=fields,
        layouts={len(columns): columns} if columns else {},
        options=("mapping",),
        rewritten=_rewritten(written, fields),
    )


def _read(mapping: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(mapping.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceUnreadable(str(mapping), "the mapping file cannot be read", "Check mapping=FILE.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceUnreadable(str(mapping), f"the mapping is no TOML ({error})", "Mend it there.") from error


def _refuse_unknown(mapping: Path, written: dict[str, Any], known: Any) -> None:
    for key in written:
        if key not in known:
            near = near_match(key, known)
            hint = f"Did you mean {near!r}?" if near else f"Known: {', '.join(known)}."
            raise SourceUnreadable(str(mapping), f"it has an unknown key {key!r}", hint)


def _mapped(field: Field, name: str | None) -> Field:
    if name is None:
        return Field(field.name, (), (), required=False)
    return Field(field.name, (name.lower(),), tuple(name.split(".")), field.required)


def _rewritten(written: dict[str, Any], fields: tuple[Field, ...]) -> dict[str, str]:
    """Return SQL for the fields whose values are said in the file's own way."""
    rewritten: dict[str, str] = {}
    for name in ("direction", "outcome"):
        if name in written:
            cases = " ".join(f"WHEN {_literal(theirs)} THEN {_literal(ours)}" for theirs, ours in written[name].items())
            rewritten[name] = f"CASE {name} {cases} ELSE {name} END"
    form = written.get("time", "iso")
    for field in fields:
        if field.name in TIMED and field.headers:
            rewritten[field.name] = _time(form, field.name)
    return rewritten


def _time(form: str, name: str) -> str:
    if form in ("iso", "local"):
        return name
    if form == "epoch":
        return EPOCH_MS.format(ms=f"CAST(trunc(TRY_CAST({name} AS DECIMAL(18, 6)) * 1000) AS BIGINT)")
    if form == "epoch-ms":
        return EPOCH_MS.format(ms=f"TRY_CAST({name} AS BIGINT)")
    return f"strftime(try_strptime({name}, {_literal(form)}), '%Y-%m-%d %H:%M:%S.%g')"


def _literal(text: str) -> str:
    return "'" + str(text).replace("'", "''") + "'"
