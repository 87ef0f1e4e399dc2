"""How does a file become the relation `raw`: every field as text, and the row itself kept for the quarantine?"""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from goodstanding.errors import SourceUnreadable, near_match
from goodstanding.records.sources.source import Field, Form, Source

PEEK: Final = 1 << 16
SEPARATORS: Final = ",;\t|"
LINE_BREAKS_ONLY: Final = "\x1e"


@dataclass(frozen=True, slots=True)
class Raw:
    """How to read one file.

    relation   SQL of the relation `raw`: the source's fields as text, and `whole`, the row itself
    is_json    whether `whole` is the line as text (JSON) or the struct of a CSV row's columns
    is_text    whether it is a line that is text and nothing else
    headers    the CSV's columns in order; () for JSON
    separator  the CSV's separator
    about_rows how many rows there may be, from the file's size and its first rows; 0 when nobody can tell
    """

    relation: str
    is_json: bool
    is_text: bool = False
    headers: tuple[str, ...] = ()
    separator: str = ","
    about_rows: int = 0


def raw_of(file: Path, source: Source, scratch: Path) -> Raw:
    """Look at the beginning of a file and say how to read it; scratch takes the lines of a JSON document."""
    head = head_of(file)
    if head[:4] == b"PAR1":
        return _parquet(file, source)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise SourceUnreadable(str(file), "it is UTF-16 text", "Save it as UTF-8 and take it in again.")
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if source.form is Form.LINES:
        return replace(_lines(file), about_rows=_about_rows(file, head))
    if not text:
        raise SourceUnreadable(str(file), "it holds nothing but blanks", "Check the export and try again.")
    is_json = text[0] in "[{" or (source.form is Form.JSON_LINES and "\n{" in text)
    raw = _json(file, text, source, scratch) if is_json else _csv(file, text, source)
    return replace(raw, relation=_said_our_way(raw.relation, source), about_rows=_about_rows(file, head))


def _lines(file: Path) -> Raw:
    read = read_text(file, {"line": "VARCHAR"}, separator=LINE_BREAKS_ONLY, header=False, quote="")
    return Raw(f"SELECT line, line AS whole FROM {read} WHERE line IS NOT NULL", is_json=False, is_text=True)


def _said_our_way(relation: str, source: Source) -> str:
    """Replace the values that a mapping says in other words."""
    if not source.rewritten:
        return relation
    replaced = ", ".join(f"{sql} AS {_name(name)}" for name, sql in source.rewritten.items())
    return f"SELECT * REPLACE ({replaced}) FROM ({relation})"


def _about_rows(file: Path, head: bytes) -> int:
    with file.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
    size = file.stat().st_size * (8 if packed else 1)
    return max(size, len(head)) * max(head.count(b"\n"), 1) // len(head)


def _opened(file: Path) -> Any:
    with file.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
    return gzip.open(file, "rb") if packed else file.open("rb")


def head_of(file: Path) -> bytes:
    """Return how a file begins, unpacked; SourceUnreadable when there is nothing to read."""
    if file.is_dir():
        raise SourceUnreadable(str(file), "it is a folder", "Name one file of it.")
    if not file.exists():
        raise SourceUnreadable(str(file), "there is no such file", "Check the path after the last =.")
    if file.stat().st_size == 0:
        raise SourceUnreadable(str(file), "it is empty (0 bytes)", "Check the export and try again.")
    try:
        with _opened(file) as stream:
            head: bytes = stream.read(PEEK)
    except (OSError, EOFError) as error:
        raise damaged(file, error) from error
    return head


def damaged(file: Path, error: Exception) -> SourceUnreadable:
    """Say that a file ends too early or cannot be opened."""
    if isinstance(error, EOFError) or "gzip" in str(error).lower() or "crc" in str(error).lower():
        return SourceUnreadable(str(file), "the gzip data is damaged or ends too early", "Fetch the file again.")
    return SourceUnreadable(str(file), "it cannot be read", "Check its permissions and that it is complete.")


def quoted(text: str) -> str:
    """Return text as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def read_text(file: Path, columns: dict[str, str], *, separator: str, header: bool, quote: str) -> str:
    """Return SQL that reads a file of separated text, gzipped or plain, setting aside lines that are no rows."""
    kinds = ", ".join(f"{quoted(name)}: '{kind}'" for name, kind in columns.items())
    with file.open("rb") as plain:
        packed = plain.read(2) == b"\x1f\x8b"
    return (
        f"read_csv({quoted(str(file))}, auto_detect = false, header = {str(header).lower()}, delim = {quoted(separator)}, "
        f"quote = {quoted(quote)}, escape = {quoted(quote)}, columns = {{{kinds}}}, store_rejects = true, "
        f"compression = '{'gzip' if packed else 'none'}', null_padding = false, allow_quoted_nulls = false)"
    )


# --- JSON ---------------------------------------------------------------------------------------------------------------


def _json(file: Path, text: str, source: Source, scratch: Path) -> Raw:
    if not _is_lines(text, source):
        lines = scratch / f"{file.name}.lines"
        with lines.open("w", encoding="utf-8") as out:
            for record in _records(file, source):
                out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        file = lines
    read = read_text(file, {"line": "VARCHAR"}, separator=LINE_BREAKS_ONLY, header=False, quote="")
    fields = ", ".join(f"record{_path(field)} AS {_name(field.name)}" for field in source.fields if field.path)
    missing = "".join(f", CAST(NULL AS VARCHAR) AS {_name(f.name)}" for f in source.fields if not f.path)
    shape = quoted(json.dumps(_shape(source.fields)))
    relation = (
        f"SELECT {fields}{missing}, line AS whole, is_json FROM (SELECT line, json_valid(line) AS is_json, "
        f"json_transform(CASE WHEN json_valid(line) THEN line ELSE '{{}}' END, {shape}) AS record "
        f"FROM {read} WHERE line IS NOT NULL AND line <> '')"
    )
    return Raw(relation, is_json=True)


def _shape(fields: tuple[Field, ...]) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    for field in fields:
        at = shape
        for key in field.path[:-1]:
            at = at.setdefault(key, {})
        if field.path:
            at[field.path[-1]] = "VARCHAR"
    return shape


def _path(field: Field) -> str:
    return "".join(f"[{quoted(key)}]" for key in field.path)


def _is_lines(text: str, source: Source) -> bool:
    """Say whether each line is a record; a page, an array or a pretty-printed document is none."""
    if text[0] == "[":
        return False
    if source.form is Form.JSON_LINES and text[0] != "{":
        return True
    first = text.split("\n", 1)[0]
    if any(re.search(rf'"{key}"\s*:\s*\[', first) for key in source.list_keys):
        return False
    try:
        record = json.loads(first)
    except ValueError:
        # a first line that is no object of its own: a document over several lines, or a long or broken line
        return first.strip() not in ("{", "") and ("\n" not in text or first.rstrip().endswith("}"))
    return isinstance(record, dict) and not any(key in record for key in source.list_keys)


def _records(file: Path, source: Source) -> Iterator[Any]:
    try:
        with _opened(file) as stream:
            text = stream.read().decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise damaged(file, error) from error
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        try:
            document, at = decoder.raw_decode(text, at)
        except ValueError as error:
            why = "it is neither JSON lines nor one JSON document, or it ends too early"
            raise SourceUnreadable(str(file), why, "Fetch the file again.") from error
        yield from _listed(document, source)
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1


def _listed(document: Any, source: Source) -> Iterator[Any]:
    """Find the records of a document: in an array, under a page's list key, one level further down, or itself."""
    if isinstance(document, list):
        yield from document
        return
    for key in source.list_keys:
        if isinstance(document.get(key), list):
            yield from document[key]
            return
    pages = [page for page in document.values() if isinstance(page, dict)]
    found = [page[key] for page in pages for key in source.list_keys if isinstance(page.get(key), list)]
    if found:
        for records in found:
            yield from records
    else:
        yield document


# --- CSV ----------------------------------------------------------------------------------------------------------------


def _csv(file: Path, text: str, source: Source) -> Raw:
    first = text.split("\n", 1)[0].rstrip("\r")
    separator = max(SEPARATORS, key=first.count)
    row = [cell.strip() for cell in next(csv.reader([first], delimiter=separator, skipinitialspace=True))]
    # a mapping that lists the columns says that the file has no header, whatever its first row looks like
    has_header = not (source.rewritten and source.layouts) and any(
        cell.lower() in field.headers for cell in row for field in source.fields
    )
    headers = row if has_header else list(source.layouts.get(len(row), ()))
    if not headers:
        raise SourceUnreadable(str(file), *_no_layout(row, source))
    if not has_header and source.time_column is not None and not row[source.time_column][:4].isdecimal():
        why = f"column {source.time_column + 1} of its first row is no start time, so its columns stand in another order"
        raise SourceUnreadable(str(file), why, "Describe the file with `mapped` and a mapping file.")
    headers = _told_apart(headers)
    by_name = {header.lower(): header for header in reversed(headers)}
    wanted = {field.name: next((by_name[h] for h in field.headers if h in by_name), None) for field in source.fields}
    for field in source.fields:
        if field.required and wanted[field.name] is None:
            raise SourceUnreadable(str(file), *_no_column(field, headers))
    read = read_text(file, dict.fromkeys(headers, "VARCHAR"), separator=separator, header=has_header, quote='"')
    fields = ", ".join(
        f"{'CAST(NULL AS VARCHAR)' if header is None else _name(header)} AS {_name(name)}" for name, header in wanted.items()
    )
    whole = ", ".join(f"{_name(f'c{at}')} := {_name(header)}" for at, header in enumerate(headers))
    relation = f"SELECT {fields}, struct_pack({whole}) AS whole, TRUE AS is_json FROM {read}"
    return Raw(relation, is_json=False, headers=tuple(headers), separator=separator)


def _told_apart(headers: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    apart = []
    for at, header in enumerate(headers):
        name = header or f"column{at + 1}"
        seen[name.lower()] = seen.get(name.lower(), 0) + 1
        apart.append(name if seen[name.lower()] == 1 else f"{name}_{seen[name.lower()]}")
    return apart


def _no_column(field: Field, headers: list[str]) -> tuple[str, str]:
    nearest = near_match(field.headers[0], headers)
    hint = f"Rename {nearest!r}, which looks like it, and try again." if nearest else "Add it, or describe the file with `mapped`."
    return f"it has no column {field.headers[0]!r}", hint


def _no_layout(row: list[str], source: Source) -> tuple[str, str]:
    names = ", ".join(field.headers[0] for field in source.fields if field.required)
    if not source.layouts:
        return "its first line is no header this source knows", f"A header with {names} is needed."
    known = ", ".join(str(count) for count in sorted(source.layouts))
    return f"it has {len(row)} columns where {source.name} has {known}", "Describe the file with `mapped` and a mapping file."


def _parquet(file: Path, source: Source) -> Raw:
    import duckdb  # noqa: PLC0415 - only for a look at the columns

    found = duckdb.execute("DESCRIBE SELECT * FROM read_parquet($f)", {"f": str(file)}).fetchall()
    by_name = {str(row[0]).lower(): (str(row[0]), str(row[1])) for row in found}
    wanted = {field.name: next((by_name[h] for h in field.headers if h in by_name), None) for field in source.fields}
    for field in source.fields:
        if field.required and wanted[field.name] is None:
            raise SourceUnreadable(str(file), *_no_column(field, [str(row[0]) for row in found]))
    fields = ", ".join(f"{_parquet_text(column)} AS {_name(name)}" for name, column in wanted.items())
    whole = ", ".join(f"{_name(f'c{at}')} := CAST({_name(str(row[0]))} AS VARCHAR)" for at, row in enumerate(found))
    relation = f"SELECT {fields}, struct_pack({whole}) AS whole, TRUE AS is_json FROM read_parquet({quoted(str(file))})"
    return Raw(relation, is_json=False, headers=tuple(str(row[0]) for row in found))


def _parquet_text(column: tuple[str, str] | None) -> str:
    if column is None:
        return "CAST(NULL AS VARCHAR)"
    name, kind = column
    if kind.startswith("TIMESTAMP"):
        # a timestamp in Parquet is an instant in UTC
        return f"strftime(CAST({_name(name)} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%fZ')"
    return f"CAST({_name(name)} AS VARCHAR)"
